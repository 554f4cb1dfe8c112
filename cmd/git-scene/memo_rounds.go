package main

import (
	"context"
	"io"

	"git-scene/report"
	"git-scene/scenes"
)

// runRounds writes a memo with a section for each round of a range, from tag
// to tag.
func runRounds(ctx context.Context, e *env, o *memoOptions, write func(io.Writer, ...*report.Memo) error) error {
	repo, err := o.output.open(e)
	if err != nil {
		return err
	}
	defer repo.Close()
	revs, err := repo.Rounds(o.rounds)
	if err != nil {
		return err
	}
	cache := &scenes.Cache{} // a draft is the new side of one round and the old one of the next
	var rounds []*report.Memo
	for i := range revs[1:] {
		old, new, err := repo.Compare(revs[i:i+2], false)
		if err != nil {
			return err
		}
		c, err := compare(ctx, e, &sides{repo: repo, old: old, new: new, cache: cache, story: true})
		if err != nil {
			return err
		}
		rounds = append(rounds, report.NewMemo(c.report))
	}
	return o.output.deliver(e, repo, func(w io.Writer, _ report.Options) error { return write(w, rounds...) })
}
