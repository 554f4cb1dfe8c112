package scenes

import "slices"

// toldWords is how many words of running text a scene has at least, of one that
// is called as matter is.
const toldWords = 25

// sceneNames counts the headings that are called as matter is and may be
// scenes, by their phrases.
func (o *outline) sceneNames() map[string]int {
	called := map[string]int{}
	o.every(func(n *node) {
		if isSceneName(n.raw) {
			called[phrase(n.raw)]++
		}
	})
	return called
}

// isToldAmong says whether a heading that is called as matter, and is the only
// one of its name, is a scene all the same ("The Weir", "Index", "The Dog"): it
// has running text, stands behind a scene of its chapter, and more of the book
// follows. A chapter has a number or calls itself one, or it is one of several
// that hold headings.
func (o *outline) isToldAmong(n *node) bool {
	in := n.parent
	if len(n.kids) > 0 || n.words < toldWords || !n.isProse() || in.at < 0 || !in.isCounted() && !o.isOneOfChapters(in) {
		return false
	}
	behind := false
	for _, k := range in.kids[:slices.Index(in.kids, n)] {
		behind = behind || k.isTold()
	}
	seen, follows := false, false
	o.every(func(other *node) {
		follows = follows || seen && other.isTold()
		seen = seen || other == n
	})
	return behind && follows
}

// isTold says whether a heading has text of its own and is not called as
// matter.
func (n *node) isTold() bool {
	return n.words > 0 && !isCertainMatter(n.raw) && !isLikelyMatter(n.raw)
}

// isProse says whether a heading's own text is paragraphs, no list, table or
// fields.
func (n *node) isProse() bool {
	return !slices.ContainsFunc(n.doc.blocks[n.from:n.to], func(b block) bool {
		return b.kind.isBeat() && b.kind != paragraphBlock && b.kind != quoteBlock
	})
}

// isOneOfChapters says whether several headings of a depth hold headings.
func (o *outline) isOneOfChapters(in *node) bool {
	several := 0
	o.every(func(n *node) {
		if n.at >= 0 && n.depth == in.depth && len(n.kids) > 0 {
			several++
		}
	})
	return several > 1
}
