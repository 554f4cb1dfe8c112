package diff

import (
	"bytes"
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
	Beats   int      // beats that went from one to the other
	Words   []string // the rarest words that both have, rarest first
}

// How much an explanation holds.
const (
	explainCandidates = 4
	explainWords      = 8
	explainRare       = 2 * 256 // rarity of a word that a quarter of the scenes hold: a commoner one shows nothing
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
	a.m.askAll()
	a.m.game = a.m.playBeats() // with all links made
	e := &Explanation{Side: side, Scene: Describe(here.m.Scenes[i]), Background: a.m.measureBackground()}
	var partners []int
	if l := here.link[i]; l >= 0 {
		e.Pass = a.m.links[l].Pass
		partners = a.m.links[l].New
		if !onX {
			partners = a.m.links[l].Old
		}
		for _, j := range partners {
			e.Partners = append(e.Partners, Describe(there.m.Scenes[j]))
		}
	}
	for j := range there.units {
		e.Candidates = append(e.Candidates, Candidate{
			Scene: Describe(there.m.Scenes[j]), Partner: slices.Contains(partners, j),
			Grounds: a.m.grounds(orient(i, j, onX), e.Background),
		})
	}
	best := func(n int) {
		slices.SortStableFunc(e.Candidates, func(p, q Candidate) int {
			switch {
			case p.Partner && !q.Partner:
				return -1
			case q.Partner && !p.Partner:
				return 1
			}
			return cmp.Compare(min(q.Grounds.Score(), one), min(p.Grounds.Score(), one))
		})
		e.Candidates = e.Candidates[:min(len(e.Candidates), max(n, len(partners)))]
	}
	best(4 * explainCandidates) // the place of each takes a look at all links
	for k := range e.Candidates {
		c := &e.Candidates[k]
		p := orient(i, c.Scene.Ordinal-1, onX)
		c.Beats, c.Words = a.m.sharedBeats(p), a.m.sharedWords(p)
		c.Grounds = c.Grounds.placed(a.m.gapWithout(p), p.y, kinBase, a.m.rivalry)
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

// grounds weighs a pair as kin does, but for its place.
func (m *matcher) grounds(p pairing, background int) Grounds {
	ours, its := m.scene(&m.x, p.x), m.scene(&m.y, p.y)
	names, theirs := m.names(m.x.m.Scenes[p.x], ours), m.names(m.y.m.Scenes[p.y], its)
	return Grounds{
		Text:  m.along(m.course(ours), m.course(its)) - background,
		Names: cosine(&names, &theirs),
		Title: titleGround(m.x.m.Scenes[p.x], m.y.m.Scenes[p.y]),
	}
}

// gapWithout is the gap in which a pair would stand, its own links left out of
// account.
func (m *matcher) gapWithout(p pairing) gap {
	return m.placesWithout([]int{m.x.link[p.x], m.y.link[p.y]})[p.x]
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
	var shared []term
	bothHave(m.scene(&m.x, p.x).terms, m.scene(&m.y, p.y).terms, func(a, _ term) {
		if m.rarity[a.word] >= explainRare {
			shared = append(shared, term{a.word, m.rarity[a.word]})
		}
	})
	slices.SortFunc(shared, func(a, b term) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), bytes.Compare(m.vocabulary.spelling(a.word), m.vocabulary.spelling(b.word)))
	})
	var words []string
	for _, t := range shared[:min(len(shared), explainWords)] {
		words = append(words, string(m.vocabulary.spelling(t.word)))
	}
	return words
}
