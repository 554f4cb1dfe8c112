package generate

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// revision is the new draft in the making, and what was done.
type revision struct {
	book
	plan   Plan
	source *Source
	old    book
	free   []bool // old scenes that no stroke has had yet
	rand   *rand.Rand
	steps  []string

	reserve []scene // scenes of the source that the old draft does not have
}

// picked are old scenes to which something happens in their place.
type picked struct {
	merged   map[int]int // first scene to how many are merged
	split    map[int]int // scene to the beat that begins its second half
	cut      []int
	replaced []int
}

// revise makes the new draft. Strokes on the structure come first and say
// where a scene went; strokes on the words follow, on what is there then.
func revise(s *Source, p Plan, old book, reserve []scene) *revision {
	r := &revision{
		book: old.clone(), plan: p, source: s, old: old,
		free: slices.Repeat([]bool{true}, len(old.scenes)), rand: p.stream(roleStage), reserve: reserve,
	}
	t := newTitler(s, p, retitleStage)
	for _, sc := range old.scenes {
		t.claim(sc.title)
	}
	here, moved := picked{merged: r.pickMerges(), split: r.pickSplits()}, r.pickMoves()
	here.cut, here.replaced = r.pick(p.Cut, anyScene), r.pick(p.Replace, anyScene)
	copied := r.pick(p.Copy, anyScene)
	r.extract()
	r.rebuild(t, here)
	r.move(moved)
	r.insert(t)
	r.copy(t, copied)
	r.reword(t)
	return r
}

func (r *revision) note(format string, args ...any) {
	r.steps = append(r.steps, fmt.Sprintf(format, args...))
}

func anyScene(scene) bool { return true }

// pick takes a share of the old scenes that are free and fit, at random.
func (r *revision) pick(part float64, fits func(scene) bool) []int {
	want := share(part, len(r.old.scenes))
	var got []int
	for _, i := range r.rand.Perm(len(r.old.scenes)) {
		if len(got) < want && r.free[i] && fits(r.old.scenes[i]) {
			r.free[i] = false
			got = append(got, i)
		}
	}
	return got
}

// run takes n neighbours of one chapter, from i on, if all are free.
func (r *revision) run(i, n int) bool {
	if i+n > len(r.old.scenes) || r.old.scenes[i].chapter != r.old.scenes[i+n-1].chapter {
		return false
	}
	if slices.Contains(r.free[i:i+n], false) {
		return false
	}
	for k := i; k < i+n; k++ {
		r.free[k] = false
	}
	return true
}

// pickMerges takes neighbours, two or three together: first scene to how many.
func (r *revision) pickMerges() map[int]int {
	left := share(r.plan.Merge, len(r.old.scenes))
	groups := map[int]int{}
	for _, i := range r.rand.Perm(len(r.old.scenes)) {
		if n := 2 + r.rand.IntN(2); left > 0 && r.run(i, n) {
			groups[i] = n
			left -= n
		}
	}
	return groups
}

// pickSplits takes scenes that have a place to be broken at: scene to the beat
// that begins its second half.
func (r *revision) pickSplits() map[int]int {
	at := map[int]int{}
	for _, i := range r.pick(r.plan.Split, func(s scene) bool { return len(breaks(s)) > 0 }) {
		fit := breaks(r.old.scenes[i])
		at[i] = fit[r.rand.IntN(len(fit))]
	}
	return at
}

// breaks lists the beats at which a scene can be broken so that neither half
// is a mere remnant.
func breaks(s scene) []int {
	const leastHalf = 0.3
	var fit []int
	words, before := float64(s.words()), 0.0
	for k, b := range s.beats {
		if k > 0 && min(before, words-before) >= leastHalf*words {
			fit = append(fit, k)
		}
		before += float64(count(b.text))
	}
	return fit
}

// extract sends some beats of a scene to another one. They are a third of the
// one and half of the other at most, so that both stay what they are.
func (r *revision) extract() {
	for _, i := range r.pick(r.plan.Extract, func(s scene) bool { return len(s.beats) >= 3 }) {
		from := &r.scenes[i]
		k, n := r.passage(*from)
		if n == 0 {
			continue
		}
		words := scene{beats: from.beats[k : k+n]}.words()
		for _, j := range r.rand.Perm(len(r.scenes)) {
			into := &r.scenes[j]
			if r.free[j] && words*2 <= into.words() {
				r.free[j] = false
				at := r.rand.IntN(len(into.beats) + 1)
				into.beats = slices.Insert(into.beats, at, from.beats[k:k+n]...)
				from.beats = slices.Delete(slices.Clone(from.beats), k, k+n)
				r.note("beats %d to %d of %s go to %s", k+1, k+n, oldKey(i), oldKey(j))
				break
			}
		}
	}
}

// passage picks beats that stand together and are a third of a scene at most.
// Each says enough to be told from a stock phrase: that "He nodded." went
// anywhere is more than even its author would say.
func (r *revision) passage(s scene) (first, n int) {
	const leastWords = 8
	third := s.words() / 3
	for _, k := range r.rand.Perm(len(s.beats)) {
		words, m := 0, 0
		for _, b := range s.beats[k:] {
			w := count(b.text)
			if words += w; words > third || w < leastWords {
				break
			}
			m++
		}
		if m > 0 {
			return k, 1 + r.rand.IntN(m)
		}
	}
	return 0, 0
}
