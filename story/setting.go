package story

import (
	"slices"

	"git-scene/scenes"
)

// Setting is where and when a scene plays. What nothing decides is "".
type Setting struct {
	Place string // as the author noted it, or the words of the text that say it
	Time  string // as the author noted it, or the words of the text that say it
	Noted bool   // the place is the author's own word: a card, a slugline
	Dated bool   // so is the time
	Spots []Spot // the places that its note, or its title and opening, name, the likeliest first
	Quote Quote  // what shows the place
	When  Quote  // what shows the time
	hours []hour // the parts of the day that its opening names, or its note
}

// Sure says whether a scene alone decides where it plays: its author says so,
// or somebody is in a place that it names, and no other place speaks against it.
func (s Setting) Sure() bool {
	if s.Noted {
		return true
	}
	for _, p := range s.Spots {
		if p.apart(s.Spots[0]) {
			return false
		}
	}
	return len(s.Spots) > 0 && s.Spots[0].Here
}

// Apart says whether two scenes play in different places by what they name:
// the first that each names is not the other's, nor may any other that it is
// at be where the other is.
func (s Setting) Apart(t Setting) bool {
	if len(s.Spots) == 0 || len(t.Spots) == 0 || !s.Spots[0].apart(t.Spots[0]) {
		return false
	}
	for _, p := range s.Spots {
		for _, q := range t.Spots {
			if p.Here && q.Here && p.name+q.name == "" && !p.apart(q) {
				return false
			}
		}
	}
	return true
}

// Later says whether two scenes play at different parts of the day.
func (s Setting) Later(t Setting) bool {
	for _, a := range s.hours {
		for _, b := range t.hours {
			if !a.apart(b) {
				return false
			}
		}
	}
	return len(s.hours) > 0 && len(t.hours) > 0
}

// Same says whether two scenes name one part of the day.
func (s Setting) Same(t Setting) bool {
	for _, a := range s.hours {
		if slices.ContainsFunc(t.hours, a.is) {
			return true
		}
	}
	return false
}

// settingSentences is how many first sentences say where and when a scene plays.
const settingSentences = 4

// Setting reads where and when a scene plays, given its ordinal.
func (r *Reading) Setting(scene int) Setting {
	s := r.m.Scenes[scene-1]
	t := Setting{Place: s.Field("place"), Time: s.Field("time")}
	t.Noted, t.Dated = t.Place != "", t.Time != ""
	t.Quote, t.When = fieldQuote(s, "place"), fieldQuote(s, "time")
	if r.words == nil {
		return t
	}
	if t.Dated {
		for _, w := range wordsOf(t.Time) {
			if h, ok := r.words.daytimes[w.lower]; ok {
				t.hours = append(t.hours, hour(h))
			}
		}
	}
	r.opening(s, &t)
	if t.Noted {
		t.Spots = append(r.words.roomIn(t.Place, t.Quote), t.Spots...)
		return t
	}
	title := r.words.roomIn(s.Title, Quote{Span: scenes.Span{Path: s.Path, Line: s.Line, EndLine: s.Line}, Scene: s.Ordinal, Text: s.Title})
	if len(t.Spots) > 0 && !t.Spots[0].Here {
		t.Spots = append(title, t.Spots...)
	} else {
		t.Spots = append(t.Spots, title...)
	}
	if len(t.Spots) > 0 {
		t.Place, t.Quote = t.Spots[0].said, t.Spots[0].Quote
	}
	return t
}

// roomIn is the place that a title or a note is, or begins with: "Kitchen at
// night", not "The Bank Job" nor "Out of the Barn".
func (x *lexicon) roomIn(text string, q Quote) []Spot {
	words := wordsOf(text)
	for i := 0; i < len(words); i++ {
		if x.leave[words[i].lower] {
			return nil
		}
		w, next, ok := x.rooms.at(text, words, i)
		if !ok {
			continue
		}
		p := phrase{x: x, text: text, words: words, first: i, next: next}
		if p.stops() || x.rest[words[next].lower] || x.within[words[next].lower] {
			return []Spot{{Here: true, Quote: q, said: text[:w.end], room: x.rooms.of[w.lower]}}
		}
		i = next - 1
	}
	return nil
}

// opening looks for places and times in a scene's first sentences, outside
// what is said and what is only read in it.
func (r *Reading) opening(s *scenes.Scene, t *Setting) {
	n := 0
	for b, quotes := range told(s) {
		for i := 0; n < settingSentences; {
			start, end := scenes.NextSentence(b.Text, i)
			if start == len(b.Text) {
				break
			}
			i = end
			if quotes.hold(start) {
				continue
			}
			n++
			q := quote(s, b, b.Text[start:end])
			unsaid := func(at int) bool { return !quotes.hold(start + at) }
			r.places(q, b.Kind == scenes.Bullet, unsaid, n == 1, t)
			if !t.Dated {
				r.times(q, unsaid, n == 1, t)
			}
		}
	}
}

// places takes the places of an opening's sentence. One that is merely passed
// says something only in the first.
func (r *Reading) places(q Quote, terse bool, unsaid func(at int) bool, first bool, t *Setting) {
	for _, p := range r.placesIn(q.Text, wordsOf(q.Text), terse) {
		if unsaid(p.start) && (p.Here || first) {
			p.Quote = q
			t.spot(p.Spot)
		}
	}
}

// times takes the parts of the day of an opening's sentence. Behind the first,
// one says when the scene plays only at the head of its sentence.
func (r *Reading) times(q Quote, unsaid func(at int) bool, first bool, t *Setting) {
	for _, w := range r.words.timesIn(q.Text, wordsOf(q.Text)) {
		if unsaid(w.start) && (first || w.start == 0) {
			if t.Time == "" {
				t.Time, t.When = r.words.said(q.Text[w.start:w.end]), q
			}
			t.hours = append(t.hours, w.hour)
		}
	}
}

// spot takes a place, before those that are merely passed.
func (t *Setting) spot(p Spot) {
	if p.Here && len(t.Spots) > 0 && !t.Spots[0].Here {
		t.Spots = slices.Insert(t.Spots, 0, p)
		return
	}
	t.Spots = append(t.Spots, p)
}
