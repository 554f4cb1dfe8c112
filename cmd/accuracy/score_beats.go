package main

import "git-scene/testdata/generate"

// beatMove is a beat that is said to have gone from one row's scene to another's.
type beatMove struct{ old, new beatSpan }

type beatSpan struct {
	path        string
	first, last int
}

func (b beatSpan) holds(p generate.Place) bool {
	return b.path == p.Path && b.first <= p.Line && p.Line <= b.last
}

// beatMoves asks which beats are said to stand in a scene that their own scene
// did not become.
func (j *judge) beatMoves(t *tally) {
	found, used := j.foundMoves(), set[beatMove]{}
	type both struct{ old, new generate.Place }
	truth := set[both]{}
	for _, m := range j.gold.BeatMoves {
		truth[both{byLine(m.Old), byLine(m.New)}] = true
	}
	for m := range truth {
		hit := false
		for f := range found {
			if f.old.holds(m.old) && f.new.holds(m.new) {
				hit, used[f] = true, true
			}
		}
		if hit {
			t.hits++
		} else {
			t.missed++
		}
	}
	t.false += len(found) - len(used)
}

// byLine is a place by its line alone.
func byLine(p generate.Place) generate.Place { return generate.Place{Path: p.Path, Line: p.Line} }

func (j *judge) foundMoves() set[beatMove] {
	linkOf := [2]map[string]int{{}, {}}
	for i, l := range j.gold.Links {
		for side, keys := range ends(l) {
			for _, k := range keys {
				linkOf[side][k] = i
			}
		}
	}
	found := set[beatMove]{}
	for _, row := range j.report.Scenes {
		for _, b := range row.Beats {
			for _, o := range b.Old {
				for _, n := range b.New {
					from, to := j.key[0][o.Scene], j.key[1][n.Scene]
					if from == "" || to == "" || j.optional[from] || j.optional[to] || linkOf[0][from] == linkOf[1][to] {
						continue
					}
					found[beatMove{beatSpan{o.Path, o.Line, o.EndLine}, beatSpan{n.Path, n.Line, n.EndLine}}] = true
				}
			}
		}
	}
	return found
}
