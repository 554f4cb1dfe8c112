package report

import (
	"fmt"
	"slices"

	"git-scene/diff"
)

// Reread is what somebody who knows the old draft must read again, in the
// order of the book.
type Reread struct {
	Since  string
	Scenes []RereadScene
	Count  int // scenes to read, seams not counted
	Words  int // in them
}

// RereadScene is a scene to read, or a seam: a scene of which no word changed
// and that has a new neighbour.
type RereadScene struct {
	Scene diff.Scene
	Seam  bool
	Said  diff.Sentence // what became of it, or what its neighbours are now
}

// NewReread makes the list. A scene whose words changed, that is new, that was
// split or merged, is to be read; one that merely has another title or place
// is a seam, where it meets other neighbours.
func NewReread(r *diff.Report) *Reread {
	list := &Reread{Since: SideName(r.Old.Rev)}
	for _, row := range r.Scenes {
		for i, s := range row.New {
			switch {
			case freshly(row):
				said := diff.Sentence{Text: becameOf(row, i), Trace: diff.TraceOf(row)}
				list.Scenes = append(list.Scenes, RereadScene{Scene: s, Said: said})
				list.Count++
				list.Words += s.Words
			case i == 0:
				if said := seam(r, row); said.Text != "" {
					list.Scenes = append(list.Scenes, RereadScene{Scene: s, Seam: true, Said: said})
				}
			}
		}
	}
	slices.SortStableFunc(list.Scenes, func(a, b RereadScene) int { return a.Scene.Ordinal - b.Scene.Ordinal })
	return list
}

// becameOf says what became of a scene of a row: one that was split off is no
// scene that was split itself.
func becameOf(row diff.Row, i int) string {
	if i > 0 {
		return "is split off " + row.New[0].Name()
	}
	return diff.Verbs(row)
}

// freshly says whether a reader of the old draft does not know a row's words.
func freshly(row diff.Row) bool {
	if len(row.Old) != 1 || len(row.New) != 1 {
		return true
	}
	for _, k := range diff.Kinds() {
		if has(row, k.Name) && (k.Hue == diff.Gain || k.Hue == diff.Edit) {
			return true
		}
	}
	return false
}

// seam says which neighbours of an untouched scene are others now; nothing
// where none is. A neighbour that was rewritten is still that neighbour.
func seam(r *diff.Report, row diff.Row) diff.Sentence {
	old, new := row.Old[0].Ordinal, row.New[0].Ordinal
	trace := diff.TraceOf(row)
	var said []string
	for _, side := range []struct {
		step int
		verb string
		end  string
	}{{-1, "follows", "opens the book"}, {1, "leads to", "closes the book"}} {
		is, was := rowWith(r, new+side.step, newScenes), rowWith(r, old+side.step, oldScenes)
		switch {
		case is == was:
		case is == nil:
			said = append(said, side.end)
		default:
			said = append(said, fmt.Sprintf("%s %s", side.verb, called(r, new+side.step, newScenes)))
			trace.New = append(trace.New, new+side.step)
		}
	}
	if len(said) == 0 {
		return diff.Sentence{}
	}
	slices.Sort(trace.New)
	return diff.Sentence{Text: "now " + diff.List(said), Trace: trace}
}

// Sentence is "Since soft you must reread 7 scenes, 4,300 words."
func (l *Reread) Sentence() string {
	if l.Count == 0 {
		return fmt.Sprintf("Since %s there is no scene that you must reread.", l.Since)
	}
	return fmt.Sprintf("Since %s you must reread %s, %s.", l.Since, plural(l.Count, "scene"), plural(l.Words, "word"))
}

// Seams is how many of the scenes are seams.
func (l *Reread) Seams() int { return len(l.Scenes) - l.Count }
