package diff

import (
	"fmt"
	"slices"

	"git-scene/story"
)

// cast compares who is in the story. For somebody of either side:
//
//	   old  new  in the scene                      the finding is
//	A   no  yes  –                                 introduced
//	B  yes   no  –                                 dropped
//	C   A and B, one word for the other throughout renamed
//	D  yes  yes  on stage now, not named before    entered
//	E  yes  yes  on stage before, not named now    left
//
// Somebody is in a manuscript where a word of their name stands in it with a
// capital at all, so that one who was merely mentioned is not introduced.
var cast = Signal{
	Name: "cast", Doc: "who is in the story, and in which scenes",
	Glance: func(found []Finding) []string {
		var said []string
		for _, c := range []struct{ change, said string }{{"introduced", "new: "}, {"dropped", "gone: "}, {"renamed", "renamed: "}} {
			if names := whoOf(found, c.change); names != "" {
				said = append(said, c.said+names)
			}
		}
		return said
	},
	Said:   castSaid,
	Result: castResult,
	find: func(t *told) []Finding {
		came := strangers(t.new, t.old)
		went := strangers(t.old, t.new)
		found := t.renamed(&went, &came)
		for _, p := range came {
			found = append(found, arrival("introduced", onNew, p))
		}
		for _, p := range went {
			found = append(found, arrival("dropped", onOld, p))
		}
		return append(found, t.entrances()...)
	},
}

// strangers are the people of one reading of whom the other knows nothing.
func strangers(of, to *story.Reading) []story.Person {
	var found []story.Person
	for _, p := range of.Cast() {
		if p.Sure() && !to.Names(p.Words[0]) {
			found = append(found, p)
		}
	}
	return found
}

// arrival says that somebody is new to the manuscript, or gone from it.
func arrival(change, side string, p story.Person) Finding {
	scenes := fmt.Sprintf("in %d scenes", len(p.Scenes))
	if len(p.Scenes) == 1 {
		scenes = "in one scene"
	}
	said := "%s is new, " + scenes
	if side == onOld {
		said = "%s is gone, who was " + scenes
	}
	var in []int
	for _, s := range p.Scenes {
		in = append(in, s.Scene)
	}
	return Finding{
		Change: change, Name: p.Name, Confidence: Score(p.Confidence), Text: fmt.Sprintf(said, p.Name), Scenes: in,
		Evidence: []Evidence{evidence(side, p.Scenes[0].Quote)},
	}
}

// renamedTimes is how many times one name must stand where the other stood for
// a renaming, where neither is seen less often.
const renamedTimes = 3

// renamed finds those who only changed their name, and takes them out of both
// lists.
func (t *told) renamed(went, came *[]story.Person) []Finding {
	var found []Finding
	left := (*went)[:0]
	for _, p := range *went {
		k := slices.IndexFunc(*came, func(q story.Person) bool {
			return t.replaced(p, q) >= min(renamedTimes, p.Mentions, q.Mentions)
		})
		if k < 0 {
			left = append(left, p)
			continue
		}
		q := (*came)[k]
		*came = slices.Delete(*came, k, k+1)
		t.renames = append(t.renames, [2]story.Person{p, q})
		found = append(found, Finding{
			Change: "renamed", Name: q.Name, Confidence: Score(min(p.Confidence, q.Confidence)), Text: fmt.Sprintf("%s is now called %s", p.Name, q.Name),
			Evidence: []Evidence{evidence(onOld, p.Scenes[0].Quote), evidence(onNew, q.Scenes[0].Quote)},
		})
	}
	*went = left
	return found
}

// replaced counts where a name of p's went and one of q's came in its place.
func (t *told) replaced(p, q story.Person) int {
	n := 0
	for _, row := range t.rows {
		for _, b := range row.Beats {
			for i := 1; i < len(b.Words); i++ {
				if b.Words[i-1].Op == "-" && b.Words[i].Op == "+" && p.Called(b.Words[i-1].Text) && q.Called(b.Words[i].Text) {
					n++
				}
			}
		}
	}
	return n
}

// present says whether somebody is surely in a scene, and would hardly be there
// without a name: heard to speak, or on stage and named more than once.
func present(p story.Presence) bool { return p.Lines > 0 || p.OnStage && p.Mentions > 1 }

// entrances are the people who came into a scene that stands on both sides, or
// left it, and are known to both.
func (t *told) entrances() []Finding {
	var found []Finding
	for _, row := range t.rows {
		old, new, ok := t.pair(row)
		if !ok {
			continue
		}
		for _, side := range []struct {
			change, name, said string
			here, there        *story.Reading
			at, was            int
		}{
			{"entered", onNew, " is in it now", t.new, t.old, new.Ordinal, old.Ordinal},
			{"left", onOld, " is no longer in it", t.old, t.new, old.Ordinal, new.Ordinal},
		} {
			for _, p := range side.here.Cast() {
				seen, ok := p.In(side.at)
				if !ok || !present(seen) || !p.Sure() || side.there.NamedIn(p, side.was) || !side.there.Names(p.Words[0]) {
					continue
				}
				f := Finding{Change: side.change, Name: p.Name, Confidence: Score(p.Confidence * 3 / 4), Text: p.Name + side.said, Evidence: []Evidence{evidence(side.name, seen.Quote)}}
				f.inScenes(old, new)
				found = append(found, f)
			}
		}
	}
	return found
}
