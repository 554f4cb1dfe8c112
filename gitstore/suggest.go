package gitstore

import (
	"slices"
	"strconv"
	"strings"
)

// suggestions is how many names a hint offers at most.
const suggestions = 3

// closest returns the names that a mistyped one may have meant, nearest first:
// at most a third of its letters wrong (but always one), or the same letters
// in another case, or the last part of a longer name ("soft" for "drafts/soft").
func closest(typed string, names []string) []string {
	type near struct {
		name string
		far  int
	}
	var found []near
	lower := strings.ToLower(typed)
	limit := max(1, len([]rune(typed))/3)
	for _, name := range names {
		folded := strings.ToLower(name)
		if typed != "" && strings.HasSuffix(folded, "/"+lower) {
			found = append(found, near{name, 0})
		} else if far := distance(lower, folded, limit); far <= limit {
			found = append(found, near{name, far})
		}
	}
	slices.SortStableFunc(found, func(x, y near) int {
		if x.far != y.far {
			return x.far - y.far
		}
		return strings.Compare(x.name, y.name)
	})
	var out []string
	for _, n := range found {
		if !slices.Contains(out, n.name) && len(out) < suggestions {
			out = append(out, n.name)
		}
	}
	return out
}

// distance counts insertions, deletions, substitutions and swaps of neighbours
// (optimal string alignment); more than limit is reported as limit+1.
func distance(x, y string, limit int) int {
	a, b := []rune(x), []rune(y)
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	var before []int // two rows up
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return min(last[len(b)], limit+1)
}

func quoteAll(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = strconv.Quote(name)
	}
	return out
}
