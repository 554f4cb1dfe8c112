package generate

import (
	"cmp"
	"slices"
)

// placed is a scene that survives: its places, its words, and whether it
// stays in its chapter.
type placed struct {
	old, new, words int
	stays           bool
}

// displaced says which scenes moved and which may be said to have moved or
// not. The scenes that did not move are a run that stands in the same order on
// both sides, and a reader wants as much as can be to have stayed; but several
// runs may do equally well (of two scenes that changed places either may be
// the one that moved), and "as much" may be meant in scenes, in words, or in
// scenes that keep their chapter. A scene moved where no best run of any
// meaning has it; it stayed where all of them have it; else it is open.
func displaced(items []placed) (moved, maybe []bool) {
	some, every := make([]bool, len(items)), slices.Repeat([]bool{true}, len(items))
	mean := 1
	for _, p := range items {
		mean += p.words / len(items)
	}
	for _, m := range []struct {
		weigh func(placed) int
		slack int // runs that are lighter by so little are as good
	}{
		{func(placed) int { return 1 }, 0},
		{func(p placed) int { return p.words + 1 }, mean / 4},
		{func(p placed) int { return (p.words + 1) * (1 + btoi(p.stays)) }, mean / 4},
	} {
		w := newRuns(items, m.weigh)
		best := w.best(none)
		for i := range items {
			some[i] = some[i] || w.through[i] >= best-m.slack
			every[i] = every[i] && (w.alone[i] || w.best(i) < best-m.slack)
		}
	}
	moved, maybe = make([]bool, len(items)), make([]bool, len(items))
	for i := range items {
		moved[i], maybe[i] = !some[i], some[i] && !every[i]
	}
	return moved, maybe
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// runs knows the heaviest increasing runs of some items.
type runs struct {
	weights []int // in the new order
	ranks   []int // old places, in the new order
	order   []int // items, in the new order
	through []int // of each item, the heaviest run that has it
	alone   []bool
}

func newRuns(items []placed, weigh func(placed) int) *runs {
	r := &runs{through: make([]int, len(items)), alone: make([]bool, len(items))}
	for i := range items {
		r.order = append(r.order, i)
	}
	slices.SortFunc(r.order, func(a, b int) int { return cmp.Compare(items[a].new, items[b].new) })
	top := 0
	for _, i := range r.order {
		r.weights = append(r.weights, weigh(items[i]))
		r.ranks = append(r.ranks, items[i].old)
		top = max(top, items[i].old)
	}
	n := len(items)
	fore, back, tree := make([]int, n), make([]int, n), newMaxima(top)
	for k := range n {
		fore[k] = tree.before(r.ranks[k])
		tree.put(r.ranks[k], fore[k]+r.weights[k])
	}
	tree = newMaxima(top)
	for k := n - 1; k >= 0; k-- {
		back[k] = tree.before(top - r.ranks[k])
		tree.put(top-r.ranks[k], back[k]+r.weights[k])
	}
	for k, i := range r.order {
		r.through[i] = fore[k] + r.weights[k] + back[k]
	}
	r.findAlone()
	return r
}

// findAlone marks the items that have changed sides with no other one: every
// best run has them, which saves asking.
func (r *runs) findAlone() {
	high := none
	clear := make([]bool, len(r.ranks))
	for k, x := range r.ranks {
		clear[k] = x > high
		high = max(high, x)
	}
	low := int(^uint(0) >> 1)
	for k := len(r.ranks) - 1; k >= 0; k-- {
		r.alone[r.order[k]] = clear[k] && r.ranks[k] < low
		low = min(low, r.ranks[k])
	}
}

// best is the weight of the heaviest run without one item, or with all.
func (r *runs) best(without int) int {
	top := 0
	for _, x := range r.ranks {
		top = max(top, x)
	}
	tree := newMaxima(top)
	for k, i := range r.order {
		if i != without {
			tree.put(r.ranks[k], tree.before(r.ranks[k])+r.weights[k])
		}
	}
	return tree.before(top + 1)
}

// maxima is a Fenwick tree: the greatest number put at or before a place.
type maxima []int

func newMaxima(top int) maxima { return make(maxima, top+2) }

func (t maxima) before(place int) int {
	best := 0
	for i := place; i > 0; i -= i & -i {
		best = max(best, t[i])
	}
	return best
}

func (t maxima) put(place, n int) {
	for i := place + 1; i < len(t); i += i & -i {
		t[i] = max(t[i], n)
	}
}
