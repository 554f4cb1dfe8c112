package report

import (
	"bufio"
	"fmt"
	"html"
	"io"
	"strings"
)

// memoStyle is all that a memo's page looks like: legible on a screen of any
// width, light and dark, and on paper.
const memoStyle = `:root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#222;background:#fff}
h1,h2,h3,h4{line-height:1.2}blockquote{margin:.5rem 0 .5rem 1rem;padding-left:1rem;border-left:3px solid #999}
table{border-collapse:collapse}td,th{padding:.2rem .6rem;text-align:left;border-bottom:1px solid #bbb}.n{text-align:right}
code{font-size:.8em;color:#595959}@media(prefers-color-scheme:dark){body{color:#ddd;background:#1c1c1c}code{color:#aaa}}`

// tags are the elements of the styles that stand alone.
var tags = map[style]string{titled: "h1", section: "h2", chapter: "h3", subchapter: "h4", paragraph: "p", lead1: "p", quotation: "blockquote"}

// writeMemoHTML writes a memo as one page that loads nothing. It is
// well-formed, so that it can be read as XML too.
func writeMemoHTML(w io.Writer, all []block) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"+
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"+
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"+
		"<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n", html.EscapeString(clean(all[0].text)), memoStyle)
	for i := 0; i < len(all); {
		i += htmlBlock(b, all[i:])
	}
	fmt.Fprint(b, "</main>\n</body>\n</html>\n")
	return b.Flush()
}

// htmlBlock writes the first block of those that are left, with all that goes
// into the same element, and says how many it wrote.
func htmlBlock(b *bufio.Writer, all []block) int {
	first, n := all[0], 1
	switch {
	case first.style == tabular:
		htmlTable(b, first.table)
	case listed(first.style):
		for n < len(all) && listed(all[n].style) {
			n++
		}
		htmlList(b, all[:n])
	default:
		for n < len(all) && all[n].flows {
			n++
		}
		texts := make([]string, n)
		for i, x := range all[:n] {
			texts[i] = htmlText(x)
		}
		tag := tags[first.style]
		fmt.Fprintf(b, "<%s>%s</%s>\n", tag, strings.Join(texts, " "), tag)
	}
	return n
}

func listed(s style) bool { return s == item || s == subitem }

func htmlText(x block) string {
	text := html.EscapeString(clean(x.text))
	if x.style == lead1 {
		text = "<strong>" + text + "</strong>"
	}
	if x.by != "" {
		text += " — <cite>" + html.EscapeString(clean(x.by)) + "</cite>"
	}
	if x.note != "" {
		text += " <code>[" + html.EscapeString(x.note) + "]</code>"
	}
	return text
}

// htmlList writes items, each with the list of those below it inside.
func htmlList(b *bufio.Writer, items []block) {
	fmt.Fprintln(b, "<ul>")
	for i, x := range items {
		below := i > 0 && items[i-1].style == subitem
		opens := x.style == subitem && !below
		closes := x.style == item && below
		if opens {
			fmt.Fprint(b, "\n<ul>\n")
		}
		if closes {
			fmt.Fprint(b, "</ul>\n")
		}
		if x.style == item && i > 0 {
			fmt.Fprint(b, "</li>\n")
		}
		fmt.Fprintf(b, "<li>%s", htmlText(x))
		if x.style == subitem {
			fmt.Fprint(b, "</li>\n")
		}
	}
	if items[len(items)-1].style == subitem {
		fmt.Fprint(b, "</ul>\n")
	}
	fmt.Fprint(b, "</li>\n</ul>\n")
}

func htmlTable(b *bufio.Writer, rows [][]string) {
	fmt.Fprintln(b, "<table>")
	for i, row := range rows {
		cell := "td"
		if i == 0 {
			cell = "th"
		}
		fmt.Fprint(b, "<tr>")
		for k, c := range row {
			class := ""
			if numeric(k, row) {
				class = ` class="n"`
			}
			fmt.Fprintf(b, "<%s%s>%s</%s>", cell, class, html.EscapeString(clean(c)), cell)
		}
		fmt.Fprintln(b, "</tr>")
	}
	fmt.Fprintln(b, "</table>")
}
