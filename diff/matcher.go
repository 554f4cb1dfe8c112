package diff

import (
	"slices"

	"git-scene/scenes"
)

// matcher is the mapping that the passes grow, and what they compare.
type matcher struct {
	x, y       side    // x is the manuscript that sorts first, not the older one
	turned     bool    // x is the new one
	texts      []*text // of both sides, each once
	vocabulary *vocabulary
	pass       string
	pins       []pairing // scenes that are one by the author's word
	links      []Link    // pairs and groups made so far
	game       *beatGame // the beats as parts matched them
	rivals     []edge    // scenes that were compared and are somewhat alike
	rivalry    int       // what kin asks of a pair for its rivals' sake
	hints      []Hint
	notes      []string // limits that were met

	rarity     rarity // of words among scenes
	beatRarity rarity // of words among beats
	bulk       int    // the least rarity of a beat that is known again elsewhere
}

// side is one manuscript as it is compared.
type side struct {
	m     *scenes.Manuscript
	units []*unit // its scenes
	beats []beat  // all its beats, in reading order
	first []int   // the first beat of each scene; one more at the end
	link  []int   // of each scene: its link, -1 for none yet
}

// beat is a beat as it is compared.
type beat struct {
	*unit
	scene int
}

func newMatcher(x, y *scenes.Manuscript) *matcher {
	texts, at := textsOf(x, y)
	return &matcher{x: newSide(at, x), y: newSide(at, y), texts: texts, vocabulary: &vocabulary{}}
}

// scene is a scene made comparable. Most scenes of most revisions never are:
// they are found by their text.
func (m *matcher) scene(s *side, i int) *unit {
	m.ask(s.units[i])
	s.units[i].weigh(m.rarity, sceneGram)
	return s.units[i]
}

// scenes are several scenes made comparable.
func (m *matcher) scenes(s *side, list []int) []*unit {
	units := s.unitsOf(list)
	m.ask(units...)
	inParallel(len(list), func(k int) { units[k].weigh(m.rarity, sceneGram) })
	return units
}

// unitsOf are several scenes.
func (s *side) unitsOf(list []int) []*unit {
	units := make([]*unit, len(list))
	for k, i := range list {
		units[k] = s.units[i]
	}
	return units
}

func newSide(at map[string]*text, m *scenes.Manuscript) side {
	s := side{m: m, link: slices.Repeat([]int{-1}, len(m.Scenes)), first: make([]int, 1, len(m.Scenes)+1)}
	var texts []*text
	for _, sc := range m.Scenes {
		for _, b := range sc.Beats {
			texts = append(texts, at[b.Text])
		}
		s.first = append(s.first, len(texts))
	}
	units := make([]unit, len(texts)+len(m.Scenes)) // beats and scenes point into it
	s.beats, s.units = make([]beat, len(texts)), make([]*unit, len(m.Scenes))
	for i := range m.Scenes {
		for k := s.first[i]; k < s.first[i+1]; k++ {
			units[k] = newUnit(texts[k : k+1])
			s.beats[k] = beat{&units[k], i}
		}
		s.units[i] = &units[len(texts)+i]
		*s.units[i] = newUnit(texts[s.first[i]:s.first[i+1]])
	}
	return s
}

// free lists the scenes that no link holds yet.
func (s *side) free() []int {
	var free []int
	for i, l := range s.link {
		if l < 0 {
			free = append(free, i)
		}
	}
	return free
}

// pair links two scenes that no link holds yet.
func (m *matcher) pair(x, y, score int) {
	m.x.link[x], m.y.link[y] = len(m.links), len(m.links)
	m.links = append(m.links, Link{Old: []int{x}, New: []int{y}, Pass: m.pass, Score: score})
}

// joinX adds a scene of side x to the link of a scene of side y; joinY the
// other way round. A link has several scenes on one side at most.
func (m *matcher) joinX(x, y int) {
	l := m.y.link[y]
	m.x.link[x] = l
	m.links[l].Old = insert(m.links[l].Old, x)
	m.joined(l)
}

func (m *matcher) joinY(x, y int) {
	l := m.x.link[x]
	m.y.link[y] = l
	m.links[l].New = insert(m.links[l].New, y)
	m.joined(l)
}

// joined names the pass that made a group of a pair; what the author pinned
// stays pinned.
func (m *matcher) joined(link int) {
	if l := &m.links[link]; l.Pass != pinPass {
		l.Pass = m.pass
	}
}

func insert(sorted []int, i int) []int {
	at, _ := slices.BinarySearch(sorted, i)
	return slices.Insert(sorted, at, i)
}

// result closes the mapping: scenes without a link are alone.
func (m *matcher) result() *Alignment {
	m.rank()
	a := &Alignment{Old: m.x.m, New: m.y.m, Links: m.links, Hints: m.hints, Notes: m.notes, m: m}
	for _, x := range m.x.free() {
		a.Links = append(a.Links, Link{Old: []int{x}})
	}
	for _, y := range m.y.free() {
		a.Links = append(a.Links, Link{New: []int{y}})
	}
	a.Beats = m.alignBeats()
	a.sort()
	return a
}

// rank gives each link its rival: the best other pair that one of its scenes
// stood in when scenes were compared.
func (m *matcher) rank() {
	for _, e := range m.rivals {
		for _, l := range []int{m.x.link[e.x], m.y.link[e.y]} {
			if l < 0 || l == m.x.link[e.x] && l == m.y.link[e.y] {
				continue
			}
			if r := &m.links[l].Rival; e.score > r.Score {
				*r = Rival{e.x, e.y, e.score}
			}
		}
	}
}
