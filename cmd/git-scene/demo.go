package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
	"git-scene/testdata/demo"
)

func newDemoCmd(e *env) *cobra.Command {
	o := diffOptions{revs: []string{"soft", "hard"}}
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "try it on a small book that comes with the program",
		Example: `  git scene demo                     make a repository with two drafts of a story, and compare them
  git scene demo --words             … down to the words`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runDemo(cmd.Context(), e, &o) },
	}
	o.output.addFlags(cmd.Flags())
	return cmd
}

// runDemo writes the two drafts as a repository of their own into a temporary
// folder, which stays there to be played with.
func runDemo(ctx context.Context, e *env, o *diffOptions) error {
	dir, err := os.MkdirTemp("", "git-scene-demo-")
	if err != nil {
		return err
	}
	drafts := []gitstore.Draft{
		{Tag: "soft", Message: "First draft", When: time.Date(2025, time.March, 3, 9, 0, 0, 0, time.UTC)},
		{Tag: "hard", Message: "Second draft: what each of them stands to lose", When: time.Date(2025, time.June, 16, 9, 0, 0, 0, time.UTC)},
	}
	for i, name := range []string{"old", "new"} {
		if drafts[i].Files, err = fs.Sub(demo.Drafts, name); err != nil {
			return err
		}
	}
	if err := gitstore.Create(dir, drafts); err != nil {
		return err
	}
	fmt.Fprintf(e.stderr, "git-scene: a book with two drafts, tagged soft and hard, is in %s\ngit-scene: running there: git scene diff soft hard\n\n", dir)
	there := *e
	there.dir = dir
	if err := runDiff(ctx, &there, o); err != nil {
		return err
	}
	fmt.Fprint(e.stderr, "\ngit-scene: on your own book, in its folder: git scene diff TAG, or git scene diff \"2 weeks ago\"\n")
	return nil
}
