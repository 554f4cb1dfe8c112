package diff

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"git-scene/scenes"
	"git-scene/story"
)

// Signal is something that the story says, compared along the alignment: what
// it says otherwise, with the words that show it.
type Signal struct {
	Name     string // the kind that its findings bear; Classify stamps it
	Doc      string
	Quoted   bool                          // a finding is told with its quote, not by its text alone
	Calm     bool                          // of the telling and not of the story: told in short under its scene, and aloud only where it is asked for
	Glance   func([]Finding) []string      // what a round's findings come to, in short
	Said     func(Finding) string          // a finding as a sentence about its scene
	Result   func(*Report, []int) Result   // what the findings at these places come to, as an editor would say it
	Question func(*Report, Finding) string // what of it only the author can answer, "" for nothing; nil asks nothing
	Names    func(Scene) []string          // what of it a scene is known to hold, changed or not; nil where that is not told
	any      bool                          // it is read in any language, without a lexicon
	find     func(*told) []Finding
}

// signals are all that is compared, in the order in which a reader cares: what
// hangs on the story, who is in it, how and where it is told; then how it
// sounds.
var signals = []Signal{
	stakes,
	cast,
	viewpoint,
	setting,
	continuity,
	openingLine,
	closingLine,
	dialogue,
	pace,
}

// Signals lists the kinds of finding, in their order.
func Signals() []Signal { return append([]Signal(nil), signals...) }

// Aloud says whether the findings of a signal are told one by one, and at the
// head of the round: those of a calm one only where they were asked for.
func (r *Report) Aloud(s Signal) bool { return !s.Calm || slices.Contains(r.asked, s.Name) }

// Change is what a finding says became of something that the story says.
type Change struct {
	Name    string // as in REPORT.md
	Inverse string // the change's name when old and new change places
	Sign    string // one character, beside every colour
	Hue     Hue
}

var changes = []Change{
	{"added", "removed", "+", Gain},
	{"removed", "added", "-", Loss},
	{"raised", "lowered", "↑", Gain},
	{"lowered", "raised", "↓", Loss},
	{"introduced", "dropped", "+", Gain},
	{"dropped", "introduced", "-", Loss},
	{"renamed", "renamed", "=", Name},
	{"entered", "left", "↑", Gain},
	{"left", "entered", "↓", Loss},
	{"changed", "changed", "~", Edit},
	{"orphaned", "prepared", "-", Loss},
	{"prepared", "orphaned", "+", Gain},
}

// Changes lists what a finding can say, in the order in which a key explains it.
func Changes() []Change { return append([]Change(nil), changes...) }

// told is what the signals look at: both readings, and the rows of the report.
type told struct {
	old, new *story.Reading
	a        *Alignment
	rows     []Row
	renames  [][2]story.Person // who only changed the name, old and new: the cast is compared first

	oldWorded, newWorded map[spot]bool // the beats whose words differ
}

// compared is what the signals look at, nil where a reading is nil.
func compared(a *Alignment, rows []Row, old, new *story.Reading) *told {
	if old == nil || new == nil {
		return nil
	}
	t := &told{old: old, new: new, a: a, rows: rows}
	t.oldWorded, t.newWorded = worded(rows)
	return t
}

// findings asks every signal; of two drafts that cannot be compared, those
// that read any language.
func (t *told) findings() []Finding {
	found := []Finding{}
	if t == nil {
		return found
	}
	for _, s := range signals {
		if !s.any && !t.old.Comparable(t.new) {
			continue
		}
		for _, f := range s.find(t) {
			f.Kind = s.Name
			found = append(found, f)
		}
	}
	return found
}

// unread says what readings left out of a report that tells of changed words,
// "" for nothing.
func unread(rows []Row, old, new *story.Reading) string {
	if old == nil || new == nil || !slices.ContainsFunc(rows, func(row Row) bool { return !unworded(row) }) {
		return ""
	}
	return old.Unread(new)
}

// pair is a row that has one scene on each side and whose words differ; ok is
// false for any other.
func (t *told) pair(row Row) (old, new *scenes.Scene, ok bool) {
	if len(row.Old) != 1 || len(row.New) != 1 {
		return nil, nil, false
	}
	old, new = t.a.Old.Scenes[row.Old[0].Ordinal-1], t.a.New.Scenes[row.New[0].Ordinal-1]
	return old, new, !unworded(row) || lost(row, old)
}

// lost says whether beats of a row's old scene went to another one: they stand
// in that one's row, and in this no word differs.
func lost(row Row, old *scenes.Scene) bool {
	stayed := 0
	for _, b := range row.Beats {
		if !b.FromElsewhere(row) {
			stayed += len(b.Old)
		}
	}
	return stayed < len(old.Beats)
}

// unworded says whether not a word of a row's beats differs.
func unworded(row Row) bool {
	for _, b := range row.Beats {
		if b.Kind != "kept" && (b.Kind != "moved" || b.Score < one || b.FromElsewhere(row)) {
			return false
		}
	}
	return len(row.Fields) == 0
}

// sameName says whether a word of a name of the old side means who is called by
// one of the new side.
func (t *told) sameName(old, new string) bool {
	return old == new || slices.ContainsFunc(t.renames, func(r [2]story.Person) bool {
		return slices.Contains(r[0].Words, old) && slices.Contains(r[1].Words, new)
	})
}

// inScenes notes the scenes that a finding is about.
func (f *Finding) inScenes(old, new *scenes.Scene) {
	if old != nil {
		f.SceneOld = &old.Ordinal
	}
	if new != nil {
		f.SceneNew = &new.Ordinal
	}
}

// changedPairs are the scenes that stand on both sides, one each, and whose
// words differ.
func (t *told) changedPairs() iter.Seq2[*scenes.Scene, *scenes.Scene] {
	return func(yield func(old, new *scenes.Scene) bool) {
		for _, row := range t.rows {
			if old, new, ok := t.pair(row); ok && !yield(old, new) {
				return
			}
		}
	}
}

// The sides of evidence.
const (
	onOld = "old"
	onNew = "new"
)

// evidence is a quote of one side.
func evidence(side string, q story.Quote) Evidence {
	return Evidence{Side: side, Scene: q.Scene, Path: q.Path, Line: q.Line, EndLine: q.EndLine, Quote: q.Text}
}

// FindingsOf are the findings about the scenes of a row.
func (r *Report) FindingsOf(row Row) []Finding {
	in := func(side []Scene, ordinal *int) bool {
		return ordinal != nil && slices.ContainsFunc(side, func(s Scene) bool { return s.Ordinal == *ordinal })
	}
	var found []Finding
	for _, f := range r.Findings {
		if in(row.New, f.SceneNew) || f.SceneNew == nil && in(row.Old, f.SceneOld) {
			found = append(found, f)
		}
	}
	return found
}

// inScenesSaid is "in 2 scenes", of findings.
func inScenesSaid(found []Finding) string {
	if len(found) == 1 {
		return "in 1 scene"
	}
	return fmt.Sprintf("in %d scenes", len(found))
}

// textSaid is a finding whose text is a sentence but for its point.
func textSaid(f Finding) string { return f.Text + "." }

// whoOf joins the names of the findings of one change, as a sentence does.
func whoOf(found []Finding, change string) string {
	var all []string
	for _, f := range found {
		if f.Change == change {
			all = append(all, f.Name)
		}
	}
	return strings.Join(all, ", ")
}
