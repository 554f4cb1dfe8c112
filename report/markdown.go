package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"git-scene/diff"
)

var markdown = Format{
	Name:  "markdown",
	Doc:   "Markdown for an e-mail or a pull request",
	Story: true,
	Write: writeMarkdown,
}

// pages writes the report as Markdown. Text of the manuscript is escaped, so
// that it shows as it stands and does nothing.
type pages struct {
	w     *bufio.Writer
	r     *diff.Report
	o     Options
	place []string
	kept  []diff.Row
}

func writeMarkdown(w io.Writer, r *diff.Report, o Options) error {
	if o.Marker != "" {
		return writeComment(w, r, o)
	}
	p := &pages{w: bufio.NewWriter(w), r: r, o: o}
	fmt.Fprintf(p.w, "## What changed in the story: %s → %s\n\n", escape(revision(r.Old)), escape(revision(r.New)))
	if c := calm(r); c != "" {
		fmt.Fprintln(p.w, c)
	} else {
		p.glance()
		p.story()
		p.divisions()
		p.matter()
	}
	for _, n := range r.Notes {
		fmt.Fprintf(p.w, "\n_Note: %s_\n", escape(n))
	}
	return p.w.Flush()
}

func (p *pages) glance() {
	t := p.r.Totals.Words
	fmt.Fprintf(p.w, "| | before | now | |\n|---|---:|---:|---|\n")
	fmt.Fprintf(p.w, "| scenes | %s | %s | %s |\n", number(p.r.Old.Scenes), number(p.r.New.Scenes), strings.Join(counts(p.r.Totals.Scenes), ", "))
	fmt.Fprintf(p.w, "| words | %s | %s | %s |\n", number(t.Old), number(t.New), strings.TrimSpace(signed("+", t.Added)+" "+signed("−", t.Cut)))
	if n := movedBeats(p.r); n > 0 {
		fmt.Fprintf(p.w, "| beats | %s | %s | %s moved to another scene |\n", number(p.r.Old.Beats), number(p.r.New.Beats), number(n))
	}
	if lines := findingsGlance(p.r); len(lines) > 0 {
		fmt.Fprintln(p.w)
		for _, line := range lines {
			fmt.Fprintf(p.w, "- %s\n", escape(line))
		}
	}
}

func (p *pages) story() {
	told := places(p.r.Scenes)
	for i, row := range p.r.Scenes {
		if !slices.Equal(told[i], p.place) {
			p.fold()
			p.place = told[i]
			fmt.Fprintf(p.w, "\n%s\n\n", placeHead(told[i]))
		} else if p.place == nil {
			p.place = []string{}
			fmt.Fprintln(p.w)
		}
		if still(row) {
			p.kept = append(p.kept, row)
			continue
		}
		p.fold()
		p.row(row)
	}
	p.fold()
}

// placeHead opens a part or chapter; what stands in none is set off by a rule.
func placeHead(place []string) string {
	if len(place) == 0 {
		return "---"
	}
	return "### " + escape(strings.Join(place, " / "))
}

// fold tells kept rows in one item.
func (p *pages) fold() {
	if len(p.kept) == 0 {
		return
	}
	names := make([]string, len(p.kept))
	for i, row := range p.kept {
		names[i] = escape(title(lead(row)))
	}
	fmt.Fprintf(p.w, "- _%s_: %s\n", kinds(p.kept), strings.Join(names, "; "))
	p.kept = nil
}

func (p *pages) row(row diff.Row) {
	s := lead(row)
	head := "**" + escape(title(s)) + "**"
	if s.Number != "" {
		head = escape(s.Number) + " " + head
	}
	tail := strings.Join(row.Kinds, ", ")
	if c := change(row); c != "" {
		tail += " (" + c + " words)"
	}
	fmt.Fprintf(p.w, "- %s: %s\n", head, tail)
	findings, asides := under(p.r, row)
	for _, aside := range asides {
		fmt.Fprintf(p.w, "  - %s\n", escape(aside))
	}
	for _, f := range findings {
		fmt.Fprintf(p.w, "  - %s\n", escape(findingSaid(f)))
	}
	if p.o.Beats || p.o.Words {
		p.beats(row)
	}
}

// beats tells the beats of a row that are not kept: what went struck out,
// what came in bold.
func (p *pages) beats(row diff.Row) {
	for _, b := range row.Beats {
		k := beatKind(b.Kind)
		if k.Hue == diff.Calm {
			continue
		}
		fmt.Fprintf(p.w, "  - %s: %s", k.Name, p.said(b))
		if b.FromElsewhere(row) {
			fmt.Fprintf(p.w, " (from %s)", escape(p.r.OldScene(b.Old[0].Scene).Name()))
		}
		fmt.Fprintln(p.w)
	}
}

func (p *pages) said(b diff.BeatRow) string {
	if p.o.Words && len(b.Words) > 0 {
		var s strings.Builder
		for _, op := range b.Words {
			text := escape(strings.TrimSpace(op.Text))
			switch op.Op {
			case "-":
				text = "~~" + text + "~~"
			case "+":
				text = "**" + text + "**"
			}
			s.WriteString(text + " ")
		}
		return strings.TrimSpace(s.String())
	}
	return escape(saying(b))
}

func (p *pages) divisions() {
	if len(p.r.Divisions) == 0 {
		return
	}
	fmt.Fprintf(p.w, "\n### Parts and chapters\n\n")
	for _, d := range p.r.Divisions {
		fmt.Fprintf(p.w, "- %s\n", escape(d.Sentence()))
	}
}

func (p *pages) matter() {
	told := false
	for _, row := range p.r.Matter {
		if beatKind(row.Kinds[0]).Hue == diff.Calm {
			continue
		}
		if !told {
			fmt.Fprintf(p.w, "\n### Not story\n\n")
			told = true
		}
		s := lead(row)
		name := s.Title
		if name == "" {
			name = s.Path
		}
		fmt.Fprintf(p.w, "- %s: %s\n", escape(name), strings.Join(row.Kinds, ", "))
	}
}

// escape makes text of the manuscript harmless in Markdown: it shows as it
// stands, and mentions nobody.
func escape(s string) string {
	var b strings.Builder
	for _, r := range clean(s) {
		if strings.ContainsRune("\\`*_[]<>#|~@&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
