package story

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// rung is how high a stake is, as far as its words say: for how many it is
// one, how much money, how little time.
type rung struct {
	scope int   // 0 one person, 1 a family or friends, 2 a company or crew, 3 a town, a people, a world
	money int64 // the largest sum named, 0 for none
	hours int64 // the shortest time named, 0 for none
}

// above is 1 where r is higher than other in something and lower in nothing, -1
// the other way round, and 0 otherwise. Sums and times are compared where both
// name them.
func (r rung) above(other rung) int {
	up, down := r.scope > other.scope, r.scope < other.scope
	if r.money > 0 && other.money > 0 {
		up, down = up || r.money > other.money, down || r.money < other.money
	}
	if r.hours > 0 && other.hours > 0 {
		up, down = up || r.hours < other.hours, down || r.hours > other.hours
	}
	switch {
	case up && !down:
		return 1
	case down && !up:
		return -1
	}
	return 0
}

// rung reads how high a stake is.
func (x *lexicon) rung(text string) rung {
	var r rung
	words := wordsOf(text)
	for _, w := range words {
		for scope, set := range []wordSet{x.family, x.crew, x.town} {
			if set[w.lower] {
				r.scope = max(r.scope, scope+1)
			}
		}
	}
	for i := 0; i < len(words); {
		n, next := x.count(text, words, i)
		of := ""
		if next < len(words) {
			of = strings.TrimSuffix(words[next].lower, "s")
		}
		if h := n * int64(x.hours[of]); h > 0 && (r.hours == 0 || h < r.hours) {
			r.hours = h
		}
		if x.money[of] || signed(text[:words[i].start]) {
			r.money = max(r.money, n)
		}
		i = next
	}
	return r
}

// signed says whether what stands before a number ends in the sign of a currency.
func signed(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(before, " "))
	return strings.ContainsRune("$€£¥", last)
}

// mostCounted is more than any sum or time that a story counts, and too little
// to overflow when it is multiplied.
const mostCounted int64 = 1_000_000_000_000

// count is the number that begins with word i, 0 for none, and the word behind
// it: "nine hundred and fifty", "twenty-five thousand", "5 million".
func (x *lexicon) count(text string, words []textWord, i int) (n int64, next int) {
	n, next = x.number(words[i].lower), i+1
	thousands := int64(0) // and millions, which are counted when they are passed
	for n+thousands > 0 && n+thousands <= mostCounted {
		at := next
		if follows(text, words, at) && words[at].lower == "and" && n%100 == 0 {
			at++
		}
		if !follows(text, words, at) {
			break
		}
		w := words[at].lower
		switch m := int64(x.numbers[w]); {
		case w == "a", w == "an": // "twenty a day"
			return thousands + n, next
		case m >= 1000 && n > 0:
			thousands, n = thousands+n*m, 0
		case m == 100 && 0 < n && n < 100:
			n *= m
		case m > 0 && m < 100 && n%100 == 0, m > 0 && m < 10 && n%100 >= 20 && n%10 == 0:
			n += m
		default:
			return thousands + n, next
		}
		next = at + 1
	}
	return thousands + n, next
}

// follows says whether a word stands right behind the one before it.
func follows(text string, words []textWord, k int) bool {
	return k < len(words) && strings.Trim(text[words[k-1].end:words[k].start], " -") == ""
}

// number is what a word counts, in figures or spelled out; 0 for none.
func (x *lexicon) number(w string) int64 {
	if n := x.numbers[w]; n > 0 {
		return int64(n)
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(w, ",", ""), 10, 64)
	if err != nil || n < 0 || n > mostCounted {
		return 0
	}
	return n
}
