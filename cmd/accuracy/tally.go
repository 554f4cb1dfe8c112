package main

import "slices"

// tally counts what was found and what should have been.
type tally struct{ hits, false, missed int }

// add counts found against truth; what is neither way wrong is left out by the
// caller.
func add[K comparable](t *tally, found, truth set[K]) {
	for k := range found {
		if truth[k] {
			t.hits++
		} else {
			t.false++
		}
	}
	for k := range truth {
		if !found[k] {
			t.missed++
		}
	}
}

func (t *tally) plus(u tally) {
	t.hits += u.hits
	t.false += u.false
	t.missed += u.missed
}

// precision is the share of what was found that is true, 1 where nothing was.
func (t tally) precision() float64 { return ratio(t.hits, t.hits+t.false) }

// recall is the share of what is true that was found, 1 where nothing is.
func (t tally) recall() float64 { return ratio(t.hits, t.hits+t.missed) }

func (t tally) f1() float64 {
	p, r := t.precision(), t.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// share counts those of a number that are as they should be.
type share struct{ right, of int }

func (s *share) plus(t share) {
	s.right += t.right
	s.of += t.of
}

// scores are the figures of one or more pairs.
type scores struct {
	tallies map[string]*tally // by measure
	degree  share             // right one-to-one pairs that are called kept, retouched or rewritten as the truth does
	confusion
}

// measures are the names of the tallies, in the order in which they are told.
var measures = slices.Concat([]string{"segments", "pairs"}, scoredKinds, []string{"beat_moves"})

// scoredKinds are the kinds with a tally of their own.
var scoredKinds = []string{"added", "cut", "moved", "retitled", "split", "merged", "kept"}

func newScores() *scores {
	s := &scores{tallies: map[string]*tally{}, confusion: confusion{}}
	for _, m := range measures {
		s.tallies[m] = &tally{}
	}
	return s
}

func (s *scores) plus(t *scores) {
	for m, x := range t.tallies {
		s.tallies[m].plus(*x)
	}
	s.degree.plus(t.degree)
	s.confusion.plus(t.confusion)
}

// set is a set.
type set[K comparable] map[K]bool

func (s set[K]) minus(t set[K]) set[K] {
	rest := set[K]{}
	for k := range s {
		if !t[k] {
			rest[k] = true
		}
	}
	return rest
}
