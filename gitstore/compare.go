package gitstore

import (
	"fmt"
	"strings"
)

// At is the state of the files at a revision: any expression that git knows,
// or a date ("2025-03-01", "2 weeks ago", "yesterday"), which means the last
// commit of HEAD's own line before it. Errors: ErrUnknownRevision,
// ErrAmbiguousRevision, ErrNeedsGit, ErrMissingObject.
func (r *Repository) At(rev string) (*Tree, error) {
	id, err := r.resolve(rev)
	if err != nil {
		return nil, err
	}
	return r.commitTree(rev, id)
}

// Compare makes the two sides of a comparison from the arguments of git diff:
//
//	(none)          HEAD            working tree
//	REV             REV             working tree
//	REV REV         first           second
//	A..B            A               B             (an empty end is HEAD)
//	A...B           merge base      B             (an empty end is HEAD)
//	--staged        HEAD            index
//	--staged REV    REV             index
//
// On a branch without commits the old side of the forms without REV is empty.
// Unlike git diff, no argument compares with HEAD and not with the index: what
// a writer changed since the last commit does not depend on git add.
func (r *Repository) Compare(args []string, staged bool) (old, new *Tree, err error) {
	switch {
	case staged && len(args) > 1, len(args) > 2:
		return nil, nil, withHint(fmt.Errorf("too many revisions: %s", strings.Join(quoteAll(args), " ")), "compare one with another; write files after \"--\"")
	case len(args) == 2:
		return pair(func() (*Tree, error) { return r.At(args[0]) }, func() (*Tree, error) { return r.At(args[1]) })
	case len(args) == 1 && strings.Contains(args[0], ".."):
		old, new, err := r.between(args[0], staged)
		if !isUnknown(err) {
			return old, new, err
		}
		if whole, wholeErr := r.At(args[0]); wholeErr == nil { // ":/he said..." is one revision
			return r.against(whole, staged)
		}
		return nil, nil, err
	}
	base, err := r.base(args)
	if err != nil {
		return nil, nil, err
	}
	return r.against(base, staged)
}

// base is the old side where at most one revision is named.
func (r *Repository) base(args []string) (*Tree, error) {
	if len(args) == 1 {
		return r.At(args[0])
	}
	t, err := r.At("HEAD")
	if isUnknown(err) && r.unborn() {
		return r.emptyState(), nil
	}
	return t, err
}

// against pairs an old side with the index or the working tree.
func (r *Repository) against(old *Tree, staged bool) (*Tree, *Tree, error) {
	new, err := r.Worktree, error(nil)
	if staged {
		new = r.Index
	}
	t, err := new()
	if err != nil {
		return nil, nil, err
	}
	return old, t, nil
}

// between reads A..B and A...B.
func (r *Repository) between(arg string, staged bool) (*Tree, *Tree, error) {
	a, b, symmetric := strings.Cut(arg, "...")
	if !symmetric {
		a, b, _ = strings.Cut(arg, "..")
	}
	a, b = firstOf(a, "HEAD"), firstOf(b, "HEAD")
	if staged {
		return nil, nil, withHint(fmt.Errorf("%q names both sides, and --staged is a third", arg), "leave one out")
	}
	if !symmetric {
		return pair(func() (*Tree, error) { return r.At(a) }, func() (*Tree, error) { return r.At(b) })
	}
	return pair(func() (*Tree, error) { return r.mergeBase(a, b) }, func() (*Tree, error) { return r.At(b) })
}

func pair(first, second func() (*Tree, error)) (*Tree, *Tree, error) {
	old, err := first()
	if err != nil {
		return nil, nil, err
	}
	new, err := second()
	if err != nil {
		return nil, nil, err
	}
	return old, new, nil
}

// mergeBase is the state from which two revisions went apart.
func (r *Repository) mergeBase(a, b string) (*Tree, error) {
	var ids [2]string
	for i, rev := range []string{a, b} {
		id, err := r.resolve(rev)
		if err != nil {
			return nil, err
		}
		c, err := peelCommit(r.engine, id)
		if err != nil {
			return nil, err
		}
		ids[i] = c.id
	}
	bases, err := r.engine.mergeBases(ids[0], ids[1])
	if err != nil {
		return nil, fmt.Errorf("cannot find where %q and %q went apart: %w", a, b, err)
	}
	if len(bases) == 0 {
		err := fmt.Errorf("%q and %q have no common history", a, b)
		if r.shape.shallow {
			return nil, withHint(err, "this clone is shallow: \"git fetch --unshallow\" brings the rest")
		}
		return nil, withHint(err, "\"%s..%s\" compares them without it", a, b)
	}
	t, err := r.commitTree(fmt.Sprintf("merge base of %s and %s", a, b), bases[0])
	if err == nil && len(bases) > 1 {
		t.say("%q and %q have %d merge bases: compared with %.10s", a, b, len(bases), bases[0])
	}
	return t, err
}

// Parent makes the two sides of "show REV": the commit's first parent (the
// empty tree for a first commit) and the commit. A parent that a shallow clone
// cut off is ErrMissingObject, not an empty tree: the commit did not write all
// that is in it.
func (r *Repository) Parent(rev string) (old, new *Tree, err error) {
	if new, err = r.At(rev); err != nil {
		return nil, nil, err
	}
	if new.Commit == "" {
		return nil, nil, fmt.Errorf("%w: %q is not a commit, so it has no parent", ErrUnknownRevision, rev)
	}
	c, err := peelCommit(r.engine, new.Commit)
	if err != nil {
		return nil, nil, err
	}
	id, err := r.firstParent(c)
	switch {
	case isUnknown(err) && len(c.parents) > 0 && r.shape.shallow:
		err := fmt.Errorf("%w: %s, the parent of %q, lies beyond the end of this shallow clone", ErrMissingObject, c.parents[0], rev)
		return nil, nil, withHint(err, "\"git fetch --deepen=1\" brings it, \"git fetch --unshallow\" all of history")
	case isUnknown(err):
		return r.emptyState(), new, nil
	case err != nil:
		return nil, nil, err
	}
	if old, err = r.commitTree(rev+"^", id); err != nil {
		return nil, nil, err
	}
	if len(c.parents) > 1 {
		old.say("%q is a merge: compared with the first of its %d parents", rev, len(c.parents))
	}
	return old, new, nil
}

// firstParent is what REV^ is. Where nothing but the commit says so, the commit
// is believed: to ask takes a process with the git program.
func (r *Repository) firstParent(c commit) (string, error) {
	if r.shape.grafted || r.shape.shallow || len(c.parents) == 0 {
		return r.engine.resolve(c.id + "^")
	}
	return c.parents[0], nil
}
