package gitstore

import (
	"fmt"
	"slices"
	"strings"
)

// Rounds lists the revisions between which the rounds of A..B lie: A, the tags
// on B's own line behind it, oldest first, and B, unless the last tag has the
// same files. An empty B is HEAD, as is that of A alone. The line is that of
// first parents: what was merged in was no draft. Of several tags of a commit
// the first by its name counts.
func (r *Repository) Rounds(arg string) ([]string, error) {
	a, b, _ := strings.Cut(arg, "..")
	b = firstOf(b, "HEAD")
	if a == "" || strings.HasPrefix(b, ".") {
		return nil, withHint(fmt.Errorf("%q is no range of rounds", arg), "FIRST..LAST, or FIRST alone for all up to HEAD")
	}
	first, err := r.Commit(a)
	if err != nil {
		return nil, err
	}
	last, err := r.Commit(b)
	if err != nil {
		return nil, err
	}
	tags, err := r.tags()
	if err != nil {
		return nil, err
	}
	revs := []string{b}
	for c := last; c.ID != first.ID; {
		switch tag := tags[c.ID]; {
		case tag == "" || c.ID == last.ID && b != "HEAD":
		case len(revs) == 1 && c.Tree == last.Tree:
			revs[0] = tag // what a reader calls B
		default:
			revs = append(revs, tag)
		}
		parent, err := r.firstParent(commit{id: c.ID, parents: c.Parents})
		if isUnknown(err) {
			return nil, withHint(fmt.Errorf("%q does not lead back to %q from parent to parent", b, a), "\"git scene memo %s %s\" compares them all the same", a, b)
		}
		if err == nil {
			c, err = r.commit(parent)
		}
		if err != nil {
			return nil, err
		}
	}
	if first.Tree == last.Tree && len(revs) == 1 {
		return nil, fmt.Errorf("nothing was written between %q and %q", a, b)
	}
	revs = append(revs, a)
	slices.Reverse(revs)
	return revs, nil
}

// tags names the commits that have a tag.
func (r *Repository) tags() (map[string]string, error) {
	names, err := r.engine.names()
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	of := map[string]string{}
	for _, name := range names {
		id, err := r.engine.resolve("refs/tags/" + name)
		if err != nil {
			continue // a branch
		}
		if c, err := peelCommit(r.engine, id); err == nil && of[c.id] == "" {
			of[c.id] = name
		}
	}
	return of, nil
}
