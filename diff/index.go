package diff

import "slices"

// index finds, for a unit, the units of the other side that share words with
// it, so that the cost of comparing grows with what is shared and not with
// the square of the number of units.
type index struct {
	units []*unit
	terms map[word][]posting
	grams map[gram][]int32

	// Sums for the unit that is asked about, kept between calls.
	dot     []int
	shared  []int32
	touched []int32
}

// posting says that a unit holds a term with this weight.
type posting struct {
	unit   int32
	weight int32
}

// maxPostings bounds the units that one word may bring in: a word that more
// of them hold says next to nothing and costs the most.
const maxPostings = 400

func newIndex(units []*unit) *index {
	x := &index{units: units, terms: map[word][]posting{}, grams: map[gram][]int32{}, dot: make([]int, len(units)), shared: make([]int32, len(units))}
	for i, u := range units {
		for _, t := range u.terms {
			x.terms[t.word] = append(x.terms[t.word], posting{int32(i), t.weight})
		}
		for _, g := range u.grams {
			x.grams[g] = append(x.grams[g], int32(i))
		}
	}
	return x
}

// candidate is a unit of the indexed side and how like it is.
type candidate struct {
	unit  int
	score int // parts of one
}

// like lists the units that are like u at all, unordered.
func (x *index) like(u *unit, visit func(i, score int)) {
	for _, t := range u.terms {
		list := x.terms[t.word]
		if len(list) > maxPostings {
			continue
		}
		for _, p := range list {
			x.touch(p.unit)
			x.dot[p.unit] += int(t.weight) * int(p.weight)
		}
	}
	x.countRuns(u)
	for _, i := range x.touched {
		visit(int(i), likeness(u, x.units[i], x.dot[i], int(x.shared[i])))
		x.dot[i], x.shared[i] = 0, 0
	}
	x.touched = x.touched[:0]
}

// countRuns adds the runs that each unit shares with u to the sums.
func (x *index) countRuns(u *unit) {
	for _, g := range u.grams {
		list := x.grams[g]
		if len(list) > maxPostings {
			continue
		}
		for _, i := range list {
			x.touch(i)
			x.shared[i]++
		}
	}
}

// sharedRuns lists the units that share runs of words with u, and how many.
func (x *index) sharedRuns(u *unit, visit func(i, n int)) {
	x.countRuns(u)
	slices.Sort(x.touched) // a tie goes to the first
	for _, i := range x.touched {
		visit(int(i), int(x.shared[i]))
		x.shared[i] = 0
	}
	x.touched = x.touched[:0]
}

func (x *index) touch(i int32) {
	if x.dot[i] == 0 && x.shared[i] == 0 {
		x.touched = append(x.touched, i)
	}
}

// likeness is the score of two units' words, given the product of their
// vectors and the number of runs they share.
func likeness(a, b *unit, dot, shared int) int {
	score := 0
	if a.norm > 0 && b.norm > 0 {
		score += min(dot*cosineShare/(a.norm*b.norm), cosineShare)
	}
	if small := min(len(a.grams), len(b.grams)); small > 0 {
		score += shared * containmentShare / small
		score += 2 * shared * diceShare / (len(a.grams) + len(b.grams))
	}
	return score
}
