package diff

import (
	"cmp"
	"slices"

	"git-scene/scenes"
)

// Alignment says which scene and which beat of the old manuscript became
// which of the new one, and how that was found. It says nothing of what the
// writer did: that is Classify's.
type Alignment struct {
	Old, New *scenes.Manuscript
	Links    []Link     // every scene of either side stands in exactly one
	Beats    []BeatLink // every beat of either side stands in exactly one
	Hints    []Hint     // scenes alone on their side that may be one after all
	Notes    []string   // what a reader must be told: limits that were met

	m       *matcher // for Explain
	flipped bool     // m's side x is the new manuscript
}

// Hint says that a scene that is gone may have become one that is new: what
// speaks for it is not enough to say so.
type Hint struct {
	Old, New int // indices into the manuscripts' Scenes
	Score    int // share of what would be enough, parts of [One]
}

// Link is a group of scenes that are one scene to a reader: one to one, one
// to many (a split), many to one (a merge), or alone on its side.
type Link struct {
	Old, New []int  // indices into the manuscripts' Scenes, ascending
	Pass     string // how it was found; "" for a scene alone
	Score    int    // parts of [One]
	Rival    Rival  // the next best, of those that were compared at all
}

// Rival is the scene that one of a link's scenes is most like, its partner
// apart. Its score is 0 where there is none.
type Rival struct {
	Old, New int // indices into the manuscripts' Scenes
	Score    int // parts of [One]
}

// BeatLink is a group of beats that are one beat to a reader.
type BeatLink struct {
	Old, New []BeatRef
	Score    int // parts of [One]; One where not a word differs
}

// BeatRef is a beat's place in its manuscript.
type BeatRef struct{ Scene, Beat int }

// One is a perfect score.
const One = one

// pass is a way to pair scenes. A pass sees the pairs that were made before
// it and only adds to them.
type pass struct {
	Name string            // how a link says that this pass made it, unless it says otherwise
	Says map[string]string // of each name that its links bear: how the pair was found, as a reader is told
	Run  func(*matcher)
}

// passes pair scenes, cheap and certain first: each leaves less to the next,
// which may then trust weaker signs. Titles and paths are hints, never proof:
// in real histories a path is taken over by another chapter, a title stays on
// the second half of a split, and numbered titles shift.
var passes = []pass{
	pinned,
	identity,
	sameText,
	similar,
	parts,
	kin,
}

// Reason is how a pair was found, as a reader is told.
func Reason(matchedBy string) string {
	for _, p := range passes {
		if r, ok := p.Says[matchedBy]; ok {
			return r
		}
	}
	return ""
}

// Align pairs the scenes and beats of two manuscripts. Scenes are
// compared only where they share words; docs/accuracy.md has the curve of the
// cost, which grows little faster than the words where everything was edited.
//
// It works in one direction whichever way it is asked, from the manuscript
// that sorts first, so that Align(new, old) is Align(old, new) mirrored, ties
// and all. A pin of the author's beats whatever it would find.
func Align(old, new *scenes.Manuscript, pins ...scenes.Pin) *Alignment {
	pairs, notes := resolvePins(old, new, pins)
	pairs, more := agreeing(old, new, pairs)
	notes = append(notes, more...)
	if precedes(new, old) {
		for i, p := range pairs {
			pairs[i] = pairing{p.y, p.x}
		}
		a := align(new, old, pairs, true)
		a.mirror()
		a.Notes = append(notes, a.Notes...)
		return a
	}
	a := align(old, new, pairs, false)
	a.Notes = append(notes, a.Notes...)
	return a
}

// align pairs two manuscripts; turned says that x is the new one.
func align(x, y *scenes.Manuscript, pins []pairing, turned bool) *Alignment {
	m := newMatcher(x, y)
	m.pins, m.turned = pins, turned
	for _, p := range passes {
		m.pass = p.Name
		p.Run(m)
	}
	return m.result()
}

// precedes orders two manuscripts by their content alone.
func precedes(a, b *scenes.Manuscript) bool {
	if len(a.Scenes) != len(b.Scenes) {
		return len(a.Scenes) < len(b.Scenes)
	}
	for i, s := range a.Scenes {
		t := b.Scenes[i]
		if c := cmp.Or(cmp.Compare(s.Words, t.Words), cmp.Compare(len(s.Beats), len(t.Beats)), cmp.Compare(s.Title, t.Title)); c != 0 {
			return c < 0
		}
		for k, x := range s.Beats {
			if c := cmp.Compare(x.Text, t.Beats[k].Text); c != 0 {
				return c < 0
			}
		}
	}
	return false
}

// mirror turns an alignment round.
func (a *Alignment) mirror() {
	a.Old, a.New = a.New, a.Old
	a.flipped = true
	for i := range a.Links {
		l := &a.Links[i]
		l.Old, l.New = l.New, l.Old
		l.Rival.Old, l.Rival.New = l.Rival.New, l.Rival.Old
	}
	for i := range a.Hints {
		a.Hints[i].Old, a.Hints[i].New = a.Hints[i].New, a.Hints[i].Old
	}
	for i := range a.Beats {
		a.Beats[i].Old, a.Beats[i].New = a.Beats[i].New, a.Beats[i].Old
	}
	a.sort()
}

// sort puts links in the new order, a scene without a new one behind the link
// of the scene that stood before it; beats alike.
func (a *Alignment) sort() {
	a.Links = inNewOrder(a.Links, func(l Link) (old, new int) { return firstOf(l.Old), firstOf(l.New) })
	slices.SortFunc(a.Beats, func(x, y BeatLink) int { return slices.CompareFunc(x.refs(), y.refs(), compareRefs) })
}

func firstOf(indices []int) int {
	if len(indices) == 0 {
		return -1
	}
	return indices[0]
}

// inNewOrder sorts rows by their place in the new order; rows without one
// follow the row that stood before them in the old order, or come first.
func inNewOrder[R any](rows []R, place func(R) (old, new int)) []R {
	type key struct{ new, old int }
	keys := make([]key, len(rows))
	order := make([]int, len(rows))
	byOld := make([]int, 0, len(rows))
	for i, r := range rows {
		old, _ := place(r)
		order[i] = i
		if old >= 0 {
			byOld = append(byOld, i)
		}
	}
	slices.SortFunc(byOld, func(i, j int) int { a, _ := place(rows[i]); b, _ := place(rows[j]); return a - b })
	last := -1 // place in the new order of the row that stood before
	for _, i := range byOld {
		old, new := place(rows[i])
		if new >= 0 {
			last = new
		} else {
			keys[i] = key{last, old + 1} // behind its neighbour's row, whose old is 0 here
		}
	}
	for i, r := range rows {
		if _, new := place(r); new >= 0 {
			keys[i] = key{new, 0}
		}
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(keys[i].new, keys[j].new), cmp.Compare(keys[i].old, keys[j].old))
	})
	sorted := make([]R, len(rows))
	for k, i := range order {
		sorted[k] = rows[i]
	}
	return sorted
}

// refs are the beats by which a link of beats is placed: the new ones, else
// the old ones.
func (l BeatLink) refs() []BeatRef {
	if len(l.New) > 0 {
		return l.New
	}
	return l.Old
}

func compareRefs(a, b BeatRef) int {
	return cmp.Or(cmp.Compare(a.Scene, b.Scene), cmp.Compare(a.Beat, b.Beat))
}
