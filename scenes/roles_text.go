package scenes

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
	return n.words >= openingWords && n.words*openingShare >= o.usual
}

// opensDivisions says whether divisions have a text of their own before their
// first scene as a rule: half of those that have any have a long one.
func (o *outline) opensDivisions() bool {
	var words []int
	o.every(func(n *node) {
		if n.at >= 0 && n.role == undecided && n.words > 0 && len(n.headings()) > 0 {
			words = append(words, n.words)
		}
	})
	return len(words) >= 2 && median(words) >= openingWords
}

// medianLeaf is the number of words of the usual leaf.
func (o *outline) medianLeaf() int {
	var words []int
	o.every(func(n *node) {
		if len(n.kids) == 0 && n.words > 0 && n.role != matterRole {
			words = append(words, n.words)
		}
	})
	return median(words)
}

// weighText measures what the story's own texts are like, for decide.
func (o *outline) weighText() {
	o.opens = o.opensDivisions()
	o.usual = o.medianLeaf()
	several := 0
	for _, r := range o.story {
		if len(r.headings()) > 1 {
			several++
		}
	}
	o.files = several*2 > len(o.story)
}

// chaptersShare is the share of a kind of heading that breaks must cut for all
// of its kind to be chapters: a fifth.
const chaptersShare = 5

// cutChapters is the second half of rule 4: the kinds of heading that are
// usually cut by breaks are chapters, whatever the single one holds.
func (o *outline) cutChapters() {
	all, cut := map[int]int{}, map[int]int{}
	o.every(func(n *node) {
		if n.role == sceneRole && n.label.rank != sceneRank {
			all[n.depth]++
			if n.breaks > 0 {
				cut[n.depth]++
			}
		}
	})
	o.every(func(n *node) {
		if n.role != sceneRole || n.label.rank == sceneRank || o.opts.sceneLevel > 0 && n.depth == o.opts.sceneLevel {
			return
		}
		if cut[n.depth]*chaptersShare < all[n.depth] && (n.breaks == 0 || !n.isChapter()) {
			return
		}
		n.role = chapterRole
		if n.at < 0 && len(o.story) == 1 {
			n.role = openRole // a file that is the whole book is no chapter
		}
	})
}

// isChapter says whether a heading calls itself a chapter, or a section.
func (n *node) isChapter() bool {
	return n.label.rank == chapterRank || n.label.rank == sectionRank
}
