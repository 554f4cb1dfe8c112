package diff

import "slices"

// join is step 5: sentences that were joined to one paragraph or divided over
// two. A beat that is left alone goes to the match of the beat before or
// behind it in its link, where at least half of its words (by rarity) stand in
// that match's other side and are not used up there.
func (g *beatGame) join() []beatMatch {
	all := g.matches()
	x := part{side: &g.m.x, partner: g.toY, at: slices.Repeat([]int{-1}, len(g.toY)), of: func(b *beatMatch) *[]int { return &b.xs }}
	y := part{side: &g.m.y, partner: g.toX, at: slices.Repeat([]int{-1}, len(g.toX)), of: func(b *beatMatch) *[]int { return &b.ys }}
	for k, b := range all {
		x.at[b.xs[0]], y.at[b.ys[0]] = k, k
	}
	for _, l := range g.m.links {
		g.m.joinBeats(all, y, x, y.side.beatsOf(l.New))
		g.m.joinBeats(all, x, y, x.side.beatsOf(l.Old))
	}
	return all
}

// part is one side of the matches.
type part struct {
	*side
	partner []int                   // of each beat: its partner, -1 for none
	at      []int                   // of each beat: its match, -1 for none
	of      func(*beatMatch) *[]int // the beats of this side in a match
}

// joinBeats joins those of one link's beats that are alone to the matches of
// their neighbours; whole is the other side.
func (m *matcher) joinBeats(all []beatMatch, pieces, whole part, beats []int) {
	for k, piece := range beats {
		if pieces.partner[piece] >= 0 {
			continue
		}
		for _, next := range beside(beats, k) {
			at := pieces.at[next]
			if at < 0 {
				continue
			}
			mine, theirs := pieces.of(&all[at]), *whole.of(&all[at])
			if len(theirs) == 1 && m.adds(whole.side, pieces.side, theirs[0], *mine, piece) {
				*mine = insert(*mine, piece)
				pieces.at[piece] = at
				break
			}
		}
	}
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
	left := map[word]int{}
	for _, id := range whole.beats[w].words() {
		left[id]++
	}
	for _, k := range known {
		for _, id := range parts.beats[k].words() {
			left[id]--
		}
	}
	gained, all := 0, 0
	for _, id := range parts.beats[piece].words() {
		weight := int(m.beatRarity[id]) + 1
		all += weight
		if left[id] > 0 {
			left[id]--
			gained += weight
		}
	}
	return gained*2 >= all && parts.beats[piece].size >= 2
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
