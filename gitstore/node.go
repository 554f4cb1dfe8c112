package gitstore

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// node is a file or a folder of a Tree. Nodes are never changed once built, so
// that the two sides of a comparison, and limited views, share them.
type node struct {
	name string  // one element of a valid fs path
	raw  string  // the same as git has it, in bytes
	file content // nil for a folder
	exec bool
	kids []*node // a folder's entries, sorted by name
	left []string
}

// content is where a file's bytes come from.
type content interface {
	read() ([]byte, error) // shared bytes: not to be changed
	size() int64
	blob() (Blob, bool)
	modified() time.Time // zero: as the tree is dated
}

// safeName makes a name that git holds into a valid element of an fs path.
// Bytes that are not UTF-8 (old names in Latin-1) become %XX, which stays
// readable and seldom collides. Names that no path may hold are refused.
func safeName(raw string) (string, bool) {
	if raw == "" || raw == "." || raw == ".." || strings.ContainsAny(raw, "/\x00") {
		return "", false
	}
	if utf8.ValidString(raw) {
		return raw, true
	}
	var out strings.Builder
	for rest := raw; rest != ""; {
		r, width := utf8.DecodeRuneInString(rest)
		if r == utf8.RuneError && width == 1 {
			fmt.Fprintf(&out, "%%%02X", rest[0])
		} else {
			out.WriteString(rest[:width])
		}
		rest = rest[width:]
	}
	return out.String(), true
}

// folder assembles a folder: entries without a usable name and second entries
// of the same name are left out and remembered for a note, empty folders vanish.
func folder(raw string, kids []*node) *node {
	f := &node{name: raw, raw: raw}
	for _, kid := range kids {
		if kid.file == nil && len(kid.kids) == 0 && len(kid.left) == 0 {
			continue
		}
		name, ok := safeName(kid.raw)
		if !ok {
			f.left = append(f.left, kid.raw)
			continue
		}
		kid.name = name
		f.kids = append(f.kids, kid)
	}
	slices.SortStableFunc(f.kids, byName)
	f.kids = slices.CompactFunc(f.kids, func(x, y *node) bool {
		if x.name == y.name {
			f.left = append(f.left, y.raw)
		}
		return x.name == y.name
	})
	return f
}

func byName(x, y *node) int { return strings.Compare(x.name, y.name) }

// plant builds folders from files with whole paths, as the index and the
// working tree list them.
func plant(files []pathNode) *node {
	slices.SortFunc(files, func(x, y pathNode) int { return strings.Compare(x.path, y.path) })
	return grow("", "", files)
}

// pathNode is a file and its path as git has it.
type pathNode struct {
	path string
	node *node
}

// grow builds the folder whose files all begin with prefix ("" or "a/b/").
func grow(raw, prefix string, files []pathNode) *node {
	var kids []*node
	for i := 0; i < len(files); {
		name, _, below := strings.Cut(files[i].path[len(prefix):], "/")
		if !below {
			kid := *files[i].node
			kid.raw = name
			kids = append(kids, &kid)
			i++
			continue
		}
		inside := prefix + name + "/"
		end := i
		for end < len(files) && strings.HasPrefix(files[end].path, inside) {
			end++
		}
		kids = append(kids, grow(name, inside, files[i:end]))
		i = end
	}
	return folder(raw, kids)
}

// find walks down to a valid fs path; nil if there is nothing.
func (n *node) find(path string) *node {
	if path == "." {
		return n
	}
	for name := range strings.SplitSeq(path, "/") {
		i, ok := slices.BinarySearchFunc(n.kids, name, func(kid *node, name string) int { return strings.Compare(kid.name, name) })
		if !ok {
			return nil
		}
		n = n.kids[i]
	}
	return n
}

// each visits the files below a folder in order, with their paths as git has
// them, and folders too (file nil) before what they hold.
func (n *node) each(prefix string, visit func(path string, n *node)) {
	visit(strings.TrimSuffix(prefix, "/"), n)
	for _, kid := range n.kids {
		if kid.file != nil {
			visit(prefix+kid.raw, kid)
		} else {
			kid.each(prefix+kid.raw+"/", visit)
		}
	}
}
