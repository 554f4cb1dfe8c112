package story

import (
	"slices"
	"strings"
)

// Spot is a place that a scene names.
type Spot struct {
	Here  bool // somebody is there, or comes there, or it is told of
	Quote Quote
	said  string
	name  string // folded, where it has a name: "in bremen"
	room  room   // else what the word for it means
}

// apart says whether who is in one place cannot be in the other. A town may
// hold any room.
func (p Spot) apart(q Spot) bool {
	switch {
	case p.name == "" && q.name == "":
		return p.room.apart(q.room)
	case p.name == "" || q.name == "":
		return false
	}
	prep, town, _ := strings.Cut(p.name, " ")
	other, named, _ := strings.Cut(q.name, " ")
	return prep == other && town != named
}

// PlayedAt says whether a scene's narration names a place at all, anywhere:
// where it does, that place is no news in it.
func (r *Reading) PlayedAt(scene int, p Spot) bool {
	s := r.m.Scenes[scene-1]
	if r.words == nil || r.names(s.Title, nil, p) {
		return r.words != nil
	}
	for b, quotes := range told(s) {
		if r.names(b.Text, quotes, p) {
			return true
		}
	}
	return false
}

// Scenes is in how many scenes a place that has a name is named, 0 for any other.
func (r *Reading) Scenes(p Spot) (n int) {
	if p.name == "" {
		return 0
	}
	for _, s := range r.m.Scenes {
		if r.PlayedAt(s.Ordinal, p) {
			n++
		}
	}
	return n
}

// names says whether a text names a place outside quotes.
func (r *Reading) names(text string, quotes spans, p Spot) bool {
	words := wordsOf(text)
	_, town, _ := strings.Cut(p.name, " ")
	for i, w := range words {
		if quotes.hold(w.start) {
			continue
		}
		if p.name != "" {
			if w.capital && w.lower == town {
				return true
			}
		} else if w, _, ok := r.words.rooms.at(text, words, i); ok && r.words.rooms.of[w.lower].word == p.room.word {
			return true
		}
	}
	return false
}

// ToldAt says whether a scene's narration names the part of the day of
// another's opening, or one that may be it.
func (r *Reading) ToldAt(scene int, t Setting) bool {
	for b, quotes := range told(r.m.Scenes[scene-1]) {
		for _, w := range wordsOf(b.Text) {
			if h, ok := r.words.daytimes[w.lower]; ok && h != int(light) && !quotes.hold(w.start) && slices.ContainsFunc(t.hours, func(other hour) bool { return !other.apart(hour(h)) }) {
				return true
			}
		}
	}
	return false
}
