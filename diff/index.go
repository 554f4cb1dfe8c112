package diff

import "slices"

// index finds, for a unit, the units of the other side that share words with
// it, so that the cost of comparing grows with what is shared and not with
// the square of the number of units.
type index struct {
	units []*unit
	terms []posting // by word
	first []int32   // where a word's postings begin; one more at the end
	runs  *runIndex
	most  int // units that one word may bring in
}

// query asks an index. It holds the sums for the unit that is asked about,
// between calls too, so that each goroutine needs one of its own.
type query struct {
	*index
	sums    []sum
	touched []int32
}

// sum is what a unit shares with the one that is asked about, beside what is
// needed to see that it is next to nothing: nearly all that are touched share a
// word or two, and to look at each unit itself would cost more than to find it.
type sum struct {
	dot    int64 // product of their vectors
	norm   int   // of the unit's own
	runs   int32 // that the unit has
	shared int32 // of them
}

func (x *index) query() *query {
	q := &query{index: x, sums: make([]sum, len(x.units))}
	for i, u := range x.units {
		q.sums[i].norm, q.sums[i].runs = u.norm, int32(len(u.grams))
	}
	return q
}

// posting says that a unit holds a term with this weight.
type posting struct {
	unit   int32
	weight int32
}

// A word that more units hold than these brings none of them in: it says next
// to nothing and costs the most. Beats are many and short.
const (
	mostScenes = 400
	mostBeats  = 120
)

func newIndex(units []*unit, most int) *index {
	x := &index{units: units, runs: newRunIndex(units, most), most: most}
	x.fileTerms()
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

// like lists the units that are like u, unordered; leaving out those whose score
// is below least.
func (q *query) like(u *unit, least int, visit func(i, score int)) {
	for _, t := range u.terms {
		for _, p := range q.postings(t.word) {
			q.touch(p.unit).dot += int64(t.weight) * int64(p.weight)
		}
	}
	q.countRuns(u)
	for _, i := range q.touched {
		s := &q.sums[i]
		if s.shared > 0 || s.dot*cosineShare >= int64(least)*int64(u.norm)*int64(s.norm) { // else the cosine falls short
			if score := likeness(u.vector(), vector{s.norm, int(s.runs)}, s.dot, int(s.shared)); score >= least {
				visit(int(i), score)
			}
		}
		s.dot, s.shared = 0, 0
	}
	q.touched = q.touched[:0]
}

// countRuns adds the runs that each unit shares with u to the sums.
func (q *query) countRuns(u *unit) {
	for _, g := range u.grams {
		for _, i := range q.runs.holders(g) {
			q.touch(i).shared++
		}
	}
}

func (q *query) touch(i int32) *sum {
	s := &q.sums[i]
	if s.dot == 0 && s.shared == 0 {
		q.touched = append(q.touched, i)
	}
	return s
}

// vector is what a unit's likeness to another one depends on, beside what they
// share: the length of its vector and the number of its runs.
type vector struct{ norm, runs int }

func (u *unit) vector() vector { return vector{u.norm, len(u.grams)} }

// likeness is the score of two units' words, given the product of their
// vectors and the number of runs they share.
func likeness(a, b vector, dot int64, shared int) int {
	score := 0
	if a.norm > 0 && b.norm > 0 {
		score += int(min(dot*cosineShare/(int64(a.norm)*int64(b.norm)), cosineShare))
	}
	if small := min(a.runs, b.runs); small > 0 {
		score += shared * containmentShare / small
		score += 2 * shared * diceShare / (a.runs + b.runs)
	}
	return score
}

// like is the score of two units' words.
func (u *unit) like(v *unit) int {
	return likeness(u.vector(), v.vector(), dot(u.terms, v.terms), common(u.grams, v.grams))
}
