package gitstore

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Merge brings in the notes of another reference, such as those fetched from a
// remote, and says whether that changed anything. Where both sides changed a
// note, it holds the lines of both, sorted, none twice and none empty (git's
// cat_sort_uniq).
//
// Two clones that merge each other's notes make the same commit: its parents
// are sorted, its date is the later of theirs, and it is nobody's.
func (n *Notes) Merge(ctx context.Context, ref string) (bool, error) {
	id, err := n.repo.engine.resolve(ref)
	if err != nil {
		return false, err
	}
	theirs, err := peelCommit(n.repo.engine, id)
	if err != nil {
		return false, err
	}
	why := "Merged notes from " + ref
	changed := false
	err = n.swapping(ctx, why, func() (string, []object, error) {
		tip, objects, err := n.merged(theirs)
		changed = tip != n.tip
		return tip, objects, err
	})
	return changed, err
}

// merged makes the commit that joins the tip with theirs.
func (n *Notes) merged(theirs commit) (tip string, objects []object, err error) {
	if n.tip == "" {
		return theirs.id, nil, nil
	}
	bases, err := n.repo.engine.mergeBases(n.tip, theirs.id)
	if err != nil {
		return "", nil, err
	}
	if slices.Contains(bases, theirs.id) {
		return n.tip, nil, nil
	}
	if slices.Contains(bases, n.tip) {
		return theirs.id, nil, nil
	}
	ours, err := peelCommit(n.repo.engine, n.tip)
	if err != nil {
		return "", nil, err
	}
	base := commit{}
	if len(bases) > 0 {
		if base, err = peelCommit(n.repo.engine, bases[0]); err != nil {
			return "", nil, err
		}
	}
	w := &noteWriter{notes: n, ids: map[string]bool{}}
	root, err := w.merge(base.tree, ours.tree, theirs.tree)
	if err != nil {
		return "", nil, err
	}
	parents := []string{ours.id, theirs.id}
	slices.Sort(parents)
	date := ours.date
	if theirs.date.After(date) {
		date = theirs.date
	}
	return w.commit(root, parents, date, "Merged notes"), w.objects, nil
}

// merge makes the tree of both sides' notes.
func (w *noteWriter) merge(base, ours, theirs string) (string, error) {
	var sides [3]map[string]string
	for i, root := range []string{base, ours, theirs} {
		sides[i] = map[string]string{}
		if err := w.notes.each(root, "", func(commit, blob string) { sides[i][commit] = blob }); err != nil {
			return "", err
		}
	}
	var changes []noteChange
	for commit, blob := range sides[2] {
		switch here := sides[1][commit]; {
		case here == blob, sides[0][commit] == blob: // the same, or changed on our side alone
		case here == sides[0][commit]:
			changes = append(changes, noteChange{commit, blob})
		default:
			joined, err := w.join(here, blob)
			if err != nil {
				return "", err
			}
			changes = append(changes, noteChange{commit, joined})
		}
	}
	for commit, blob := range sides[0] {
		if _, there := sides[2][commit]; !there && sides[1][commit] == blob {
			changes = append(changes, noteChange{commit, ""}) // taken away on their side
		}
	}
	return w.folder(ours, changes)
}

// join makes a note of the lines of two; "" is none.
func (w *noteWriter) join(ids ...string) (string, error) {
	var lines []string
	for _, id := range ids {
		if id == "" {
			continue
		}
		text, err := w.notes.repo.blob(id)
		if err != nil {
			return "", err
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimSuffix(line, "\n"); line != "" {
				lines = append(lines, line+"\n")
			}
		}
	}
	slices.Sort(lines)
	return w.add(kindBlob, []byte(strings.Join(slices.Compact(lines), ""))), nil
}

// each visits all notes below a folder.
func (n *Notes) each(folder, prefix string, visit func(commit, blob string)) error {
	entries, err := n.entries(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch name, width := prefix+e.name, n.repo.shape.width()-len(prefix); {
		case isFan(e, width):
			if err := n.each(e.id, name, visit); err != nil {
				return err
			}
		case isNote(e, width):
			visit(name, e.id)
		}
	}
	return nil
}

// commit makes a commit of notes. It is nobody's, so that whoever says the
// same makes the same bytes.
func (w *noteWriter) commit(root string, parents []string, date time.Time, why string) string {
	if root == "" {
		root = w.add(kindTree, nil)
	}
	text := fmt.Sprintf("tree %s\n", root)
	for _, p := range parents {
		text += fmt.Sprintf("parent %s\n", p)
	}
	who := fmt.Sprintf("%s %d +0000", scribe, max(date.Unix(), 0))
	return w.add(kindCommit, []byte(text+fmt.Sprintf("author %s\ncommitter %s\n\n%s\n", who, who, why)))
}
