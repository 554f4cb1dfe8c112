package story

import (
	"strings"

	"git-scene/scenes"
)

// How a sentence names a place.
const (
	passed  = iota // on the way, or in sight: "across the yard", "it shook the shed"
	reached        // somebody came there: "walked down to the shop"
	there          // somebody is there, or it is told of: "in the kitchen", "The quay was all weed."
)

// placeReach is how many words may stand between a preposition and its place:
// "in her late father's dining room".
const placeReach = 6

// phrase is a word for a place, or for a time, in its sentence: the words from
// first up to next.
type phrase struct {
	x           *lexicon
	text        string
	words       []textWord
	first, next int
	terse       bool // articles may be left out
}

// place finds how the sentence names the place, and where the phrase begins; ok
// is false where it is no place here, or nobody's now:
//
//	in the kitchen, at sea               there
//	The quay at low water was all weed.  there: it unled the sentence, and a verb of being follows
//	The flour store, four o'clock.       there: the sentence has no verb at all
//	comes to the shop, into the shop     reached: behind a verb of motion
//	they reached the shop                reached
//	came in a boat                       passed
//	across the yard, it shook the shed   passed
//	from the yard, the yard's gate       none
//	had lived in a farmhouse             none: what was before, what may be, what is said or thought
//	a sea of faces, The school rang.     none: a figure, an owner
func (p phrase) place(w textWord) (from, how int, ok bool) {
	if possessive(p.text[w.end:]) || p.figure() || p.inName() {
		return 0, 0, false
	}
	k, article := p.governor()
	switch {
	case k == unled && p.owned():
		return 0, 0, false
	case k == unled:
		return p.words[0].start, there, article && !p.modifies() && p.stands() || p.stops() && p.verbless()
	case k == nothing || !article && !p.x.bare[w.lower] && !(p.terse && (k < p.first-1 || p.next > p.first+1)) || p.away(k):
		return 0, 0, false
	}
	from = p.words[k].start
	switch governor := p.words[k].lower; {
	case p.x.rest[governor]:
		if governor == "in" && k > 0 && p.x.arrival[p.words[k-1].lower] {
			return from, passed, true
		}
		return from, there, p.stops() || article && !(p.modifies() && p.indefinite(k))
	case p.x.arrive[governor]:
		return p.words[k+1].start, reached, p.moved(k) && !p.modifies()
	case p.x.reach[governor]:
		return p.words[k+1].start, reached, !p.modifies()
	case p.x.within[governor]:
		return from, passed, true
	case p.x.leave[governor]:
		return 0, 0, false
	}
	return p.words[k+1].start, passed, !p.modifies()
}

// What governs a place where no word does.
const (
	nothing = -2 // another phrase, or a mark, parts it from whatever might
	unled   = -1 // it opens its sentence
)

// governor walks back from the place to the preposition or verb that governs
// it; article says whether its phrase has one.
func (p phrase) governor() (k int, article bool) {
	for k = p.first - 1; k >= 0; k-- {
		w := p.words[k]
		gap := p.text[w.end:p.words[k+1].start]
		switch {
		case p.first-k > placeReach || strings.ContainsAny(gap, ".,;:!?—–()\"“”"):
			return nothing, false
		case w.lower == "of" && article:
			article = false // the corner of the barn: the corner's is asked for
		case p.x.articles[w.lower] || w.capital && possessive(gap):
			article = true
		case p.x.rest[w.lower], p.x.arrive[w.lower], p.x.within[w.lower], p.x.leave[w.lower], p.x.reach[w.lower]:
			return k, article
		case p.x.breaks[w.lower]:
			return nothing, false
		case !possessive(gap) && (p.x.verbs[w.lower] && !p.x.helpers[w.lower] || article && strings.HasSuffix(w.lower, "ed")):
			return k, article
		}
	}
	return unled, article
}

// owned says whether the place is what something else is of: "The man of the
// island".
func (p phrase) owned() bool {
	for _, w := range p.words[:p.first] {
		if w.lower == "of" {
			return true
		}
	}
	return false
}

// indefinite says whether the phrase behind word k begins with "a": one of
// many, that may stand anywhere, as "on a kitchen chair".
func (p phrase) indefinite(k int) bool {
	a := p.words[k+1].lower
	return a == "a" || a == "an"
}

// end is where the phrase ends, with the thing that it belongs to: "at the
// kitchen table".
func (p phrase) end() int {
	if p.modifies() {
		return p.words[p.next].end
	}
	return p.words[p.next-1].end
}

// stands says whether a verb of being follows soon: "The roof of the hotel has
// no rail." A verb behind that one says what the place did, or has done to it.
func (p phrase) stands() bool {
	for k := p.next; k < len(p.words) && k < p.next+placeReach; k++ {
		if strings.ContainsAny(p.text[p.words[k-1].end:p.words[k].start], ".,;:!?—–") {
			return false
		}
		w := p.words[k].lower
		if !p.x.states[w] {
			if p.x.verbs[w] {
				return false
			}
			continue
		}
		after := ""
		if k+1 < len(p.words) {
			after = p.words[k+1].lower
		}
		return !strings.HasSuffix(after, "ed") && !strings.HasSuffix(after, "ing") && !p.x.verbs[after] && !p.x.being[after]
	}
	return false
}

// verbless says whether the sentence has no verb.
func (p phrase) verbless() bool {
	for _, w := range p.words {
		if p.x.verbs[w.lower] {
			return false
		}
	}
	return true
}

// stops says whether the sentence pauses behind the phrase.
func (p phrase) stops() bool {
	if p.next == len(p.words) {
		return true
	}
	gap := p.text[p.words[p.next-1].end:p.words[p.next].start]
	return gap != " " && gap != "-" // sea-chest
}

// modifies says whether the word only says which other thing is meant: "the
// bank manager".
func (p phrase) modifies() bool {
	if p.stops() {
		return false
	}
	w := p.words[p.next]
	return !w.capital && !p.x.nobody[w.lower] && !p.x.acts(w.lower) && !p.x.rest[w.lower] && !p.x.within[w.lower] &&
		!strings.HasSuffix(w.lower, "ing") && !strings.HasSuffix(w.lower, "ly")
}

// inName says whether the word is part of a longer name: "the Old Mill Press".
func (p phrase) inName() bool {
	return p.words[p.first].capital && !p.stops() && p.words[p.next].capital
}

// figure says whether the place is one of something without an article: "a sea
// of faces".
func (p phrase) figure() bool {
	if p.stops() || p.words[p.next].lower != "of" || p.next+1 == len(p.words) {
		return false
	}
	of := p.words[p.next+1]
	return !of.capital && !p.x.articles[of.lower]
}

// said is a phrase as it stands within a sentence: "The roof" is the roof.
func (x *lexicon) said(phrase string) string {
	_, end := scenes.NextWord(phrase, 0)
	if first := strings.ToLower(phrase[:end]); x.nobody[first] {
		return first + phrase[end:]
	}
	return phrase
}
