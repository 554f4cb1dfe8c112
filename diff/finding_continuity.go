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
			if now, ok := t.new.FirstNamed(p.Words[0]); ok && p.Sure() {
				found = t.orphaned(found, rows, p, now)
			}
		}
		for _, q := range t.new.Cast() {
			if before, ok := t.old.FirstNamed(q.Words[0]); ok && q.Sure() {
				found = t.prepared(found, rows, q, before)
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
func (t *told) orphaned(found []Finding, rows rowIndex, p story.Person, now story.Presence) []Finding {
	before := p.Scenes[0]
	was, is := t.rows[rows.old[before.Scene]], t.rows[rows.new[now.Scene]]
	if !introduces(before) || len(is.Old) == 0 {
		return found
	}
	if len(was.New) > 0 {
		return found
	}
	said := fmt.Sprintf("%s is first met here: %s, where the old draft introduced them, is cut", p.Name, was.Old[0].Name())
	return append(found, met("orphaned", p.Name, said, before, now))
}

// prepared is B of the table, for somebody of the new draft.
func (t *told) prepared(found []Finding, rows rowIndex, q story.Person, before story.Presence) []Finding {
	now := q.Scenes[0]
	was, is := t.rows[rows.old[before.Scene]], t.rows[rows.new[now.Scene]]
	if !introduces(now) || len(is.Old) > 0 || len(was.New) == 0 {
		return found
	}
	said := fmt.Sprintf("%s is introduced here now, who was first met in %s", q.Name, was.Old[0].Name())
	return append(found, met("prepared", q.Name, said, before, now))
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
