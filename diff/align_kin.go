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
// The weights are a logistic regression over the free pairs of fifteen
// labelled revisions, each judged by a fit on the other fourteen, rounded.
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
		likely := k.assign(m.places(nil), k.bar-placeBonus)
		for _, e := range k.assign(m.places(likely), k.bar) {
			m.pass = "similar"
			if sameTitle(m.x.m.Scenes[e.x], m.y.m.Scenes[e.y]) {
				m.pass = "title"
			}
			m.pair(e.x, e.y, min(m.likeness(e.x, e.y), one-1))
		}
		for _, e := range k.assign(m.places(likely), k.bar*hintShare/one) {
			if m.x.link[e.x] < 0 && m.y.link[e.y] < 0 {
				m.hints = append(m.hints, Hint{e.x, e.y, min(e.score*one/k.bar, one)})
			}
		}
	},
}

// kindred holds what speaks for each pair of free scenes, but for their place.
type kindred struct {
	xs, ys  []int
	bar     int       // the score at which a pair is believed
	grounds []Grounds // of xs[i] and ys[j] at i*len(ys)+j
}

func newKindred(m *matcher, xs, ys []int) *kindred {
	rivals := min(log2(max(len(xs), len(ys))), mostRivals<<8)
	k := &kindred{xs, ys, kinBase + kinRival*rivals>>8, make([]Grounds, len(xs)*len(ys))}
	background, lone := m.measureBackground(), m.loneBeats()
	ours, theirs := m.scenes(&m.x, xs), m.scenes(&m.y, ys)
	likeAll(newIndex(theirs, mostScenes), ours, 0, func(i, j, score int) (none struct{}, more bool) {
		k.grounds[i*len(ys)+j].Text = score
		return none, false
	})
	names := make([]unit, len(ys))
	for j := range ys {
		names[j] = m.names(theirs[j])
	}
	for i, x := range xs {
		named := m.names(ours[i])
		for j, y := range ys {
			g := &k.grounds[i*len(ys)+j]
			if b, ok := lone[[2]int{x, y}]; ok {
				g.Text = m.without(b)
			}
			g.Text -= background
			g.Names = cosine(&named, &names[j])
			g.Title = titleGround(m.x.m.Scenes[x], m.y.m.Scenes[y])
		}
	}
	return k
}

// assign pairs the free scenes by their grounds and their places.
func (k *kindred) assign(near []gap, bar int) []edge {
	var edges []edge
	for i, x := range k.xs {
		for j, y := range k.ys {
			g := k.grounds[i*len(k.ys)+j].placed(near[x], y)
			if score := g.Score(); score >= bar {
				edges = append(edges, edge{x, y, min(score, one)})
			}
		}
	}
	return assign(edges, bar)
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

// placed adds what it says that scene y stands in a gap. A place counts only
// for a pair that would be believed without it, were it the only one: where a
// scene was cut and another written in its place, the place says nothing.
func (g Grounds) placed(n gap, y int) Grounds {
	if n.known && n.after < y && y < n.before && g.Score() >= kinBase {
		g.Place = placeBonus
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

// names is a unit's vector, names alone.
func (m *matcher) names(u *unit) unit {
	var n unit
	sum := int64(0)
	for _, t := range u.terms {
		if m.vocabulary.proper(t.word) {
			n.terms = append(n.terms, t)
			sum += int64(t.weight) * int64(t.weight)
		}
	}
	n.norm = isqrt(sum)
	return n
}

// backgroundSample bounds the scenes of a side that are compared with their
// own manuscript to learn how alike unrelated scenes are.
const backgroundSample = 64

// measureBackground is the mean likeness of different scenes of one
// manuscript, over both: what the author's words, people and subject make of
// any two scenes. Books differ in it by three times.
func (m *matcher) measureBackground() int {
	sum, pairs := 0, 0
	for _, s := range []*side{&m.x, &m.y} {
		all := m.scenes(s, span(0, len(s.units)))
		step := max(len(all)/backgroundSample, 1)
		query := newIndex(all, mostScenes).query()
		for i := 0; i < len(all); i += step {
			query.like(all[i], 0, func(k, score int) {
				if k != i {
					sum += score
				}
			})
			pairs += len(all) - 1
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
		u.weigh(m.rarity, sceneGram)
		return &u
	}
	u, v := rest(&m.x, b.xs[0]), rest(&m.y, b.ys[0])
	return u.like(v)
}
