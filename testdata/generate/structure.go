package generate

import "slices"

// rebuild does what happens to scenes in their place: some are merged with
// those behind them, some are broken in two, some are cut, some make way.
func (r *revision) rebuild(t *titler, here picked) {
	var kept []scene
	for i := 0; i < len(r.old.scenes); i++ {
		sc := r.scenes[i]
		switch n, at := here.merged[i], here.split[i]; {
		case n > 0:
			kept = append(kept, r.merge(i, n))
			i += n - 1
		case at > 0:
			r.note("%s is split before beat %d", oldKey(i), at+1)
			rest := scene{sc.chapter, t.scene(scene{beats: sc.beats[at:]}), []int{i}, slices.Clone(sc.beats[at:])}
			sc.beats = sc.beats[:at:at]
			kept = append(kept, sc, rest)
		case slices.Contains(here.cut, i):
			r.note("%s is cut", oldKey(i))
		case slices.Contains(here.replaced, i):
			r.note("%s makes way for another scene", oldKey(i))
			other := r.takeReserve(t)
			other.chapter = sc.chapter
			kept = append(kept, other)
		default:
			kept = append(kept, sc)
		}
	}
	r.scenes = kept
}

// merge makes one scene of n neighbours; the first gives its title.
func (r *revision) merge(i, n int) scene {
	r.note("%s to %s are merged", oldKey(i), oldKey(i+n-1))
	sc := r.scenes[i]
	for k := 1; k < n; k++ {
		sc.from = append(sc.from, i+k)
		sc.beats = append(sc.beats, r.scenes[i+k].beats...)
	}
	return sc
}

// takeReserve takes a scene that the old draft does not have.
func (r *revision) takeReserve(t *titler) scene {
	sc := r.reserve[0]
	r.reserve = r.reserve[1:]
	sc.title = t.scene(sc)
	return sc
}

// pickMoves takes the scenes that will move, in blocks of neighbours.
func (r *revision) pickMoves() (blocks [][2]int) {
	left, n := share(r.plan.Move, len(r.old.scenes)), max(r.plan.Block, 1)
	for _, i := range r.rand.Perm(len(r.old.scenes)) {
		if m := min(n, left); left > 0 && r.run(i, m) {
			blocks = append(blocks, [2]int{i, m})
			left -= m
		}
	}
	return blocks
}

// move puts blocks of scenes elsewhere. A moved scene is in the chapter of the
// scene that it now follows.
func (r *revision) move(blocks [][2]int) {
	rand := r.plan.stream(moveStage)
	for _, b := range blocks {
		first, n := r.find(b[0]), b[1]
		block := slices.Clone(r.scenes[first : first+n])
		rest := slices.Delete(slices.Clone(r.scenes), first, first+n)
		if len(rest) == 0 {
			continue
		}
		at := rand.IntN(len(rest) + 1)
		if far := r.plan.Far; far > 0 {
			at = first + far
			if rand.IntN(2) == 0 && first >= far || at > len(rest) {
				at = max(first-far, 0)
			}
		}
		for k := range block {
			block[k].chapter = rest[max(at-1, 0)].chapter
		}
		r.scenes = slices.Insert(rest, at, block...)
		r.note("%s and %d more go %d scenes on", oldKey(b[0]), n-1, at-first)
	}
}

// find is where the scene now stands that comes first from an old one.
func (r *revision) find(old int) int {
	return slices.IndexFunc(r.scenes, func(s scene) bool { return len(s.from) > 0 && s.from[0] == old })
}

// insert puts the scenes that are left in reserve anywhere.
func (r *revision) insert(t *titler) {
	rand := r.plan.stream(insertStage)
	for len(r.reserve) > 0 {
		at := r.put(rand.IntN(len(r.scenes)+1), r.takeReserve(t))
		r.note("a scene is inserted as the %d.", at+1)
	}
}

// copy puts near-duplicates of some scenes elsewhere. Their beats come from
// nowhere: the scene that was copied has kept its own.
func (r *revision) copy(t *titler, copied []int) {
	rand := r.plan.stream(copyStage)
	noise := noiser{Noise{Share: nearShare}, r.source, nil, rand}
	for _, i := range copied {
		sc := scene{beats: slices.Clone(r.old.scenes[i].beats)}
		for k := range sc.beats {
			sc.beats[k].scene = none
		}
		noise.scene(&sc)
		sc.title = t.scene(sc)
		r.note("a near copy of %s is inserted as the %d.", oldKey(i), r.put(rand.IntN(len(r.scenes)+1), sc)+1)
	}
}

// put inserts a scene, in the chapter of the one before it.
func (r *revision) put(at int, sc scene) int {
	sc.chapter = r.scenes[max(at-1, 0)].chapter
	r.scenes = slices.Insert(r.scenes, at, sc)
	return at
}
