package scenes

// findTitle is the other half of rule 1: the first heading of a one-file
// manuscript is its title where it holds all the rest, or nothing.
func (o *outline) findTitle() {
	if len(o.story) != 1 {
		o.findTitleFile()
		return
	}
	root := o.story[0]
	root.label = label{title: root.raw} // not its file's name
	kids := root.headings()
	if len(kids) == 0 || kids[0].isCounted() {
		return
	}
	n := kids[0]
	if level := o.opts.sceneLevel; level > 0 && n.depth >= level {
		return
	}
	holdsAll := len(kids) == 1 && len(n.headings()) > 0
	holdsNothing := len(kids) > 1 && n.beats == 0 && len(n.headings()) == 0 && kids[1].depth <= n.depth
	if !holdsAll && !holdsNothing {
		return
	}
	n.role = titleRole
	next := kids[1:]
	if holdsAll {
		next = n.headings()
	}
	for len(next) == 1 && len(next[0].headings()) > 0 && next[0].beats == 0 && isTitleLine(next[0].raw) { // ## by Nell Hart
		next[0].role = clearRole
		next = next[0].headings()
	}
	if len(next) > 0 && next[0].isLine() && (len(next) == 1 || !next[1].isLine()) {
		next[0].role = matterRole // a subtitle
	}
}

// findTitleFile is the same for a manuscript of four files or more: the # heading
// alone in the first is the title where those of all others are deeper.
func (o *outline) findTitleFile() {
	if len(o.story) < 4 {
		return
	}
	n := o.story[0].firstHeading()
	if n == nil || n.isCounted() || isStoryTitle(n.raw) || !n.isAlone(o.story[0]) {
		return
	}
	for _, r := range o.story[1:] {
		if first := r.firstHeading(); first == nil || first.depth <= n.depth || r.doc.blocks[first.at].kind != headingBlock {
			return
		}
	}
	n.role = titleRole
}

// isLine says whether a heading is no more than a line.
func (n *node) isLine() bool { return n.beats == 0 && len(n.kids) == 0 && !n.isCounted() }
