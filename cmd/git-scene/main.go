// Command git-scene tells a writer what changed in the story between two
// revisions of a manuscript kept in git. Installed on the path, git runs it as
// "git scene".
package main

import (
	"context"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, newEnv(), os.Args[1:])
	stop()
	os.Exit(code)
}
