package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"git-scene/diff"
)

var text = Format{
	Name:  "text",
	Doc:   "for a terminal: the round at a glance, then the story in its new order",
	Story: true,
	Write: writeText,
}

// teller writes the report for a terminal.
type teller struct {
	w     *bufio.Writer
	r     *diff.Report
	o     Options
	paint painter
	place []string // divisions told last
}

func writeText(w io.Writer, r *diff.Report, o Options) error {
	screen := o.Width // 0 for a pipe or a file, which is shown no drawing
	o = o.sized()
	t := &teller{w: bufio.NewWriter(w), r: r, o: o, paint: newPainter(o.Color)}
	t.glance()
	if calm(r) == "" {
		if screen >= sparkLeast {
			t.along()
		}
		t.story()
		t.divisions()
		t.matter()
	}
	t.notes()
	return t.w.Flush()
}

// glance tells the round: revisions, size, counts.
func (t *teller) glance() {
	old, new := revision(t.r.Old), revision(t.r.New)
	fmt.Fprintf(t.w, "%s → %s\n", t.paint.strong(old), t.paint.strong(new))
	if c := calm(t.r); c != "" {
		fmt.Fprintln(t.w, c)
		return
	}
	w := t.r.Totals.Words
	fmt.Fprintf(t.w, "%s → %s, %s → %s", number(t.r.Old.Scenes), plural(t.r.New.Scenes, "scene"), number(w.Old), plural(w.New, "word"))
	if w.Added > 0 || w.Cut > 0 {
		fmt.Fprintf(t.w, " (%s)", strings.TrimSpace(t.paint.hue(diff.Gain, signed("+", w.Added))+" "+t.paint.hue(diff.Loss, signed("−", w.Cut))))
	}
	fmt.Fprintln(t.w)
	parts := counts(t.r.Totals.Scenes)
	if n := movedBeats(t.r); n > 0 {
		parts = append(parts, plural(n, "beat")+" moved to another scene")
	}
	for _, said := range append([]string{strings.Join(parts, ", ")}, findingsGlance(t.r)...) {
		for _, line := range wrap(clean(said), t.o.Width) {
			fmt.Fprintln(t.w, line)
		}
	}
}

// along draws the words that changed along the book, in one line.
func (t *teller) along() {
	const said = "words changed along the book: "
	if line := spark(t.r.Scenes, t.o.Width-len(said)); line != "" {
		fmt.Fprintln(t.w, said+t.paint.hue(diff.Edit, line))
	}
}

func signed(sign string, n int) string {
	if n == 0 {
		return ""
	}
	return sign + number(n)
}

// unnamed are the sides that have no name in git, as a writer knows them.
var unnamed = map[string]string{"worktree": "working tree", "index": "staged", "empty": "nothing"}

// SideName is what a side is called in a sentence, given what it is called in
// a report.
func SideName(rev string) string {
	if name, ok := unnamed[rev]; ok {
		return name
	}
	return clean(rev)
}

// revision is a side as the reader called it, with its date.
func revision(r diff.Revision) string {
	name := SideName(r.Rev)
	if r.Date != nil {
		name += " (" + r.Date.Format("2 Jan 2006") + ")"
	}
	return name
}

// story tells the rows in their order, under their parts and chapters. Rows
// of which nothing need be told are folded into one line.
func (t *teller) story() {
	var folded []diff.Row
	flush := func() {
		if len(folded) > 0 {
			t.fold(folded)
			folded = nil
		}
	}
	told := places(t.r.Scenes)
	for i, row := range t.r.Scenes {
		if !slices.Equal(told[i], t.place) {
			flush()
			fmt.Fprintln(t.w)
			heading(t.w, t.paint, t.place, told[i])
			t.place = told[i]
		}
		if t.place == nil {
			fmt.Fprintln(t.w)
			t.place = []string{}
		}
		if still(row) {
			folded = append(folded, row)
			continue
		}
		flush()
		t.row(row)
	}
	flush()
}

// indent is how far rows are set in under their division.
func (t *teller) indent() string { return strings.Repeat("  ", len(t.place)) }

// fold tells kept rows in one line.
func (t *teller) fold(rows []diff.Row) {
	names := make([]string, len(rows))
	for i, row := range rows {
		names[i] = title(lead(row))
	}
	line := fmt.Sprintf("%s  %s: %s", t.indent(), kinds(rows), strings.Join(names, "; "))
	fmt.Fprintln(t.w, t.paint.dim(fit(line, t.o.Width)))
}

// row tells a scene in one line, and below it what is to be said of it.
func (t *teller) row(row diff.Row) {
	s := lead(row)
	k := sign(row)
	head := title(s)
	if s.Number != "" {
		head = clean(s.Number) + "  " + head
	}
	room := t.o.Width - len(t.indent()) - 4
	column := min(max(room-30, 24), 46)
	tail := []string{strings.Join(row.Kinds, ", ")}
	if c := change(row); c != "" {
		tail = append(tail, c)
	}
	if one := strings.Join(tail, "  "); column+displaywidth.String(one) <= room {
		tail = []string{one}
	}
	head = pad(level(fit(head, column)), column)
	fmt.Fprintf(t.w, "%s%s %s  %s\n", t.indent(), t.paint.hue(k.Hue, k.Sign), t.paint.hue(k.Hue, head), tail[0])
	for _, line := range tail[1:] {
		fmt.Fprintf(t.w, "%s  %*s  %s\n", t.indent(), column, "", line)
	}
	findings, asides := under(t.r, row)
	for _, aside := range asides {
		for _, line := range wrap(clean(aside), room-4) {
			fmt.Fprintf(t.w, "%s      %s\n", t.indent(), t.paint.dim(line))
		}
	}
	for _, f := range findings {
		for i, line := range wrap(clean(findingSaid(f)), room-4) {
			fmt.Fprintf(t.w, "%s    %s %s\n", t.indent(), []string{"!", " "}[min(i, 1)], line)
		}
	}
	if t.o.Beats || t.o.Words {
		t.beats(row)
	}
}

// beats tells the beats of a row that are not kept.
func (t *teller) beats(row diff.Row) {
	for _, b := range row.Beats {
		k := beatKind(b.Kind)
		if k.Hue == diff.Calm {
			continue
		}
		t.beat(k.Sign, k.Hue, t.said(row, b))
	}
}

// said is what a beat says now, or said, with where it came from.
func (t *teller) said(row diff.Row, b diff.BeatRow) string {
	said := saying(b)
	if t.o.Words && len(b.Words) > 0 {
		said = diff.Plain(b.Words)
	}
	if b.FromElsewhere(row) {
		said += " (from " + t.r.OldScene(b.Old[0].Scene).Name() + ")"
	}
	return clean(said)
}

// beat writes a beat's text under its sign; without --words it is cut to two lines.
func (t *teller) beat(sign string, hue diff.Hue, said string) {
	lines := wrap(said, t.o.Width-len(t.indent())-8)
	if !t.o.Words && len(lines) > 2 {
		lines = lines[:2]
		lines[1] = fit(lines[1]+" …", t.o.Width-len(t.indent())-8)
	}
	for i, line := range lines {
		lead := " "
		if i == 0 {
			lead = sign
		}
		fmt.Fprintf(t.w, "%s      %s %s\n", t.indent(), t.paint.hue(hue, lead), t.paint.hue(hue, line))
	}
}

// beatKind finds a kind of beat.
func beatKind(name string) diff.BeatKind {
	for _, k := range diff.BeatKinds() {
		if k.Name == name {
			return k
		}
	}
	return diff.BeatKind{Name: name, Sign: "?"}
}

// divisions tells the parts and chapters that changed as such.
func (t *teller) divisions() {
	if len(t.r.Divisions) == 0 {
		return
	}
	fmt.Fprintf(t.w, "\n%s\n", t.paint.strong("Parts and chapters"))
	for _, d := range t.r.Divisions {
		for _, line := range wrap(clean(d.Sentence()), t.o.Width-4) {
			fmt.Fprintf(t.w, "    %s\n", line)
		}
	}
}

// matter tells what changed that is not story.
func (t *teller) matter() {
	told := false
	for _, row := range t.r.Matter {
		k := beatKind(row.Kinds[0]) // matter has the beats' kinds
		if k.Hue == diff.Calm {
			continue
		}
		if !told {
			fmt.Fprintf(t.w, "\n%s\n", t.paint.strong("Not story"))
			told = true
		}
		s := lead(row)
		name := s.Title
		if name == "" {
			name = s.Path
		}
		line := fmt.Sprintf("%s  %s", fit(clean(name), t.o.Width-30), strings.Join(row.Kinds, ", "))
		if c := change(row); c != "" {
			line += "  " + c
		}
		fmt.Fprintf(t.w, "  %s %s\n", t.paint.hue(k.Hue, k.Sign), line)
	}
}

// notes tells what a reader must know of the reading.
func (t *teller) notes() {
	for _, n := range t.r.Notes {
		for i, line := range wrap(clean("note: "+n), t.o.Width) {
			if i == 0 {
				fmt.Fprintln(t.w)
			}
			fmt.Fprintln(t.w, t.paint.dim(line))
		}
	}
}
