//go:build !race

package gitstore

const raceDetector = false
