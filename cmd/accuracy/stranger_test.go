package main

import (
	"slices"
	"strings"
	"testing"

	"git-scene/diff"
	"git-scene/testdata/generate"
)

// stranger is a scene that has nothing to do with any other.
const stranger = `
## Zinc and Quarries

Basalt quarrying ended at Tjornuvik in nineteen hundred and six, when the company's only barge went down with the crusher aboard.

Every autumn the schoolmistress still marches her pupils up to the rim to count cormorants, which nobody has ever published.
`

// strangersFelt is in how many of the books below a stranger changes a pair
// today. It could: the last pass asks more of a pair that is not in its place
// the more scenes are left over on both sides.
const strangersFelt = 0

// TestStrangerChangesNoPair is the fourth law: one more scene, unrelated to
// the others, changes no other pair, on whichever side it stands.
func TestStrangerChangesNoPair(t *testing.T) {
	s := ownSource(t)
	felt := 0
	for seed := range uint64(6) {
		p := hard
		p.Seed, p.SceneWords, p.Layout = seed, 60, generate.FilePerChapter
		before := answeredPairs(mustMake(t, s, p))
		for side := range 2 {
			after := answeredPairs(withStranger(t, s, p, side))
			alone := []string{"[stranger]→[]", "[]→[stranger]"}[side]
			if rest := withoutWord(after, alone); rest != before {
				felt++
				t.Logf("seed %d, side %d: a stranger made\n%s\nof\n%s", seed, side, after, before)
			}
		}
	}
	if felt > strangersFelt {
		t.Errorf("a stranger changed pairs in %d books, it was %d", felt, strangersFelt)
	} else if felt < strangersFelt {
		t.Logf("strangersFelt can go down to %d", felt)
	}
}

// withStranger makes a pair with one more scene at the end of one draft.
func withStranger(t *testing.T, s *generate.Source, p generate.Plan, side int) (*pair, *diff.Report) {
	t.Helper()
	made, err := generate.Make(s, p)
	if err != nil {
		t.Fatal(err)
	}
	[]map[string]string{made.Old, made.New}[side]["chapter-99.md"] = "# Chapter 99: Elsewhere\n" + stranger
	made.Gold.OldScenes = append(made.Gold.OldScenes, strangerIn(side == 0)...)
	made.Gold.NewScenes = append(made.Gold.NewScenes, strangerIn(side == 1)...)
	q := pairOf(made)
	r, err := q.report()
	if err != nil {
		t.Fatal(err)
	}
	return q, r
}

func strangerIn(here bool) []generate.Scene {
	if !here {
		return nil
	}
	return []generate.Scene{{Key: "stranger", Place: generate.Place{Path: "chapter-99.md", Line: 3}}}
}

func withoutWord(text, word string) string {
	words := strings.Split(text, " ")
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == word }), " ")
}
