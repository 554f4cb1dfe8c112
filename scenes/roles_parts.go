package scenes

// findLeads finds the parts that go on over the end of a file: each stands at
// the head of its file, no file holds two, and they count up. One that is
// alone in its file, with a blurb perhaps, is enough.
func (o *outline) findLeads() {
	var leads []*node
	alone, last := false, 0
	for i, r := range o.story {
		n, parts := r.leadingPart()
		if parts > 1 {
			return
		}
		if n == nil {
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

// leadingPart is the part's heading with which a file begins, and how many
// parts the file holds.
func (r *node) leadingPart() (first *node, parts int) {
	seen := false
	r.walk(func(n *node) {
		if n.at < 0 || n.role == matterRole || n.role == titleRole {
			return
		}
		if n.label.rank == partRank {
			parts++
			if !seen {
				first = n
			}
		}
		seen = true
	})
	return first, parts
}
