package diff

import "slices"

// contained lists the free scenes of side a of which a good part of the runs
// of words stand in one linked scene of side b: long prose that was cut
// elsewhere than between paragraphs.
//
// It files the runs of the free scenes, which are few, and reads the others
// past them once: to make those comparable would cost more than all the rest
// where a scene was added to a long book.
func (m *matcher) contained(a, b *side, ofY bool) []piece {
	free := a.free()
	if len(free) == 0 {
		return nil
	}
	units := m.scenes(a, free)
	found := make([]containment, len(free))
	newRunIndex(units, len(units)).search(b, func(j, i, n int) { found[i].add(j, n) })
	var all []piece
	for k, i := range free {
		c := found[k]
		share := share(c.best, max(len(a.units[i].grams), 1))
		if share < containShare || c.best < 2*c.runner || c.best < containRuns {
			continue
		}
		p := piece{x: i, y: c.at, share: share, ofY: true}
		if !ofY {
			p = piece{x: c.at, y: i, share: share}
		}
		all = append(all, p)
	}
	return all
}

// containment is the scene that holds most runs of a free one, and how many
// the next best holds.
type containment struct{ at, best, runner int }

func (c *containment) add(at, n int) {
	if n > c.best {
		*c = containment{at, n, c.best}
	} else {
		c.runner = max(c.runner, n)
	}
}

// search visits, for each linked scene of a side in order, the units that it
// shares runs with, and how many. Runs that more than mostScenes of the linked
// scenes have are left out.
func (x *runIndex) search(s *side, visit func(scene, unit, n int)) {
	runs := make([][]int32, len(s.link)) // of each linked scene, those that are filed
	inParallel(len(s.link), func(j int) {
		if s.link[j] >= 0 {
			runs[j] = x.known(s.units[j].words())
		}
	})
	in := make([]int, len(x.runs))
	for _, list := range runs {
		for _, k := range list {
			in[k]++
		}
	}
	shared := make([]int, len(x.of))
	for j, list := range runs {
		var touched []int32
		for _, k := range list {
			if in[k] > mostScenes {
				continue
			}
			for _, i := range x.units[x.first[k]:x.first[k+1]] {
				if shared[i] == 0 {
					touched = append(touched, i)
				}
				shared[i]++
			}
		}
		for _, i := range touched {
			visit(j, int(i), shared[i])
			shared[i] = 0
		}
	}
}

// known are the numbers of the runs of a text that are filed, each once.
func (x *runIndex) known(words []word) []int32 {
	var known []int32
	for i := range len(words) - sceneGram + 1 {
		if k := x.slots[x.slot(runOf(words[i:i+sceneGram]))]; k > 0 {
			known = append(known, k-1)
		}
	}
	slices.Sort(known)
	return slices.Compact(known)
}
