package main

import (
	"testing"

	"git-scene/testdata/generate"
)

// floors are revisions that git-scene does not find exactly, though not a word
// was changed, with the F1 that it reaches today. A floor only ever rises.
var floors = []struct {
	name   string
	plan   generate.Plan
	floors map[string]float64
}{
	{
		// A scene that is copied, with a few words changed, while it stands
		// where it stood: the copy is new, and nothing was split.
		"near copies are inserted", generate.Plan{SceneWords: 150, Copy: .1},
		map[string]float64{"pairs": 1, "kept": 1, "added": 1, "split": 1},
	},
	{
		// A scene is cut and another one written: they share people and
		// places, and no sentence.
		"one scene is cut and one is new", generate.Plan{SceneWords: 400, Cut: .01, Insert: .01},
		map[string]float64{"pairs": .98, "added": .85, "cut": .85},
	},
	{
		// The same, and the new scene stands in the place of the cut one: a
		// place alone makes no pair.
		"a scene makes way for another", generate.Plan{SceneWords: 150, Replace: .01},
		map[string]float64{"pairs": 1, "added": 1, "cut": 1},
	},
	{
		// Six words that stand alone now, beside those they stood with.
		"scenes of two short bullets are split", generate.Plan{SceneWords: 15, Form: generate.Outline, Split: .2},
		map[string]float64{"pairs": 1, "split": 1},
	},
	{
		// Two scenes have the same words, by chance all of them, and titles of
		// their own; one moves past the other.
		"short near copies move", generate.Plan{SceneWords: 15, Form: generate.Outline, Twin: .2, Move: .2},
		map[string]float64{"pairs": .99},
	},
}

// TestFloors holds git-scene to what it reaches today.
func TestFloors(t *testing.T) {
	if testing.Short() {
		t.Skip("floors are of all seeds")
	}
	const slack, seeds = 0.01, 8
	s := ownSource(t)
	for _, f := range floors {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			all := newScores()
			for seed := range uint64(seeds) {
				f.plan.Seed = seed
				all.plus(score(mustMake(t, s, f.plan)))
			}
			for _, m := range sortedKeys(f.floors) {
				switch f1 := all.tallies[m].f1(); {
				case f1 < f.floors[m]:
					t.Errorf("%s: %s is below its floor of %.3f: %+v", m, figure(f1), f.floors[m], *all.tallies[m])
				case f1 > f.floors[m]+slack:
					t.Logf("%s: %s, the floor of %.3f can rise: %+v", m, figure(f1), f.floors[m], *all.tallies[m])
				}
			}
		})
	}
}
