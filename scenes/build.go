package scenes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// builder makes the manuscript from headings whose roles are settled. It
// walks the files in reading order once.
type builder struct {
	*Manuscript
	outline  *outline
	plan     *plan
	siblings map[string]int       // folders that hold story, by the folder around them
	folders  map[string]*Division // divisions that are folders, groups, order entries
	placed   map[*Division]bool   // divisions that hold a scene, and are listed
}

func build(o *outline, p *plan) *Manuscript {
	b := &builder{
		Manuscript: &Manuscript{}, outline: o, plan: p, siblings: countSiblings(o.roots),
		folders: map[string]*Division{}, placed: map[*Division]bool{},
	}
	for _, r := range o.roots {
		before := len(b.Scenes)
		b.file(r)
		b.Files = append(b.Files, File{r.doc.source.path, r.doc.format, r.doc.source.encoding, len(b.Scenes) > before})
		if r.doc.source.encoding == "windows-1252" {
			b.Notes = append(b.Notes, r.doc.source.path+" is not UTF-8; read as Windows-1252 (Latin-1)")
		}
	}
	return b.Manuscript
}

// file builds one file.
func (b *builder) file(r *node) {
	first := len(b.Scenes)
	var outer *Division
	if r.role != matterRole {
		outer = b.outer(r.doc)
	}
	b.node(r, outer)
	b.frontMatter(r.doc, b.Scenes[first:])
}

// node builds a heading and all below it, inside a division.
func (b *builder) node(n *node, in *Division) {
	switch n.role {
	case matterRole:
		b.matter(n, stripEmphasis(n.raw), n.from, n.to)
	case titleRole:
		b.Title = stripEmphasis(n.raw)
		b.matter(n, b.Title, n.from, n.to)
	case clearRole:
		b.matter(n, "", n.from, n.to)
	case divisionRole:
		in = b.division(n, in)
		if n.beats > 0 {
			b.matter(n, in.Name(), n.from, n.to)
		}
	case bothRole, chapterRole:
		in = b.division(n, in)
		b.scenes(n, in)
	case openRole:
		if n.at >= 0 {
			b.Title = stripEmphasis(n.raw)
		}
		b.scenes(n, in)
	case sceneRole:
		b.scenes(n, in)
	}
	for _, k := range n.kids {
		if k.role != innerRole {
			b.node(k, in)
		}
	}
}

// division makes the division that a heading, or a file, stands for. One that
// an order file has named already is that one.
func (b *builder) division(n *node, in *Division) *Division {
	if in != nil && n.label.title != "" && sameWords(in.Title, n.label.title) {
		return in
	}
	line, end := 1, 1
	if n.at >= 0 {
		line, end = n.doc.blocks[n.at].first, n.doc.blocks[n.at].last
	}
	return &Division{
		Span: Span{n.doc.source.path, line, end}, Parent: in,
		Level: n.level(), Label: n.label.word, Number: n.label.number, Title: n.label.title,
	}
}

// level is what a division calls itself, or else what it looks like.
func (n *node) level() string {
	switch {
	case n.label.rank == partRank:
		return "part"
	case n.label.rank == chapterRank || n.role == chapterRole:
		return "chapter"
	}
	for _, k := range n.kids {
		if k.role == divisionRole || k.role == chapterRole {
			return "part"
		}
	}
	return "chapter"
}

// scenes makes the scene of a heading, or the several that breaks part.
func (b *builder) scenes(n *node, in *Division) {
	s := b.scene(n, in)
	last := n.lastInner()
	pending, told := false, 0
	for i := n.from; i < last; i++ {
		k := &n.doc.blocks[i]
		switch {
		case k.kind == breakBlock || b.outline.forms.gaps && k.kind == gapBlock:
			pending = told > 0
		case k.kind == markBlock && pending:
			pending, told = false, 0
			s = b.untitled(n.doc, k, in)
			s.ID = k.id
		case k.kind == markBlock:
			s.ID = k.id
		case k.kind.isBeat() || k.kind == headingBlock || k.kind == synopsisBlock:
			if pending && k.kind != fieldBlock {
				pending, told = false, 0
				s = b.untitled(n.doc, k, in)
			}
			if s.add(n.doc, k, told == 0) {
				told++
			}
		}
	}
	b.measureLayout(n.doc)
}

// lastInner is the end of the blocks that belong to the scene: its own body
// and the headings inside it.
func (n *node) lastInner() int {
	end := n.to
	for _, k := range n.kids {
		if k.role == innerRole {
			k.walk(func(k *node) { end = max(end, k.to) })
		}
	}
	return end
}

// scene begins the scene that a heading or a file names.
func (b *builder) scene(n *node, in *Division) *Scene {
	s := &Scene{Ordinal: len(b.Scenes) + 1, Division: in, Span: Span{Path: n.doc.source.path}}
	if n.at >= 0 {
		h := &n.doc.blocks[n.at]
		s.Line, s.EndLine, s.ID, s.form = h.first, h.last, h.id, h.form()
		s.setting(h)
	} else {
		s.Line = n.firstLine()
		s.EndLine = s.Line
	}
	if n.role == sceneRole { // elsewhere the heading is the division's
		s.Number, s.Title = n.label.number, n.label.title
	}
	if n.at >= 0 && n.at > 0 && n.doc.blocks[n.at-1].kind == markBlock && s.ID == "" {
		s.ID = n.doc.blocks[n.at-1].id
	}
	b.place(s)
	return s
}

// setting gives a scene the place and time that its slugline names.
func (s *Scene) setting(h *block) {
	if h.kind != slugBlock {
		return
	}
	span := Span{s.Path, h.first, h.last}
	place, time := slugSetting(h.text)
	for _, f := range []Field{{span, "place", place}, {span, "time", time}} {
		if f.Value != "" {
			s.Fields = append(s.Fields, f)
		}
	}
}

// firstLine is the line on which a file's own text begins.
func (n *node) firstLine() int {
	for _, b := range n.doc.blocks[n.from:n.to] {
		if b.kind.isBeat() {
			return b.first
		}
	}
	return n.doc.head + 1
}

// untitled begins the scene that follows a break.
func (b *builder) untitled(d *document, k *block, in *Division) *Scene {
	s := &Scene{Ordinal: len(b.Scenes) + 1, Division: in, Span: Span{d.source.path, k.first, k.last}}
	b.place(s)
	return s
}

// place lists a scene, and the divisions around it that are not listed yet.
func (b *builder) place(s *Scene) {
	b.Scenes = append(b.Scenes, s)
	var fresh []*Division
	for d := s.Division; d != nil && !b.placed[d]; d = d.Parent {
		b.placed[d] = true
		fresh = append(fresh, d)
	}
	slices.Reverse(fresh)
	b.Divisions = append(b.Divisions, fresh...)
}

// add gives a block to the scene as a field or as a beat; told is false for a
// field. Bullets at the head of a card that name a field are fields.
func (s *Scene) add(d *document, k *block, head bool) (told bool) {
	s.EndLine = max(s.EndLine, k.last)
	span := Span{d.source.path, k.first, k.last}
	switch {
	case k.kind == synopsisBlock:
		s.Fields = append(s.Fields, Field{span, "synopsis", k.text})
		return false
	case k.kind == headingBlock && isCardHeading(k.text):
		return false
	case k.kind == fieldBlock, k.kind == itemBlock && head:
		if key, value, ok := itemField(k.text); ok || k.kind == fieldBlock {
			s.Fields = append(s.Fields, Field{span, key, value})
			return false
		}
	}
	words := CountWords(k.text)
	s.Beats = append(s.Beats, &Beat{Span: span, Kind: beatKind(k.kind), Depth: k.depth(), Text: k.text, Words: words})
	s.Words += words
	return true
}

func (k *block) depth() int {
	if k.kind == itemBlock {
		return k.level
	}
	return 0
}

func beatKind(k blockKind) BeatKind {
	switch k {
	case itemBlock:
		return Bullet
	case quoteBlock:
		return Quote
	case codeBlock:
		return Code
	case tableBlock:
		return Table
	case actionBlock:
		return Action
	case dialogueBlock:
		return Dialogue
	}
	return Paragraph
}

// matter keeps text that is not story: blocks from to.
func (b *builder) matter(n *node, title string, from, to int) {
	m := &Matter{Title: title, Span: Span{Path: n.doc.source.path}}
	if n.at >= 0 {
		m.Line, m.EndLine = n.doc.blocks[n.at].first, n.doc.blocks[n.at].last
	}
	for i := from; i < to; i++ {
		k := &n.doc.blocks[i]
		if !k.kind.isBeat() && k.kind != synopsisBlock && k.kind != titleBlock {
			continue
		}
		if m.Line == 0 {
			m.Line = k.first
		}
		m.EndLine = max(m.EndLine, k.last)
		words := CountWords(k.text)
		m.Beats = append(m.Beats, &Beat{Span: Span{n.doc.source.path, k.first, k.last}, Kind: beatKind(k.kind), Depth: k.depth(), Text: k.text, Words: words})
		m.Words += words
	}
	if len(m.Beats) > 0 || n.at >= 0 {
		b.Matter = append(b.Matter, m)
	}
}

// measureLayout hashes the source lines of the scenes of a file that have
// none yet, each up to where the next begins.
func (b *builder) measureLayout(d *document) {
	for i := len(b.Scenes) - 1; i >= 0 && b.Scenes[i].Path == d.source.path && b.Scenes[i].Layout == 0; i-- {
		b.Scenes[i].Layout = d.source.layout(b.Scenes[i].Line, b.Scenes[i].EndLine)
	}
}

// frontMatter gives a file's fields to its scenes. A title, an id and the
// layout of the front matter belong to the scene only where the file is one.
func (b *builder) frontMatter(d *document, scenes []*Scene) {
	if len(scenes) == 1 {
		s := scenes[0]
		if s.ID == "" {
			s.ID = d.id
		}
		if s.Title == "" && d.title != "" && s.Division == nil {
			s.Title = d.title
		}
		s.Layout ^= d.source.layout(1, d.head)
	}
	for _, s := range scenes {
		for _, f := range d.fields {
			if s.Field(f.Key) == "" {
				s.Fields = append(s.Fields, f)
			}
		}
	}
}

// titleFromName makes a title of a file's or folder's name: its words, the
// first with a capital, a leading number parted by a dot.
func titleFromName(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) })
	if len(words) > 1 && leadingNumber(words[0]) == words[0] && isDigit(rune(words[0][0])) {
		words[0] = strings.TrimLeft(words[0], "0") + "."
	}
	for i, w := range words {
		if i == 0 || strings.HasSuffix(words[i-1], ".") {
			r, size := utf8.DecodeRuneInString(w)
			words[i] = string(unicode.ToUpper(r)) + w[size:]
		}
	}
	return strings.Join(words, " ")
}

func trimColon(s string) string {
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), ":"))
}

func sameWords(a, b string) bool { return Fold(a) == Fold(b) }

func median(values []int) int {
	if len(values) == 0 {
		return 0
	}
	slices.Sort(values)
	return values[len(values)/2]
}
