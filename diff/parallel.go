package diff

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// chunk is how many units of work a worker takes at a time: enough to forget
// the cost of taking them, few enough that no worker is left with a long rest.
const chunk = 16

// inParallel calls work for each of 0…n-1, on all processors. Who does what is
// not seen in the answer: each k has a place of its own for it.
func inParallel(n int, work func(k int)) {
	inParallelWith(n, func() (none struct{}) { return none }, func(_ struct{}, k int) { work(k) })
}

// inParallelWith is inParallel where each worker needs memory of its own. It
// makes that itself: how many workers there are may change at any time.
func inParallelWith[M any](n int, memory func() M, work func(own M, k int)) {
	var next atomic.Int64
	take := func() (from int) { return int(next.Add(chunk)) - chunk }
	var all sync.WaitGroup
	for range min(workers(), (n+chunk-1)/chunk) {
		all.Go(func() {
			from := take()
			if from >= n {
				return
			}
			for own := memory(); from < n; from = take() {
				for k := from; k < min(from+chunk, n); k++ {
					work(own, k)
				}
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
	inParallelWith(len(units), x.query, func(q *query, k int) {
		q.like(units[k], least, func(c, score int) {
			if t, ok := visit(k, c, score); ok {
				found[k] = append(found[k], t)
			}
		})
	})
	return found
}
