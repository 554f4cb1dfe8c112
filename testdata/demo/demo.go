// Package demo is the manuscript that "git scene demo" compares: a story of
// this project's own in two drafts. gold.json says what truly changed.
package demo

import "embed"

// Drafts holds the first draft under old, the second under new.
//
//go:embed old new
var Drafts embed.FS
