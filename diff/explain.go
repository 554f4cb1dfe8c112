package diff

import (
	"cmp"
	"slices"
)

// Explanation says why a scene was paired as it was, and what else was
// considered.
type Explanation struct {
	Side       string      // "old" or "new": where the scene stands
	Scene      Scene       // the scene that was asked about
	Pass       string      // what made its pair; "" where it has none
	Partners   []Scene     // the scenes of the other side that are the same scene
	Background int         // likeness of unrelated scenes, parts of [One]
	Candidates []Candidate // the most likely scenes of the other side, best first
}

// Candidate is a scene of the other side with what speaks for it.
type Candidate struct {
	Scene   Scene
	Partner bool // it is the one, or one of those
	Grounds Grounds
	Likely  int      // sum of the grounds, parts of [One]
	Beats   int      // beats that went from one to the other
	Words   []string // the rarest words that both have, rarest first
}

// How much an explanation holds.
const (
	explainCandidates = 4
	explainWords      = 8
)

// Explain says why the scene with an ordinal of one side ("old" or "new")
// became what it did; nil where there is no such scene.
func (a *Alignment) Explain(side string, ordinal int) *Explanation {
	onX := (side == "old") != a.flipped
	here, there := &a.m.x, &a.m.y
	if !onX {
		here, there = there, here
	}
	i := ordinal - 1
	if i < 0 || i >= len(here.units) {
		return nil
	}
	a.m.game = a.m.playBeats() // with all links made
	e := &Explanation{Side: side, Scene: describe(here.m.Scenes[i]), Background: a.m.measureBackground()}
	var partners []int
	if l := here.link[i]; l >= 0 {
		e.Pass = a.m.links[l].Pass
		partners = a.m.links[l].New
		if !onX {
			partners = a.m.links[l].Old
		}
		for _, j := range partners {
			e.Partners = append(e.Partners, describe(there.m.Scenes[j]))
		}
	}
	for j := range there.units {
		c := a.m.candidate(orient(i, j, onX), e.Background)
		c.Scene, c.Partner = describe(there.m.Scenes[j]), slices.Contains(partners, j)
		e.Candidates = append(e.Candidates, c)
	}
	best := func(n int) {
		slices.SortStableFunc(e.Candidates, func(p, q Candidate) int {
			if p.Partner != q.Partner {
				return map[bool]int{true: -1, false: 1}[p.Partner]
			}
			return cmp.Compare(q.Likely, p.Likely)
		})
		e.Candidates = e.Candidates[:min(len(e.Candidates), max(n, len(partners)))]
	}
	best(4 * explainCandidates) // the place of each takes a look at all links
	for k := range e.Candidates {
		c := &e.Candidates[k]
		p := orient(i, c.Scene.Ordinal-1, onX)
		c.Beats, c.Words = a.m.sharedBeats(p), a.m.sharedWords(p)
		if c.Grounds.Score() >= kinBase { // as kindred.assign has it
			c.Grounds.Place = a.m.placeGround(p)
		}
		c.Likely = min(c.Grounds.Score(), one)
	}
	best(explainCandidates)
	return e
}

// pairing is a scene of side x and one of side y.
type pairing struct{ x, y int }

func orient(here, there int, onX bool) pairing {
	if onX {
		return pairing{here, there}
	}
	return pairing{there, here}
}

// candidate weighs a pair as kin does, but for its place.
func (m *matcher) candidate(p pairing, background int) Candidate {
	u, v := m.scene(&m.x, p.x), m.scene(&m.y, p.y)
	names, theirs := m.names(u), m.names(v)
	g := Grounds{Text: m.likeness(p.x, p.y) - background, Names: cosine(&names, &theirs), Title: titleGround(m.x.m.Scenes[p.x], m.y.m.Scenes[p.y])}
	return Candidate{Grounds: g, Likely: min(g.Score(), one)}
}

// placeGround is what a pair's place adds, its own links left out of account.
func (m *matcher) placeGround(p pairing) int {
	own := []int{m.x.link[p.x], m.y.link[p.y]}
	if n := m.placesWithout(own)[p.x]; n.known && n.after < p.y && p.y < n.before {
		return placeBonus
	}
	return 0
}

// sharedBeats is how many beats went from one scene to the other.
func (m *matcher) sharedBeats(p pairing) int {
	n := 0
	for i := m.x.first[p.x]; i < m.x.first[p.x+1]; i++ {
		if j := m.game.toY[i]; j >= 0 && m.y.beats[j].scene == p.y {
			n++
		}
	}
	return n
}

// sharedWords are the rarest words that two scenes have in common.
func (m *matcher) sharedWords(p pairing) []string {
	u, v := m.scene(&m.x, p.x), m.scene(&m.y, p.y)
	var shared []term
	for i, j := 0, 0; i < len(u.terms) && j < len(v.terms); {
		switch {
		case u.terms[i].word == v.terms[j].word:
			shared = append(shared, term{u.terms[i].word, m.rarity[u.terms[i].word]})
			i++
			j++
		case u.terms[i].word < v.terms[j].word:
			i++
		default:
			j++
		}
	}
	slices.SortFunc(shared, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word))
	})
	spelled := m.vocabulary.spelled()
	var words []string
	for _, t := range shared[:min(len(shared), explainWords)] {
		words = append(words, spelled[t.word])
	}
	return words
}
