package diff

// attachBeside joins what is too short to be known again anywhere else: a free
// scene that stands beside a piece of a scene, and most of which are beats of
// that very scene that are gone from where they were. A line like "He nodded."
// can't be told from its like across a book; across one break it can.
//
// It goes forth and back, so that a scene which fell into many is gathered
// piece by piece.
func (m *matcher) attachBeside() {
	x, y := m.game.toY, m.game.toX
	for _, v := range []view{{m, &m.x, &m.y, x, y, true}, {m, &m.y, &m.x, y, x, false}} {
		for i := 1; i < len(v.here.link); i++ {
			v.attach(i, i-1)
		}
		for i := len(v.here.link) - 2; i >= 0; i-- {
			v.attach(i, i+1)
		}
	}
}

// view is both sides as a piece of one of them sees them.
type view struct {
	m           *matcher
	here, there *side
	mine, its   []int // partner of each beat here, and there; -1 for none
	ofY         bool  // here is x
}

// attach joins scene i to the link of its neighbour, if it is a piece of the
// one scene that this has on the other side.
func (v view) attach(i, neighbour int) {
	l, words := v.here.link[neighbour], v.here.units[i].size
	if v.here.link[i] >= 0 || l < 0 || words == 0 {
		return
	}
	pieces, whole := v.m.links[l].Old, v.m.links[l].New
	p := piece{x: i, y: whole[0], ofY: true}
	if !v.ofY {
		pieces, whole = whole, pieces
		p = piece{x: whole[0], y: i}
	}
	if len(whole) == 1 && share(v.gone(i, pieces, whole), words) >= soloShare {
		v.m.attach(p)
	}
}

// gone counts the words of scene i in beats that the whole had, and that stand
// in none of its pieces.
func (v view) gone(i int, pieces, whole []int) (words int) {
	left := map[uint64]int{}
	for _, b := range v.there.beatsOf(whole) {
		if v.its[b] < 0 {
			left[v.there.beats[b].hash]++
		}
	}
	for _, b := range v.here.beatsOf(pieces) {
		if v.mine[b] < 0 {
			left[v.here.beats[b].hash]--
		}
	}
	for _, b := range v.here.beatsOf([]int{i}) {
		if h := v.here.beats[b].hash; left[h] > 0 {
			left[h]--
			words += v.here.beats[b].size
		}
	}
	return words
}
