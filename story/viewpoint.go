package story

import (
	"slices"

	"git-scene/scenes"
)

// Viewpoint is how a scene is told. What the text does not decide is "".
type Viewpoint struct {
	Head   string // whose eyes: a name of the cast, or as the author noted it
	Person string // "first" or "third"
	Tense  string // "past" or "present"
	Noted  bool   // the head is the author's own word, on a card or in the text
	Told   int    // how often the text tells what goes on in the head
	Opens  string // who is the first to act, which alone decides nothing
	Lead   string // whom by far the most of its sentences are about, which decides no more
	Quote  Quote  // what shows it
}

// headThoughts is how many thoughts tell whose they are, where one scene alone
// must decide it.
const headThoughts = 2

// HeadSure says whether a scene alone decides whose eyes it has: its author
// says so, or it tells more than one thought.
func (v Viewpoint) HeadSure() bool { return v.Noted || v.Told >= headThoughts }

// Viewpoint reads whose eyes a scene has, given its ordinal, in which person
// and tense it is told. Only narration counts: what is said aloud is somebody
// else's.
func (r *Reading) Viewpoint(scene int) Viewpoint {
	s := r.m.Scenes[scene-1]
	v := Viewpoint{}
	if pov := s.Field("pov"); pov != "" {
		v.Head, v.Noted, v.Quote = pov, true, fieldQuote(s, "pov")
	}
	if r.words == nil {
		return v
	}
	if script(s) { // it shows, and tells nobody's thoughts
		return v
	}
	n := r.narration(s)
	v.Person, v.Tense = n.person(), n.tense()
	if v.Quote.Text == "" && len(s.Beats) > 0 {
		v.Quote = quote(s, s.Beats[0], sentenceAt(s.Beats[0].Text, 0))
	}
	if n.opens != nil {
		v.Opens = n.opens.Name
	}
	if p := n.most(n.leads); p != nil && n.leads[p] >= leadTimes {
		v.Lead = p.Name
	}
	if v.Head == "" {
		r.findHead(n, &v)
	}
	return v
}

// script says whether a scene is a screenplay's.
func script(s *scenes.Scene) bool {
	return slices.ContainsFunc(s.Beats, func(b *scenes.Beat) bool { return b.Kind == scenes.Action || b.Kind == scenes.Dialogue })
}

// fieldQuote is what the author noted on a scene under a key.
func fieldQuote(s *scenes.Scene, key string) Quote {
	for _, f := range s.Fields {
		if f.Key == key {
			return Quote{Span: f.Span, Scene: s.Ordinal, Text: f.Value}
		}
	}
	return Quote{}
}

// findHead finds whose eyes a scene has: the text says so ("Theo's side of
// it"), or the narrator is I; else the one of whose thoughts it tells, if
// there is one and no other.
func (r *Reading) findHead(n *narration, v *Viewpoint) {
	switch {
	case n.eyes != "":
		v.Head, v.Noted, v.Quote = n.eyes, true, n.eyesQuote
	case v.Person != "first":
		if p := n.most(n.inward); p != nil && n.inward[p] >= n.inward[nil] {
			v.Head, v.Told = p.Name, n.inward[p]
		}
	}
}

// named is who a word with a capital names, nil for nobody.
func (r *Reading) named(w textWord) *Person {
	if !w.capital {
		return nil
	}
	return r.person(w.lower)
}

// person is who is known by a folded word, nil for nobody.
func (r *Reading) person(word string) *Person { return r.cast().known[word] }
