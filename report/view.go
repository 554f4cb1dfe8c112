package report

import (
	"fmt"
	"slices"
	"strings"

	"git-scene/diff"
)

// title is how a scene is called in a list.
func title(s diff.Scene) string {
	if t := s.Heading(); t != "" {
		return clean(t)
	}
	return fmt.Sprintf("(scene %d, no words yet)", s.Ordinal)
}

// lead is the scene that a row is told under: the first of the new side, or
// of the old one where it is gone.
func lead(row diff.Row) diff.Scene {
	if len(row.New) > 0 {
		return row.New[0]
	}
	return row.Old[0]
}

// places says under which parts and chapters each row is told: those that hold
// its scene now. A scene that is gone is told where its old neighbours are,
// those of its own chapter; where none is left, under the chapter's old name.
func places(rows []diff.Row) [][]string {
	told, settled := make([][]string, len(rows)), make([]bool, len(rows))
	var before, after [2][]string // old and new place of the nearest scene that is left
	for i, row := range rows {
		switch {
		case len(row.New) == 0 && slices.Equal(row.Old[0].Place, before[0]):
			told[i], settled[i] = before[1], true
		case len(row.New) == 0:
			told[i] = row.Old[0].Place
		default:
			told[i] = row.New[0].Place
		}
		if len(row.New) > 0 && len(row.Old) > 0 {
			before = [2][]string{row.Old[0].Place, row.New[0].Place}
		}
	}
	for i, row := range slices.Backward(rows) {
		switch {
		case len(row.New) > 0 && len(row.Old) > 0:
			after = [2][]string{row.Old[0].Place, row.New[0].Place}
		case len(row.New) == 0 && !settled[i] && slices.Equal(row.Old[0].Place, after[0]):
			told[i] = after[1]
		}
	}
	return told
}

// has says whether a row is of a kind.
func has(row diff.Row, kind string) bool { return slices.Contains(row.Kinds, kind) }

// still says whether nothing of a row need be told: each of its kinds is calm.
func still(row diff.Row) bool {
	for _, k := range diff.Kinds() {
		if k.Hue != diff.Calm && has(row, k.Name) {
			return false
		}
	}
	return true
}

// sign is the kind whose sign a row carries: the first that it has.
func sign(row diff.Row) diff.Kind {
	for _, k := range diff.Kinds() {
		if has(row, k.Name) {
			return k
		}
	}
	return diff.Kind{Sign: " "}
}

// words is how many words a row gained and lost.
func words(row diff.Row) (gained, lost int) {
	for _, s := range row.New {
		gained += s.Words
	}
	for _, s := range row.Old {
		lost += s.Words
	}
	return gained - row.Kept, lost - row.Kept
}

// change is the words of rows as "+12 −3", "" where there is no change.
func change(rows ...diff.Row) string {
	gained, lost := 0, 0
	for _, row := range rows {
		came, went := words(row)
		gained, lost = gained+came, lost+went
	}
	var parts []string
	if gained > 0 {
		parts = append(parts, "+"+number(gained))
	}
	if lost > 0 {
		parts = append(parts, "−"+number(lost))
	}
	return strings.Join(parts, " ")
}

// plural is "1 scene", "2 scenes".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

// number writes thousands apart: 12,345.
func number(n int) string { return diff.Number(n) }

// counts says how many rows are of each kind: "10 added", "2 cut", …, "9 kept
// (5 cosmetic)".
func counts(of map[string]int) []string {
	var parts []string
	calm := ""
	for _, k := range diff.Kinds() {
		n := of[k.Name]
		switch said := number(n) + " " + k.Name; {
		case n == 0:
		case k.Hue != diff.Calm:
			parts = append(parts, said)
		case calm == "":
			calm = said
		default:
			calm += " (" + said + ")"
		}
	}
	if calm != "" {
		parts = append(parts, calm)
	}
	return parts
}

// kinds says how many of the rows are of each kind, in one line.
func kinds(rows []diff.Row) string {
	of := map[string]int{}
	for _, row := range rows {
		for _, k := range row.Kinds {
			of[k]++
		}
	}
	return strings.Join(counts(of), ", ")
}

// saying is what a beat says now, or said where it is gone.
func saying(b diff.BeatRow) string {
	side := b.New
	if len(side) == 0 {
		side = b.Old
	}
	texts := make([]string, len(side))
	for i, x := range side {
		texts[i] = x.Text
	}
	return strings.Join(texts, " / ")
}

// movedBeats is how many beats went to another scene.
func movedBeats(r *diff.Report) int {
	n := 0
	for _, row := range r.Scenes {
		for _, b := range row.Beats {
			if b.FromElsewhere(row) {
				n++
			}
		}
	}
	return n
}

// calm says why there is nothing to tell, "" where there is.
func calm(r *diff.Report) string {
	told := func(row diff.Row) bool { return !still(row) }
	layout := 0
	for _, row := range r.Scenes {
		if len(row.Kinds) > 1 {
			layout++
		}
	}
	switch {
	case !r.Changed():
		return fmt.Sprintf("No change: %s, %s.", plural(r.New.Scenes, "scene"), plural(r.New.Words, "word"))
	case len(r.Divisions) > 0 || slices.ContainsFunc(r.Scenes, told):
		return ""
	case slices.ContainsFunc(r.Matter, func(row diff.Row) bool { return beatKind(row.Kinds[0]).Hue != diff.Calm }):
		return fmt.Sprintf("The story is unchanged (%s); notes and other matter changed.", plural(r.New.Scenes, "scene"))
	}
	return fmt.Sprintf("Only layout changed, not a word: %s.", plural(layout, "scene"))
}
