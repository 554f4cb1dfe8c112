package diff

import (
	"cmp"
	"slices"
)

// parts finds splits and merges: a scene that is alone, and whose beats (or
// runs of words) stand for a good part in a scene that has a partner already.
// They must stand there as one stretch: an echo or a callback repeats a
// sentence here and there, a split takes a segment.
var parts = pass{
	Name: "part",
	Says: map[string]string{"part": "one is a part of the other"},
	Run: func(m *matcher) {
		if len(m.x.free()) == 0 && len(m.y.free()) == 0 {
			return
		}
		m.game = m.playBeats()
		g := m.game
		moved := slices.DeleteFunc(g.matches(), func(b beatMatch) bool { return g.inside(b.xs[0], b.ys[0]) })
		pieces := append(m.pieces(&m.x, &m.y, moved, true), m.pieces(&m.y, &m.x, mirrored(moved), false)...)
		slices.SortFunc(pieces, func(a, b piece) int {
			return cmp.Or(b.share-a.share, cmp.Compare(a.x+a.y, b.x+b.y), cmp.Compare(a.x, b.x))
		})
		if len(pieces) > 0 {
			m.askAll() // once, and not for each whole
		}
		for _, p := range m.undisputed(pieces) {
			m.attach(p)
		}
		m.attachBeside()
	},
}

// piece says that scene x of one side is a part of scene y of the other, or
// the other way round.
type piece struct {
	x, y  int
	share int  // of the piece that stands in the whole, parts of one
	ofY   bool // x is the piece, y the whole
}

// mirrored turns matches round.
func mirrored(matches []beatMatch) []beatMatch {
	turned := make([]beatMatch, len(matches))
	for i, b := range matches {
		turned[i] = beatMatch{b.ys, b.xs, b.score}
	}
	return turned
}

// pieces lists the free scenes of side a that may be pieces of linked scenes
// of side b. moved are the beats that were found to have gone from one to the
// other.
func (m *matcher) pieces(a, b *side, moved []beatMatch, ofY bool) []piece {
	type stretch struct{ words, beats, first, last int }
	found := map[[2]int]*stretch{}
	var order [][2]int
	for _, mt := range moved {
		i, j := a.beats[mt.xs[0]].scene, b.beats[mt.ys[0]].scene
		if a.link[i] >= 0 || b.link[j] < 0 {
			continue
		}
		key := [2]int{i, j}
		s := found[key]
		if s == nil {
			s = &stretch{first: mt.ys[0], last: mt.ys[0]}
			found[key] = s
			order = append(order, key)
		}
		s.words += a.beats[mt.xs[0]].size
		s.beats++
		s.first, s.last = min(s.first, mt.ys[0]), max(s.last, mt.ys[0])
	}
	all := m.contained(a, b, ofY)
	for _, key := range order {
		s := found[key]
		share := share(s.words, max(a.units[key[0]].size, 1))
		loose := s.last-s.first+1 > 2*s.beats+1
		if share < partShare || s.beats < 2 && share < soloShare || loose {
			continue
		}
		p := piece{x: key[0], y: key[1], share: share, ofY: true}
		if !ofY {
			p = piece{x: key[1], y: key[0], share: share}
		}
		all = append(all, p)
	}
	return all
}

// attach joins a piece to its whole, unless the link would then have several
// scenes on both sides, or the piece only repeats what a partner of the whole
// says already.
func (m *matcher) attach(p piece) {
	if p.ofY {
		l := m.links[m.y.link[p.y]]
		if m.x.link[p.x] < 0 && len(l.New) == 1 && !m.repeats(&m.x, p.x, m.scene(&m.y, p.y), l.Old) {
			m.joinX(p.x, p.y)
		}
		return
	}
	l := m.links[m.x.link[p.x]]
	if m.y.link[p.y] < 0 && len(l.Old) == 1 && !m.repeats(&m.y, p.y, m.scene(&m.x, p.x), l.New) {
		m.joinY(p.x, p.y)
	}
}

// repeats says whether scene i of side s is a copy: of the runs of words that
// it shares with the whole, most stand in one of the whole's partners too. A
// split shares a scene's text out; what is said a second time is new.
func (m *matcher) repeats(s *side, i int, whole *unit, partners []int) bool {
	shared := both(m.scene(s, i).grams, whole.grams)
	again := 0
	for _, p := range partners {
		again = max(again, common(shared, m.scene(s, p).grams))
	}
	return int64(again)*one > copyShare*int64(len(shared))
}
