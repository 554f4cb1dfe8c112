package story

import (
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
	Quote  Quote  // what shows it
}

// headThoughts is how many thoughts tell whose they are, where one scene alone
// must decide it.
const headThoughts = 2

// HeadSure says whether a scene alone decides whose eyes it has: its author
// says so, or it tells more than one thought.
func (v Viewpoint) HeadSure() bool { return v.Noted || v.Told >= headThoughts }

// When a scene decides how it is told: a share in a hundred of the words that
// tell, of at least so many. Below, the teller's I may be a slip of speech.
const (
	personWords = 5
	firstWords  = 2
	firstShare  = 12 // of the pronouns in narration: a narrator speaks of others too; one who doesn't says no I
	tenseWords  = 5
	tenseShare  = 75
)

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
	n := r.narration(s)
	v.Person, v.Tense = n.person(), n.tense()
	if v.Quote.Text == "" && len(s.Beats) > 0 {
		v.Quote = quote(s, s.Beats[0], sentenceAt(s.Beats[0].Text, 0))
	}
	if p := r.person(n.opens); p != nil {
		v.Opens = p.Name
	}
	if v.Head == "" {
		r.findHead(n, &v)
	}
	return v
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

// narration is what a scene's narration counts up to.
type narration struct {
	first, others, past, present int
	inward                       map[string]int // what goes on in a head, by the name before it
	subject                      string         // folded name that was last seen to act
	opens                        string         // the first name that acts at all
	eyes                         string         // whom the text itself names as the one who sees
	eyesQuote                    Quote
}

// narration counts pronouns, tenses and inward verbs outside quotes.
func (r *Reading) narration(s *scenes.Scene) *narration {
	n := &narration{inward: map[string]int{}}
	for _, b := range readable(s) {
		if b.Kind == scenes.Dialogue {
			continue
		}
		words := wordsOf(b.Text)
		quotes := quotedSpans(b.Text)
		for i, w := range words {
			if quotes.hold(w.start) {
				continue
			}
			n.count(r, words, i)
			if r.words.eyes[w.lower] && i > 0 && words[i-1].capital && possessive(b.Text[words[i-1].end:]) && n.eyes == "" && r.person(words[i-1].lower) != nil {
				n.eyes = words[i-1].lower
				n.eyesQuote = quote(s, b, sentenceAt(b.Text, w.start))
			}
		}
	}
	return n
}

// count takes word i of a beat into account.
func (n *narration) count(r *Reading, words []textWord, i int) {
	x, w := r.words, words[i]
	switch {
	case x.first[w.lower]:
		n.first++
	case x.others[w.lower]:
		n.others++
	}
	if x.past[w.lower] {
		n.past++
	}
	if x.present[w.lower] {
		n.present++
	}
	if w.capital && i+1 < len(words) && r.person(w.lower) != nil && x.acts(words[i+1].lower) {
		n.subject = w.lower
		if n.opens == "" {
			n.opens = w.lower
		}
	}
	if x.inward[w.lower] && i > 0 {
		n.inward[n.thinker(x, words, i)]++
	}
}

// thinker is whose an inward verb is: the name before it, or, behind a
// pronoun, the one who acted last. "" is nobody named yet.
func (n *narration) thinker(x *lexicon, words []textWord, i int) string {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		switch w := words[k]; {
		case x.first[w.lower]:
			return "i"
		case w.capital && w.lower == n.subject:
			return n.subject
		case x.others[w.lower]:
			return n.subject
		}
	}
	return n.subject
}

func (n *narration) person() string {
	all := n.first + n.others
	switch {
	case all < personWords:
		return ""
	case n.first*100 >= all*firstShare && n.first >= firstWords:
		return "first"
	case n.first == 0:
		return "third"
	}
	return ""
}

func (n *narration) tense() string {
	all := n.past + n.present
	switch {
	case all < tenseWords:
		return ""
	case n.past*100 >= all*tenseShare:
		return "past"
	case n.present*100 >= all*tenseShare:
		return "present"
	}
	return ""
}

// findHead finds whose eyes a scene has: the text says so ("Theo's side of
// it"), or the narrator is I; else the one of whose thoughts it tells, if
// there is one and no other, else the one who opens it.
func (r *Reading) findHead(n *narration, v *Viewpoint) {
	switch {
	case n.eyes != "":
		v.Head, v.Noted, v.Quote = r.person(n.eyes).Name, true, n.eyesQuote
		return
	case v.Person == "first":
		return
	}
	best, second := "", 0
	for _, p := range r.Cast() { // in a fixed order
		for _, w := range p.Words {
			if c := n.inward[w]; c > n.inward[best] || c > 0 && best == "" {
				second = n.inward[best]
				best = w
			} else if w != best {
				second = max(second, c)
			}
		}
	}
	if best != "" && n.inward[best] > 2*second && n.inward[best] >= n.inward[""] {
		v.Head, v.Told = r.person(best).Name, n.inward[best]
	}
}

// person is who is known by a folded word, nil for nobody.
func (r *Reading) person(word string) *Person { return r.cast().known[word] }
