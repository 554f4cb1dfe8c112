package diff

import (
	"slices"
	"strings"

	"git-scene/scenes"
)

func sameDivision(a, b *scenes.Division) bool {
	if a.Title == "" && b.Title == "" {
		return scenes.Fold(a.Name()) == scenes.Fold(b.Name())
	}
	return a.Title != "" && b.Title != "" && sameName(a.Title, b.Title)
}

// What the same title (or the same number, where there is no title), number and
// path add where two divisions compete for one: together less than most of the
// scenes, since chapters are put in and numbered anew; but the chapter that
// keeps its name is that chapter, though its longest scene has left it.
const (
	titleAlike  = 25 * one / 100
	numberAlike = 8 * one / 100
	pathAlike   = 8 * one / 100
)

// calledAlike is what two divisions' names add.
func calledAlike(a, b *scenes.Division) int {
	alike := 0
	if sameDivision(a, b) {
		alike += titleAlike
	}
	if a.Number != "" && a.Number == b.Number {
		alike += numberAlike
	}
	if a.Path == b.Path {
		alike += pathAlike
	}
	return alike
}

// named says whether a division has an identity of its own. One that has but
// a number has none: where volumes are cut anew, nothing moved.
func named(d *scenes.Division) bool { return d != nil && d.Title != "" }

// likely lists, for each old division, the new ones that share a scene with it
// or may be called as it is: all others are not worth a look, and a long book
// has many.
func (s *successors) likely() [][]int {
	at, called := map[*scenes.Division]int{}, map[string][]int{}
	for j, e := range s.new {
		at[e] = j
		for _, n := range callings(e) {
			called[n] = append(called[n], j)
		}
	}
	likely, old := make([][]int, len(s.old)), map[*scenes.Division]int{}
	for i, d := range s.old {
		old[d] = i
		for _, n := range callings(d) {
			likely[i] = append(likely[i], called[n]...)
		}
	}
	for pair := range s.flow {
		i := old[pair[0]]
		likely[i] = append(likely[i], at[pair[1]])
	}
	for i := range likely {
		slices.Sort(likely[i])
		likely[i] = slices.Compact(likely[i])
	}
	return likely
}

// callings are the names of a division, such that two which are called the
// same (sameDivision) have one in common: its title with and without a remark
// in brackets, or its number.
func callings(d *scenes.Division) []string {
	if d.Title == "" {
		return []string{"number " + scenes.Fold(d.Name())}
	}
	whole := scenes.Fold(d.Title)
	names := []string{whole}
	if at := strings.IndexAny(d.Title, "(["); at > 0 {
		if short := scenes.Fold(d.Title[:at]); short != whole {
			names = append(names, short)
		}
	}
	return names
}
