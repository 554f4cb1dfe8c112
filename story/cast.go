package story

import (
	"slices"

	"git-scene/scenes"
)

// Person is somebody of the cast: a character, or a company that acts as one.
type Person struct {
	Name     string   // the fullest that the text gives: "Renata Oyelaran", "Miss Cowley"
	Words    []string // the words of the names, folded, the commonest first
	Mentions int
	Scenes   []Presence // in reading order

	Confidence int // that this is somebody of the story, parts of ten thousand
	sure       bool
	first      mention
}

// Sure says whether a person is more than a name in passing: named twice, or
// with a title, or heard to speak.
func (p *Person) Sure() bool { return p.sure }

// In is what a person does in a scene, given its ordinal.
func (p *Person) In(scene int) (Presence, bool) {
	i, ok := slices.BinarySearchFunc(p.Scenes, scene, func(s Presence, at int) int { return s.Scene - at })
	if !ok {
		return Presence{}, false
	}
	return p.Scenes[i], true
}

// Called are those of some people whose name all words of a text are, by their
// indices.
func Called(people []Person, text string) []int {
	words := wordsOf(text)
	if len(words) == 0 {
		return nil
	}
	var all []int
	for i, p := range people {
		if !slices.ContainsFunc(words, func(w textWord) bool { return !slices.Contains(p.Words, w.lower) }) {
			all = append(all, i)
		}
	}
	return all
}

// Presence is a person in a scene.
type Presence struct {
	Scene    int  // ordinal
	OnStage  bool // acts or speaks there; otherwise merely mentioned
	Mentions int
	Lines    int // mentions beside a verb of speech, and cues
	Quote    Quote
}

// castReading is who is in a manuscript, and by which words they are known.
type castReading struct {
	people []Person
	known  map[string]*Person // by a folded word of the name; the first of several
	named  map[string]bool    // every folded word that stands with a capital
	in     map[string][]int   // the ordinals of the scenes in whose beats it does
}

// Cast is who is in the manuscript, in the order of their first appearance.
func (r *Reading) Cast() []Person { return r.cast().people }

// NamedIn says whether a scene names somebody, given by a reading of this
// manuscript or another, with a capital: in its text or in what its author
// notes on it, as on the one who tells it.
func (r *Reading) NamedIn(p Person, scene int) bool {
	for _, q := range r.Cast() {
		if _, in := q.In(scene); in && q.Name == p.Name {
			return true
		}
	}
	for _, w := range p.Words {
		if _, in := slices.BinarySearch(r.cast().in[w], scene); in {
			return true
		}
	}
	return slices.ContainsFunc(r.m.Scenes[scene-1].Fields, func(f scenes.Field) bool {
		return slices.ContainsFunc(wordsOf(f.Value), func(w textWord) bool { return w.capital && slices.Contains(p.Words, w.lower) })
	})
}

// FirstNamed is the first scene that names a folded word with a capital, and
// what the cast says of somebody of that name in it.
func (r *Reading) FirstNamed(word string) (Presence, bool) {
	in := r.cast().in[word]
	if len(in) == 0 || !r.Names(word) {
		return Presence{}, false
	}
	s := r.m.Scenes[in[0]-1]
	if p := r.person(word); p != nil && p.Words[0] == word {
		if seen, ok := p.In(s.Ordinal); ok {
			return seen, true
		}
	}
	for _, b := range readable(s) {
		for _, w := range wordsOf(b.Text) {
			if w.capital && w.lower == word {
				return Presence{Scene: s.Ordinal, Quote: quote(s, b, sentenceAt(b.Text, w.start))}, true
			}
		}
	}
	return Presence{}, false
}

// Names says whether a folded word stands anywhere in the manuscript with a
// capital, as a name does.
func (r *Reading) Names(word string) bool { return r.cast().named[word] }
