package diff

import (
	"fmt"

	"git-scene/scenes"
	"git-scene/story"
)

// pace compares how long the sentences are in which a scene is told:
//
//	   both sides have sentences enough, and those of one   the finding is
//	A  are half as long again as those of the other         changed
//	B  are not                                              none
//
// What is said aloud is left out: more speech is told by dialogue.
var pace = Signal{
	Name: "pace", Doc: "how long the sentences are in which a scene is told", Calm: true, Said: textSaid, any: true,
	Glance: func(found []Finding) []string { return []string{"another " + inScenesSaid(found)} },
	find: func(t *told) []Finding {
		var found []Finding
		for old, new := range t.changedPairs() {
			a, b := t.old.Pace(old.Ordinal, t.asked(onOld, old.Ordinal)), t.new.Pace(new.Ordinal, t.asked(onNew, new.Ordinal))
			if min(a.Sentences, b.Sentences) < paceSentences || max(mean(a), mean(b))*2 < min(mean(a), mean(b))*3 {
				continue
			}
			f := Finding{Change: "changed", Confidence: countedSure, Text: fmt.Sprintf("sentences of %d words, was %d", mean(b), mean(a))}
			f.Evidence = []Evidence{evidence(onOld, a.Quote), evidence(onNew, b.Quote)}
			f.inScenes(old, new)
			found = append(found, f)
		}
		return found
	},
}

// paceSentences is how many sentences have a pace: of fewer, one long one
// makes it.
const paceSentences = 20

// mean is how many words a sentence has.
func mean(p story.Pace) int { return (2*p.Words + p.Sentences) / (2 * max(p.Sentences, 1)) }

// asked says of the beats of a scene of one side whether their words differ.
func (t *told) asked(side string, scene int) func(*scenes.Beat) bool {
	differ := t.newWorded
	if side == onOld {
		differ = t.oldWorded
	}
	return func(b *scenes.Beat) bool { return differ[spot{scene, b.Line}] }
}
