package main

import (
	"fmt"
	"io"
	"strings"
)

// document is the Markdown that is written, and where its making is told.
type document struct {
	out  strings.Builder
	news io.Writer // progress, for whoever waits
}

// progress says what is being measured.
func (d *document) progress(format string, args ...any) {
	fmt.Fprintf(d.news, "accuracy: "+format+"\n", args...)
}

func (d *document) heading(title string) { fmt.Fprintf(&d.out, "\n## %s\n", title) }

func (d *document) subheading(title string) { fmt.Fprintf(&d.out, "\n### %s\n", title) }

func (d *document) text(paragraph string) { fmt.Fprintf(&d.out, "\n%s\n", paragraph) }

// table writes rows under a header; the first column is of words, the others
// are of figures.
func (d *document) table(header []string, rows [][]string) {
	d.out.WriteString("\n| " + strings.Join(header, " | ") + " |\n|")
	for i := range header {
		d.out.WriteString([]string{" ---: |", " --- |"}[btoi(i == 0)])
	}
	d.out.WriteString("\n")
	for _, r := range rows {
		d.out.WriteString("| " + strings.Join(r, " | ") + " |\n")
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// figure writes a share with three digits. What is not perfect never reads as
// if it were.
func figure(f float64) string {
	const nearest = 0.9995
	if f < 1 && f >= nearest {
		return "0.999"
	}
	return fmt.Sprintf("%.3f", f)
}

func percent(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return fmt.Sprintf("%.0f %%", 100*float64(part)/float64(whole))
}
