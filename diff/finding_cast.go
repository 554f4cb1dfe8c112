package diff

import (
	"cmp"
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
		for _, c := range []struct{ change, said string }{{"introduced", "new: "}, {"dropped", "gone: "}} {
			if names := whoOf(found, c.change); names != "" {
				said = append(said, c.said+names)
			}
		}
		for _, f := range found {
			if f.Change == "renamed" { // of no use without the name that it was
				said = append(said, f.Text)
			}
		}
		return said
	},
	Said:   textSaid,
	Result: castResult,
	Names:  func(s Scene) []string { return s.Cast },
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

// tellCast notes on the scenes of both sides who is on stage in them: by the
// name that the new side has for them, where one side merely says more of it.
func tellCast(rows []Row, old, new *story.Reading) {
	if old == nil || new == nil {
		return
	}
	now := fuller(old.Cast(), new.Cast())
	for _, row := range rows {
		for i := range row.Old {
			row.Old[i].Cast, _ = old.Who(row.Old[i].Ordinal)
			for k, name := range row.Old[i].Cast {
				row.Old[i].Cast[k] = cmp.Or(now[name], name)
			}
		}
		for i := range row.New {
			row.New[i].Cast, _ = new.Who(row.New[i].Ordinal)
		}
	}
}

// fuller finds who has another name on the new side of which each word, or
// whose each word, is of their own: "Maya", "Maya Chen". It must be one alone.
func fuller(old, new []story.Person) map[string]string {
	has := func(all []story.Person, name string) bool {
		return slices.ContainsFunc(all, func(p story.Person) bool { return p.Name == name })
	}
	called := func(p story.Person, name string) bool { return len(story.Called([]story.Person{p}, name)) > 0 }
	now := map[string]string{}
	for _, p := range old {
		if has(new, p.Name) {
			continue
		}
		var like []string
		for _, q := range new {
			if !has(old, q.Name) && (called(q, p.Name) || called(p, q.Name)) {
				like = append(like, q.Name)
			}
		}
		if len(like) == 1 {
			now[p.Name] = like[0]
		}
	}
	return now
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
	times := t.replaced(*went, *came)
	stayed := make([]bool, len(*came)) // of those who came: they were there under another name
	heir := func(i int) int {
		p := (*went)[i]
		for k, q := range *came {
			if !stayed[k] && times[[2]int{i, k}] >= min(renamedTimes, p.Mentions, q.Mentions) {
				return k
			}
		}
		return -1
	}
	var left []story.Person
	for i, p := range *went {
		k := heir(i)
		if k < 0 {
			left = append(left, p)
			continue
		}
		stayed[k] = true
		q := (*came)[k]
		t.renames = append(t.renames, [2]story.Person{p, q})
		found = append(found, Finding{
			Change: "renamed", Name: q.Name, Confidence: Score(min(p.Confidence, q.Confidence)), Text: fmt.Sprintf("%s is now called %s", p.Name, q.Name),
			Evidence: []Evidence{evidence(onOld, p.Scenes[0].Quote), evidence(onNew, q.Scenes[0].Quote)},
		})
	}
	var arrived []story.Person
	for k, q := range *came {
		if !stayed[k] {
			arrived = append(arrived, q)
		}
	}
	*went, *came = left, arrived
	return found
}

// replaced counts where a name of somebody who went was replaced by one of
// somebody who came, by their indices.
func (t *told) replaced(went, came []story.Person) map[[2]int]int {
	times := map[[2]int]int{}
	if len(went) == 0 || len(came) == 0 {
		return times
	}
	for _, row := range t.rows {
		for _, b := range row.Beats {
			for w := 1; w < len(b.Words); w++ {
				if b.Words[w-1].Op != "-" || b.Words[w].Op != "+" {
					continue
				}
				for _, i := range story.Called(went, b.Words[w-1].Text) {
					for _, k := range story.Called(came, b.Words[w].Text) {
						times[[2]int{i, k}]++
					}
				}
			}
		}
	}
	return times
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
