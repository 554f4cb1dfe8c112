// Command git-scene tells a writer what changed in the story between two
// revisions of a manuscript kept in git. Installed on the path, git runs it as
// "git scene".
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
)

func main() {
	// A run is short: half of it would be spent on collecting what it is about
	// to drop. Twice the live heap stays under 100 MB for a novel.
	debug.SetGCPercent(200)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second interrupt ends the process at once
	code := run(ctx, newEnv(), os.Args[1:])
	stop()
	os.Exit(code)
}
