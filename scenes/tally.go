package scenes

import (
	"strings"
	"unicode/utf8"
)

// boldTally is what is known of bold lines.
type boldTally struct {
	typed int             // those that call themselves part, chapter or scene
	other int             // the rest, and of them:
	lists int             // those right above a bullet or a key line
	texts map[string]bool // their distinct texts
}

func (t *boldTally) add(d *document, i int) {
	b := &d.blocks[i]
	if headingLabel(b).isTyped() {
		t.typed++
		return
	}
	t.other++
	t.texts[b.text] = true
	if k := kindAt(d, follower(d, i)); k == itemBlock || k == fieldBlock {
		t.lists++
	}
}

// heads says whether bold lines are headings though they do not say so: they
// are titles (hardly one twice, as a speaker's name would be) and most stand
// right above a list, which is what an outline looks like.
func (t *boldTally) heads() bool {
	return t.other >= 3 && len(t.texts)*10 >= t.other*9 && t.lists*10 >= t.other*6
}

// labelTally is what is known of plain and bold lines that begin with a label.
type labelTally struct {
	ranks  map[rank]int // of plain ones
	bare   int          // those without a title
	titled int          // those of them with a line below that looks like one
}

func (t *labelTally) add(d *document, i int) {
	l := headingLabel(&d.blocks[i])
	if d.blocks[i].kind == labelBlock {
		t.ranks[l.rank]++
	}
	if !l.isTyped() || l.title != "" {
		return
	}
	t.bare++
	if titleBelow(d, i) {
		t.titled++
	}
}

// heads is the ranks of which there are two, so that they are headings; then
// a plain "PROLOGUE" is one too.
func (t *labelTally) heads() map[rank]bool {
	heads := map[rank]bool{}
	for r, n := range t.ranks {
		heads[r] = n >= 2 && r != unranked
	}
	heads[unranked] = heads[partRank] || heads[chapterRank] || heads[sectionRank]
	return heads
}

// maxTitle is the length of the longest line, in bytes, that is taken for the
// title of the plain "CHAPTER ONE" above it.
const maxTitle = 60

// titleBelow says whether the line below block i looks like its title: short,
// alone, without the end of a sentence, and with text behind it.
func titleBelow(d *document, i int) bool {
	at := follower(d, i)
	if k := kindAt(d, at); k != paragraphBlock && k != strongBlock {
		return false
	}
	b, behind := &d.blocks[at], kindAt(d, follower(d, at))
	return b.first == b.last && len(b.text) <= maxTitle && !soundsSpoken(b.text) && behind.isBeat() && behind != labelBlock
}

// soundsSpoken says whether a line begins or ends as sentences and speech do
// and titles do not.
func soundsSpoken(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("\"“«»‘'—–-„「『", first) || strings.ContainsRune(".!?…,;:\"”»«’'“」』。！？", last)
}

// numeralTally is what is known of lines that are only a number.
type numeralTally struct {
	all    int
	counts []place // those that go up by one, or begin anew
	last   int
}

// place is block i of a file.
type place struct {
	d *document
	i int
}

func (t *numeralTally) add(d *document, i int) {
	t.all++
	if v := numberValue(headingLabel(&d.blocks[i]).number); v == t.last+1 || v == 1 {
		t.counts = append(t.counts, place{d, i})
		t.last = v
	}
}

// heads is the numbers that count scenes or chapters: all that count, where
// most do; where half of the text stands under them; and where the usual one
// has a quarter of its share of that. Somebody may count to three in a story.
func (t *numeralTally) heads(docs []*document) map[*block]bool {
	heads := map[*block]bool{}
	if len(t.counts) < 2 || len(t.counts)*10 < t.all*7 {
		return heads
	}
	for _, c := range t.counts {
		heads[&c.d.blocks[c.i]] = true
	}
	var words []int
	all, under := 0, 0
	for _, d := range docs {
		counted := false
		for i := range d.blocks {
			switch b := &d.blocks[i]; {
			case heads[b]:
				words = append(words, 0)
				counted = true
			case b.kind == headingBlock || b.kind == labelBlock:
				counted = false
			case b.kind.isBeat():
				all += b.words
				if counted {
					under += b.words
					words[len(words)-1] += b.words
				}
			}
		}
	}
	if under*2 < all || median(words)*4*len(words) < under {
		clear(heads)
	}
	return heads
}

// itemTally is what is known of list items.
type itemTally struct {
	typed    int // those that call themselves part, chapter or scene
	numbered int // outer ones with a number
	parents  int // of them, those with items below
	outer    int // outer ones without
	inner    int
}

func (t *itemTally) add(d *document, i int) {
	b := &d.blocks[i]
	if headingLabel(b).namesItself() {
		t.typed++
	}
	switch {
	case b.level > 0:
		t.inner++
	case b.number == "":
		t.outer++
	default:
		t.numbered++
		if hasNested(d, i) {
			t.parents++
		}
	}
}

// head says whether numbered items are scenes: most of them have bullets
// below, and hardly anything of the outline stands elsewhere.
func (t *itemTally) head() bool {
	return t.numbered >= 3 && t.parents*10 >= t.numbered*6 && t.outer < t.inner
}

// follower is the index of the block that follows block i, wide gaps aside.
func follower(d *document, i int) int {
	for i++; i < len(d.blocks) && d.blocks[i].kind == gapBlock; i++ {
	}
	return i
}

// kindAt is the kind of block i, a gap's behind the last.
func kindAt(d *document, i int) blockKind {
	if i >= len(d.blocks) {
		return gapBlock
	}
	return d.blocks[i].kind
}

// hasNested says whether the item at i has one nested below.
func hasNested(d *document, i int) bool {
	next := follower(d, i)
	return kindAt(d, next) == itemBlock && d.blocks[next].level > d.blocks[i].level
}
