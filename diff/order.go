package diff

import (
	"slices"
	"sort"
)

// placed is something that stands at one place in the old order and at one in
// the new, and what it weighs.
type placed struct {
	old, new int
	weight   int
	salt     uint64 // decides between equals; the same in both directions
}

// outOfOrder marks what moved: all that is not in the heaviest increasing run,
// the set of greatest weight that stands in the same order on both sides. So
// as little as can be is said to have moved, and of two scenes that changed
// places the lighter one (CollateX and NewsEdits choose greedily, and name
// more). It takes O(n log n): a Fenwick tree holds the best run that ends at
// or before each old place.
func outOfOrder(items []placed) []bool {
	byNew := span(0, len(items))
	sort.SliceStable(byNew, func(a, b int) bool { return items[byNew[a]].new < items[byNew[b]].new })
	ranks := oldRanks(items)
	tree := newRunTree(len(items))
	best := make([]run, len(items))
	for _, i := range byNew {
		best[i] = tree.before(ranks[i]).and(items[i], i)
		tree.put(ranks[i], best[i])
	}
	moved := slices.Repeat([]bool{true}, len(items))
	for i := tree.before(len(items)).last; i >= 0; {
		moved[i] = false
		i = best[i].previous
	}
	return moved
}

// oldRanks numbers the items by their old places from 0.
func oldRanks(items []placed) []int {
	byOld := span(0, len(items))
	sort.SliceStable(byOld, func(a, b int) bool { return items[byOld[a]].old < items[byOld[b]].old })
	ranks := make([]int, len(items))
	for r, i := range byOld {
		ranks[i] = r
	}
	return ranks
}

// run is an increasing run: its weight, its last item and the one before it.
type run struct {
	weight         int
	salt           uint64
	last, previous int
}

// and is the run with one more item at its end.
func (r run) and(p placed, i int) run {
	return run{r.weight + p.weight, r.salt + p.salt, i, r.last}
}

// heavier orders runs: by weight, and equals by the sum of their salts, which
// is the same whichever manuscript is the old one.
func (r run) heavier(s run) bool {
	return r.weight > s.weight || r.weight == s.weight && r.salt > s.salt
}

// runTree holds, for each old rank, the heaviest run that ends at or before it.
type runTree []run

func newRunTree(n int) runTree { return slices.Repeat(runTree{{last: -1, previous: -1}}, n+1) }

// before is the heaviest run that ends before rank.
func (t runTree) before(rank int) run {
	best := t[0]
	for i := rank; i > 0; i -= i & -i {
		if t[i].heavier(best) {
			best = t[i]
		}
	}
	return best
}

func (t runTree) put(rank int, r run) {
	for i := rank + 1; i < len(t); i += i & -i {
		if r.heavier(t[i]) {
			t[i] = r
		}
	}
}
