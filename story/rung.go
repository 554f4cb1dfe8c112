package story

import (
	"strconv"
	"strings"
)

// Rung is how high a stake is, as far as its words say: for how many it is
// one, how much money, how little time.
type Rung struct {
	Scope int // 0 one person, 1 a family or friends, 2 a company or crew, 3 a town, a people, a world
	Money int // the largest sum named, 0 for none
	Hours int // the shortest time named, 0 for none
}

// Above is 1 where r is higher than other in something and lower in nothing, -1
// the other way round, and 0 otherwise. Sums and times are compared where both
// name them.
func (r Rung) Above(other Rung) int {
	up, down := r.Scope > other.Scope, r.Scope < other.Scope
	if r.Money > 0 && other.Money > 0 {
		up, down = up || r.Money > other.Money, down || r.Money < other.Money
	}
	if r.Hours > 0 && other.Hours > 0 {
		up, down = up || r.Hours < other.Hours, down || r.Hours > other.Hours
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
func (x *lexicon) rung(text string) Rung {
	var r Rung
	words := wordsOf(text)
	for i, w := range words {
		for scope, set := range []wordSet{x.family, x.crew, x.town} {
			if set[w.lower] {
				r.Scope = max(r.Scope, scope+1)
			}
		}
		n := x.number(w.lower)
		if n > 0 && i+1 < len(words) && x.numbers[words[i+1].lower] >= 100 {
			n *= x.numbers[words[i+1].lower] // nine hundred
			i++
		}
		if n == 0 || i+1 >= len(words) {
			continue
		}
		next := strings.TrimSuffix(words[i+1].lower, "s")
		if h := x.hours[next]; h > 0 && (r.Hours == 0 || n*h < r.Hours) {
			r.Hours = n * h
		}
		if x.money[next] || w.start > 0 && strings.ContainsAny(text[max(0, w.start-3):w.start], "$€£¥") {
			r.Money = max(r.Money, n)
		}
	}
	return r
}

// number is what a word counts, in figures or spelled out; 0 for none.
func (x *lexicon) number(w string) int {
	if n := x.numbers[w]; n > 0 {
		return n
	}
	n, err := strconv.Atoi(strings.ReplaceAll(w, ",", ""))
	if err != nil || n < 0 {
		return 0
	}
	return n
}
