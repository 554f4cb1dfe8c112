package scenes

import (
	"path"
	"strings"
)

// findMatter is rule 1: what names itself as no story. What does so in certain
// words goes first, so that it is no evidence of where the story lies.
func (o *outline) findMatter() {
	called := o.sceneNames()
	o.every(func(n *node) {
		switch {
		case n.at < 0:
			if o.opts.matter[n.doc.source.path] {
				n.role = matterRole
			}
		case n.parent.role == matterRole, !n.isLabelled() && isCertainMatter(n.raw) && !(called[phrase(n.raw)] == 1 && o.isToldAmong(n)):
			n.role = matterRole
		}
	})
	o.findContents()
	o.findEnds()
	o.deep = o.sceneDepth()
	o.typed = o.mostlyTyped()
	o.findLikely()
	o.matterFiles()
}

// isLabelled says whether a heading calls itself something, or is a script's.
func (n *node) isLabelled() bool {
	return n.at >= 0 && (n.label.rank != unranked || n.doc.blocks[n.at].kind == slugBlock)
}

// isCounted says whether a heading calls itself something or has a number.
func (n *node) isCounted() bool { return n.isLabelled() || n.label.number != "" }

// findLikely finds the headings whose words are matter only outside the story.
func (o *outline) findLikely() {
	first, last := o.span()
	i := 0
	o.every(func(n *node) {
		i++
		edge := i < first || i > last
		switch {
		case n.at < 0 || n.role == matterRole:
		case n.parent.role == matterRole:
			n.role = matterRole
		case n.isLabelled():
		case i < first && isOpeningMatter(n.raw):
			n.role = matterRole
		case (edge || n.depth < o.deep) && isLikelyMatter(n.raw):
			n.role = matterRole
		case edge && o.typed && len(n.kids) == 0 && n.depth < o.deep && !isStoryTitle(n.raw):
			n.role = matterRole
		}
	})
}

// span is the range of visited nodes within which the story certainly lies:
// from the first to the last heading that is ranked, numbered or in a form
// that most of the text stands under.
func (o *outline) span() (first, last int) {
	i := 0
	first = 1 << 30
	o.every(func(n *node) {
		i++
		if n.at >= 0 && n.role != matterRole && (n.isCounted() || n.depth == o.deep && n.beats > 0 && !isLikelyMatter(n.raw)) {
			first, last = min(first, i), i
		}
	})
	return first, last
}

// sceneDepth is the depth of heading that most beats stand right under; on a
// tie the deeper one.
func (o *outline) sceneDepth() int {
	beats := map[int]int{}
	o.every(func(n *node) {
		if n.at >= 0 && n.role != matterRole {
			beats[n.depth] += n.beats
		}
	})
	best := 0
	for depth, n := range beats {
		if n > beats[best] || n == beats[best] && depth > best {
			best = depth
		}
	}
	return best
}

// mostlyTyped says whether the manuscript's scenes call themselves scenes and
// carry numbers, as far as they stand at the depths where any does: then an
// unnumbered stretch at the manuscript's edge that is headed otherwise is no
// scene.
func (o *outline) mostlyTyped() bool {
	leaves, typed := map[int]int{}, map[int]int{}
	o.every(func(n *node) {
		if n.at >= 0 && n.role != matterRole && len(n.kids) == 0 && n.beats > 0 {
			leaves[n.depth]++
			if n.label.rank == sceneRank && n.label.number != "" {
				typed[n.depth]++
			}
		}
	})
	all, some := 0, 0
	for depth, n := range typed {
		all += leaves[depth]
		some += n
	}
	return some >= 3 && some*10 >= all*6
}

// findEnds finds THE END and, in the same folder, what stands behind it and
// neither counts nor calls itself something; and the lines that end a part or a
// chapter, such as "Chapter 1 — End" behind "Chapter 1".
func (o *outline) findEnds() {
	ended, folder := false, ""
	for _, r := range o.roots {
		dir := path.Dir(r.doc.source.path)
		ended = ended && dir == folder
		begun := map[string]bool{}
		r.walk(func(n *node) {
			name := strings.ToLower(n.label.word + " " + n.label.number)
			switch {
			case n.at < 0 || n.role == matterRole:
			case n.beats == 0 && endsBook(n.raw):
				n.role, ended, folder = matterRole, true, dir
			case n.beats == 0 && endsPart(n.raw), n.label.number != "" && begun[name] && endsBook(n.label.title), ended && !n.isCounted():
				n.role = matterRole
			case n.label.isTyped():
				begun[name] = true
			}
		})
	}
}
