package diff

import (
	"fmt"
	"slices"
)

// mostHolders is how many are told whom passages name.
const mostHolders = 3

// holdersSaid says whom passages about stakes name, of those whom two or more
// do: "Maya Chen is named in four of them, and Elias in three."
func (r *Report) holdersSaid(found []int) []Sentence {
	var names []string
	of := map[string][]int{}
	for _, i := range found {
		for _, name := range r.namedIn(r.Findings[i].last().Quote) {
			if of[name] = append(of[name], i); len(of[name]) == 1 {
				names = append(names, name)
			}
		}
	}
	names = slices.DeleteFunc(names, func(name string) bool { return len(of[name]) < 2 })
	slices.SortStableFunc(names, func(a, b string) int { return len(of[b]) - len(of[a]) })
	names = names[:min(len(names), mostHolders)]
	if len(names) == 0 {
		return nil
	}
	said := make([]int, len(names))
	var on []int
	for i, name := range names {
		said[i] = len(of[name])
		on = append(on, of[name]...)
	}
	slices.Sort(on)
	return []Sentence{{countsSaid(names, "is named in", said), r.traceFound(slices.Compact(on)...)}}
}

// countsSaid is "Maya Chen is named in four of them, Elias in three and Jonas
// in two."
func countsSaid(names []string, verb string, counts []int) string {
	said := make([]string, len(names))
	for i, name := range names {
		said[i] = name + " in " + Numeral(counts[i])
		if i == 0 {
			said[i] = fmt.Sprintf("%s %s %s of them", name, verb, Numeral(counts[i]))
		}
	}
	return List(said) + "."
}
