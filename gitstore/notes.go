package gitstore

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// Note is a text about a commit.
type Note struct {
	Commit Commit
	Text   []byte // empty: no note
	IfNone bool   // whoever wrote one meanwhile is right
}

// Notes are the git notes of one reference, such as "refs/notes/scenes", as
// they were when they were last looked at.
type Notes struct {
	repo *Repository
	ref  string
	tip  string // the newest commit of notes, "" where there is none
	root string // its tree
	read map[string][]treeEntry
}

// Notes looks at the notes of a reference.
func (r *Repository) Notes(ref string) (*Notes, error) {
	n := &Notes{repo: r, ref: ref}
	return n, n.refresh()
}

func (n *Notes) refresh() error {
	n.tip, n.root, n.read = "", "", map[string][]treeEntry{}
	id, err := n.repo.engine.resolve(n.ref)
	if isUnknown(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("cannot read the notes of %q: %w", n.ref, err)
	}
	return n.at(id)
}

// at looks at the notes of a commit of the reference.
func (n *Notes) at(id string) error {
	c, err := peelCommit(n.repo.engine, id)
	if err != nil {
		return fmt.Errorf("cannot read the notes of %q: %w", n.ref, err)
	}
	n.tip, n.root = c.id, c.tree
	return nil
}

// Of is the note of a commit, given its full id; nil for none.
func (n *Notes) Of(commit string) ([]byte, error) {
	folder, rest := n.root, commit
	for folder != "" {
		entries, err := n.entries(folder)
		if err != nil {
			return nil, err
		}
		folder = ""
		for _, e := range entries {
			if e.name == rest && isRegular(e.mode) {
				return n.repo.blob(e.id)
			}
			if isFan(e, len(rest)) && e.name == rest[:2] {
				folder = e.id
			}
		}
		rest = rest[2:]
	}
	return nil, nil
}

// entries reads a folder of notes once; "" is an empty one.
func (n *Notes) entries(id string) ([]treeEntry, error) {
	if kept, ok := n.read[id]; ok || id == "" {
		return kept, nil
	}
	o, err := n.repo.engine.object(id)
	if err != nil {
		return nil, err
	}
	if o.kind != kindTree {
		return nil, damaged(id, fmt.Errorf("%w: a %s where a tree should be", errMalformed, o.kind))
	}
	entries, err := parseTree(id, o.data)
	if err == nil {
		n.read[id] = entries
	}
	return entries, err
}

// How long Update contends with other processes, and how long it waits
// between two tries, at first and at most. Git itself holds the lock for well
// under a millisecond.
const (
	contention = 10 * time.Second
	firstWait  = time.Millisecond
	mostWait   = 50 * time.Millisecond
)

// Update writes notes and takes those without a text away, all of them in one
// commit of the reference. The reference is compared and swapped under git's
// lock: where somebody else wrote meanwhile, the change is made again on top
// of theirs. Whoever is killed in between leaves the old notes. The commit is
// nobody's and bears the newest date of the commits that it speaks of, so that
// the same notes are the same bytes whoever writes them, and whenever.
func (n *Notes) Update(ctx context.Context, notes []Note, why string) error {
	return n.swapping(ctx, why, func() (string, []object, error) { return n.build(notes, why) })
}

// swapping writes what build makes on top of the tip, again and again until
// nobody else wrote meanwhile.
func (n *Notes) swapping(ctx context.Context, why string, build func() (tip string, objects []object, err error)) error {
	writer := n.repo.writer()
	until := time.Now().Add(contention)
	for wait := firstWait; ; wait = min(2*wait, mostWait) {
		tip, objects, err := build()
		if err != nil || tip == n.tip {
			return err
		}
		if err := writer.store(objects); err != nil {
			return err
		}
		err = writer.swap(n.ref, n.tip, tip, "notes: "+why)
		switch {
		case err == nil:
			return n.at(tip)
		case !errors.Is(err, errSwapped):
			return err
		case time.Now().After(until):
			return withHint(fmt.Errorf("cannot lock %q: another process holds it", n.ref),
				"if none is running, a crash left the file %s.lock in the repository: remove it", n.ref)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait/2 + rand.N(wait)):
		}
		if err := n.refresh(); err != nil {
			return err
		}
	}
}

// build makes the objects of a new commit of notes on top of the tip. Where
// nothing changes, the new tip is the old one.
func (n *Notes) build(notes []Note, why string) (tip string, objects []object, err error) {
	w := &noteWriter{notes: n, ids: map[string]bool{}}
	var changes []noteChange
	var date time.Time
	for _, note := range notes {
		there, err := n.Of(note.Commit.ID)
		if err != nil {
			return "", nil, err
		}
		if note.IfNone && there != nil {
			continue
		}
		c := noteChange{rest: note.Commit.ID}
		if len(note.Text) > 0 {
			c.blob = w.add(kindBlob, note.Text)
		}
		changes = append(changes, c)
		if note.Commit.Date.After(date) {
			date = note.Commit.Date
		}
	}
	root, err := w.folder(n.root, changes)
	if err != nil || root == n.root {
		return n.tip, nil, err
	}
	var parents []string
	if n.tip != "" {
		parents = []string{n.tip}
	}
	return w.commit(root, parents, date, why), w.objects, nil
}

// writer is the engine that writes: git where the repository is shared among
// users, whose permissions only git knows to set.
func (r *Repository) writer() engine {
	if _, shared := r.shape.local.get("core.sharedrepository"); shared {
		if git := r.asGit(); git != nil {
			return git
		}
	}
	return r.engine
}
