package scenes

import "strings"

// block is one thing that stands on a page. A format turns lines into blocks;
// what a block means for the story is decided later, in outline.go.
type block struct {
	kind   blockKind
	level  int    // heading: 1–6; item: nesting from 0
	text   string // without its markup's marks, layout white space single
	number string // item: its list number; slug: its scene number
	id     string // heading or mark: the author's identity marker
	words  int    // of text
	first  int    // first line, 1-based
	last   int    // last line, inclusive
}

// blockKind is what a block is on the page.
type blockKind uint8

const (
	paragraphBlock blockKind = iota
	itemBlock                // a list item
	quoteBlock
	codeBlock
	tableBlock
	actionBlock   // script: description
	dialogueBlock // script: cue and speech
	strongBlock   // a line wholly in bold: perhaps a heading
	labelBlock    // a plain line that names a part, chapter or scene ("CHAPTER ONE")
	numeralBlock  // a plain line that is only a number ("IV.")
	endBlock      // a plain line that ends a book ("THE END")
	fieldBlock    // a key line of a card: text holds "key: value"
	lastBeat      = fieldBlock

	headingBlock  blockKind = iota + 8 // #…######, underlined, a script's section
	slugBlock                          // a script's scene heading
	titleBlock                         // a line of a script's title page
	synopsisBlock                      // a script's "= …": a note on its scene
	breakBlock                         // * * *
	gapBlock                           // several blank lines
	markBlock                          // <!-- scene: id -->
)

// isBeat says whether blocks of this kind can be beats of a scene. Strong,
// label, numeral and end lines are, where they prove to be no headings.
func (k blockKind) isBeat() bool { return k <= lastBeat }

// isText says whether blocks of this kind hold text that a manuscript keeps.
func (k blockKind) isText() bool { return k.isBeat() || k == titleBlock || k == synopsisBlock }

// document is one file as blocks, and what stands above them.
type document struct {
	source  *source
	format  string
	title   string  // from front matter or a title page
	id      string  // from front matter
	part    string  // from front matter, where scenes are files: "part 2"
	chapter string  // the same: "chapter 3"
	fields  []Field // from front matter
	head    int     // last line of front matter or title page, 0 where none
	blocks  []block
}

// breakForm is how scenes begin that breaks part.
const breakForm = "break"

// form is how a heading is written, as .git-scene.yaml names it; "" for a form
// that it has no name for.
func (b *block) form() string {
	switch b.kind {
	case headingBlock:
		return strings.Repeat("#", b.level)
	case strongBlock:
		return "bold"
	}
	return ""
}
