package diff

import (
	"fmt"

	"git-scene/story"
)

// dialogue compares how much of a scene is said aloud:
//
//	   both sides are long enough, and their shares   the finding is
//	A  are a quarter of the scene apart, or more      changed
//	B  else                                           none
//	C  where marks of speech came to words that stand, or went: none in any scene
//	D  where one side has no speech at all in the whole book: none
//
// C and D are drafts whose author marks speech otherwise now, or did not mark
// it.
var dialogue = Signal{
	Name: "dialogue", Doc: "how much of a scene is said aloud", Calm: true, Said: textSaid, any: true,
	Glance: func(found []Finding) []string { return []string{"another share " + inScenesSaid(found)} },
	find: func(t *told) []Finding {
		var found []Finding
		if t.marksDiffer() {
			return nil
		}
		for old, new := range t.changedPairs() {
			a, b := t.old.Speech(old.Ordinal, t.asked(onOld, old.Ordinal)), t.new.Speech(new.Ordinal, t.asked(onNew, new.Ordinal))
			if min(a.All, b.All) < longScene || abs(percent(a)-percent(b)) < dialogueApart {
				continue
			}
			f := Finding{Change: "changed", Confidence: countedSure, Text: fmt.Sprintf("%d %% of it is said aloud, was %d %%", percent(b), percent(a))}
			f.Evidence = []Evidence{evidence(onNew, b.Quote)}
			if percent(a) > percent(b) {
				f.Evidence = []Evidence{evidence(onOld, a.Quote)}
			}
			f.inScenes(old, new)
			found = append(found, f)
		}
		return found
	},
}

// dialogueApart is how far apart two shares are that a reader hears, parts in
// a hundred; countedSure how sure one may be of what was merely counted, parts
// of [One].
const (
	dialogueApart = 25
	countedSure   = 8500
)

func percent(s story.Speech) int { return (200*s.Said + s.All) / (2 * max(s.All, 1)) }

func abs(n int) int { return max(n, -n) }

// requoted is the share of the words of beats that stand, in a hundred, that
// may be said aloud on one side only.
const requoted = 3

// marksDiffer is C and D of the table.
func (t *told) marksDiffer() bool {
	words, differ := 0, 0
	for _, row := range t.rows {
		for _, b := range row.Beats {
			if changed(b) || len(b.Old) != 1 || len(b.New) != 1 {
				continue
			}
			words += b.New[0].words
			if b.Old[0].Text != b.New[0].Text {
				differ += abs(story.SaidAloud(b.Old[0].Text) - story.SaidAloud(b.New[0].Text))
			}
		}
	}
	return 100*differ > requoted*words || !t.old.Aloud() || !t.new.Aloud()
}
