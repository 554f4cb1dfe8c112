package story

import "strings"

// placeWord is a place that a text names, and the byte at which its word begins.
type placeWord struct {
	Spot
	start int
}

// placesIn finds the places that a sentence names as where something goes on.
// In a terse one, a bullet, articles may be left out.
func (r *Reading) placesIn(text string, words []textWord, terse bool) []placeWord {
	var found []placeWord
	x := r.words
	for i := 0; i < len(words); i++ {
		w, next, ok := x.rooms.at(text, words, i)
		if !ok {
			if p, ok := r.townAt(text, words, i); ok {
				found = append(found, p)
			}
			continue
		}
		p := phrase{x: x, text: text, words: words, first: i, next: next, terse: terse}
		if p.modifies() {
			if _, _, head := x.rooms.at(text, words, next); head {
				continue // the school gym is a gym
			}
		}
		if from, how, ok := p.place(w); ok {
			found = append(found, placeWord{Spot{Here: how != passed, said: x.said(text[from:p.end()]), room: x.rooms.of[w.lower]}, w.start})
		}
		i = next - 1
	}
	return found
}

// townAt reads a place that has a name, at word i: "In Bremen", "at Garrow's".
// One of the cast is none, nor is a word that only opens with a capital.
func (r *Reading) townAt(text string, words []textWord, i int) (placeWord, bool) {
	w := words[i]
	if i == 0 || !w.capital || w.shout || w.end-w.start < 3 || text[words[i-1].end:w.start] != " " {
		return placeWord{}, false
	}
	prep := words[i-1].lower
	x := r.words
	if prep != "in" && prep != "at" || x.nobody[w.lower] || x.titles[w.lower] || numeral(text[w.start:w.end]) || prep == "in" && r.person(w.lower) != nil {
		return placeWord{}, false
	}
	last := i
	for last+1 < len(words) && words[last+1].capital && r.named(words[last+1]) == nil && text[words[last].end:words[last+1].start] == " " {
		last++
	}
	p := phrase{x: x, text: text, words: words, first: i, next: last + 1}
	owned := possessive(text[words[last].end:])
	if p.away(i-1) || !p.done(i-1) || owned && prep == "in" || !owned && p.modifies() {
		return placeWord{}, false
	}
	end := words[last].end
	if owned {
		end += strings.IndexByte(text[end:], 's') + 1
	}
	said := x.said(text[words[i-1].start:end])
	return placeWord{Spot{Here: true, said: said, name: prep + " " + strings.ToLower(text[w.start:words[last].end])}, w.start}, true
}
