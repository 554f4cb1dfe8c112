package story

// hour is a part of the day, by where it stands on its clock: 1 is dawn, 6 is
// night, and 0 the light of any hour.
type hour int

// The hours that are more than their place on the clock.
const (
	light     hour = 0
	morning   hour = 2
	afternoon hour = 4
	night     hour = 6
)

// is says whether two parts of the day are one: morning is day.
func (a hour) is(b hour) bool {
	if a == light {
		a, b = b, a
	}
	return a == b || b == light && morning <= a && a <= afternoon
}

// apart says whether it cannot be both: neighbours on the clock may be one
// hour in other words, as dusk and night.
func (a hour) apart(b hour) bool {
	if a == light || b == light {
		return max(a, b) == night
	}
	return a-b > 1 || b-a > 1
}

// timeWord is a part of the day that a text names.
type timeWord struct {
	start, end int
	hour       hour
}

// timesIn finds the parts of the day in which a sentence says that something
// goes on: "That night", "at two in the morning", "It was nearly noon." A word
// that only says which other thing is meant tells no time: "the night clerk".
func (x *lexicon) timesIn(text string, words []textWord) []timeWord {
	var found []timeWord
	for i := range words {
		h, first, ok := x.hourAt(text, words, i)
		if !ok {
			continue
		}
		p := phrase{x: x, text: text, words: words, first: first, next: i + 1}
		k := first - 1
		if k >= 0 && words[k].lower == "the" && k > 0 {
			k--
		}
		switch {
		case h == light || p.modifies(): // "that day" may be any
		case words[i].lower == "overnight" || k < 0:
			found = append(found, timeWord{words[first].start, words[i].end, h})
		case x.during[words[k].lower] && !p.away(k):
			if h == morning && k > 0 && x.small[words[k-1].lower] {
				h, k = night, k-1
			}
			found = append(found, timeWord{words[k].start, words[i].end, h})
		}
	}
	return found
}

// hourAt is word i as a part of the day, or words first to i: "first light".
func (x *lexicon) hourAt(text string, words []textWord, i int) (h hour, first int, ok bool) {
	if n, ok := x.daytimes[words[i].lower]; ok {
		return hour(n), i, true
	}
	if i > 0 && words[i].lower == "light" && words[i-1].lower == "first" {
		return hour(x.daytimes["dawn"]), i - 1, true
	}
	return 0, 0, false
}
