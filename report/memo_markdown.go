package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// memoFormats are the ways to write a memo, each by how its file's name ends.
var memoFormats = map[string]func(io.Writer, []block) error{
	".md": writeBlocks, ".html": writeMemoHTML, ".docx": writeDocx,
}

// WriteMemo writes a memo, as the ending of a file's name says: ".html" and
// ".docx", else Markdown. With trace each sentence is followed by what of the
// report it stands on. Several rounds are one document.
func WriteMemo(w io.Writer, ending string, trace bool, rounds ...*Memo) error {
	write := memoFormats[strings.ToLower(ending)]
	if write == nil {
		write = writeBlocks
	}
	return write(w, blocksOf(rounds, trace))
}

// WriteReread writes a reading list alone, as Markdown that reads well as it
// stands.
func WriteReread(w io.Writer, r *Reread, trace bool) error {
	l := &layout{trace: trace}
	l.reread(r)
	return writeBlocks(w, l.all[1:])
}

// marks are what opens each style in Markdown, and what closes it.
var marks = map[style][2]string{
	titled: {"# ", ""}, section: {"## ", ""}, chapter: {"### ", ""}, subchapter: {"#### ", ""}, lead1: {"**", "**"},
	quotation: {"> ", ""}, item: {"- ", ""}, subitem: {"  - ", ""},
}

// writeBlocks writes Markdown. The sentences of a result are one paragraph;
// list items stand close.
func writeBlocks(w io.Writer, all []block) error {
	b := bufio.NewWriter(w)
	for i, x := range all {
		if i > 0 {
			fmt.Fprint(b, between(all[i-1], x))
		}
		if x.style == tabular {
			markdownTable(b, x.table)
			continue
		}
		fmt.Fprint(b, marks[x.style][0], unnumbered(escape(x.text)), marks[x.style][1])
		if x.by != "" {
			fmt.Fprintf(b, " — %s", escape(x.by))
		}
		if x.note != "" {
			fmt.Fprintf(b, " `[%s]`", x.note)
		}
	}
	fmt.Fprintln(b)
	return b.Flush()
}

// unnumbered is Markdown that begins no list of its own, though it begins as an
// item of one does: with "1986. ", or with a dash.
func unnumbered(s string) string {
	rest := strings.TrimLeft(s, "0123456789")
	if at := len(s) - len(rest); rest != "" && (at > 0 && strings.ContainsAny(rest[:1], ".)") || at == 0 && strings.ContainsAny(rest[:1], "-+")) {
		return s[:at] + "\\" + rest
	}
	return s
}

// between is what parts two blocks.
func between(a, b block) string {
	switch {
	case b.flows:
		return " "
	case listed(a.style) && listed(b.style):
		return "\n"
	case a.style == quotation && b.style == quotation:
		return "\n>\n"
	}
	return "\n\n"
}

func markdownTable(b *bufio.Writer, rows [][]string) {
	for i, row := range rows {
		cells := make([]string, len(row))
		for k, c := range row {
			cells[k] = escape(c)
		}
		fmt.Fprintf(b, "| %s |", strings.Join(cells, " | "))
		if i == 0 {
			fmt.Fprintf(b, "\n|---|%s---|", strings.Repeat("---:|", len(row)-2))
		}
		if i < len(rows)-1 {
			fmt.Fprintln(b)
		}
	}
}
