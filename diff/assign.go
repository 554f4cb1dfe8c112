package diff

import "slices"

// edge says that unit x of one side may be unit y of the other.
type edge struct {
	x, y  int
	score int // parts of one
}

// maxComponent is the largest group of rivals that is solved exactly; of a
// larger one the clear pairs are taken first until it falls apart.
const maxComponent = 300

// assign chooses among edges the pairs whose scores sum highest, each unit in
// one pair at most; an edge below threshold is never chosen. This is the
// linear assignment problem with a price for leaving a unit alone, as git's
// range-diff poses it. Greedy choice is nearly as good where scores are far
// apart, and wrong where neighbours are alike (two letters, two suppers).
//
// Edges fall into groups that share units; each group is solved by the
// Hungarian method with shortest augmenting paths, O(x²·y), on its own.
func assign(edges []edge, threshold int) []edge {
	edges = slices.DeleteFunc(slices.Clone(edges), func(e edge) bool { return e.score < threshold })
	slices.SortFunc(edges, byScore)
	var chosen []edge
	for _, group := range components(edges) {
		chosen = append(chosen, solve(group, threshold)...)
	}
	slices.SortFunc(chosen, func(a, b edge) int { return a.x - b.x })
	return chosen
}

// byScore orders edges from the best; of equals the one nearer the front, and
// of those the one that keeps its place.
func byScore(a, b edge) int {
	if a.score != b.score {
		return b.score - a.score
	}
	if s, t := a.x+a.y, b.x+b.y; s != t {
		return s - t
	}
	return a.x - b.x
}

// components parts edges into groups that share no unit, in order of their
// first edge.
func components(edges []edge) [][]edge {
	parent := map[int]int{}
	var find func(int) int
	find = func(u int) int {
		p, ok := parent[u]
		if !ok || p == u {
			return u
		}
		root := find(p)
		parent[u] = root
		return root
	}
	for _, e := range edges { // x is even, y is odd: one number for both sides
		a, b := find(2*e.x), find(2*e.y+1)
		if a != b {
			parent[a] = b
		}
	}
	at := map[int]int{}
	var groups [][]edge
	for _, e := range edges {
		root := find(2 * e.x)
		i, ok := at[root]
		if !ok {
			i = len(groups)
			at[root] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], e)
	}
	return groups
}

// solve chooses the best pairs of one group of edges, sorted byScore.
func solve(group []edge, threshold int) []edge {
	if len(group) == 1 {
		return group
	}
	xs, ys := ends(group)
	if len(xs) > maxComponent || len(ys) > maxComponent {
		return solveLarge(group, threshold)
	}
	price := make([][]int64, len(xs)) // what it costs to pair row with column
	for i := range price {
		price[i] = slices.Repeat([]int64{never}, len(ys))
	}
	for _, e := range group {
		i, _ := slices.BinarySearch(xs, e.x)
		j, _ := slices.BinarySearch(ys, e.y)
		// Of equal sums prefer the one that keeps the order of the text.
		price[i][j] = int64(one-e.score)<<16 + int64(min((i-j)*(i-j), 1<<15))
	}
	var chosen []edge
	for i, j := range hungarian(price, int64(one-threshold)<<16+1<<15) {
		if j >= 0 {
			k := slices.IndexFunc(group, func(e edge) bool { return e.x == xs[i] && e.y == ys[j] })
			chosen = append(chosen, group[k])
		}
	}
	return chosen
}

// ends are the units of a group, sorted.
func ends(group []edge) (xs, ys []int) {
	for _, e := range group {
		xs, ys = append(xs, e.x), append(ys, e.y)
	}
	slices.Sort(xs)
	slices.Sort(ys)
	return slices.Compact(xs), slices.Compact(ys)
}

// solveLarge takes the best edge of a group that is too large to solve, and
// goes on with what is left of it. Half of the edges are so decided before
// the rest is tried again.
func solveLarge(group []edge, threshold int) []edge {
	usedX, usedY := map[int]bool{}, map[int]bool{}
	var chosen []edge
	for _, e := range group[:(len(group)+1)/2] {
		if !usedX[e.x] && !usedY[e.y] {
			usedX[e.x], usedY[e.y] = true, true
			chosen = append(chosen, e)
		}
	}
	rest := slices.DeleteFunc(slices.Clone(group), func(e edge) bool { return usedX[e.x] || usedY[e.y] })
	for _, g := range components(rest) {
		chosen = append(chosen, solve(g, threshold)...)
	}
	return chosen
}

// never is the price of a pair that is no edge.
const never = 1 << 50

// hungarian pairs each row with a column, or with none (-1) for the price of
// being alone, at the least total price. It adds one row at a time along a
// shortest augmenting path; potentials keep all reduced prices ≥ 0 (Kuhn,
// Munkres; in the form of Jonker and Volgenant 1987). Column m+i is row i's
// own way to stay alone.
func hungarian(price [][]int64, alone int64) []int {
	n, m := len(price), len(price[0])
	cols := m + n
	cost := func(i, j int) int64 {
		switch {
		case j < m:
			return price[i][j]
		case j == m+i:
			return alone
		}
		return never
	}
	u, v := make([]int64, n+1), make([]int64, cols+1)
	row := slices.Repeat([]int{n}, cols+1) // row that column j is given to; n is none
	way := make([]int, cols+1)
	for i := range n {
		row[cols] = i
		at := cols
		dist := slices.Repeat([]int64{never * 2}, cols+1)
		done := make([]bool, cols+1)
		for row[at] != n {
			done[at] = true
			r, least, next := row[at], int64(never*2), cols
			for j := range cols {
				if done[j] {
					continue
				}
				if d := cost(r, j) - u[r] - v[j]; d < dist[j] {
					dist[j], way[j] = d, at
				}
				if dist[j] < least {
					least, next = dist[j], j
				}
			}
			for j := range cols + 1 {
				if done[j] {
					u[row[j]] += least
					v[j] -= least
				} else {
					dist[j] -= least
				}
			}
			at = next
		}
		for at != cols {
			row[at] = row[way[at]]
			at = way[at]
		}
	}
	pairs := slices.Repeat([]int{-1}, n)
	for j := range m {
		if row[j] < n && price[row[j]][j] < never {
			pairs[row[j]] = j
		}
	}
	return pairs
}
