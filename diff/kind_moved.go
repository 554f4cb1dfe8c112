package diff

import (
	"fmt"
	"slices"
	"strings"
)

// A scene moved when its place in the order of the surviving scenes changed,
// or when it stands in another chapter than its old chapter's successor. The
// rules are in order.go and successor.go.
var moved = Kind{
	Name: "moved", Doc: "a scene that stands elsewhere among the scenes that survive",
	Sign: ">", Letter: "V", Hue: Motion, Inverse: "moved",
	Verb: "has moved", Verbs: "have moved",
	is:    func(j *judged) bool { return j.moved },
	aside: whence,
	brief: whereItWas,

	clause: func(r *Report, row Row) string {
		together, first := r.together(row)
		if together != "" {
			together = ", " + strings.TrimSpace(together) + ","
		}
		is, was := nowAndThen(r, row)
		switch {
		case !first:
			return "It moved with the scene before it."
		case is == was:
			return fmt.Sprintf("It still stands%s %s.", together, is)
		}
		return fmt.Sprintf("It stands%s %s now; it stood %s.", together, is, was)
	},
	division: "moved (was %s)",
}

// blocks numbers the scenes that moved together: neighbours on both sides,
// told as one move.
func blocks(rows []Row) {
	number := 0
	for i := 1; i < len(rows); i++ {
		before, row := &rows[i-1], &rows[i]
		if !isMoved(before) || !isMoved(row) || row.Old[0].Ordinal != before.Old[len(before.Old)-1].Ordinal+1 {
			continue
		}
		if before.Block == 0 {
			number++
			before.Block = number
		}
		row.Block = before.Block
	}
}

func isMoved(row *Row) bool { return slices.Contains(row.Kinds, moved.Name) }

// whence says where a scene stands now and where it stood. Of scenes that
// moved together the first says it for all.
func whence(r *Report, row Row) string {
	together, first := r.together(row)
	if !first {
		return ""
	}
	return together + where(r, row)
}

// together says what moved with a scene, "" for nothing, and whether it is the
// first of the scenes that moved together.
func (r *Report) together(row Row) (said string, first bool) {
	n := r.blockSize(row.Block) - 1
	switch {
	case row.Block == 0:
		return "", true
	case r.NewScene(row.New[0].Ordinal-1).Ordinal > 0 && r.blockOf(row.New[0].Ordinal-1) == row.Block:
		return "", false
	case n > 1:
		return fmt.Sprintf("with the %d scenes behind it ", n), true
	}
	return "with the scene behind it ", true
}

// blockOf is the block of the row that holds a new scene; blockSize is how
// many rows a block has.
func (r *Report) blockOf(ordinal int) int {
	for _, row := range r.Scenes {
		if slices.ContainsFunc(row.New, func(s Scene) bool { return s.Ordinal == ordinal }) {
			return row.Block
		}
	}
	return 0
}

func (r *Report) blockSize(block int) int {
	n := 0
	for _, row := range r.Scenes {
		if row.Block == block {
			n++
		}
	}
	return n
}

func where(r *Report, row Row) string {
	now, was := nowAndThen(r, row)
	return fmt.Sprintf("now %s; was %s", now, was)
}

// nowAndThen says where a scene stands and where it stood. Where it is the
// first of one chapter on both sides, it is the chapter that stands elsewhere,
// and the neighbours in the book tell it.
func nowAndThen(r *Report, row Row) (now, was string) {
	old, new := row.Old[0], row.New[0]
	before, after := r.OldScene(old.Ordinal-1), r.NewScene(new.Ordinal-1)
	now, was = stands(after, new), stands(before, old)
	if strings.HasPrefix(now, "first in ") && now == was {
		return behind(after), behind(before)
	}
	if in := innermost(old); in != "" && in != innermost(new) && !strings.HasPrefix(was, "first") {
		was += ", in " + in
	}
	return now, was
}

// behind is a place in the book, by the scene before it.
func behind(before Scene) string {
	if before.Ordinal == 0 {
		return "first"
	}
	return "after " + before.Name()
}

// whereItWas says where a scene stood: its number, which tells it best where
// scenes are numbered, else its neighbour.
func whereItWas(r *Report, row Row) string {
	old, new := row.Old[0], row.New[0]
	if old.Number != "" && new.Number != "" && old.Number != new.Number {
		return "was " + old.Number
	}
	_, was := nowAndThen(r, row)
	return "was " + was
}
