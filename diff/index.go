package diff

import (
	"math/bits"
	"slices"
)

// index finds, for a unit, the units of the other side that share words with
// it, so that the cost of comparing grows with what is shared and not with
// the square of the number of units.
//
// Postings of a word are a run of one slice; those of a run of words are a
// chain, since most of them have one link only and a slice for each would
// cost more than all the rest. The chains are found by a hash table with linear
// probing: a gram is a hash already, and a map would hash it again.
type index struct {
	units []*unit
	terms []posting // by word
	first []int32   // where a word's postings begin; one more at the end
	slots []int32   // 1 + the last link of a gram's chain, 0 where free; a power of two long
	chain []link
	most  int // units that one word may bring in
}

// query asks an index. It holds the sums for the unit that is asked about,
// between calls too, so that each goroutine needs one of its own.
type query struct {
	*index
	dot     []int
	shared  []int32
	touched []int32
}

func (x *index) query() *query {
	return &query{index: x, dot: make([]int, len(x.units)), shared: make([]int32, len(x.units))}
}

// posting says that a unit holds a term with this weight.
type posting struct {
	unit   int32
	weight int32
}

// link says that a unit holds a run of words; next is the link before it, -1
// for none, and count how many links there are up to this one.
type link struct {
	gram              gram
	unit, next, count int32
}

// A word that more units hold than these brings none of them in: it says next
// to nothing and costs the most. Beats are many and short.
const (
	mostScenes = 400
	mostBeats  = 120
)

func newIndex(units []*unit, most int) *index {
	x := &index{units: units, most: most}
	x.fileTerms()
	x.fileGrams()
	return x
}

// fileTerms sorts all terms by word, by counting.
func (x *index) fileTerms() {
	last, n := word(0), 0
	for _, u := range x.units {
		if k := len(u.terms); k > 0 {
			last = max(last, u.terms[k-1].word)
			n += k
		}
	}
	x.first = make([]int32, last+2)
	for _, u := range x.units {
		for _, t := range u.terms {
			x.first[t.word+1]++
		}
	}
	for w := range last + 1 {
		x.first[w+1] += x.first[w]
	}
	x.terms = make([]posting, n)
	at := slices.Clone(x.first)
	for i, u := range x.units {
		for _, t := range u.terms {
			x.terms[at[t.word]] = posting{int32(i), t.weight}
			at[t.word]++
		}
	}
}

func (x *index) fileGrams() {
	n := 0
	for _, u := range x.units {
		n += len(u.grams)
	}
	x.slots, x.chain = make([]int32, 1<<bits.Len(uint(2*n))), make([]link, 0, n)
	for i, u := range x.units {
		for _, g := range u.grams {
			l := link{g, int32(i), -1, 1}
			at := x.slot(g)
			if head := x.slots[at] - 1; head >= 0 {
				l.next, l.count = head, x.chain[head].count+1
			}
			x.chain = append(x.chain, l)
			x.slots[at] = int32(len(x.chain))
		}
	}
}

// slot is the slot of a gram, or the free one where it would stand.
func (x *index) slot(g gram) int {
	last := len(x.slots) - 1
	at := int(g) & last
	for x.slots[at] != 0 && x.chain[x.slots[at]-1].gram != g {
		at = (at + 1) & last
	}
	return at
}

// postings are the units that hold a word, none where too many do.
func (x *index) postings(w word) []posting {
	if int(w)+1 >= len(x.first) {
		return nil
	}
	list := x.terms[x.first[w]:x.first[w+1]]
	if len(list) > x.most {
		return nil
	}
	return list
}

// like lists the units that are like u at all, unordered.
func (q *query) like(u *unit, visit func(i, score int)) {
	for _, t := range u.terms {
		for _, p := range q.postings(t.word) {
			q.touch(p.unit)
			q.dot[p.unit] += int(t.weight) * int(p.weight)
		}
	}
	q.countRuns(u)
	for _, i := range q.touched {
		visit(int(i), likeness(u, q.units[i], q.dot[i], int(q.shared[i])))
		q.dot[i], q.shared[i] = 0, 0
	}
	q.touched = q.touched[:0]
}

// countRuns adds the runs that each unit shares with u to the sums.
func (q *query) countRuns(u *unit) {
	for _, g := range u.grams {
		at := q.slots[q.slot(g)] - 1
		if at < 0 || int(q.chain[at].count) > q.most {
			continue
		}
		for ; at >= 0; at = q.chain[at].next {
			q.touch(q.chain[at].unit)
			q.shared[q.chain[at].unit]++
		}
	}
}

// sharedRuns lists the units that share runs of words with u, and how many.
func (q *query) sharedRuns(u *unit, visit func(i, n int)) {
	q.countRuns(u)
	slices.Sort(q.touched) // a tie goes to the first
	for _, i := range q.touched {
		visit(int(i), int(q.shared[i]))
		q.shared[i] = 0
	}
	q.touched = q.touched[:0]
}

func (q *query) touch(i int32) {
	if q.dot[i] == 0 && q.shared[i] == 0 {
		q.touched = append(q.touched, i)
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
