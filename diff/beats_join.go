package diff

// join is step 5: sentences that were joined to one paragraph or divided over
// two. A beat that is left alone goes to the match of the beat before or
// behind it in its link, where at least half of its words (by rarity) stand in
// that match's other side and are not used up there.
func (g *beatGame) join() []beatMatch {
	all := g.matches()
	atX, atY := map[int]int{}, map[int]int{} // beat → its match
	for k, b := range all {
		atX[b.xs[0]], atY[b.ys[0]] = k, k
	}
	m := g.m
	for _, l := range m.links {
		ys, xs := m.y.beatsOf(l.New), m.x.beatsOf(l.Old)
		for k, j := range ys {
			if g.toX[j] < 0 {
				for _, next := range beside(ys, k) {
					at, ok := atY[next]
					if ok && len(all[at].xs) == 1 && m.adds(&m.x, &m.y, all[at].xs[0], all[at].ys, j) {
						all[at].ys = insert(all[at].ys, j)
						atY[j] = at
						break
					}
				}
			}
		}
		for k, i := range xs {
			if g.toY[i] < 0 {
				for _, next := range beside(xs, k) {
					at, ok := atX[next]
					if ok && len(all[at].ys) == 1 && m.adds(&m.y, &m.x, all[at].ys[0], all[at].xs, i) {
						all[at].xs = insert(all[at].xs, i)
						atX[i] = at
						break
					}
				}
			}
		}
	}
	return all
}

// beside are the neighbours of element k.
func beside(list []int, k int) []int {
	var next []int
	if k > 0 {
		next = append(next, list[k-1])
	}
	if k+1 < len(list) {
		next = append(next, list[k+1])
	}
	return next
}

// adds says whether a piece adds words of the whole to the pieces that are
// known: at least half of the piece.
func (m *matcher) adds(whole, parts *side, w int, known []int, piece int) bool {
	if m.beatRarity == nil {
		m.weighBeats()
	}
	left := map[word]int{}
	for _, id := range whole.beats[w].words {
		left[id]++
	}
	for _, k := range known {
		for _, id := range parts.beats[k].words {
			left[id]--
		}
	}
	gained, all := 0, 0
	for _, id := range parts.beats[piece].words {
		weight := int(m.beatRarity[id]) + 1
		all += weight
		if left[id] > 0 {
			left[id]--
			gained += weight
		}
	}
	return gained*2 >= all && len(parts.beats[piece].words) >= 2
}

// alignBeats matches all beats and closes the list: every beat of either side
// stands in one link of beats.
func (m *matcher) alignBeats() []BeatLink {
	matched := m.playBeats().join()
	usedX, usedY := make([]bool, len(m.x.beats)), make([]bool, len(m.y.beats))
	links := make([]BeatLink, 0, len(matched))
	for _, b := range matched {
		links = append(links, BeatLink{Old: m.x.refs(b.xs), New: m.y.refs(b.ys), Score: b.score})
		for _, x := range b.xs {
			usedX[x] = true
		}
		for _, y := range b.ys {
			usedY[y] = true
		}
	}
	for x, u := range usedX {
		if !u {
			links = append(links, BeatLink{Old: m.x.refs([]int{x})})
		}
	}
	for y, u := range usedY {
		if !u {
			links = append(links, BeatLink{New: m.y.refs([]int{y})})
		}
	}
	return links
}
