package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"strings"

	"git-scene/gitstore"
)

// afterRewrite carries notes through amend and rebase: lines "OLD NEW", several
// with the same new commit where commits were squashed.
//
// First the notes are copied, all of them at once: whatever happens then, none
// is lost. Then each new commit is read, and where its old notes were ours, its
// own takes their place: against another parent it may have done something
// else. What a writer wrote by hand takes the place of what a hook wrote on the
// way (git calls post-commit for each commit of a rebase).
func afterRewrite(ctx context.Context, h *call) error {
	order, olds, err := rewrites(h.repo, bufio.NewScanner(h.in))
	if err != nil || len(order) == 0 {
		return err
	}
	a, err := newAnnotator(h.repo, &annotateOptions{force: true})
	if err != nil {
		return err
	}
	was := map[string][]byte{}
	for _, id := range order {
		if was[id], err = a.joined(olds[id]); err != nil {
			return err
		}
		if err := a.copyTo(id, was[id]); err != nil {
			return err
		}
	}
	if err := a.flush(ctx); err != nil {
		return err
	}
	for _, id := range order {
		ours, err := a.ours(ctx, olds[id]...)
		if err == nil && ours {
			err = a.visit(ctx, h.e, id)
		} else if err == nil {
			err = a.handOver(ctx, id, was[id])
		}
		if err != nil {
			return errors.Join(err, a.flush(context.WithoutCancel(ctx)))
		}
	}
	return a.flush(ctx)
}

// rewrites reads which old commits each new one stands for.
func rewrites(repo *gitstore.Repository, lines *bufio.Scanner) (order []string, olds map[string][]gitstore.Commit, err error) {
	olds = map[string][]gitstore.Commit{}
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		old, err := repo.Commit(fields[0])
		if err != nil {
			return nil, nil, err
		}
		if olds[fields[1]] == nil {
			order = append(order, fields[1])
		}
		olds[fields[1]] = append(olds[fields[1]], old)
	}
	return order, olds, lines.Err()
}

// joined is the notes of old commits as one.
func (a *annotator) joined(olds []gitstore.Commit) ([]byte, error) {
	var texts [][]byte
	for _, c := range olds {
		note, err := a.notes.Of(c.ID)
		if err != nil {
			return nil, err
		}
		texts = append(texts, note)
	}
	return joinLines(texts...), nil
}

// joinLines puts texts one behind the other, no line twice.
func joinLines(texts ...[]byte) []byte {
	var all []byte
	seen := map[string]bool{}
	for _, text := range texts {
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSuffix(line, "\n")
			if !seen[line] {
				seen[line] = true
				all = append(all, line+"\n"...)
			}
		}
	}
	return all
}

// copyTo puts a note on a new commit that has none.
func (a *annotator) copyTo(id string, text []byte) error {
	there, err := a.notes.Of(id)
	if err != nil || there != nil || len(text) == 0 {
		return err
	}
	c, err := a.repo.Commit(id)
	if err == nil {
		a.waiting = append(a.waiting, gitstore.Note{Commit: c, Text: text})
	}
	return err
}

// handOver puts a note that was written by hand in the place of one that we
// wrote, and adds it to any other.
func (a *annotator) handOver(ctx context.Context, id string, text []byte) error {
	c, err := a.repo.Commit(id)
	if err != nil || len(text) == 0 {
		return err
	}
	there, err := a.notes.Of(id)
	if err != nil {
		return err
	}
	ours, err := a.ours(ctx, c)
	if err != nil {
		return err
	}
	if !ours {
		text = joinLines(text, there)
	}
	a.waiting = append(a.waiting, gitstore.Note{Commit: c, Text: text})
	return nil
}

// ours says whether what commits have for notes is what we would write.
// Commits that we can't read any more are taken for a writer's own.
func (a *annotator) ours(ctx context.Context, all ...gitstore.Commit) (bool, error) {
	for _, c := range all {
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		there, err := a.notes.Of(c.ID)
		if err != nil {
			return false, err
		}
		text, err := a.summary(ctx, c)
		if unreadable(err) || err == nil && !bytes.Equal(text, there) {
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return true, nil
}
