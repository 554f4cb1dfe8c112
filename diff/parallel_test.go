package diff

import (
	"runtime"
	"testing"
)

// TestInParallel: every number is worked on once, each worker with memory that
// no other has, also where processors come and go meanwhile. It is not run
// beside others, whose processors it would take.
func TestInParallel(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, n := range []int{0, 1, chunk, chunk + 1, 40 * chunk} {
		seen := make([]int, n)
		inParallelWith(n, func() *int { return new(int) }, func(own *int, k int) {
			if k%chunk == 0 {
				runtime.GOMAXPROCS(1 + k/chunk%(2*before))
			}
			*own++ // the race detector would tell of memory that two have
			seen[k]++
		})
		for k, times := range seen {
			if times != 1 {
				t.Errorf("of %d, %d was worked on %d times", n, k, times)
			}
		}
	}
}
