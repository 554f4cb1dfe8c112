package diff

// equalElsewhere is step 2.
func (g *beatGame) equalElsewhere() {
	xs, ys := alone(g.toY), alone(g.toX)
	at := byHash(g.m.x.beatHash, g.m.y.beatHash, xs, ys)
	for _, i := range xs {
		if e := at[g.x(i).hash]; len(e.xs) == 1 && len(e.ys) == 1 && g.same(i, e.ys[0]) && g.m.speaks(&g.m.x, i) {
			g.pair(i, e.ys[0])
		}
	}
}

// passagesElsewhere is step 2 for two beats that stand together, and say enough
// together. What stands beside them follows in step 4.
func (g *beatGame) passagesElsewhere() {
	xs, ys := passages(&g.m.x, g.toY), passages(&g.m.y, g.toX)
	at := byHash(g.m.x.passageHash, g.m.y.passageHash, xs, ys)
	for _, i := range xs {
		e := at[g.m.x.passageHash(i)]
		if len(e.xs) != 1 || len(e.ys) != 1 || !g.free(i, e.ys[0]) || !g.free(i+1, e.ys[0]+1) || !g.same(i, e.ys[0]) || !g.same(i+1, e.ys[0]+1) {
			continue
		}
		if a, b := g.m.weighed(&g.m.x, i), g.m.weighed(&g.m.x, i+1); a.size+b.size >= movedWords && a.bulk+b.bulk >= g.m.bulk {
			g.pair(i, e.ys[0])
			g.pair(i+1, e.ys[0]+1)
		}
	}
}

// passageHash is of the words of a beat and the next one.
func (s *side) passageHash(i int) uint64 { return mix(s.beats[i].hash, s.beats[i+1].hash) }

// passages lists the beats that are alone, and the next one of their scene too.
func passages(s *side, partner []int) []int {
	var first []int
	for i := range len(s.beats) - 1 {
		if partner[i] < 0 && partner[i+1] < 0 && s.beats[i].scene == s.beats[i+1].scene {
			first = append(first, i)
		}
	}
	return first
}

// follow is step 4: a passage that moved takes its short lines along. A beat
// goes where its neighbour went if both stand next to each other on both
// sides and are alike as in one scene.
func (g *beatGame) follow() {
	var moved []int
	for i, j := range g.toY {
		if j >= 0 && !g.inside(i, j) {
			moved = append(moved, i)
		}
	}
	for k := 0; k < len(moved); k++ { // moved grows: a passage is followed to its end
		for _, step := range []int{-1, 1} {
			i, j := moved[k]+step, g.toY[moved[k]]+step
			if i < 0 || j < 0 || i >= len(g.toY) || j >= len(g.toX) || !g.free(i, j) {
				continue
			}
			if g.m.x.beats[i].scene != g.m.x.beats[i-step].scene || g.m.y.beats[j].scene != g.m.y.beats[j-step].scene {
				continue
			}
			if g.m.beatScore(g.x(i), g.y(j)) >= beatInPlace {
				g.pair(i, j)
				moved = append(moved, i)
			}
		}
	}
}
