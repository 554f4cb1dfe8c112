package scenes

// findLeads finds the headings that go on over the end of their file: the
// parts, and any heading that is alone in its file, without text, and deeper
// ones in the file behind.
func (o *outline) findLeads() {
	o.findPartLeads()
	for i, r := range o.story[:max(len(o.story)-1, 0)] {
		n, next := r.firstHeading(), o.story[i+1].firstHeading()
		if n != nil && next != nil && n.isAlone(r) && n.words == 0 && n.label.rank != sceneRank && n.depth < next.depth {
			n.leads, n.role = true, divisionRole
		}
	}
}

// findPartLeads finds the parts that hold what is in the files behind: each
// stands at the head of its file, no file holds two, and they count up. One
// that is alone in its file, with a blurb perhaps, is enough.
func (o *outline) findPartLeads() {
	var leads []*node
	alone, last := false, 0
	for i, r := range o.story {
		n := r.firstHeading()
		if parts := r.countParts(); parts > 1 {
			return
		} else if parts == 0 || n.label.rank != partRank {
			continue
		}
		v := numberValue(n.label.number)
		if v <= last {
			return
		}
		last = v
		leads = append(leads, n)
		alone = alone || n.isAlone(r) && i+1 < len(o.story)
	}
	if !alone && len(leads) < 2 {
		return
	}
	for _, n := range leads {
		n.leads = true
		if n.isAlone(n.parent) {
			n.role = divisionRole
		}
	}
}

// isAlone says whether a heading is all that its file holds, but for a blurb.
func (n *node) isAlone(file *node) bool {
	return file.at < 0 && len(file.headings()) == 1 && len(n.kids) == 0 && n.words < openingWords
}

// firstHeading is a file's first heading that is neither matter nor the book's
// title, nil where it has none.
func (r *node) firstHeading() *node {
	for _, n := range r.kids {
		switch n.role {
		case matterRole:
		case titleRole:
			if first := n.firstHeading(); first != nil {
				return first
			}
		default:
			return n
		}
	}
	return nil
}

// countParts is how many headings of a file call themselves parts.
func (r *node) countParts() int {
	parts := 0
	r.walk(func(n *node) {
		if n.at >= 0 && n.role != matterRole && n.label.rank == partRank {
			parts++
		}
	})
	return parts
}

// lead is a division that goes on in the files behind its own.
type lead struct {
	node     *node
	division *Division
}

// holds says whether a file stands in the division: its first heading is
// deeper, or, for a part, is none.
func (l lead) holds(first *node) bool {
	if l.node.label.rank == partRank {
		return first == nil || first.label.rank != partRank
	}
	return first == nil || first.depth > l.node.depth
}

// leading is the division that goes on from the files before, nil where none
// does.
func (b *builder) leading(r *node) *Division {
	first := r.firstHeading()
	for len(b.leads) > 0 {
		if last := b.leads[len(b.leads)-1]; last.holds(first) {
			return last.division
		}
		b.leads = b.leads[:len(b.leads)-1]
	}
	return nil
}
