package scenes

import (
	"path"
	"slices"
	"strings"
)

// builder makes the manuscript from headings whose roles are settled. It
// walks the files in reading order once.
type builder struct {
	*Manuscript
	outline  *outline
	plan     *plan
	siblings map[string]int          // folders that hold story, by the folder around them
	titles   map[string]string       // of folders, from their index pages
	folders  map[string]*Division    // divisions that are folders, groups, order entries
	placed   map[*Division]bool      // divisions that hold a scene, and are listed
	leads    []lead                  // divisions that go on in the files behind their own, outermost first
	latest   map[*Division]*Division // the last division made in another, nil for the top
}

func build(o *outline, p *plan) *Manuscript {
	b := &builder{
		Manuscript: &Manuscript{}, outline: o, plan: p, siblings: countSiblings(o.story), titles: indexTitles(o.docs),
		folders: map[string]*Division{}, placed: map[*Division]bool{}, latest: map[*Division]*Division{},
	}
	for _, r := range o.roots {
		before := len(b.Scenes)
		b.file(r)
		b.Files = append(b.Files, File{r.doc.source.path, r.doc.format, r.doc.source.encoding, len(b.Scenes) > before})
		if r.doc.source.encoding == "windows-1252" {
			b.Notes = append(b.Notes, r.doc.source.path+" is not UTF-8; read as Windows-1252 (Latin-1)")
		}
	}
	if b.Title == "" && len(o.story) == 1 && len(b.Scenes) > 1 {
		b.Title = o.story[0].raw
	}
	if b.Title == "" {
		b.Title = o.title
	}
	return b.Manuscript
}

// file builds one file.
func (b *builder) file(r *node) {
	first := len(b.Scenes)
	var outer *Division
	if r.role != matterRole {
		outer = b.outer(r)
	}
	b.matter(r, "", func(k blockKind) bool { return k == titleBlock })
	b.node(r, outer)
	b.frontMatter(r, b.Scenes[first:])
}

// node builds a heading and all below it, inside a division.
func (b *builder) node(n *node, in *Division) {
	switch n.role {
	case matterRole:
		b.matter(n, stripEmphasis(n.raw), isBody)
	case titleRole:
		b.Title = stripEmphasis(n.raw)
		b.matter(n, b.Title, isBody)
	case clearRole:
		title := ""
		if n.at >= 0 {
			title = stripEmphasis(n.raw)
		}
		b.matter(n, title, isBody)
	case divisionRole:
		in = b.division(n, in)
		b.matter(n, in.Name(), isBody)
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
	b.below(n, in)
}

// below builds what is headed below a heading and does not belong to its scene.
func (b *builder) below(n *node, in *Division) {
	for _, k := range n.kids {
		if k.role == innerRole {
			b.below(k, in)
		} else {
			b.node(k, in)
		}
	}
}

// division makes the division that a heading, or a file, stands for. One that
// an order file or a folder has named already is that one.
func (b *builder) division(n *node, in *Division) *Division {
	if in != nil && in.named && n.label.title != "" && sameWords(in.Title, n.label.title) {
		return in
	}
	span := Span{n.doc.source.path, 1, 1}
	if n.at >= 0 {
		span.Line, span.EndLine = n.doc.blocks[n.at].first, n.last
	}
	d := newDivision(span, n.label, in)
	d.Level = n.level()
	if before := b.latest[in]; before != nil && n.isFirst() && before.Path != d.Path && before.sameAs(d) {
		return before
	}
	b.latest[in] = d
	if n.leads {
		b.leads = append(b.leads, lead{n, d})
	}
	return d
}

// isFirst says whether a heading is its file's first: the chapter that it names
// may have begun in the file before.
func (n *node) isFirst() bool { return n.at >= 0 && n.parent.at < 0 && n.parent.kids[0] == n }

// sameAs says whether two divisions bear the same name and number.
func (d *Division) sameAs(other *Division) bool {
	return d.Number+d.Title != "" && d.Level == other.Level && d.Name() == other.Name()
}

// newDivision is the division with a label's word, number and title.
func newDivision(span Span, l label, in *Division) *Division {
	level := "chapter"
	if l.rank == partRank {
		level = "part"
	}
	return &Division{Span: span, Level: level, Label: l.word, Number: l.number, Title: l.title, Parent: in, head: l.head}
}

// level is what a division calls itself, or else what it looks like.
func (n *node) level() string {
	switch {
	case n.label.rank == partRank:
		return "part"
	case n.isChapter() || n.role == chapterRole:
		return "chapter"
	}
	for _, k := range n.kids {
		if k.role == divisionRole || k.role == bothRole || k.role == chapterRole {
			return "part"
		}
	}
	return "chapter"
}

func isBody(k blockKind) bool { return k.isText() && k != titleBlock }

// matter keeps what is not story: the blocks of a heading's body that are
// wanted. A heading is kept without a body, too; but a division's heading is
// the division's.
func (b *builder) matter(n *node, title string, wanted func(blockKind) bool) {
	m := &Matter{Title: title, Span: Span{Path: n.doc.source.path}}
	if n.at >= 0 {
		m.Line, m.EndLine = n.doc.blocks[n.at].first, n.last
	}
	for i := n.from; i < n.to; i++ {
		k := &n.doc.blocks[i]
		if !wanted(k.kind) {
			continue
		}
		if m.Line == 0 {
			m.Line = k.first
		}
		m.EndLine = max(m.EndLine, k.last)
		beat := newBeat(n.doc, k)
		m.Beats = append(m.Beats, beat)
		m.Words += beat.Words
	}
	if len(m.Beats) > 0 || n.at >= 0 && n.role != divisionRole {
		b.Matter = append(b.Matter, m)
	}
}

// frontMatter gives a file's fields to its scenes. A title, an id and the
// layout of the front matter belong to the scene only where the file is one.
func (b *builder) frontMatter(r *node, scenes []*Scene) {
	d := r.doc
	if len(scenes) == 1 {
		s := scenes[0]
		if s.ID == "" {
			s.ID = d.id
		}
		if s.Title == "" && s.Division == nil {
			s.Title = r.raw
		}
		if d.head > 0 {
			s.Head ^= d.source.layout(1, d.head)
		}
	}
	for _, s := range scenes {
		has := map[string]bool{}
		for _, f := range s.Fields {
			has[f.Key] = true
		}
		for _, f := range d.fields {
			if !has[f.Key] {
				s.Fields = append(s.Fields, f)
				has[f.Key] = true
			}
		}
	}
}

// indexTitles are the titles that the index pages of folders have: from their
// front matter, or their only heading.
func indexTitles(docs []*document) map[string]string {
	titles := map[string]string{}
	for _, d := range docs {
		if stem := strings.ToLower(stemOf(d.source.path)); stem != "index" && stem != "_index" {
			continue
		}
		title := d.title
		if title == "" && len(d.blocks) > 0 && d.blocks[0].kind == headingBlock {
			title = stripEmphasis(d.blocks[0].text)
		}
		titles[path.Dir(d.source.path)] = title
	}
	return titles
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
