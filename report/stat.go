package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"git-scene/diff"
)

var stat = Format{
	Name:  "stat",
	Doc:   "a line a changed scene with its words, as git diff --stat",
	Write: writeStat,
}

var nameStatus = Format{
	Name:  "name-status",
	Doc:   "a line a changed scene: letters, old title, new title, parted by tabs",
	Write: writeNameStatus,
}

// writeStat draws a bar for the words that each scene gained and lost, scaled
// to the widest.
func writeStat(w io.Writer, r *diff.Report, o Options) error {
	o = o.sized()
	b := bufio.NewWriter(w)
	paint := newPainter(o.Color)
	most, changed := 1, 0
	for _, row := range r.Scenes {
		gained, lost := words(row)
		most = max(most, gained+lost)
		if !still(row) {
			changed++
		}
	}
	column := min(o.Width/2, 44)
	bar := max(o.Width-column-12, 10)
	for _, row := range r.Scenes {
		if still(row) {
			continue
		}
		gained, lost := words(row)
		total := gained + lost
		scaled := func(n int) int { return (n*min(bar, most) + most - 1) / most }
		fmt.Fprintf(b, " %s %s | %5s %s%s\n", sign(row).Sign, pad(level(fit(title(lead(row)), column)), column), number(total),
			paint.hue(diff.Gain, strings.Repeat("+", scaled(gained))), paint.hue(diff.Loss, strings.Repeat("-", scaled(lost))))
	}
	t := r.Totals.Words
	if c := calm(r); c != "" {
		fmt.Fprintln(b, " "+c)
	} else {
		fmt.Fprintf(b, " %s changed, %s added(+), %s cut(-)\n", plural(changed, "scene"), plural(t.Added, "word"), plural(t.Cut, "word"))
	}
	return b.Flush()
}

func writeNameStatus(w io.Writer, r *diff.Report, _ Options) error {
	b := bufio.NewWriter(w)
	for _, row := range r.Scenes {
		if still(row) {
			continue
		}
		letters := ""
		for _, k := range diff.Kinds() {
			if has(row, k.Name) {
				letters += k.Letter
			}
		}
		columns := []string{letters}
		for _, s := range append(append([]diff.Scene(nil), row.Old...), row.New...) {
			columns = append(columns, title(s))
		}
		fmt.Fprintln(b, strings.Join(columns, "\t"))
	}
	return b.Flush()
}
