package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"git-scene/diff"
)

var plain = Format{
	Name:  "plain",
	Doc:   "to be read aloud, by a screen reader: a sentence a line, no columns and no signs",
	Story: true,
	Write: writePlain,
}

// plainTeller writes the report as sentences.
type plainTeller struct {
	w *bufio.Writer
	r *diff.Report
	o Options
}

func writePlain(w io.Writer, r *diff.Report, o Options) error {
	t := &plainTeller{bufio.NewWriter(w), r, o}
	t.glance()
	if calm(r) == "" {
		t.story()
		t.others()
	}
	for _, n := range r.Notes {
		t.say("Note: %s", n)
	}
	return t.w.Flush()
}

// say writes a sentence on a line of its own, with a full stop where it has no
// end.
func (t *plainTeller) say(format string, args ...any) {
	s := clean(fmt.Sprintf(format, args...))
	if bare := strings.TrimRight(s, "”’\"'*"); bare == "" || !strings.ContainsAny(bare[len(bare)-1:], ".:!?") {
		s += "."
	}
	fmt.Fprintln(t.w, s)
}

func (t *plainTeller) glance() {
	t.say("From %s to %s", revision(t.r.Old), revision(t.r.New))
	if c := calm(t.r); c != "" {
		t.say("%s", c)
		return
	}
	w := t.r.Totals.Words
	t.say("%s became %s, %s became %s%s", plural(t.r.Old.Scenes, "scene"), number(t.r.New.Scenes), plural(w.Old, "word"), number(w.New), cameWent(": ", w.Added, w.Cut))
	t.say("Scenes: %s", strings.Join(counts(t.r.Totals.Scenes), ", "))
	if n := movedBeats(t.r); n > 0 {
		t.say("%s moved to another scene", plural(n, "beat"))
	}
	for _, said := range findingsGlance(t.r) {
		t.say("%s", upper(said))
	}
}

// cameWent is "67 words came, 64 went" behind a lead, "" for none.
func cameWent(lead string, came, went int) string {
	switch {
	case came == 0 && went == 0:
		return ""
	case went == 0:
		return lead + plural(came, "word") + " came"
	case came == 0:
		return lead + plural(went, "word") + " went"
	}
	return fmt.Sprintf("%s%s came, %s went", lead, plural(came, "word"), number(went))
}

// story tells the rows in their order, those of which nothing need be told
// together.
func (t *plainTeller) story() {
	told := places(t.r.Scenes)
	for i := 0; i < len(t.r.Scenes); {
		if i == 0 || !slices.Equal(told[i], told[i-1]) {
			fmt.Fprintln(t.w)
			if len(told[i]) > 0 {
				t.say("%s", strings.Join(told[i], ", "))
			}
		}
		end := i
		var names []string
		for end < len(t.r.Scenes) && still(t.r.Scenes[end]) && slices.Equal(told[end], told[i]) {
			names = append(names, title(lead(t.r.Scenes[end])))
			end++
		}
		if end > i {
			t.say("%s: %s", kinds(t.r.Scenes[i:end]), strings.Join(names, "; "))
			i = end
			continue
		}
		t.row(t.r.Scenes[i])
		i++
	}
}

func (t *plainTeller) row(row diff.Row) {
	s := lead(row)
	name := title(s)
	if s.Number != "" {
		name = s.Number + ", " + name
	}
	came, went := words(row)
	t.say("%s: %s%s", upper(strings.Join(row.Kinds, ", ")), name, cameWent(". ", came, went))
	for _, aside := range t.r.Asides(row) {
		t.say("%s", upper(aside))
	}
	for _, f := range t.r.FindingsOf(row) {
		t.say("%s", upper(findingSaid(f)))
	}
	if !t.o.Beats && !t.o.Words {
		return
	}
	for _, b := range row.Beats {
		if k := beatKind(b.Kind); k.Hue != diff.Calm {
			t.say("Beat %s: %s", k.Name, t.beat(row, b))
		}
	}
}

// beat is what a beat says, with what it said where words are asked for.
func (t *plainTeller) beat(row diff.Row, b diff.BeatRow) string {
	said := saying(b)
	if t.o.Words && len(b.Old) > 0 && len(b.New) > 0 && len(b.Words) > 0 {
		said = "before: " + saying(diff.BeatRow{Old: b.Old}) + " Now: " + said
	}
	if b.FromElsewhere(row) {
		said += " (from " + t.r.OldScene(b.Old[0].Scene).Name() + ")"
	}
	return said
}

// others tells the parts and chapters that changed, and what is not story.
func (t *plainTeller) others() {
	if len(t.r.Divisions) > 0 {
		fmt.Fprintln(t.w)
		t.say("Parts and chapters:")
	}
	for _, d := range t.r.Divisions {
		t.say("%s", d.Sentence())
	}
	first := true
	for _, row := range t.r.Matter {
		if beatKind(row.Kinds[0]).Hue == diff.Calm {
			continue
		}
		if first {
			fmt.Fprintln(t.w)
			t.say("Not story:")
			first = false
		}
		s := lead(row)
		name := s.Title
		if name == "" {
			name = s.Path
		}
		came, went := words(row)
		t.say("%s: %s%s", upper(strings.Join(row.Kinds, ", ")), name, cameWent(". ", came, went))
	}
}
