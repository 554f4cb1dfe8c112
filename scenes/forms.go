package scenes

import "strings"

// forms is the evidence on which lines that may be headings are headings: a
// bold line, a plain "CHAPTER ONE", a lone "IV.", a numbered item.
type forms struct {
	strong   bool // bold lines are headings
	labels   map[rank]bool
	numerals bool
	items    bool         // numbered items at the outer level are scenes
	typed    bool         // items that call themselves scenes are
	gaps     bool         // several blank lines are breaks
	mixed    map[int]rank // heading levels that hold two ranks: their deepest
}

// Depths order the forms of heading, outermost first. Levels of # headings
// come first, ten apart, since whoever uses both puts bold lines below them.
const (
	levelDepth   = 10 // × the heading's level
	partDepth    = 62 // a plain or bold line that says part, act, book
	chapterDepth = 64
	sceneDepth   = 66
	slugDepth    = 68
	strongDepth  = 70
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
		if !f.strong || isCardHeading(b.text) {
			return 0
		}
		return rankDepth(headingLabel(b).rank, strongDepth)
	case labelBlock:
		if l := headingLabel(b); f.labels[l.rank] || i == 0 {
			return rankDepth(l.rank, chapterDepth)
		}
	case numeralBlock:
		if f.numerals {
			return numeralDepth
		}
	case itemBlock:
		typed := headingLabel(b).rank
		if f.items && b.level == 0 && b.number != "" || f.typed && typed > unranked && typed < beatRank {
			return itemDepth + b.level
		}
	}
	return 0
}

func rankDepth(r rank, other int) int {
	switch r {
	case partRank:
		return partDepth
	case chapterRank:
		return chapterDepth
	case sceneRank:
		if other == strongDepth {
			return strongDepth
		}
		return sceneDepth
	}
	return other
}

// nests says whether a heading stands below another: it is deeper, or it is
// of the same level but of a lower rank, where a level holds both parts and
// chapters.
func (f *forms) nests(outer, inner *node) bool {
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

// isCardHeading says whether a heading is the name of a field ("Beats:",
// "**Goal**"): what stands below it belongs to the scene it stands in.
func isCardHeading(text string) bool {
	name := strings.ToLower(trimColon(stripEmphasis(text)))
	if name == "beats" || name == "action" || name == "scene" {
		return true
	}
	_, known := fieldKeys[name]
	return known
}

// weighForms counts how the lines that may be headings occur.
func weighForms(docs []*document) forms {
	f := forms{labels: map[rank]bool{}, mixed: map[int]rank{}}
	var strong, numerals, items tally
	labels := map[rank]int{}
	ranks := map[int]map[rank]bool{}
	breaks, headed := 0, 0
	for _, d := range docs {
		for i := range d.blocks {
			b := &d.blocks[i]
			switch b.kind {
			case strongBlock:
				strong.add(d, i)
			case numeralBlock:
				numerals.add(d, i)
			case itemBlock:
				items.add(d, i)
			case labelBlock:
				labels[headingLabel(b).rank]++
			case breakBlock:
				breaks++
			case headingBlock:
				headed++
				if r := headingLabel(b).rank; r != unranked {
					if ranks[levelDepth*b.level] == nil {
						ranks[levelDepth*b.level] = map[rank]bool{}
					}
					ranks[levelDepth*b.level][r] = true
				}
			}
		}
	}
	for r, n := range labels {
		f.labels[r] = n >= 2
	}
	for depth, set := range ranks {
		for r := range set {
			if len(set) > 1 && r > f.mixed[depth] {
				f.mixed[depth] = r
			}
		}
	}
	f.strong = strong.headsScenes()
	f.numerals = numerals.counts()
	f.typed = items.typed >= 2
	f.items = !f.typed && items.outline()
	f.gaps = breaks == 0 && gapsPart(docs, headed)
	return f
}

// tally is what is known of the lines of one form.
type tally struct {
	n, typed   int             // how many; how many call themselves part, chapter or scene
	headsList  int             // a bullet or a key line stands right below it
	texts      map[string]bool // distinct texts
	words      int             // of all beats that are not of this form
	numbered   int             // items: outer ones with a number
	parents    int             // of them, those with bullets below
	inside     int             // bullets below one
	others     int             // items and paragraphs elsewhere
	last, good int             // numerals: the last value; steps of one
}

func (t *tally) add(d *document, i int) {
	b := &d.blocks[i]
	l := headingLabel(b)
	if t.texts == nil {
		t.texts = map[string]bool{}
	}
	t.n++
	t.texts[b.text] = true
	if l.rank > unranked && l.rank < beatRank {
		t.typed++
	}
	nested := i+1 < len(d.blocks) && d.blocks[i+1].kind == itemBlock && (b.kind != itemBlock || d.blocks[i+1].level > b.level)
	if nested || i+1 < len(d.blocks) && d.blocks[i+1].kind == fieldBlock {
		t.headsList++
	}
	if b.kind == itemBlock {
		switch {
		case b.level > 0:
			t.inside++
		case b.number != "":
			t.numbered++
			if nested {
				t.parents++
			}
		default:
			t.others++
		}
	}
	if v := numberValue(l.number); b.kind == numeralBlock {
		if v == t.last+1 || v == 1 {
			t.good++
		}
		t.last = v
	}
}

// headsScenes says whether bold lines are headings: some call themselves
// scenes; or they are titles (hardly one twice, as a speaker's name would be)
// and most stand right above a list, which is what an outline looks like.
func (t *tally) headsScenes() bool {
	if t.typed >= 2 {
		return true
	}
	return t.n >= 3 && len(t.texts)*10 >= t.n*9 && t.headsList*10 >= t.n*6
}

// counts says whether lone numbers count scenes or chapters: they go up by one.
func (t *tally) counts() bool { return t.n >= 2 && t.good*10 >= t.n*7 }

// outline says whether numbered items are scenes: most of them have bullets
// below, and hardly anything of the outline stands elsewhere.
func (t *tally) outline() bool {
	return t.numbered >= 3 && t.parents*10 >= t.numbered*6 && t.others < t.inside
}

// gapsPart says whether several blank lines are breaks, in a manuscript that
// has no other: each headed stretch holds one on average, and they part
// stretches, not every paragraph.
func gapsPart(docs []*document, headed int) bool {
	gaps, beats := 0, 0
	for _, d := range docs {
		for i, b := range d.blocks {
			if b.kind == gapBlock && i > 0 && d.blocks[i-1].kind.isBeat() && i+1 < len(d.blocks) && d.blocks[i+1].kind.isBeat() {
				gaps++
			}
			if b.kind.isBeat() {
				beats++
			}
		}
	}
	return gaps >= 2 && gaps >= headed && gaps*4 <= beats
}
