package diff

import (
	"math/rand/v2"
	"testing"
)

// TestAssignIsOptimal compares assign with trying every choice, on small
// random problems.
func TestAssignIsOptimal(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		n, m := 1+rng.IntN(5), 1+rng.IntN(5)
		threshold := rng.IntN(one / 2)
		var edges []edge
		for x := range n {
			for y := range m {
				if rng.IntN(3) > 0 {
					edges = append(edges, edge{x, y, rng.IntN(one)})
				}
			}
		}
		got := assign(edges, threshold)
		usedX, usedY, sum := map[int]bool{}, map[int]bool{}, 0
		for _, e := range got {
			if usedX[e.x] || usedY[e.y] {
				t.Fatalf("assign(%v) uses a unit twice: %v", edges, got)
			}
			usedX[e.x], usedY[e.y] = true, true
			sum += e.score - threshold
		}
		if want := bestSum(edges, threshold, 0, map[int]bool{}, map[int]bool{}); sum != want {
			t.Fatalf("assign(%v, %d) = %v gains %d, want %d", edges, threshold, got, sum, want)
		}
	}
}

// bestSum is the greatest gain over the threshold that any choice of edges from k on has.
func bestSum(edges []edge, threshold, k int, usedX, usedY map[int]bool) int {
	if k == len(edges) {
		return 0
	}
	best := bestSum(edges, threshold, k+1, usedX, usedY)
	if e := edges[k]; e.score >= threshold && !usedX[e.x] && !usedY[e.y] {
		usedX[e.x], usedY[e.y] = true, true
		best = max(best, e.score-threshold+bestSum(edges, threshold, k+1, usedX, usedY))
		usedX[e.x], usedY[e.y] = false, false
	}
	return best
}
