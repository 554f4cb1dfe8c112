package diff

import (
	"slices"

	"git-scene/scenes"
)

// kin pairs scenes that were rewritten until their words alone say little: by
// words, people, place in the order and title together. None of these can do
// it alone, so that neither a name that is in every scene, nor a title that
// was used again, nor a gap that was filled makes a pair.
//
// The weights are rounded from a logistic regression over the free pairs of
// labelled revisions and of made books, each judged by a fit on the others.
var kin = pass{
	Name: "kin",
	Says: map[string]string{"title": "rewritten, under the same title"}, // and "similar", for the rest
	Run: func(m *matcher) {
		xs, ys := m.x.free(), m.y.free()
		if len(xs) == 0 || len(ys) == 0 {
			return
		}
		if len(xs)*len(ys) > maxKin {
			m.notes = append(m.notes, "too many scenes are new to look for rewritten ones among them")
			return
		}
		m.askAll() // the background is of all scenes
		k := newKindred(m, xs, ys)
		// Who stands between the same neighbours is judged twice: what is
		// likely by the first judgement counts as a neighbour in the second,
		// so that two rewritten scenes show that the one between them moved.
		likely := k.assign(m.places(nil), kinBase, k.rivals/2)
		for _, e := range k.assign(m.places(likely), kinBase, k.rivals) {
			m.pass = "similar"
			if sameTitle(m.x.m.Scenes[e.x], m.y.m.Scenes[e.y]) {
				m.pass = "title"
			}
			m.pair(e.x, e.y, min(m.likeness(e.x, e.y), one-1))
		}
		bar := kinBase + k.rivals
		for _, e := range k.assign(m.places(likely), kinBase*hintShare/one, k.rivals*hintShare/one) {
			if m.x.link[e.x] < 0 && m.y.link[e.y] < 0 {
				m.hints = append(m.hints, Hint{e.x, e.y, min(e.score*one/bar, one)})
			}
		}
	},
}

// kindred holds what speaks for each pair of free scenes, but for their place.
type kindred struct {
	xs, ys  []int
	rivals  int       // what a pair needs beyond kinBase, for all that might be in its stead
	grounds []Grounds // of xs[i] and ys[j] at i*len(ys)+j
}

func newKindred(m *matcher, xs, ys []int) *kindred {
	m.rivalry = kinRival * min(log2(max(len(xs), len(ys))), mostRivals<<8) >> 8
	k := &kindred{xs, ys, m.rivalry, make([]Grounds, len(xs)*len(ys))}
	background, lone := m.measureBackground(), m.loneBeats()
	ours, theirs := m.scenes(&m.x, xs), m.scenes(&m.y, ys)
	a, b := m.courses(ours), m.courses(theirs)
	names := make([]unit, len(ys))
	for j := range ys {
		names[j] = m.names(m.y.m.Scenes[ys[j]], theirs[j])
	}
	inParallel(len(xs), func(i int) {
		named := m.names(m.x.m.Scenes[xs[i]], ours[i])
		for j, y := range ys {
			text := 0
			if beat, ok := lone[[2]int{xs[i], y}]; ok {
				text = m.without(beat)
			} else {
				text = m.along(a[i], b[j])
			}
			k.grounds[i*len(ys)+j] = Grounds{
				Text:  text - background,
				Names: cosine(&named, &names[j]),
				Title: titleGround(m.x.m.Scenes[xs[i]], m.y.m.Scenes[y]),
			}
		}
	})
	return k
}

// assign pairs the free scenes by their grounds and their places. A pair needs
// own in its place, and as much more elsewhere as is asked for its rivals' sake.
func (k *kindred) assign(near []gap, own, rivals int) []edge {
	var edges []edge
	for i, x := range k.xs {
		for j, y := range k.ys {
			g := k.grounds[i*len(k.ys)+j].placed(near[x], y, own, rivals)
			if score := g.Score(); score >= own+rivals {
				edges = append(edges, edge{x, y, min(score, one)})
			}
		}
	}
	return assign(edges, own+rivals)
}

// maxKin bounds the pairs of free scenes that kin weighs: a thousand new
// scenes against a thousand cut ones are two different books.
const maxKin = 1 << 20

// Grounds are what speaks for two scenes being one, each in parts of [One].
type Grounds struct {
	Text  int // likeness of their words, above that of unrelated scenes
	Names int // likeness of the people and places they name
	Title int // what their titles add
	Place int // what their place between the same neighbours adds
}

// Score is the sum of the evidence, in parts of [One]; it can exceed it.
func (g Grounds) Score() int { return g.Text + g.Names*namesShare/one + g.Title + g.Place }

// placed adds what it says that scene y stands in a gap: that none of its rivals
// does. So a place counts only for a pair that would be believed without it,
// were it the only one: where a scene was cut and another written in its place,
// the place says nothing.
func (g Grounds) placed(n gap, y, own, rivals int) Grounds {
	if n.known && n.after < y && y < n.before && g.Score() >= own {
		g.Place = rivals
	}
	return g
}

// titleGround is what the titles of two scenes add.
func titleGround(a, b *scenes.Scene) int {
	switch {
	case !sameTitle(a, b):
		return 0
	case a.Words == 0 || b.Words == 0:
		return plannedBonus // a scene that was only planned has no words to speak
	case isSlug(a) && isSlug(b):
		return slugBonus
	}
	return titleBonus
}

// isSlug says whether a scene is named by where and when it plays.
func isSlug(s *scenes.Scene) bool {
	return len(s.Fields) > 0 && s.Fields[0].Line == s.Line && s.Fields[0].Key == "place"
}

// gap is the range of scenes of side y between the partners of the linked
// scenes around a scene of side x.
type gap struct {
	after, before int
	known         bool // one of the neighbours is linked at least
}

// places finds the gap of every scene of side x, given the links and the
// pairs that are likely. What moved is no neighbour: it says where it went, not
// where others stand.
func (m *matcher) places(likely []edge) []gap { return m.placesWithout(nil, likely...) }

// placesWithout is places as it would be without some links.
func (m *matcher) placesWithout(links []int, likely ...edge) []gap {
	var items []placed
	var ends [][2]int // first and last scene of side y
	add := func(x, y, last int) {
		a, b := m.x.units[x], m.y.units[y]
		items = append(items, placed{x, y, a.size + b.size + 1, a.hash>>24 + b.hash>>24})
		ends = append(ends, [2]int{y, last})
	}
	for k, l := range m.links {
		if !slices.Contains(links, k) {
			add(l.Old[0], l.New[0], l.New[len(l.New)-1])
		}
	}
	for _, e := range likely {
		add(e.x, e.y, e.y)
	}
	anchor := slices.Repeat([]int{-1}, len(m.x.units)) // of a scene that stayed: its item
	for k, moved := range outOfOrder(items) {
		if !moved {
			anchor[items[k].old] = k
		}
	}
	gaps := make([]gap, len(m.x.units))
	last, known := -1, false
	for i := range gaps {
		gaps[i].after, gaps[i].known = last, known
		if k := anchor[i]; k >= 0 {
			last, known = ends[k][1], true
		}
	}
	next, known := len(m.y.units), false
	for i := len(gaps) - 1; i >= 0; i-- {
		gaps[i].before = next
		gaps[i].known = gaps[i].known || known
		if k := anchor[i]; k >= 0 {
			next, known = ends[k][0], true
		}
	}
	return gaps
}

// cosine is the likeness of two vectors, in parts of one.
func cosine(a, b *unit) int {
	if a.norm == 0 || b.norm == 0 {
		return 0
	}
	return int(min(dot(a.terms, b.terms)*one/(int64(a.norm)*int64(b.norm)), one))
}

// backgroundSample bounds the scenes of a side that are compared with each
// other to learn how alike unrelated scenes are.
const backgroundSample = 64

// measureBackground is the mean likeness of different scenes of one
// manuscript, over both: what the author's words, people and subject make of
// any two scenes. Books differ in it by three times.
func (m *matcher) measureBackground() int {
	sum, pairs := 0, 0
	for _, s := range []*side{&m.x, &m.y} {
		var some []int
		for i := 0; i < len(s.units); i += max(len(s.units)/backgroundSample, 1) {
			some = append(some, i)
		}
		courses := m.courses(m.scenes(s, some))
		for i := range courses {
			for j := range i {
				sum += m.along(courses[i], courses[j])
				pairs++
			}
		}
	}
	return sum / max(pairs, 1)
}

// loneBeats finds the free scenes that share a single beat, a small part of
// either: a line that moved from a cut scene into a new one. It says where the
// line went, and nothing of the scenes.
func (m *matcher) loneBeats() map[[2]int]beatMatch {
	lone := map[[2]int]beatMatch{}
	several := map[[2]int]bool{}
	for _, b := range m.game.matches() {
		x, y := m.x.beats[b.xs[0]], m.y.beats[b.ys[0]]
		if m.x.link[x.scene] >= 0 || m.y.link[y.scene] >= 0 {
			continue
		}
		key := [2]int{x.scene, y.scene}
		words := min(m.x.units[x.scene].size, m.y.units[y.scene].size)
		if _, twice := lone[key]; twice || 3*max(x.size, y.size) > words {
			several[key] = true
		}
		lone[key] = b
	}
	for key := range several {
		delete(lone, key)
	}
	return lone
}

// without is the likeness of two scenes' words, a beat that both have left out.
func (m *matcher) without(b beatMatch) int {
	rest := func(s *side, beat int) *unit {
		var texts []*text
		scene := s.beats[beat].scene
		for i := s.first[scene]; i < s.first[scene+1]; i++ {
			if i != beat {
				texts = append(texts, s.beats[i].texts...)
			}
		}
		u := newUnit(texts)
		return &u
	}
	return m.along(m.course(rest(&m.x, b.xs[0])), m.course(rest(&m.y, b.ys[0])))
}
