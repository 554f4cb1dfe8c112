package scenes

// evidence is what a manuscript's lines that may be headings look like, one
// tally a form.
type evidence struct {
	bold     boldTally
	items    itemTally
	labels   labelTally
	numerals numeralTally
	ranks    map[int]map[rank]bool // what headings of a level call themselves
	headings int
	breaks   int
}

// weighForms counts how the lines that may be headings occur, and decides for
// each form whether it is one. Lists of contents and of characters say nothing
// of the story's form.
func weighForms(docs []*document, opts Options) forms {
	e := evidence{bold: boldTally{texts: map[string]bool{}}, labels: labelTally{ranks: map[rank]int{}}, ranks: map[int]map[rank]bool{}}
	for _, d := range docs {
		matter := 0 // the level of the heading that names matter, 0 outside
		for i := range d.blocks {
			if b := &d.blocks[i]; b.kind == headingBlock && (matter == 0 || b.level <= matter) {
				matter = 0
				if isCertainMatter(b.text) {
					matter = b.level
				}
			}
			if matter == 0 {
				e.add(d, i)
			}
		}
	}
	f := forms{
		bold: e.bold.heads() || opts.sceneLevel == boldDepth, boldTyped: e.bold.typed >= 2,
		labels: e.labels.heads(), titled: e.labels.titled >= 2 && e.labels.titled*3 >= e.labels.bare*2,
		itemTyped: e.items.typed >= 2, single: e.numerals.heads(docs),
		gaps: e.breaks == 0 && gapsPart(docs, e.headings), mixed: mixedLevels(e.ranks),
	}
	f.items = !f.itemTyped && e.items.head()
	if !f.itemTyped && !f.items {
		addActBullets(f.single, docs)
	}
	return f
}

// add counts block i of a file.
func (e *evidence) add(d *document, i int) {
	b := &d.blocks[i]
	switch b.kind {
	case strongBlock:
		e.bold.add(d, i)
		e.labels.add(d, i)
	case numeralBlock:
		e.numerals.add(d, i)
	case itemBlock:
		e.items.add(d, i)
	case labelBlock:
		e.labels.add(d, i)
	case breakBlock:
		e.breaks++
	case headingBlock:
		e.headings++
		if r := headingLabel(b).rank; r != unranked {
			depth := levelDepth * b.level
			if e.ranks[depth] == nil {
				e.ranks[depth] = map[rank]bool{}
			}
			e.ranks[depth][r] = true
		}
	}
}

// mixedLevels are the levels whose headings call themselves two things, with
// the deepest of them.
func mixedLevels(ranks map[int]map[rank]bool) map[int]rank {
	mixed := map[int]rank{}
	for depth, set := range ranks {
		for r := range set {
			if len(set) > 1 && r > mixed[depth] {
				mixed[depth] = r
			}
		}
	}
	return mixed
}

// lineLevel stands for the level of a plain or bold line among headings.
const lineLevel = 7

// addActBullets adds the outer bullets below headings that say part or act,
// where no heading divides these and most bullets have others below: an act is
// no scene, so its bullets are.
func addActBullets(heads map[*block]bool, docs []*document) {
	var outer []*block
	parents := 0
	for _, d := range docs {
		act := 0 // the level of the act's heading, 0 outside
		for i := range d.blocks {
			b := &d.blocks[i]
			level := b.headingLevel()
			switch {
			case level > act && act > 0, b.kind == slugBlock:
				return
			case level > 0:
				act = 0
				if headingLabel(b).rank == partRank {
					act = level
				}
			case act > 0 && b.kind == itemBlock && b.level == 0:
				outer = append(outer, b)
				if hasNested(d, i) {
					parents++
				}
			}
		}
	}
	if len(outer) >= 3 && parents*10 >= len(outer)*6 {
		for _, b := range outer {
			heads[b] = true
		}
	}
}

// headingLevel is the level of a heading, or of a line that calls itself
// something; 0 for all others.
func (b *block) headingLevel() int {
	switch {
	case b.kind == headingBlock:
		return b.level
	case (b.kind == strongBlock || b.kind == labelBlock) && headingLabel(b).isTyped():
		return lineLevel
	}
	return 0
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
