package diff

import "slices"

// beatMatch is a group of beats that are one: indices into the sides' beats.
type beatMatch struct {
	xs, ys []int
	score  int
}

// beatGame matches all beats of both sides, given the links of their scenes:
//
//  1. equal beats of one link: those that stand only once on each side, then
//     their equal neighbours, then repeated ones in order;
//  2. equal beats that stand only once on each side, anywhere, and short ones
//     two and two: "Anything?", "No." is a passage where neither line is;
//  3. like beats, by the assignment that scores best over all at once: one
//     that stands between the same neighbours needs the least likeness, one
//     elsewhere in its link more, one in another link the most, so that stock
//     phrases stay where they are;
//  4. neighbours of a beat that went to another link follow it;
//  5. beats that were joined or divided.
type beatGame struct {
	m        *matcher
	toY, toX []int // partner of each beat, -1 for none
	rank     []int // of each y: its place among the beats of its link
	before   []int // of each x: the ranks between which its neighbours' partners stand
	after    []int
}

// playBeats runs steps 1 to 4.
func (m *matcher) playBeats() *beatGame {
	g := &beatGame{
		m: m, toY: slices.Repeat([]int{-1}, len(m.x.beats)), toX: slices.Repeat([]int{-1}, len(m.y.beats)),
		rank: make([]int, len(m.y.beats)), before: make([]int, len(m.x.beats)), after: make([]int, len(m.x.beats)),
	}
	for _, l := range m.links {
		g.equal(m.x.beatsOf(l.Old), m.y.beatsOf(l.New))
	}
	if !slices.Contains(g.toY, -1) || !slices.Contains(g.toX, -1) {
		return g
	}
	m.ask(g.unsettled()...)
	g.equalElsewhere()
	g.passagesElsewhere()
	for _, l := range m.links {
		g.neighbours(m.x.beatsOf(l.Old), m.y.beatsOf(l.New))
	}
	g.like()
	g.follow()
	return g
}

// unsettled are the scenes of which a beat is alone, and those that are linked
// with them: it may prove to be a part of a beat of any of these.
func (g *beatGame) unsettled() []*unit {
	var all []*unit
	links := make([]bool, len(g.m.links))
	for _, p := range []struct {
		*side
		partner []int
	}{{&g.m.x, g.toY}, {&g.m.y, g.toX}} {
		for _, b := range alone(p.partner) {
			if l := p.link[p.beats[b].scene]; l >= 0 {
				links[l] = true
			} else {
				all = append(all, p.units[p.beats[b].scene])
			}
		}
	}
	for l, link := range g.m.links {
		if links[l] {
			all = append(append(all, g.m.x.unitsOf(link.Old)...), g.m.y.unitsOf(link.New)...)
		}
	}
	return all
}

func (g *beatGame) x(i int) *unit { return g.m.x.beats[i].unit }
func (g *beatGame) y(j int) *unit { return g.m.y.beats[j].unit }

func (g *beatGame) pair(i, j int) { g.toY[i], g.toX[j] = j, i }

func (g *beatGame) same(i, j int) bool { return g.x(i).same(g.y(j)) }

func (g *beatGame) free(i, j int) bool { return g.toY[i] < 0 && g.toX[j] < 0 }

// inside says whether two beats stand in scenes of one link.
func (g *beatGame) inside(i, j int) bool {
	l := g.m.x.link[g.m.x.beats[i].scene]
	return l >= 0 && l == g.m.y.link[g.m.y.beats[j].scene]
}

// equal is step 1, for the beats of one link.
func (g *beatGame) equal(xs, ys []int) {
	if slices.EqualFunc(xs, ys, g.same) {
		for k, i := range xs { // as most links of most revisions: what follows would pair them so
			g.pair(i, ys[k])
		}
		return
	}
	at := byHash(g.m.x.beatHash, g.m.y.beatHash, xs, ys)
	for _, i := range xs { // not over the map: its order is not ours
		if e := at[g.x(i).hash]; len(e.xs) == 1 && len(e.ys) == 1 && g.same(i, e.ys[0]) {
			g.pair(i, e.ys[0])
		}
	}
	g.extend(xs, ys)
	for _, i := range xs {
		for _, j := range at[g.x(i).hash].ys {
			if g.free(i, j) && g.same(i, j) {
				g.pair(i, j)
			}
		}
	}
}

// beatHash is of the words of a beat.
func (s *side) beatHash(i int) uint64 { return s.beats[i].hash }

// byHash groups what has one hash on both sides. Who pairs them asks whether they
// are the same.
func byHash(x, y func(int) uint64, xs, ys []int) map[uint64]*beatMatch {
	at := map[uint64]*beatMatch{}
	for _, i := range xs {
		e := at[x(i)]
		if e == nil {
			e = &beatMatch{}
			at[x(i)] = e
		}
		e.xs = append(e.xs, i)
	}
	for _, j := range ys {
		if e := at[y(j)]; e != nil {
			e.ys = append(e.ys, j)
		}
	}
	return at
}

// extend pairs equal beats that stand next to a pair, or at both ends.
func (g *beatGame) extend(xs, ys []int) {
	at := map[int]int{}
	for k, j := range ys {
		at[j] = k
	}
	try := func(a, b int) bool {
		if a < 0 || b < 0 || a >= len(xs) || b >= len(ys) || !g.free(xs[a], ys[b]) || !g.same(xs[a], ys[b]) {
			return false
		}
		g.pair(xs[a], ys[b])
		return true
	}
	for a, b := 0, 0; try(a, b); a, b = a+1, b+1 {
	}
	for a, b := len(xs)-1, len(ys)-1; try(a, b); a, b = a-1, b-1 {
	}
	for a := range xs {
		if j := g.toY[xs[a]]; j >= 0 {
			try(a+1, at[j]+1)
		}
	}
	for a := len(xs) - 1; a >= 0; a-- {
		if j := g.toY[xs[a]]; j >= 0 {
			try(a-1, at[j]-1)
		}
	}
}

// neighbours finds, for the beats of one link, between which partners of
// their neighbours they would stand.
func (g *beatGame) neighbours(xs, ys []int) {
	for k, j := range ys {
		g.rank[j] = k
	}
	partner := func(i int) int { // rank of the partner in this link, -1 for none
		if j := g.toY[i]; j >= 0 && g.inside(i, j) {
			return g.rank[j]
		}
		return -1
	}
	last := -1
	for _, i := range xs {
		g.before[i] = last + 1
		if r := partner(i); r >= 0 {
			last = r
		}
	}
	next := len(ys)
	for _, i := range slices.Backward(xs) {
		g.after[i] = next - 1
		if r := partner(i); r >= 0 {
			next = r
		}
	}
}

// like is step 3.
func (g *beatGame) like() {
	freeX, freeY := alone(g.toY), alone(g.toX)
	ours, theirs := g.m.allWeighed(&g.m.x, freeX), g.m.allWeighed(&g.m.y, freeY)
	found := likeAll(newIndex(theirs, mostBeats), ours, beatInPlace, func(i, k, score int) (edge, bool) {
		score = g.price(freeX[i], freeY[k], score)
		return edge{freeX[i], freeY[k], min(score, one)}, score >= beatInScene
	})
	for _, e := range assign(slices.Concat(found...), beatInScene) {
		g.pair(e.x, e.y)
	}
}

// price is the likeness of two beats as the assignment sees it: where they
// need less, it adds what is spared; where they need more, it is nothing below.
func (g *beatGame) price(i, j, score int) int {
	switch {
	case !g.inside(i, j):
		if score < beatElsewhere || !g.m.speaks(&g.m.x, i) || !g.m.speaks(&g.m.y, j) {
			return 0
		}
	case g.before[i] <= g.rank[j] && g.rank[j] <= g.after[i]:
		score += beatInScene - beatInPlace
	}
	return score
}

// matches lists the pairs, in the order of x.
func (g *beatGame) matches() []beatMatch {
	var all []beatMatch
	for i, j := range g.toY {
		if j >= 0 {
			all = append(all, beatMatch{[]int{i}, []int{j}, g.m.beatScore(g.x(i), g.y(j))})
		}
	}
	return all
}

func alone(partner []int) []int {
	var free []int
	for i, p := range partner {
		if p < 0 {
			free = append(free, i)
		}
	}
	return free
}

// span is a run of consecutive numbers from, to-1.
func span(from, to int) []int {
	s := make([]int, to-from)
	for i := range s {
		s[i] = from + i
	}
	return s
}
