package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"git-scene/diff"
)

var note = Format{
	Name:  "note",
	Doc:   "plain lines for a git note: what git scene annotate writes",
	Write: writeNote,
}

// mostOfAKind is how many rows under one sign a note tells one by one. Where
// there are more, the commit is a draft or an import, and one line says so:
// nobody reads a hundred titles in git log.
const mostOfAKind = 12

// noteParts are what a note tells, in this order. A part gives whole lines,
// each of which can be understood alone: git merges notes line by line, sorts
// them and drops what is there twice (cat_sort_uniq). So no line may depend on
// another one, on the width of a screen, or on how a revision was called.
// What else a report comes to know of the story gets a part here.
var noteParts = []func(*diff.Report) []string{
	noteScenes,
	noteDivisions,
}

// writeNote writes a line for everything that changed in the story; nothing
// where nothing did.
func writeNote(w io.Writer, r *diff.Report, _ Options) error {
	b := bufio.NewWriter(w)
	for _, part := range noteParts {
		for _, line := range part(r) {
			fmt.Fprintln(b, clean(line))
		}
	}
	return b.Flush()
}

// noteScenes tells scenes in the reading order. The first of a kind of which
// there are too many speaks for all of them.
func noteScenes(r *diff.Report) []string {
	alike := map[string][]diff.Row{}
	for _, row := range r.Scenes {
		if !still(row) {
			k := sign(row).Name
			alike[k] = append(alike[k], row)
		}
	}
	var lines []string
	told := map[string]bool{}
	for _, row := range r.Scenes {
		k := sign(row).Name
		switch rows := alike[k]; {
		case still(row) || told[k]:
		case len(rows) > mostOfAKind:
			told[k] = true
			lines = append(lines, noteLine(k, plural(len(rows), "scene"), "", change(rows...)))
		default:
			lines = append(lines, noteScene(r, row))
		}
	}
	return lines
}

// noteScene tells a row: "moved  6.5 Claudia Weiss Arrives, was 7.1".
func noteScene(r *diff.Report, row diff.Row) string {
	s := lead(row)
	name := title(s)
	if s.Number != "" {
		name = s.Number + " " + name
	}
	var said []string
	first := sign(row)
	for _, k := range diff.Kinds() {
		if !has(row, k.Name) || k.Hue == diff.Calm {
			continue
		}
		if k.Name != first.Name {
			said = append(said, k.Name)
		}
		if brief := k.Brief(r, row); brief != "" {
			said = append(said, brief)
		}
	}
	return noteLine(first.Name, name, strings.Join(said, ", "), change(row))
}

// noteLine is "KIND  NAME, WHAT ELSE (WORDS)".
func noteLine(kind, name, said, words string) string {
	line := kind + "  " + name
	if said != "" {
		line += ", " + said
	}
	if words != "" {
		line += " (" + words + ")"
	}
	return line
}

// noteDivisions tells the parts and chapters that changed as such, or how many
// did.
func noteDivisions(r *diff.Report) []string {
	if len(r.Divisions) > mostOfAKind {
		return []string{fmt.Sprintf("%s  %d parts and chapters are new, gone or changed", r.Divisions[0].Level, len(r.Divisions))}
	}
	var lines []string
	for _, d := range r.Divisions {
		lines = append(lines, d.Level+"  "+d.Sentence())
	}
	return lines
}
