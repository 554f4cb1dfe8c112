package gitstore

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Git keeps the note of a commit in a file that is named after it. Where there
// are many, they stand in folders named after the first two digits, and those
// in further ones (notes.c): a folder is divided when each of the 16 digits
// begins the names of two notes at least. Here it is done by the same rule, so
// that git and we make the same trees.

// isFan says whether an entry of a folder of notes is a folder of notes, where
// width digits of their commits' ids are left: of the last two no folder is made.
func isFan(e treeEntry, width int) bool { return e.mode == modeTree && width > 2 && isHex(e.name, 2) }

// noteChange puts a note in place, or takes it away.
type noteChange struct {
	rest string // what is left of the commit's id in this folder
	blob string // the note's id, "" for none
}

// noteWriter makes the objects of a new tree of notes.
type noteWriter struct {
	notes   *Notes
	objects []object
	ids     map[string]bool
}

// add puts an object among those to be written.
func (w *noteWriter) add(kind string, data []byte) (id string) {
	id = objectID(kind, data, w.notes.repo.shape.width())
	if !w.ids[id] {
		w.ids[id] = true
		w.objects = append(w.objects, object{kind: kind, data: data})
	}
	return id
}

// folder makes the changes in a folder, "" for an empty one, and returns the
// id that it has then. What is no note is left as it is.
func (w *noteWriter) folder(id string, changes []noteChange) (string, error) {
	entries, err := w.notes.entries(id)
	if err != nil || len(changes) == 0 {
		return id, err
	}
	entries = slices.Clone(entries)
	width := len(changes[0].rest)
	if !slices.ContainsFunc(entries, func(e treeEntry) bool { return isFan(e, width) }) {
		entries = putNotes(entries, changes)
		if !crowded(entries, width) {
			return w.tree(entries), nil
		}
		changes = nil
		for _, e := range entries {
			if isNote(e, width) {
				changes = append(changes, noteChange{e.name, e.id})
			}
		}
	}
	return w.divided(entries, changes, width)
}

// divided makes the changes in the folders below a folder.
func (w *noteWriter) divided(entries []treeEntry, changes []noteChange, width int) (string, error) {
	below := map[string][]noteChange{}
	named := map[string]bool{}
	for _, c := range changes {
		named[c.rest] = true
		below[c.rest[:2]] = append(below[c.rest[:2]], noteChange{c.rest[2:], c.blob})
	}
	entries = slices.DeleteFunc(entries, func(e treeEntry) bool { return named[e.name] }) // a note that stood here goes below
	for name, inner := range below {
		at := slices.IndexFunc(entries, func(e treeEntry) bool { return isFan(e, width) && e.name == name })
		if at < 0 {
			at, entries = len(entries), append(entries, treeEntry{mode: modeTree, name: name})
		}
		id, err := w.folder(entries[at].id, inner)
		if err != nil {
			return "", err
		}
		if entries[at].id = id; id == "" {
			entries = slices.Delete(entries, at, at+1)
		}
	}
	return w.tree(entries), nil
}

// putNotes makes the changes in a folder that has no folders.
func putNotes(entries []treeEntry, changes []noteChange) []treeEntry {
	blobs := make(map[string]string, len(changes))
	for _, c := range changes {
		blobs[c.rest] = c.blob
	}
	entries = slices.DeleteFunc(entries, func(e treeEntry) bool { _, changed := blobs[e.name]; return changed })
	for name, blob := range blobs {
		if blob != "" {
			entries = append(entries, treeEntry{mode: "100644", name: name, id: blob})
		}
	}
	return entries
}

// isNote says whether an entry is the note of a commit of whose id width
// digits are left.
func isNote(e treeEntry, width int) bool { return isRegular(e.mode) && isHex(e.name, width) }

// crowded says whether a folder must be divided.
func crowded(entries []treeEntry, width int) bool {
	var count [256]int
	for _, e := range entries {
		if isNote(e, width) {
			count[e.name[0]]++
		}
	}
	for _, digit := range "0123456789abcdef" {
		if count[digit] < 2 {
			return false
		}
	}
	return true
}

// tree makes a folder's object; an empty folder is none.
func (w *noteWriter) tree(entries []treeEntry) string {
	if len(entries) == 0 {
		return ""
	}
	slices.SortFunc(entries, func(x, y treeEntry) int { return strings.Compare(x.key(), y.key()) })
	var data bytes.Buffer
	for _, e := range entries {
		raw, _ := hex.DecodeString(e.id) // from git or from objectID
		fmt.Fprintf(&data, "%s %s\x00%s", e.mode, e.name, raw)
	}
	return w.add(kindTree, data.Bytes())
}

// key is what git sorts a folder by: names of folders as if they ended in a slash.
func (e treeEntry) key() string {
	if e.mode == modeTree {
		return e.name + "/"
	}
	return e.name
}
