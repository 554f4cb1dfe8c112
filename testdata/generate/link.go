package generate

import "slices"

// linker works out which scenes became which, and what to call that.
type linker struct {
	plan     Plan
	old, new draft
	links    []link
}

type link struct {
	old, new     []int
	moved, maybe bool
}

// link gathers scenes that come from each other. Strokes give a scene several
// ancestors or several heirs, never both.
func (l *linker) link() {
	heirs := make([][]int, len(l.old.book.scenes))
	for j, s := range l.new.book.scenes {
		for _, i := range s.from {
			heirs[i] = append(heirs[i], j)
		}
	}
	for j, s := range l.new.book.scenes {
		switch {
		case len(s.from) == 0:
			l.links = append(l.links, link{new: []int{j}})
		case heirs[s.from[0]][0] == j:
			l.links = append(l.links, link{old: s.from, new: heirs[s.from[0]]})
		}
	}
	for i, h := range heirs {
		if len(h) == 0 {
			l.links = append(l.links, link{old: []int{i}})
		}
	}
}

// judge says which links moved. In titled chapters a scene that left its own
// has moved, except where so many went the same way that the chapters may be
// said to have been joined or cut anew; chapters that have but a number may
// always have been.
func (l *linker) judge() {
	var items []placed
	var at []int
	f := flow{old: map[int]int{}, new: map[int]int{}, both: map[[2]int]int{}}
	for i, x := range l.links {
		if len(x.old) > 0 && len(x.new) > 0 {
			old, new := l.old.book.scenes[x.old[0]], l.new.book.scenes[x.new[0]]
			items = append(items, placed{x.old[0], x.new[0], old.words(), old.chapter == new.chapter})
			at = append(at, i)
			f.add(old.chapter, new.chapter)
		}
	}
	moved, maybe := displaced(items)
	for k, i := range at {
		old, new := l.old.book.scenes[items[k].old].chapter, l.new.book.scenes[items[k].new].chapter
		l.links[i].moved = moved[k] || old != new && !l.plan.Untitled && !f.many(old, new)
		l.links[i].maybe = !l.links[i].moved && (maybe[k] || old != new)
	}
}

// flow counts the scenes that survive of each old chapter, those of each new
// one, and those that went from the one to the other.
type flow struct {
	old, new map[int]int
	both     map[[2]int]int
}

func (f flow) add(old, new int) {
	f.old[old]++
	f.new[new]++
	f.both[[2]int{old, new}]++
}

// many says whether a third of either chapter went from the one to the other.
func (f flow) many(old, new int) bool {
	n := f.both[[2]int{old, new}]
	return 3*n >= f.old[old] || 3*n >= f.new[new]
}

// gold is a link in the words of gold.json.
func (l *linker) gold(i int, x link) Link {
	g := Link{Old: []string{}, New: []string{}}
	for _, k := range x.old {
		g.Old = append(g.Old, oldKey(k))
	}
	for _, k := range x.new {
		g.New = append(g.New, newKey(k))
	}
	switch {
	case len(x.old) == 0:
		g.Kinds = []string{"added"}
		return g
	case len(x.new) == 0:
		g.Kinds = []string{"cut"}
		return g
	}
	g.Kinds, g.Maybe = l.degree(x)
	for _, k := range []struct {
		name string
		is   bool
	}{{"split", len(x.new) > 1}, {"merged", len(x.old) > 1}, {"moved", x.moved}, {"retitled", l.retitled(x)}} {
		if k.is {
			g.Kinds = append(g.Kinds, k.name)
		}
	}
	if x.maybe {
		g.Maybe = append(g.Maybe, "moved")
	}
	return g
}

// retitled says whether no title of the old side goes on.
func (l *linker) retitled(x link) bool {
	for _, i := range x.old {
		for _, j := range x.new {
			if l.old.book.scenes[i].title == l.new.book.scenes[j].title {
				return false
			}
		}
	}
	return true
}

// Between these shares of words that stand, careful readers differ on whether
// a scene is retouched or rewritten.
const (
	surelyRewritten = 0.45
	surelyRetouched = 0.62
)

// degree says how much of a scene stands, by the words that no stroke touched.
func (l *linker) degree(x link) (kinds, maybe []string) {
	var was, is []string
	stand, words := 0, 0
	for _, i := range x.old {
		for _, b := range l.old.book.scenes[i].beats {
			was = append(was, b.text)
			words += count(b.text)
		}
	}
	for _, j := range x.new {
		for _, b := range l.new.book.scenes[j].beats {
			is = append(is, b.text)
			words += count(b.text)
			if b.scene != none && slices.Contains(x.old, b.scene) {
				stand += b.stands
			}
		}
	}
	switch part := 2 * float64(stand) / float64(words); {
	case slices.Equal(was, is):
		return []string{"kept"}, nil
	case part >= surelyRetouched:
		return []string{"retouched"}, nil
	case part < surelyRewritten:
		return []string{"rewritten"}, nil
	default:
		return []string{"retouched"}, []string{"rewritten"}
	}
}
