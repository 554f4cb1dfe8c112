// Command git-scene tells a writer what changed in the story between two
// revisions of a manuscript kept in git. Installed on the path, git runs it as
// "git scene".
package main

import (
	"context"
	"math"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
)

func main() {
	collectLate()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	code := run(ctx, newEnv(), os.Args[1:])
	stop()
	os.Exit(code)
}

// untilCollected is how much memory, in bytes, is taken before any is collected.
const untilCollected = 40 << 20

// collectLate lets the memory be until there is much of it: a run is short, and
// would spend a tenth of it on collecting what it is about to drop. From then on
// it is collected as usual, at twice what lives, which stays under 100 MB for a
// novel.
func collectLate() {
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(untilCollected)
	first := new([4]int64)                        // the smallest share their memory with others, and may wait
	runtime.SetFinalizer(first, func(*[4]int64) { // the first collection has begun
		debug.SetMemoryLimit(math.MaxInt64)
		debug.SetGCPercent(100)
	})
}
