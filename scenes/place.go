package scenes

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// outer is the division that a file stands in by its place in the tree, by
// the order file or by its front matter, nil where it stands in none.
//
// The order file knows best. Else it is the file's folders, if they are numbered
// or have siblings, and in them the part and the chapter that its front matter
// names ("chapter: 3") or its own name ("ch01-scene02"); or, where there are
// none, the division that began in a file before.
func (b *builder) outer(r *node) *Division {
	d := r.doc
	if chain := b.plan.chain[d.source.path]; len(chain) > 0 {
		return b.chain(chain, d.source.path)
	}
	in := b.folder(path.Dir(d.source.path), d.source.path)
	chapter := d.chapter
	if chapter == "" {
		chapter = chapterFromFile(d.source.path)
	}
	for _, group := range []string{d.part, chapter} {
		if group != "" {
			in = b.named("group\x00"+group+placeKey(in), group, d.source.path, in)
		}
	}
	if in == nil && !endsBookByName(d.source.path) {
		return b.leading(r)
	}
	return in
}

// placeKey tells apart divisions of one name in different places.
func placeKey(d *Division) string {
	key := ""
	for ; d != nil; d = d.Parent {
		key += "\x00" + d.Name()
	}
	return key
}

// chain is the division that an order file puts a file in.
func (b *builder) chain(chain []above, file string) *Division {
	var in *Division
	key := "order"
	for _, a := range chain {
		key += "\x00" + a.title
		in = b.named(key, a.title, file, in)
		if a.part {
			in.Level = "part"
		}
	}
	return in
}

// named finds or makes a division that has a name and no heading.
func (b *builder) named(key, name, file string, in *Division) *Division {
	if d := b.folders[key]; d != nil {
		return d
	}
	d := newDivision(Span{file, 1, 1}, readLabel(stripEmphasis(name)), in)
	d.named = true
	b.folders[key] = d
	return d
}

// bookFolders are folders whose names only say that the book is in them.
var bookFolders = []string{
	"manuscript", "manuscripts", "book", "novel", "story", "text", "texts", "content", "contents", "src", "source", "draft", "drafts", "prose",
	"chapters", "chapter", "scenes", "scene", "episodes", "parts", "acts", "kapitel", "szenen", "chapitres", "capitulos", "capítulos", "web", "docs", "doc",
}

// folder is the division that a folder stands for.
func (b *builder) folder(dir, file string) *Division {
	if dir == "." || dir == "" {
		return nil
	}
	in := b.folder(path.Dir(dir), file)
	name := titleFromName(path.Base(dir))
	l := readLabel(name)
	if l.number == "" && (b.siblings[path.Dir(dir)] < 2 || slices.Contains(bookFolders, strings.ToLower(path.Base(dir)))) {
		return in
	}
	if in == nil && l.number == "" && tierOf(dir+"/x") == folderTier {
		return in
	}
	if title := b.titles[dir]; title != "" {
		name = title
	}
	return b.named("folder "+dir, name, file, in)
}

// endsBookByName says whether a file stands behind the story by its name.
func endsBookByName(name string) bool {
	return bookEnd(strings.ToLower(stemOf(name))) > 0
}

// countSiblings counts, for each folder, those of its folders that hold story.
func countSiblings(roots []*node) map[string]int {
	seen := map[string]bool{}
	counts := map[string]int{}
	for _, r := range roots {
		for dir := path.Dir(r.doc.source.path); dir != "." && !seen[dir]; dir = path.Dir(dir) {
			seen[dir] = true
			counts[path.Dir(dir)]++
		}
	}
	return counts
}

// titleFromFile is how a file's name reads as a title: its number, and its
// words unless they only say what it is. "chapter-02" is number 02 and no
// title; "ch16-04-threads" has a second number, which is no title either; and
// "ch01-scene02-the-mill" is scene 02, in the chapter that chapterFromFile says.
func titleFromFile(name string) label {
	l := readLabel(titleFromName(stemOf(name)))
	if inner := readLabel(l.title); l.word != "" && inner.isTyped() && inner.number != "" {
		inner.title = upperFirst(inner.title)
		return inner
	}
	if second, ok := cutNumber(l.title, false); ok && l.word != "" {
		l.title = second.title
	}
	return l
}

// chapterFromFile is the chapter that a file's name puts its scene in, "" for
// none: "ch01-scene02" stands in "Ch 01".
func chapterFromFile(name string) string {
	l := readLabel(titleFromName(stemOf(name)))
	if inner := readLabel(l.title); l.isTyped() && l.number != "" && inner.isTyped() && inner.number != "" && l.rank < inner.rank {
		return l.word + " " + l.number
	}
	return ""
}

// stemOf is a file's name without folder and ending.
func stemOf(name string) string {
	return strings.TrimSuffix(path.Base(name), path.Ext(name))
}

// titleFromName makes a title of a file's or folder's name: its words, the
// first with a capital, a leading number parted by a dot.
func titleFromName(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) })
	if len(words) > 1 && leadingNumber(words[0], true) == words[0] && isDigit(rune(words[0][0])) {
		words[0] = cmp.Or(strings.TrimLeft(words[0], "0"), "0") + "."
	}
	for i, w := range words {
		if i == 0 || strings.HasSuffix(words[i-1], ".") {
			words[i] = upperFirst(w)
		}
	}
	return strings.Join(words, " ")
}

func upperFirst(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
