package diff

import (
	"fmt"

	"git-scene/story"
)

// continuity finds people who are now met without the scene that
// introduced them. For somebody of both drafts whose first scene is another
// one now:
//
//	   the scene that introduced them   the first scene now      the finding is
//	A  is cut                           stood before             orphaned
//	B  stands                           is new                   prepared (A, the other way round)
//
// A scene introduces somebody in whom it is much interested: who acts or speaks
// there and is named more than once.
var continuity = Signal{
	Name: "continuity", Doc: "who is met without the scene that introduced them",
	Glance: func(found []Finding) []string {
		var said []string
		for _, c := range []struct{ change, said string }{
			{"orphaned", "no longer introduced: "}, {"prepared", "introduced earlier: "},
		} {
			if names := whoOf(found, c.change); names != "" {
				said = append(said, c.said+names)
			}
		}
		return said
	},
	Said: textSaid,
	find: func(t *told) []Finding {
		rows := rowsOf(t.rows)
		var found []Finding
		for _, p := range t.old.Cast() {
			if f, ok := t.orphaned(rows, p); ok {
				found = append(found, f)
			}
		}
		for _, q := range t.new.Cast() {
			if f, ok := t.prepared(rows, q); ok {
				found = append(found, f)
			}
		}
		return found
	},
}

// rowIndex finds a scene's row, by its ordinal.
type rowIndex struct{ old, new map[int]int }

func rowsOf(rows []Row) rowIndex {
	x := rowIndex{map[int]int{}, map[int]int{}}
	for i, row := range rows {
		for _, s := range row.Old {
			x.old[s.Ordinal] = i
		}
		for _, s := range row.New {
			x.new[s.Ordinal] = i
		}
	}
	return x
}

// continuitySure is how sure a reader may be: a scene may introduce somebody
// without a name.
const continuitySure = 7000

// orphaned is A of the table, for somebody of the old draft.
func (t *told) orphaned(rows rowIndex, p story.Person) (f Finding, ok bool) {
	before := p.Scenes[0]
	was := t.rows[rows.old[before.Scene]]
	if !p.Sure() || !introduces(before) || len(was.New) > 0 {
		return f, false
	}
	now, named := t.new.FirstNamed(p.Words[0])
	if !named || len(t.rows[rows.new[now.Scene]].Old) == 0 {
		return f, false
	}
	said := fmt.Sprintf("%s is first met here: %s, where the old draft introduced them, is cut", p.Name, was.Old[0].Name())
	return met("orphaned", p.Name, said, before, now), true
}

// prepared is B of the table, for somebody of the new draft.
func (t *told) prepared(rows rowIndex, q story.Person) (f Finding, ok bool) {
	now := q.Scenes[0]
	if !q.Sure() || !introduces(now) || len(t.rows[rows.new[now.Scene]].Old) > 0 {
		return f, false
	}
	before, named := t.old.FirstNamed(q.Words[0])
	was := t.rows[rows.old[before.Scene]]
	if !named || len(was.New) == 0 {
		return f, false
	}
	said := fmt.Sprintf("%s is introduced here now, who was first met in %s", q.Name, was.Old[0].Name())
	return met("prepared", q.Name, said, before, now), true
}

// met is a finding about somebody's first scenes.
func met(change, name, said string, before, now story.Presence) Finding {
	return Finding{
		Change: change, Name: name, Text: said, Confidence: continuitySure, SceneOld: &before.Scene, SceneNew: &now.Scene,
		Evidence: []Evidence{evidence(onOld, before.Quote), evidence(onNew, now.Quote)},
	}
}

// introduces says whether a scene is much interested in somebody.
func introduces(p story.Presence) bool { return p.OnStage && p.Mentions > 1 }
