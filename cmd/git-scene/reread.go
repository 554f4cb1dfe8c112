package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"git-scene/diff"
	"git-scene/report"
)

func newRereadCmd(e *env) *cobra.Command {
	var o memoOptions
	cmd := &cobra.Command{
		Use:   "reread REV [REV]",
		Short: "which scenes to reread since a draft, in the order of the book",
		Example: `  git scene reread soft              since the draft tagged "soft"
  git scene reread soft hard         … up to another draft
  git scene reread "2 weeks ago" -o list.md`,
		Long: `For whoever read that draft: scenes that are new, or of which words changed, with
how long they are. A seam is a scene of which no word changed and that stands
beside another neighbour now.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.takeRevisions("reread", args); err != nil {
				return err
			}
			return runReread(cmd.Context(), e, &o)
		},
	}
	o.addFlags(cmd.Flags())
	return cmd
}

func runReread(ctx context.Context, e *env, o *memoOptions) error {
	if err := o.checkEnding(".md"); err != nil {
		return err
	}
	return o.tell(ctx, e, false, func(w io.Writer, r *diff.Report) error { return report.WriteReread(w, report.NewReread(r), o.trace) })
}
