package scenes

// outline decides what each heading of the manuscript is. It works on all
// files at once, since the evidence lies in how often a form occurs and what
// stands under it, and it decides the same for all forms (# headings, bold
// lines, numbered items, sluglines): a form is only a depth.
//
// The rules, in order; the first that fits a heading decides:
//
//  1. A heading that names what is not story is matter, with all below it:
//     in certain words anywhere (a table of contents, character arcs), in
//     others where it stands outside the story (notes). So are the entries of
//     a list of contents that is written like the headings, THE END and what
//     neither counts nor calls itself something behind it, files that are no
//     story by name or by their author's word, and the book's title with what
//     stands right under it.
//  2. A heading that calls itself a scene is one, or that its author named as
//     one. What is headed below it belongs to it, and breaks do not part it.
//  3. A heading with headings below it is a division. Text between it and
//     the first of them is a scene if it is as long as one, else a blurb,
//     which is matter. Where all that is headed below it are the facts and
//     beats of a card, it is a scene.
//  4. A heading with text of its own and none below it is a scene; or, where
//     its kind of heading is usually cut by breaks (* * *), a chapter of
//     untitled scenes.
//  5. A heading with neither is a scene that is only planned, if its like
//     are scenes or nothing is written at all; else a title page's line, which
//     is matter. A part is never a scene that is only planned: it may hold
//     what follows in other files.
type outline struct {
	docs  []*document
	roots []*node // one a file, in reading order
	opts  Options
	forms forms
	typed bool    // most scenes call themselves scenes and carry numbers
	deep  int     // the depth of heading that most of the story stands under
	opens bool    // divisions have a scene before their first heading as a rule
	usual int     // words of the usual leaf
	title string  // the front matter's title, where most files have the same
	story []*node // the roots that are not matter
	files bool    // files are divisions: most hold several headings
}

// node is a heading, or a file, with what stands under it.
type node struct {
	doc    *document
	at     int    // index of the heading in doc.blocks, -1 for the file itself
	from   int    // the body: doc.blocks[from:to], up to the next heading
	to     int    //
	depth  int    // 0 for a file; greater is deeper
	last   int    // the heading's last line
	label  label  // the heading taken apart
	raw    string // the heading as written
	role   role
	leads  bool // it goes on in the files behind its own
	parent *node
	kids   []*node
	words  int // of the body's beats
	beats  int // blocks of the body that can be beats or fields
	breaks int // breaks that stand between beats of the body
}

// role is what a heading proved to be.
type role uint8

const (
	undecided    role = iota
	matterRole        // not story
	titleRole         // the book's title: matter, but what it holds is story
	divisionRole      // holds scenes; a body, if any, is a blurb
	sceneRole         // its body is one scene
	chapterRole       // its body is untitled scenes parted by breaks
	innerRole         // belongs to the scene it stands in
	bothRole          // a division whose own text is a scene too
	clearRole         // a file that is only a container
	openRole          // a container with a scene before its first heading
)

// readOutline takes the documents of one manuscript and decides every heading.
func readOutline(docs []*document, opts Options) *outline {
	o := &outline{docs: docs, opts: opts, forms: weighForms(docs, opts), title: sharedTitle(docs)}
	for _, d := range docs {
		o.roots = append(o.roots, o.grow(d))
	}
	o.findMatter()
	o.findTitle()
	o.weighText()
	for _, r := range o.story {
		o.decide(r)
	}
	o.cutChapters()
	o.findLeads()
	o.settleEmpty()
	return o
}

// sharedTitle is the title that most of three or more files have in common,
// "" for none: it is the book's.
func sharedTitle(docs []*document) string {
	count, titled, best := map[string]int{}, 0, ""
	for _, d := range docs {
		if d.title != "" {
			titled++
			if count[d.title]++; count[d.title] > count[best] {
				best = d.title
			}
		}
	}
	if count[best] < 3 || count[best]*2 <= titled {
		return ""
	}
	return best
}

// grow builds the tree of one file's headings.
func (o *outline) grow(d *document) *node {
	root := &node{doc: d, at: -1, label: titleFromFile(d.source.path)}
	if d.title != o.title {
		root.raw = d.title
	}
	if root.raw != "" {
		root.label.title = root.raw
	}
	stack := []*node{root}
	for i := range d.blocks {
		depth := o.forms.depth(d, i)
		if depth == 0 {
			continue
		}
		n := o.heading(d, i, depth)
		for top := stack[len(stack)-1]; len(stack) > 1 && !o.forms.nests(top, n); top = stack[len(stack)-1] {
			stack = stack[:len(stack)-1]
		}
		n.parent = stack[len(stack)-1]
		n.parent.kids = append(n.parent.kids, n)
		stack = append(stack, n)
	}
	closeBodies(root, len(d.blocks))
	root.walk(func(n *node) { n.measure(o.forms.gaps) })
	return root
}

// heading is the node for the heading that block i is.
func (o *outline) heading(d *document, i, depth int) *node {
	b := &d.blocks[i]
	n := &node{doc: d, at: i, from: i + 1, last: b.last, depth: depth, raw: b.text, label: headingLabel(b)}
	if at := follower(d, i); (b.kind == labelBlock || b.kind == strongBlock) && n.label.isTyped() && o.forms.titled && n.label.title == "" && titleBelow(d, i) && o.forms.depth(d, at) == 0 {
		n.from, n.last = at+1, d.blocks[at].last
		n.label.title = stripEmphasis(d.blocks[at].text)
		n.raw = join(n.raw, n.label.title, ": ")
	}
	return n
}

// closeBodies ends every body where the next heading in the file begins.
func closeBodies(root *node, end int) {
	var all []*node
	root.walk(func(n *node) { all = append(all, n) })
	for i, n := range all {
		n.to = end
		if i+1 < len(all) {
			n.to = all[i+1].at
		}
	}
}

// walk visits a node and all below it in the order of the text.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for _, k := range n.kids {
		k.walk(visit)
	}
}

// measure counts the body's beats, words and inner breaks.
func (n *node) measure(gaps bool) {
	pending, told := false, false
	for _, b := range n.doc.blocks[n.from:n.to] {
		switch {
		case b.kind == breakBlock || gaps && b.kind == gapBlock:
			pending = told
		case b.kind == fieldBlock:
			n.beats++
		case b.kind.isBeat():
			if pending {
				n.breaks++
				pending = false
			}
			told = true
			n.words += b.words
			n.beats++
		}
	}
}

// headingLabel takes a heading block apart. A slugline is its own title.
func headingLabel(b *block) label {
	if b.kind == slugBlock {
		return label{rank: sceneRank, number: b.number, title: b.text}
	}
	l := readLabel(trimColon(stripEmphasis(b.text)))
	if b.kind == itemBlock && l.number == "" {
		l.number = b.number
	}
	return l
}

// every visits all nodes of all files.
func (o *outline) every(visit func(*node)) {
	for _, r := range o.roots {
		r.walk(visit)
	}
}

// headings is the node's kids that are not matter.
func (n *node) headings() []*node {
	var kids []*node
	for _, k := range n.kids {
		if k.role != matterRole {
			kids = append(kids, k)
		}
	}
	return kids
}
