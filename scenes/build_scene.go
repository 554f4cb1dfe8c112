package scenes

import "slices"

// sceneBuilder makes the scene of one heading, or the several that breaks
// part.
type sceneBuilder struct {
	*builder
	node    *node
	in      *Division
	scene   *Scene
	told    int    // beats of the scene so far
	pending bool   // a break stands between them and what comes
	id      string // the author's mark for the scene behind the break
	outdent int    // nesting that the beats of an item have from the item
}

// scenes makes the scenes of a heading or a file.
func (b *builder) scenes(n *node, in *Division) {
	sb := &sceneBuilder{builder: b, node: n, in: in, scene: b.scene(n, in)}
	if n.at >= 0 && n.doc.blocks[n.at].kind == itemBlock {
		sb.outdent = n.doc.blocks[n.at].level + 1
	}
	sb.body(n)
	b.measureLayout(n.doc)
}

// body takes a heading's text and that of the headings which belong to its
// scene.
func (sb *sceneBuilder) body(n *node) {
	for i := n.from; i < n.to; i++ {
		sb.block(i)
	}
	for _, k := range n.kids {
		if k.role == innerRole {
			sb.block(k.at)
			sb.body(k)
		}
	}
}

// block takes one block.
func (sb *sceneBuilder) block(i int) {
	d := sb.node.doc
	switch k := &d.blocks[i]; {
	case k.kind == breakBlock || sb.outline.forms.gaps && k.kind == gapBlock:
		sb.pending = sb.told > 0 && !sb.node.isWhole(sb.outline)
	case k.kind == markBlock:
		sb.mark(i)
	case k.kind == headingBlock || k.kind.isText() && k.kind != titleBlock:
		if sb.pending && (k.kind != fieldBlock || opensCard(d, i)) {
			sb.next(k)
		}
		if sb.scene.add(d, k, sb.told == 0) {
			sb.told++
			beat := sb.scene.Beats[len(sb.scene.Beats)-1]
			beat.Depth = max(beat.Depth-sb.outdent, 0)
		}
	}
}

// opensCard says whether the fields from block i on belong to what comes behind
// them: there is text. Fields that are the last before a break or a heading
// belong to what was before.
func opensCard(d *document, i int) bool {
	for kindAt(d, i) == fieldBlock {
		i++
	}
	return kindAt(d, i).isBeat()
}

// isWhole says whether breaks do not part a heading's scene: it says itself,
// or its author said, that it is one.
func (n *node) isWhole(o *outline) bool {
	return n.role == sceneRole && n.at >= 0 && (n.label.rank == sceneRank && n.doc.blocks[n.at].kind != slugBlock || o.opts.sceneLevel > 0 && n.depth == o.opts.sceneLevel)
}

// mark takes the author's identity marker. Above a break it is the next
// scene's; above a heading too, and the heading takes it; elsewhere it is the
// scene's in which it stands, unless that has one.
func (sb *sceneBuilder) mark(i int) {
	k := &sb.node.doc.blocks[i]
	switch next := kindAt(sb.node.doc, i+1); {
	case sb.pending:
		sb.next(k)
		sb.scene.ID = k.id
	case sb.told > 0 && next == breakBlock:
		sb.id = k.id
	case next != headingBlock && next != slugBlock && sb.scene.ID == "":
		sb.scene.ID = k.id
	}
}

// next begins the untitled scene behind a break.
func (sb *sceneBuilder) next(k *block) {
	sb.pending, sb.told = false, 0
	sb.scene = &Scene{Ordinal: len(sb.Scenes) + 1, Division: sb.in, Span: Span{sb.node.doc.source.path, k.first, k.last}, ID: sb.id, form: breakForm}
	sb.id = ""
	sb.place(sb.scene)
}

// scene begins the scene that a heading or a file names.
func (b *builder) scene(n *node, in *Division) *Scene {
	s := &Scene{Ordinal: len(b.Scenes) + 1, Division: in, Span: Span{Path: n.doc.source.path}}
	if n.at >= 0 {
		h := &n.doc.blocks[n.at]
		s.Line, s.EndLine, s.ID, s.form = h.first, n.last, h.id, h.form()
		s.setting(h)
	} else {
		s.Line = n.firstLine()
		s.EndLine = s.Line
	}
	if n.role == sceneRole { // elsewhere the heading is the division's
		s.Number, s.Title = n.label.number, n.label.title
	} else {
		s.form = breakForm
	}
	if n.at > 0 && n.doc.blocks[n.at-1].kind == markBlock && s.ID == "" {
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

// place lists a scene, and the divisions around it that are not listed yet.
func (b *builder) place(s *Scene) {
	b.Scenes = append(b.Scenes, s)
	at := len(b.Divisions)
	for d := s.Division; d != nil && !b.placed[d]; d = d.Parent {
		b.placed[d] = true
		b.Divisions = slices.Insert(b.Divisions, at, d)
	}
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
	case (k.kind == headingBlock || k.kind == strongBlock) && isCardHeading(k.text):
		return false
	case k.kind == fieldBlock, k.kind == itemBlock && head:
		if key, value, ok := itemField(k.text); ok || k.kind == fieldBlock {
			s.Fields = append(s.Fields, Field{span, key, value})
			return false
		}
	}
	beat := newBeat(d, k)
	s.Beats = append(s.Beats, beat)
	s.Words += beat.Words
	return true
}

// newBeat is the beat that a block is.
func newBeat(d *document, k *block) *Beat {
	b := &Beat{Span: Span{d.source.path, k.first, k.last}, Kind: beatKind(k.kind), Text: k.text, Words: k.words}
	if k.kind == itemBlock {
		b.Depth = k.level
	}
	return b
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

// measureLayout hashes the source lines of the scenes of a file that have
// none yet. The heading of a chapter or the break before a scene without a
// heading of its own is none of its layout.
func (b *builder) measureLayout(d *document) {
	for i := len(b.Scenes) - 1; i >= 0 && b.Scenes[i].Path == d.source.path && b.Scenes[i].Layout == 0; i-- {
		s := b.Scenes[i]
		first := s.firstText()
		s.Layout = d.source.layout(first, s.EndLine)
		if s.Line < first && (s.Title != "" || s.Number != "") {
			s.Head = d.source.layout(s.Line, first-1)
		}
	}
}

// firstText is the line behind a scene's heading on which it says something.
func (s *Scene) firstText() int {
	first := s.EndLine + 1
	for _, f := range s.Fields {
		if f.Line > s.Line || len(s.Beats) > 0 && s.Beats[0].Line == s.Line {
			first = min(first, f.Line)
		}
	}
	if len(s.Beats) > 0 {
		first = min(first, s.Beats[0].Line)
	}
	return max(first, s.Line)
}
