package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"git-scene/diff"
	"git-scene/testdata/generate"
)

// ownSource reads the project's own stories.
func ownSource(t testing.TB) *generate.Source {
	t.Helper()
	sources, err := readSources(options{testdata: "../../testdata"})
	if err != nil {
		t.Fatal(err)
	}
	return sources[0].Source
}

// tries is how many seeds are tried: one where there is little time.
func tries(n uint64) uint64 {
	if testing.Short() {
		return 1
	}
	return n
}

// mustMake makes a pair and what git-scene answers.
func mustMake(t testing.TB, s *generate.Source, plan generate.Plan) (*pair, *diff.Report) {
	t.Helper()
	p, err := generated(s, plan)
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.report()
	if err != nil {
		t.Fatal(err)
	}
	return p, r
}

// answer is a row, or a link of the truth, in the words of the truth.
type answer struct{ old, new, kinds string }

func (a answer) String() string { return fmt.Sprintf("[%s]→[%s] %s", a.old, a.new, a.kinds) }

// different lists what is answered and not true, and what is true and not
// answered. Kinds that may be said or not are left out on both sides.
func different(p *pair, r *diff.Report) []string {
	j := newJudge(p, r)
	free := map[string][]string{}
	truth := map[answer]bool{}
	for _, l := range p.gold.Links {
		a := answer{strings.Join(l.Old, " "), strings.Join(l.New, " "), ""}
		free[a.old+a.new] = append(slices.Clone(l.Maybe), "cosmetic")
		a.kinds = kindsBut(l.Kinds, l.Maybe)
		truth[a] = true
	}
	var wrong []string
	for _, row := range r.Scenes {
		a := answer{strings.Join(j.keys(row, 0), " "), strings.Join(j.keys(row, 1), " "), ""}
		a.kinds = kindsBut(row.Kinds, free[a.old+a.new])
		if !truth[a] {
			wrong = append(wrong, "answered "+a.String())
		}
		delete(truth, a)
	}
	for a := range truth {
		wrong = append(wrong, "true     "+a.String())
	}
	if t := score(p, r).tallies["beat_moves"]; t.false+t.missed > 0 {
		wrong = append(wrong, fmt.Sprintf("beat moves %+v", *t))
	}
	slices.Sort(wrong)
	return wrong
}

func kindsBut(kinds, free []string) string {
	kept := slices.DeleteFunc(slices.Clone(kinds), func(k string) bool { return slices.Contains(free, k) })
	slices.Sort(kept)
	return strings.Join(kept, " ")
}

// strokes are the revisions that must be found exactly where not a word was
// changed.
var strokes = map[string]generate.Plan{
	"one scene moves":             {Move: .01},
	"scenes move":                 {Move: .15},
	"scenes move to a neighbour":  {Move: .1, Far: 1},
	"scenes move by five":         {Move: .1, Far: 5},
	"blocks of two move":          {Move: .15, Block: 2},
	"blocks of three move far":    {Move: .15, Block: 3, Far: 10},
	"splits":                      {Split: .2},
	"merges":                      {Merge: .3},
	"beats go to another scene":   {Extract: .2},
	"cuts":                        {Cut: .2},
	"scenes are inserted":         {Insert: .2},
	"near copies stand in both":   {Twin: .2},
	"near copies move":            {Twin: .2, Move: .2},
	"other titles":                {Retitle: true},
	"other titles, splits, moves": {Retitle: true, Split: .2, Move: .1},
	"all at once":                 {Move: .1, Split: .1, Merge: .1, Extract: .1, Cut: .1, Insert: .1},
}

// TestStrokesAreFoundExactly is the first law: where no word was changed,
// every stroke is found, and nothing else.
func TestStrokesAreFoundExactly(t *testing.T) {
	s := ownSource(t)
	for name, stroke := range strokes {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for seed := range tries(4) {
				for _, p := range bothShapes(stroke) {
					p.Seed = seed
					pair, r := mustMake(t, s, p)
					if wrong := different(pair, r); len(wrong) > 0 {
						t.Errorf("%+v\n  %s\n  %s", p, strings.Join(pair.gold.Steps, "; "), strings.Join(wrong, "\n  "))
					}
				}
			}
		})
	}
}

// bothShapes tries a stroke on an outline in one file and on untitled prose
// in files.
func bothShapes(p generate.Plan) []generate.Plan {
	outline, prose := p, p
	outline.SceneWords, outline.Form, outline.Layout = 60, generate.Outline, generate.OneFile
	prose.SceneWords, prose.Untitled = 150, !p.Retitle
	return []generate.Plan{outline, prose}
}

// TestLayoutIsNoChange is the second law: lines broken elsewhere, quotes
// curled, numbers changed are no change to the story.
func TestLayoutIsNoChange(t *testing.T) {
	s := ownSource(t)
	for _, layout := range []generate.Plan{
		{Rewrap: true}, {Requote: true}, {Renumber: true}, {Rewrap: true, Requote: true, Renumber: true},
	} {
		for _, p := range bothShapes(layout) {
			pair, r := mustMake(t, s, p)
			for _, row := range r.Scenes {
				if kinds := kindsBut(row.Kinds, []string{"cosmetic"}); kinds != "kept" {
					t.Errorf("%+v: %v → %v is %v", p, ordinals(row.Old), ordinals(row.New), row.Kinds)
				}
			}
			if pair.gold.Links[0].Kinds[0] != "kept" {
				t.Fatalf("the truth of a layout is %v", pair.gold.Links[0].Kinds)
			}
		}
	}
}

func ordinals(list []diff.Scene) (all []int) {
	for _, s := range list {
		all = append(all, s.Ordinal)
	}
	return all
}

// hard is a revision in which pairs are not all certain.
var hard = generate.Plan{
	Move: .15, Split: .08, Merge: .08, Cut: .08, Insert: .08, Extract: .05, Noise: generate.Noise{Share: .3},
}

// TestTitlesAndNamesMakeNoPair is the third law: other titles for all scenes,
// or another name for a character, change no pair.
func TestTitlesAndNamesMakeNoPair(t *testing.T) {
	s := ownSource(t)
	for seed := range tries(3) {
		for _, p := range bothShapes(hard) {
			p.Seed, p.Untitled = seed, false
			before := answeredPairs(mustMake(t, s, p))
			for what, plan := range map[string]generate.Plan{"other titles": retitled(p), "another name": renamed(p)} {
				if after := answeredPairs(mustMake(t, s, plan)); after != before {
					t.Errorf("seed %d, scenes of %d words: %s made\n%s\nof\n%s", seed, p.SceneWords, what, after, before)
				}
			}
		}
	}
}

func retitled(p generate.Plan) generate.Plan { p.Retitle = true; return p }

func renamed(p generate.Plan) generate.Plan { p.Rename = true; return p }

// answeredPairs lists who is said to be one with whom, by the truth's keys.
func answeredPairs(p *pair, r *diff.Report) string {
	j := newJudge(p, r)
	var all []string
	for _, row := range r.Scenes {
		all = append(all, fmt.Sprint(j.keys(row, 0), "→", j.keys(row, 1)))
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}
