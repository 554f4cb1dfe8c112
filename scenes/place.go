package scenes

import (
	"path"
	"strings"
)

// outer is the division that a file stands in by its place in the tree, by
// the order file or by its front matter, nil where it stands in none.
//
// The order file knows best; then the front matter ("chapter: 3"); then
// folders that are numbered, or that have siblings.
func (b *builder) outer(d *document) *Division {
	p := d.source.path
	if chain := b.plan.chain[p]; len(chain) > 0 {
		return b.chain("order", chain, p)
	}
	in := b.folder(path.Dir(p), p)
	if d.group != "" {
		return b.named("group "+d.group, d.group, p, in)
	}
	return in
}

// chain is the division for titles from the outermost to the innermost.
func (b *builder) chain(key string, titles []string, file string) *Division {
	var in *Division
	for _, t := range titles {
		key += "\x00" + t
		in = b.named(key, t, file, in)
	}
	return in
}

// named finds or makes a division that has a name and no heading.
func (b *builder) named(key, name, file string, in *Division) *Division {
	if d := b.folders[key]; d != nil {
		return d
	}
	l := readLabel(stripEmphasis(name))
	level := "chapter"
	if l.rank == partRank {
		level = "part"
	}
	d := &Division{Span: Span{file, 1, 1}, Parent: in, Level: level, Label: l.word, Number: l.number, Title: l.title}
	b.folders[key] = d
	return d
}

// folder is the division that a folder stands for.
func (b *builder) folder(dir, file string) *Division {
	if dir == "." || dir == "" {
		return nil
	}
	in := b.folder(path.Dir(dir), file)
	name := titleFromName(path.Base(dir))
	l := readLabel(name)
	if l.number == "" && b.siblings[path.Dir(dir)] < 2 {
		return in
	}
	if in == nil && l.number == "" && tierOf(dir+"/x") == folderTier {
		return in
	}
	return b.named("folder "+dir, name, file, in)
}

// countSiblings counts, for each folder, those of its folders that hold story.
func countSiblings(roots []*node) map[string]int {
	seen := map[string]bool{}
	counts := map[string]int{}
	for _, r := range roots {
		if r.role == matterRole {
			continue
		}
		for dir := path.Dir(r.doc.source.path); dir != "." && !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			counts[path.Dir(dir)]++
		}
	}
	return counts
}

// titleFromFile is how a file's name reads as a title: its number, and its
// words unless they only say what it is. "chapter-02" is number 02 and no
// title; "ch16-04-threads" has a second number, which is no title either.
func titleFromFile(name string) label {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	l := readLabel(titleFromName(stem))
	if l.word != "" {
		if _, rest, ok := cutNumber(l.title, false); ok {
			l.title = rest
		}
	}
	return l
}
