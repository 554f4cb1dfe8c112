package scenes

import "strings"

// decide applies rules 2 to 4 to a node and all below it.
func (o *outline) decide(n *node) {
	if n.role == matterRole {
		return
	}
	for _, k := range n.kids {
		o.decide(k)
	}
	kids := n.headings()
	switch {
	case n.role == titleRole:
		if o.longAsScene(n) && n.words >= premiseWords {
			n.role = openRole
		}
	case n.at < 0:
		n.role = o.fileRole(n, kids)
	case o.isInner(n):
		n.role = innerRole
	case o.isScene(n, kids):
		n.role = sceneRole
		n.takeIn()
	case len(kids) == 0:
		if n.beats > 0 {
			n.role = o.leafRole()
		}
	case o.longAsScene(n):
		n.role = bothRole
	default:
		n.role = divisionRole
	}
	if n.role == divisionRole || n.role == bothRole {
		n.freeBeats()
	}
}

// takeIn makes all that is headed below a scene part of it, but for what is
// matter.
func (n *node) takeIn() {
	for _, k := range n.kids {
		if k.role != matterRole {
			k.role = innerRole
			k.takeIn()
		}
	}
}

// freeBeats makes scenes of the headings of beats in a division: they have no
// scene to belong to.
func (n *node) freeBeats() {
	for _, k := range n.kids {
		if k.role == innerRole {
			k.role = sceneRole
			k.takeIn()
		}
	}
}

// isInner says whether a heading belongs to the scene above it: it calls
// itself a beat, or it is deeper than the headings that the author named as
// scenes. At the top there is no scene that it could belong to.
func (o *outline) isInner(n *node) bool {
	if n.label.rank == beatRank {
		return n.parent.at >= 0 && n.parent.role != titleRole
	}
	for p := n.parent; o.opts.sceneLevel > 0 && p != nil; p = p.parent {
		if p.depth == o.opts.sceneLevel {
			return true
		}
	}
	return false
}

// isScene is rule 2, the author's word, and the case of a card whose headings
// are its fields and beats.
func (o *outline) isScene(n *node, kids []*node) bool {
	switch {
	case o.opts.sceneLevel == breakLevel:
		return false
	case n.label.rank == sceneRank, o.opts.sceneLevel > 0 && n.depth == o.opts.sceneLevel:
		return true
	}
	for _, k := range kids {
		if k.role != innerRole && !isCardHeading(k.raw) || len(k.kids) > 0 {
			return false
		}
	}
	return len(kids) > 0
}

// leafRole is rule 4, but for its second half.
func (o *outline) leafRole() role {
	if o.opts.sceneLevel == breakLevel {
		return chapterRole
	}
	return sceneRole
}

// fileRole is what a file is: a container where its headings say it all, a
// division where it has several and a name of its own, a scene where it has
// none. A title makes a name always, a number only where files hold several
// headings as a rule.
func (o *outline) fileRole(n *node, kids []*node) role {
	switch {
	case len(kids) == 0 && n.beats == 0:
		return clearRole
	case len(kids) == 0:
		return sceneRole
	case len(o.story) > 1 && isOneOfSeveral(n, kids) && (n.raw != "" || n.label.number != "" && o.files) && !namedAfter(n.label.title, kids[0].label.title):
		if o.longAsScene(n) {
			return bothRole
		}
		return divisionRole
	case o.longAsScene(n) && n.words >= premiseWords:
		return openRole
	}
	return clearRole
}

// isOneOfSeveral says whether a file may be a division: it has several
// headings, or it is a script of one scene with a title page, an episode.
func isOneOfSeveral(n *node, kids []*node) bool {
	return len(kids) > 1 || n.raw != "" && n.doc.blocks[kids[0].at].kind == slugBlock
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

// settleEmpty is rule 5. In a plan without any text, the headings with none
// below are the scenes, or most of them: those of the usual depth.
func (o *outline) settleEmpty() {
	like, empty := map[int]bool{}, map[int]int{}
	o.every(func(n *node) {
		switch {
		case n.role == sceneRole || n.role == chapterRole:
			like[n.depth] = true
		case n.role == undecided:
			empty[n.depth]++
		}
	})
	if len(like) == 0 {
		usual := 0
		for depth, n := range empty {
			if n > empty[usual] || n == empty[usual] && depth > usual {
				usual = depth
			}
		}
		like[usual] = true
	}
	o.every(func(n *node) {
		if n.role != undecided {
			return
		}
		n.role = matterRole
		if n.label.rank != partRank && (like[n.depth] || n.label.rank >= chapterRank) {
			n.role = o.leafRole()
		}
	})
	for _, r := range o.story {
		r.dropHollow()
	}
}

// dropHollow makes matter of the divisions below a node that hold no scene,
// and says whether the node holds one.
func (n *node) dropHollow() (story bool) {
	story = n.role != divisionRole && n.role != clearRole && n.role != titleRole && n.role != matterRole
	for _, k := range n.kids {
		story = k.dropHollow() || story
	}
	if n.role == divisionRole && n.at >= 0 && !story && !n.leads {
		n.role = matterRole
	}
	return story
}
