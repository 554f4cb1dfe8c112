package main

import (
	"context"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
)

// showOptions is what "git scene show" may be asked.
type showOptions struct {
	rev    string
	paths  []string
	output outputOptions
}

func newShowCmd(e *env) *cobra.Command {
	var o showOptions
	cmd := &cobra.Command{
		Use:   "show [REV] [-- PATH...]",
		Short: "what one commit changed in the story",
		Example: `  git scene show                     what the last commit changed
  git scene show HEAD~3 --beats      … the one three before it, beat by beat`,
		Long: `A commit is compared with its first parent: of a merge, that is what the branch
that was merged brought in.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			revs, paths := splitArgs(cmd, args)
			if len(revs) > 1 {
				return &usageError{"show takes one revision", "git scene diff compares two"}
			}
			if err := o.output.check(); err != nil {
				return err
			}
			o.rev, o.paths = "HEAD", paths
			if len(revs) == 1 {
				o.rev = revs[0]
			}
			return runShow(cmd.Context(), e, &o)
		},
	}
	o.output.addFlags(cmd.Flags())
	return cmd
}

func runShow(ctx context.Context, e *env, o *showOptions) error {
	pick := func(repo *gitstore.Repository) (old, new *gitstore.Tree, err error) { return repo.Parent(o.rev) }
	q := question{&o.output, pick, o.paths, o.output.tellsStory()}
	return q.ask(ctx, e, func(repo *gitstore.Repository, c *comparison) error {
		return o.output.write(e, repo, c.report, false)
	})
}
