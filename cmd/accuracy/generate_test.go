package main

import (
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"git-scene/testdata/generate"
)

// The generator's tests stand here, since "./..." passes over folders of test
// data.

// everything is a plan with every stroke in it.
func everything(seed uint64) generate.Plan {
	return generate.Plan{
		Seed: seed, SceneWords: 60, Move: .1, Block: 2, Split: .1, Merge: .1, Extract: .1, Cut: .1, Insert: .1, Replace: .05, Copy: .05, Twin: .05,
		Retitle: true, Renumber: true, Rename: true, Rewrap: true, Requote: true, Noise: generate.Noise{Share: .2},
	}
}

// shapes are plans of every form and layout.
func shapes() (plans []generate.Plan) {
	for seed := range tries(3) {
		for _, layout := range []generate.Layout{generate.FilePerChapter, generate.OneFile} {
			for _, form := range []generate.Form{generate.Prose, generate.Outline} {
				p := everything(seed)
				p.Layout, p.Form, p.Untitled = layout, form, seed == 1
				if p.Noise.Of = generate.Words; seed == 2 {
					p.Noise.Of = generate.Sentences
				}
				plans = append(plans, p)
			}
		}
	}
	return plans
}

// TestMadePairsAreSound checks the truth of made pairs by our own rules and by
// the project's goldcheck.py, where it is here.
func TestMadePairsAreSound(t *testing.T) {
	s := ownSource(t)
	var dirs []string
	for _, p := range shapes() {
		made, err := generate.Make(s, p)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		if err := made.Write(dir); err != nil {
			t.Fatal(err)
		}
		read, err := readPair(dir)
		if err != nil {
			t.Fatalf("%+v: %v", p, err)
		}
		if n := score(mustMake(t, s, p)).tallies["segments"]; n.false+n.missed > 0 {
			t.Errorf("%+v: scenes are not where the truth says: %+v", p, *n)
		}
		if len(read.gold.Steps) == 0 {
			t.Errorf("%+v: nothing was done", p)
		}
		dirs = append(dirs, dir)
	}
	needShared(t, sharedTools)
	out, err := exec.Command("python3", append([]string{filepath.Join(sharedTools, "goldcheck.py")}, dirs...)...).CombinedOutput()
	if err != nil {
		t.Errorf("goldcheck.py: %v\n%s", err, out)
	}
}

// TestMakingIsDeterministic makes a pair twice.
func TestMakingIsDeterministic(t *testing.T) {
	for _, p := range shapes() {
		a, errA := generate.Make(ownSource(t), p)
		b, errB := generate.Make(ownSource(t), p)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if !maps.Equal(a.Old, b.Old) || !maps.Equal(a.New, b.New) || !slices.Equal(a.Gold.Steps, b.Gold.Steps) {
			t.Errorf("%+v makes two pairs", p)
		}
	}
}

// TestOneStrokeLeavesTheOthers turns one thing on, and looks whether scenes
// are still cut and moved alike.
func TestOneStrokeLeavesTheOthers(t *testing.T) {
	s := ownSource(t)
	p := generate.Plan{Seed: 5, SceneWords: 60, Move: .1, Cut: .1, Insert: .1}
	plain, err := generate.Make(s, p)
	if err != nil {
		t.Fatal(err)
	}
	p.Noise.Share, p.Retitle, p.Rewrap = .5, true, true
	noisy, err := generate.Make(s, p)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := strings.Join(plain.Gold.Steps, "\n"), strings.Join(noisy.Gold.Steps, "\n"); a != b {
		t.Errorf("with noise these steps\n%s\nwithout these\n%s", b, a)
	}
}

// TestBadPlans asks for what makes no sense.
func TestBadPlans(t *testing.T) {
	s := ownSource(t)
	for want, p := range map[string]generate.Plan{
		"scenes of 3 words":   {SceneWords: 3},
		"not from 0 to 1":     {SceneWords: 60, Cut: 1.5},
		"have but one each":   {SceneWords: 60, Cut: .6, Move: .6},
		"none can be below 0": {SceneWords: 60, Far: -1},
		"which is no book":    {SceneWords: 4000},
	} {
		if _, err := generate.Make(s, p); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: error %v, want one that says %q", p, err, want)
		}
	}
}

// TestNoiseIsAsMuchAsAsked counts the words of the old draft that are left.
func TestNoiseIsAsMuchAsAsked(t *testing.T) {
	s := ownSource(t)
	for _, c := range []struct {
		noise       generate.Noise
		least, most float64 // of the new words, that were there
	}{
		{generate.Noise{}, 1, 1},
		{generate.Noise{Share: .3}, .75, .9},
		{generate.Noise{Share: .3, Concentrated: true}, .75, .9},
		{generate.Noise{Share: .3, Scenes: .3}, .9, .99},
		{generate.Noise{Of: generate.Sentences, Share: .5}, .3, .75},
	} {
		made, err := generate.Make(s, generate.Plan{Seed: 1, SceneWords: 150, Layout: generate.OneFile, Noise: c.noise})
		if err != nil {
			t.Fatal(err)
		}
		if left := leftOf(made.Old["book.md"], made.New["book.md"]); left < c.least || left > c.most {
			t.Errorf("%+v: %.2f of the words are left, want %.2f to %.2f", c.noise, left, c.least, c.most)
		}
	}
}

// leftOf is the share of new lines' words that stand in the same line of old.
func leftOf(old, new string) float64 {
	a, b := strings.Split(old, "\n"), strings.Split(new, "\n")
	left, all := 0, 0
	for i, line := range b {
		had := map[string]int{}
		for _, w := range strings.Fields(a[i]) {
			had[w]++
		}
		for _, w := range strings.Fields(line) {
			all++
			if had[w] > 0 {
				left++
				had[w]--
			}
		}
	}
	return ratio(left, all)
}

// TestTwoThatChangePlaces looks at what the truth says of a scene that went
// one place on: it or its neighbour moved, and none must be said to have.
func TestTwoThatChangePlaces(t *testing.T) {
	p, _ := mustMake(t, ownSource(t), generate.Plan{SceneWords: 60, Move: .01, Far: 1, Untitled: true})
	open := 0
	for _, l := range p.gold.Links {
		if slices.Contains(l.Kinds, "moved") {
			t.Errorf("%v → %v must be called moved", l.Old, l.New)
		}
		if slices.Contains(l.Maybe, "moved") {
			open++
		}
	}
	if open != 2 {
		t.Errorf("%d scenes may be called moved, want 2", open)
	}
}
