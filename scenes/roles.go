package scenes

import "strings"

// mostlyTyped says whether the manuscript's scenes call themselves scenes, or
// carry numbers: then an unnumbered stretch at the manuscript's edge that is
// headed otherwise is no scene.
func (o *outline) mostlyTyped() bool {
	typed, leaves := 0, 0
	o.every(func(n *node) {
		if n.at >= 0 && len(n.kids) == 0 && n.beats > 0 {
			leaves++
			if n.label.rank == sceneRank && n.label.number != "" {
				typed++
			}
		}
	})
	return typed >= 3 && typed*10 >= leaves*6
}

// findMatter is rule 1: what names itself as no story.
func (o *outline) findMatter() {
	first, last := o.span()
	i := 0
	ended := false
	o.every(func(n *node) {
		i++
		switch {
		case n.at < 0:
			if o.opts.matter[n.doc.source.path] {
				n.role = matterRole
			}
		case n.parent.role == matterRole:
			n.role = matterRole
		case isEnd(n.raw):
			n.role, ended = matterRole, true
		case ended && n.label.rank == unranked && n.label.number == "":
			n.role = matterRole
		case n.label.rank != unranked || n.doc.blocks[n.at].kind == slugBlock:
		case isCertainMatter(n.raw):
			n.role = matterRole
		case i < first && isOpeningMatter(n.raw):
			n.role = matterRole
		case (i < first || i > last || o.shallow(n)) && (isLikelyMatter(n.raw) || o.typed && len(n.kids) == 0 && o.shallow(n) && !isStoryTitle(n.raw)):
			n.role = matterRole
		}
	})
	o.matterFiles()
}

// span is the range of visited nodes within which the story certainly lies:
// from the first to the last heading that is ranked, numbered or in a form
// that most of the text stands under.
func (o *outline) span() (first, last int) {
	i, deep := 0, o.sceneDepth()
	first = 1 << 30
	o.every(func(n *node) {
		i++
		if n.at >= 0 && (n.label.rank != unranked || n.label.number != "" || n.depth == deep && n.beats > 0 && !isLikelyMatter(n.raw)) {
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
		if n.at >= 0 {
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

// shallow says whether a heading stands above the level of scenes.
func (o *outline) shallow(n *node) bool { return n.depth < o.sceneDepth() }

// findTitle is the other half of rule 1: the first heading of a one-file
// manuscript is its title where it holds all the rest, or nothing.
func (o *outline) findTitle() {
	story := o.storyRoots()
	if len(story) != 1 {
		return
	}
	story[0].label = label{title: story[0].doc.title} // not its file's name
	kids := story[0].story()
	if len(kids) == 0 {
		return
	}
	n := kids[0]
	if n.label.rank != unranked || n.label.number != "" || n.doc.blocks[n.at].kind == slugBlock {
		return
	}
	holdsAll := len(kids) == 1 && len(n.story()) > 0
	holdsNothing := len(kids) > 1 && n.beats == 0 && len(n.story()) == 0 && kids[1].depth <= n.depth
	if !holdsAll && !holdsNothing {
		return
	}
	n.role = titleRole
	next := kids
	if holdsAll {
		next = append([]*node{n}, n.story()...)
	}
	if len(next) > 1 {
		if sub := next[1]; sub.beats == 0 && len(sub.kids) == 0 && sub.label.rank == unranked && sub.label.number == "" {
			sub.role = matterRole // a subtitle
		}
	}
}

// storyRoots are the files that are not matter.
func (o *outline) storyRoots() []*node {
	var roots []*node
	for _, r := range o.roots {
		if r.role != matterRole {
			roots = append(roots, r)
		}
	}
	return roots
}

// matterFiles finds the files that are not story as a whole. The story is in
// the files of the best tier there is; all others are matter: notes beside
// chapters, but not an outline that stands alone.
func (o *outline) matterFiles() {
	best := repositoryTier - 1
	for _, r := range o.roots {
		if r.role != matterRole {
			best = min(best, o.tier(r))
		}
	}
	for _, r := range o.roots {
		if o.tier(r) > best {
			r.walk(func(n *node) { n.role = matterRole })
		}
	}
}

// tier is the tier of a file; one that an order file lists is story.
func (o *outline) tier(r *node) tier {
	if o.opts.listed[r.doc.source.path] {
		return storyTier
	}
	return tierOf(r.doc.source.path)
}

// decide applies rules 2 to 4 to a node and all below it.
func (o *outline) decide(n *node) {
	if n.role == matterRole {
		return
	}
	for _, k := range n.kids {
		o.decide(k)
	}
	kids := n.story()
	switch {
	case n.role == titleRole:
		if o.longAsScene(n) && n.words >= premiseWords {
			n.role = openRole
		}
	case n.at < 0:
		n.role = o.fileRole(n, kids)
	case o.opts.sceneLevel > 0 && n.depth > o.opts.sceneLevel:
		n.role = innerRole
	case n.label.rank == beatRank || n.under(sceneRole):
		n.role = innerRole
	case o.isScene(n, kids):
		n.role = sceneRole
		for _, k := range kids {
			k.walk(func(k *node) { k.role = innerRole })
		}
	case len(kids) == 0:
		if n.beats > 0 {
			n.role = sceneRole
		}
	case o.longAsScene(n):
		n.role = bothRole
	default:
		n.role = divisionRole
	}
}

// isScene is rule 2, and the case of a card whose fields are headings.
func (o *outline) isScene(n *node, kids []*node) bool {
	if n.label.rank == sceneRank || o.opts.sceneLevel > 0 && n.depth == o.opts.sceneLevel {
		return true
	}
	for _, k := range kids {
		if !isCardHeading(k.raw) || len(k.kids) > 0 {
			return false
		}
	}
	return len(kids) > 0
}

// fileRole is what a file is: a container where its headings say it all, a
// division where it has several and a name of its own, a scene where it has
// none.
func (o *outline) fileRole(n *node, kids []*node) role {
	switch {
	case len(kids) == 0 && n.beats == 0:
		return clearRole
	case len(kids) == 0:
		return sceneRole
	case len(o.storyRoots()) > 1 && len(kids) > 1 && (n.doc.title != "" || n.label.number != "") && !namedAfter(n.label.title, kids[0].label.title):
		if o.longAsScene(n) {
			return bothRole
		}
		return divisionRole
	case o.longAsScene(n) && n.words >= premiseWords:
		return openRole
	}
	return clearRole
}

// namedAfter says whether a file is named after its first heading: half of
// the words of its name stand in it.
func namedAfter(name, heading string) bool {
	words, hits := strings.Fields(Fold(name)), 0
	in := " " + Fold(heading)
	for _, w := range words {
		if strings.Contains(in, " "+w+" ") {
			hits++
		}
	}
	return hits > 0 && hits*2 >= len(words)
}

// A text between a division's heading and its first scene is a scene where it
// has this many words and this share of a usual scene's; else it is a blurb.
// A manuscript that opens its divisions so as a rule does it with short texts
// too. Real openings that were measured begin at 60 words, real blurbs end at
// 40. Text before a file's first heading or under a book's title is held to
// more, since premises are long.
const (
	openingWords = 50
	openingShare = 3 // a third of the median scene
	shortOpening = 8 // where openings are the rule
	premiseWords = 150
)

// longAsScene says whether a division's own text is a scene.
func (o *outline) longAsScene(n *node) bool {
	if o.opens {
		return n.words >= shortOpening
	}
	return n.words >= openingWords && n.words*openingShare >= o.medianLeaf()
}

// opensDivisions says whether divisions have a text of their own before their
// first scene as a rule: half of those that have any have a long one.
func (o *outline) opensDivisions() bool {
	var words []int
	o.every(func(n *node) {
		if n.at >= 0 && n.role == undecided && n.words > 0 && len(n.story()) > 0 {
			words = append(words, n.words)
		}
	})
	return len(words) >= 2 && median(words) >= openingWords
}

// medianLeaf is the number of words of the usual leaf.
func (o *outline) medianLeaf() int {
	if o.usual < 0 {
		var words []int
		o.every(func(n *node) {
			if len(n.kids) == 0 && n.words > 0 && n.role != matterRole {
				words = append(words, n.words)
			}
		})
		o.usual = median(words)
	}
	return o.usual
}

// cutChapters is the second half of rule 4: the kinds of heading that are
// usually cut by breaks are chapters, whatever the single one holds.
func (o *outline) cutChapters() {
	type count struct{ all, cut int }
	kinds := map[int]*count{}
	o.every(func(n *node) {
		if n.role != sceneRole || n.label.rank == sceneRank {
			return
		}
		c := kinds[n.depth]
		if c == nil {
			c = &count{}
			kinds[n.depth] = c
		}
		c.all++
		if n.breaks > 0 {
			c.cut++
		}
	})
	o.every(func(n *node) {
		if n.role == sceneRole && n.label.rank != sceneRank {
			if c := kinds[n.depth]; c.cut*5 >= c.all || n.breaks > 0 && n.label.rank == chapterRank {
				n.role = chapterRole
				if n.at < 0 && len(o.storyRoots()) == 1 {
					n.role = openRole // a file that is the whole book is no chapter
				}
			}
		}
	})
}

// settleEmpty is rule 5.
func (o *outline) settleEmpty() {
	like := map[int]int{}
	o.every(func(n *node) {
		if n.role == sceneRole || n.role == chapterRole {
			like[n.depth]++
		}
	})
	o.every(func(n *node) {
		if n.role != undecided {
			return
		}
		n.role = matterRole
		if like[n.depth] > 0 || n.label.rank >= chapterRank {
			n.role = sceneRole
		}
	})
}
