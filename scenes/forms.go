package scenes

import "strings"

// forms says which lines that may be headings are headings: a bold line, a
// plain "CHAPTER ONE", a lone "IV.", a numbered item. weighForms finds it out.
type forms struct {
	bold      bool            // bold lines are headings
	boldTyped bool            // those that call themselves part, chapter or scene are
	labels    map[rank]bool   // plain lines that call themselves this are
	titled    bool            // a plain label has its title on the line below
	items     bool            // numbered items at the outer level are scenes
	itemTyped bool            // items that call themselves scenes are
	single    map[*block]bool // lone numbers and bullets that are, one by one
	gaps      bool            // several blank lines are breaks
	mixed     map[int]rank    // heading levels that hold two ranks: their deepest
}

// Depths order the forms of heading, outermost first. Levels of # headings
// come first, ten apart, since whoever uses both puts bold lines below them.
const (
	endDepth     = 5  // THE END: stands above all and holds nothing
	levelDepth   = 10 // × the heading's level
	partDepth    = 62 // a plain or bold line that says part, act, book
	chapterDepth = 64
	sectionDepth = 65
	sceneDepth   = 66
	slugDepth    = 68
	boldDepth    = 70
	numeralDepth = 75
	itemDepth    = 80 // + the item's nesting
)

// depth is how deep block i of a file heads, 0 where it is no heading.
func (f *forms) depth(d *document, i int) int {
	b := &d.blocks[i]
	switch b.kind {
	case headingBlock:
		return levelDepth * b.level
	case slugBlock:
		return slugDepth
	case strongBlock:
		return f.boldDepth(b)
	case labelBlock:
		l := headingLabel(b)
		if f.labels[l.rank] || i == 0 {
			return rankDepth(l.rank, chapterDepth)
		}
	case numeralBlock:
		if f.single[b] {
			return numeralDepth
		}
	case itemBlock:
		if f.itemTyped && headingLabel(b).namesItself() || f.items && b.level == 0 && b.number != "" || f.single[b] {
			return itemDepth + b.level
		}
	case endBlock:
		if closes(d, i) {
			return endDepth
		}
	}
	return 0
}

// boldDepth is the depth of a bold line, 0 where it is no heading.
func (f *forms) boldDepth(b *block) int {
	if !f.bold && !f.boldTyped || isCardHeading(b.text) {
		return 0
	}
	l := headingLabel(b)
	if !f.bold && !l.isTyped() && !isStoryTitle(b.text) && !isCertainMatter(b.text) && !isLikelyMatter(b.text) {
		return 0
	}
	if l.rank == sceneRank && !f.labels[sceneRank] {
		return boldDepth // with the bold lines that do not say so
	}
	return rankDepth(l.rank, boldDepth)
}

// rankDepth is the depth of a line that calls itself something, or another.
func rankDepth(r rank, other int) int {
	switch r {
	case partRank:
		return partDepth
	case chapterRank:
		return chapterDepth
	case sectionRank:
		return sectionDepth
	case sceneRank:
		return sceneDepth
	}
	return other
}

// closes says whether the line "THE END" ends something: no text follows it
// before the next heading. Elsewhere somebody says it.
func closes(d *document, i int) bool {
	for _, b := range d.blocks[i+1:] {
		switch {
		case b.kind == headingBlock, b.kind == labelBlock, b.kind == strongBlock:
			return true
		case b.kind.isText():
			return false
		}
	}
	return true
}

// nests says whether a heading stands below another: it is deeper, or it is
// of the same level but of a lower rank, where a level holds both parts and
// chapters.
func (f *forms) nests(outer, inner *node) bool {
	if outer.depth == endDepth {
		return false
	}
	if outer.depth != inner.depth {
		return outer.depth < inner.depth
	}
	deepest, mixed := f.mixed[inner.depth]
	if !mixed || outer.label.rank == unranked {
		return false
	}
	rank := inner.label.rank
	if rank == unranked {
		rank = deepest
	}
	return outer.label.rank < rank
}

// isTyped says whether a heading calls itself a part, chapter or scene.
func (l label) isTyped() bool { return l.rank > unranked && l.rank < beatRank }

// namesItself says whether a list item calls itself a part, chapter or scene
// and does not only talk of one: "Chapter 3 needs work" does.
func (l label) namesItself() bool { return l.isTyped() && (l.number == "" || l.isTitleLike()) }

// isCardHeading says whether a heading is the name of a field ("Beats:",
// "**Goal**"): what stands below it belongs to the scene it stands in.
func isCardHeading(text string) bool {
	if len(text) > maxKey+8 { // with its marks
		return false
	}
	name := strings.ToLower(trimColon(stripEmphasis(text)))
	if name == "beats" || name == "action" || name == "scene" {
		return true
	}
	_, known := fieldKeys[name]
	return known
}
