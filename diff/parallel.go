package diff

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// chunk is how many units of work a worker takes at a time: enough to forget
// the cost of taking them, few enough that no worker is left with a long rest.
const chunk = 16

// inParallel calls work for ranges from, to that cover 0…n-1, on all
// processors; worker numbers who calls, below workers(). Who does what is not
// seen in the answer: each k has a place of its own for it.
func inParallel(n int, work func(worker, from, to int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for w := range min(workers(), (n+chunk-1)/chunk) {
		all.Go(func() {
			for from := int(next.Add(chunk)) - chunk; from < n; from = int(next.Add(chunk)) - chunk {
				work(w, from, min(from+chunk, n))
			}
		})
	}
	all.Wait()
}

func workers() int { return runtime.GOMAXPROCS(0) }

// likeAll asks an index about many units at once, and gathers in order what
// visit makes of each unit's candidates, those below least left out.
func likeAll[T any](x *index, units []*unit, least int, visit func(k, candidate, score int) (T, bool)) [][]T {
	found := make([][]T, len(units))
	queries := make([]*query, workers())
	inParallel(len(units), func(w, from, to int) {
		if queries[w] == nil {
			queries[w] = x.query()
		}
		for k := from; k < to; k++ {
			queries[w].like(units[k], least, func(c, score int) {
				if t, ok := visit(k, c, score); ok {
					found[k] = append(found[k], t)
				}
			})
		}
	})
	return found
}
