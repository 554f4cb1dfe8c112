package report

import (
	"strings"

	"git-scene/diff"
)

// sparkLeast is how many columns a screen has at least that is shown a line of
// words along the book: on a narrower one it would push the counts away.
const sparkLeast = 60

// sparkBars are the heights of a bar; a scene without a change has a point.
var sparkBars = []rune("▁▂▃▄▅▆▇█")

// spark draws the words that came or went along the book, in the order of its
// rows: a bar a scene, or several scenes a bar where there are more than
// columns. It is "" where no word changed.
func spark(rows []diff.Row, columns int) string {
	n := min(len(rows), columns)
	if n <= 0 {
		return ""
	}
	changed := make([]int, n)
	most := 0
	for i, row := range rows {
		came, went := words(row)
		at := i * n / len(rows)
		changed[at] += came + went
		most = max(most, changed[at])
	}
	if most == 0 {
		return ""
	}
	var b strings.Builder
	for _, c := range changed {
		if c == 0 {
			b.WriteByte('.')
		} else {
			b.WriteRune(sparkBars[(c*len(sparkBars)-1)/most])
		}
	}
	return b.String()
}
