package story

import (
	"slices"
	"strings"

	"git-scene/scenes"
)

// Setting is where and when a scene plays. What nothing decides is "".
type Setting struct {
	Place string   // as the author noted it, or the words of the text that say it
	Time  string   // as the author noted it
	Noted bool     // the place is the author's own word: a card, a slugline
	Rests bool     // the text says that somebody is there, or the title does
	Rooms []string // the places that the opening of an unnoted scene names, folded
	Quote Quote    // what shows it
}

// Sure says whether a scene alone decides where it plays: its author says so,
// or its opening names one place, and somebody in it.
func (s Setting) Sure() bool { return s.Noted || s.Rests && len(s.Rooms) == 1 }

// Where a scene says where it plays: in its title and its first sentences.
const settingSentences = 4

// Setting reads where and when a scene plays, given its ordinal.
func (r *Reading) Setting(scene int) Setting {
	s := r.m.Scenes[scene-1]
	t := Setting{Place: s.Field("place"), Time: s.Field("time")}
	if t.Place != "" {
		t.Noted, t.Quote = true, fieldQuote(s, "place")
		return t
	}
	if t.Time != "" {
		t.Quote = fieldQuote(s, "time")
	}
	if r.words == nil {
		return t
	}
	words := wordsOf(s.Title)
	for i := range words {
		if w, ok := r.words.room(s.Title, words, i); ok {
			t.add(placeWord{textWord: w, rests: true}, s.Title, Quote{Span: scenes.Span{Path: s.Path, Line: s.Line, EndLine: s.Line}, Scene: s.Ordinal, Text: s.Title})
		}
	}
	r.opening(s, &t)
	return t
}

// opening looks for places in a scene's first sentences, outside what is said.
func (r *Reading) opening(s *scenes.Scene, t *Setting) {
	left := settingSentences
	for _, b := range readable(s) {
		if b.Kind == scenes.Dialogue {
			continue
		}
		quotes := quotedSpans(b.Text)
		for i := 0; left > 0; left-- {
			start, end := scenes.NextSentence(b.Text, i)
			if start == len(b.Text) {
				break
			}
			i = end
			for _, p := range r.words.placesIn(b.Text[start:end]) {
				if !quotes.hold(start + p.start) {
					t.add(p, b.Text[start+p.from:start+p.end], quote(s, b, b.Text[start:end]))
				}
			}
		}
		if left == 0 {
			return
		}
	}
}

func (t *Setting) add(p placeWord, place string, q Quote) {
	if t.Place == "" {
		t.Place, t.Quote, t.Rests = place, q, p.rests
	}
	if !slices.Contains(t.Rooms, p.lower) {
		t.Rooms = append(t.Rooms, p.lower)
	}
}

// placeWord is a place that a text names.
type placeWord struct {
	textWord
	from  int  // where its preposition begins
	rests bool // it is a preposition of being there
}

// placeReach is how many words may stand between a preposition and its place:
// "in her late father's dining room".
const placeReach = 5

// placesIn finds the places of a sentence: behind a preposition, or of which
// the sentence tells: "The roof of the Marchetti has no rail."
func (x *lexicon) placesIn(text string) []placeWord {
	var found []placeWord
	words := wordsOf(text)
	acted := false // a verb came
	for i := range words {
		acted = acted || x.verbs[words[i].lower]
		w, room := x.room(text, words, i)
		if !room {
			continue
		}
		switch from, ok := x.behind(text, words, i); {
		case ok:
			found = append(found, placeWord{w, from, !w.capital && x.rest[firstWord(text[from:])]})
		case !acted && words[0].lower == "the":
			found = append(found, placeWord{w, w.start, false})
		}
	}
	return found
}

func firstWord(text string) string {
	start, end := scenes.NextWord(text, 0)
	return strings.ToLower(text[start:end])
}

// room is word i as a place, in the singular; "pump house" and "pump-house" are
// one word here.
func (x *lexicon) room(text string, words []textWord, i int) (w textWord, ok bool) {
	w = words[i]
	if i+1 < len(words) && strings.Contains(" -", text[w.end:words[i+1].start]) {
		if both := w.lower + "-" + words[i+1].lower; x.rooms[both] {
			w.lower, w.end = both, words[i+1].end
			return w, true
		}
	}
	ok = x.rooms[w.lower]
	w.lower = strings.TrimSuffix(w.lower, "s")
	return w, ok || x.rooms[w.lower]
}

// behind finds the preposition before word i, and where it begins.
func (x *lexicon) behind(text string, words []textWord, i int) (from int, ok bool) {
	for k := i - 1; k >= 0 && k >= i-placeReach && !strings.ContainsAny(text[words[k].end:words[k+1].start], ".,;:!?"); k-- {
		if x.within[words[k].lower] {
			return words[k].start, true
		}
	}
	return 0, false
}

// PlayedAt says whether a scene names a place at all, anywhere in its text:
// where it does, that place is no news in it.
func (r *Reading) PlayedAt(scene int, room string) bool {
	s := r.m.Scenes[scene-1]
	in := func(text string) bool {
		words := wordsOf(text)
		for i := range words {
			if w, ok := r.words.room(text, words, i); ok && w.lower == room {
				return true
			}
		}
		return false
	}
	for _, b := range readable(s) {
		if in(b.Text) {
			return true
		}
	}
	return in(s.Title)
}
