//go:build unix

package main

import (
	"syscall"
	"time"
)

// processorTime is what the processors have done for this program so far, all
// of them together: unlike the time of day, it hardly changes with what else
// the machine does.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
