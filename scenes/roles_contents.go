package scenes

import (
	"slices"
	"strconv"
)

// maxContents is the number of entries of the longest list of contents that
// is looked for.
const maxContents = 300

// findContents finds lists of contents that are written like the headings
// themselves: two or more headings with nothing below that come again, in the
// same order, right behind.
func (o *outline) findContents() {
	for _, r := range o.roots {
		var nodes []*node
		r.walk(func(n *node) { nodes = append(nodes, n) })
		same := sameHeadings(nodes)
		for i := 1; i < len(nodes); i++ {
			j := behind(same[i], i)
			if j-i < 2 || j-i > maxContents || nodes[i].parent != nodes[j].parent || !comeAgain(nodes[i:j], same[i:j], j) {
				continue
			}
			for _, n := range nodes[i:j] {
				n.role = matterRole
			}
			i = j - 1
		}
	}
}

// sameHeadings gives for each heading where those stand that name the same
// thing: by label and number, or by words.
func sameHeadings(nodes []*node) [][]int {
	places := map[string][]int{}
	keys := make([]string, len(nodes))
	for i, n := range nodes[1:] {
		key := Fold(n.raw)
		if n.label.number != "" {
			key = strconv.Itoa(int(n.label.rank)) + n.label.number
		}
		keys[i+1] = key
		places[key] = append(places[key], i+1)
	}
	same := make([][]int, len(nodes))
	for i, key := range keys {
		same[i] = places[key]
	}
	return same
}

// behind is the first of some ascending places that is greater than i, 0
// where there is none.
func behind(places []int, i int) int {
	if at, _ := slices.BinarySearch(places, i+1); at < len(places) {
		return places[at]
	}
	return 0
}

// comeAgain says whether entries hold nothing and come again in order, the
// first at place from. What has no number comes no third time: chapters may
// be called by who tells them.
func comeAgain(entries []*node, same [][]int, from int) bool {
	last := from - 1
	for i, n := range entries {
		last = behind(same[i], last)
		if n.beats > 0 || last == 0 || !n.isCounted() && len(same[i]) > 2 {
			return false
		}
	}
	return true
}
