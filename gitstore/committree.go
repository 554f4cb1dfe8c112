package gitstore

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// commitTree makes the Tree of a commit, or of anything that holds files: a
// tree named by "REV^{tree}" or "REV:folder" has no commit and no date.
func (r *Repository) commitTree(rev, id string) (*Tree, error) {
	id, o, err := peelID(r.engine, id)
	if err != nil {
		return nil, fmt.Errorf("cannot read %q: %w", rev, err)
	}
	t := &Tree{Rev: rev, repo: r}
	root := id
	switch o.kind {
	case kindCommit:
		c, err := parseCommit(id, o.data)
		if err != nil {
			return nil, fmt.Errorf("cannot read %q: %w", rev, err)
		}
		t.Commit, t.Date, root = c.id, c.date, c.tree
	case kindTree:
	default:
		return nil, withHint(fmt.Errorf("%w: %q is one file, not a state of all files", ErrUnknownRevision, rev),
			"name the revision alone and write the file after \"--\"")
	}
	absent, err := r.engine.absent(root)
	if err != nil {
		return nil, fmt.Errorf("cannot read %q: %w", rev, err)
	}
	if t.root, err = r.treeNode(root, "", "", absent); err != nil {
		return nil, fmt.Errorf("cannot list %q: %w", rev, err)
	}
	return t.noted(), nil
}

// treeNode reads a tree object and those below it. Folders are kept by id, so
// that the second side of a comparison reads only what differs; prefix is the
// path that the first had. What a partial
// clone lacks is remembered in the files, which are never asked for then.
func (r *Repository) treeNode(id, raw, prefix string, absent map[string]bool) (*node, error) {
	if id == emptyTree(len(id)) {
		return folder(raw, nil), nil
	}
	if kept := r.keptFolder(id); kept != nil {
		return renamed(kept, raw), nil
	}
	o, err := r.engine.object(id)
	if err != nil {
		return nil, err
	}
	if o.kind != kindTree {
		return nil, damaged(id, fmt.Errorf("%w: a %s where a tree should be", errMalformed, o.kind))
	}
	entries, err := parseTree(id, o.data)
	if err != nil {
		return nil, err
	}
	var kids []*node
	for _, e := range entries {
		switch {
		case e.mode == modeTree:
			kid, err := r.treeNode(e.id, e.name, prefix+e.name+"/", absent)
			if err != nil {
				return nil, err
			}
			kids = append(kids, kid)
		case isRegular(e.mode):
			kids = append(kids, &node{raw: e.name, exec: isExec(e.mode), file: &stored{repo: r, id: e.id, near: prefix + e.name, absent: absent[e.id]}})
		}
	}
	f := folder(raw, kids)
	r.keepFolder(id, f)
	return renamed(f, raw), nil
}

// renamed is a kept folder under the name it has here.
func renamed(f *node, raw string) *node {
	copy := *f
	copy.raw, copy.name = raw, raw
	return &copy
}

func isExec(mode string) bool { return strings.HasSuffix(mode, "755") }

// stored is a file's content in the object store.
type stored struct {
	repo   *Repository
	id     string
	near   string // a path that it had, where the working tree may hold it too
	absent bool   // known not to be in this clone
}

func (s *stored) read() ([]byte, error) {
	if s.absent {
		return nil, missing(s.id)
	}
	if data := s.repo.atHand(s.near, s.id); data != nil {
		return data, nil
	}
	return s.repo.blob(s.id)
}

func (s *stored) size() int64 {
	if s.absent {
		return 0
	}
	return s.repo.blobSize(s.id)
}

func (s *stored) blob() (Blob, bool)  { return Blob(s.id), true }
func (s *stored) modified() time.Time { return time.Time{} }

// noted fills in Notes: what was said when the tree was made, then what its
// files say.
func (t *Tree) noted() *Tree {
	t.Notes = append(t.said[:len(t.said):len(t.said)], t.root.notes()...)
	return t
}

// say adds a note about the whole tree.
func (t *Tree) say(format string, args ...any) {
	t.said = append(t.said, fmt.Sprintf(format, args...))
	t.noted()
}

// notes gathers what a reader of the files below n must be told.
func (n *node) notes() []string {
	var notes []string
	gone := 0
	n.each("", func(path string, n *node) {
		if s, ok := n.file.(*stored); ok && s.absent {
			gone++
		}
		if path != "" && n.name != n.raw {
			notes = append(notes, fmt.Sprintf("the name %q is not UTF-8: shown as %q", path, n.name))
		}
		for _, left := range n.left {
			notes = append(notes, fmt.Sprintf("left out %q in %q: no usable name", left, path))
		}
	})
	if gone > 0 {
		notes = append(notes, fmt.Sprintf("%s missing from this partial clone", are(gone, "file")))
	}
	return notes
}

// are counts things in a sentence: "1 file is", "3 files are".
func are(n int, noun string) string {
	if n == 1 {
		return "1 " + noun + " is"
	}
	return fmt.Sprintf("%d %ss are", n, noun)
}

// emptyState is the old side of a comparison where there is nothing before.
func (r *Repository) emptyState() *Tree {
	return &Tree{Rev: RevEmpty, repo: r, root: folder("", nil)}
}

// isUnknown reports that a revision does not exist, as against trouble with it.
func isUnknown(err error) bool { return errors.Is(err, ErrUnknownRevision) }
