package report

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"git-scene/diff"
)

// mostComment is how long a comment is at most, in bytes: GitHub takes 65,536
// characters. What is beyond it is cut off, and that is said.
const mostComment = 60000

// writeComment writes the report as a comment on a pull request.
func writeComment(w io.Writer, r *diff.Report, o Options) error {
	if calm(r) != "" {
		return nil
	}
	var text bytes.Buffer
	p := &pages{w: bufio.NewWriter(&text), r: r, o: o}
	fmt.Fprintf(p.w, "<!-- %s -->\n## What changed in the story: %s → %s\n\n", o.Marker, escape(shortIDs(revision(r.Old))), escape(shortIDs(revision(r.New))))
	p.glance()
	fmt.Fprintf(p.w, "\n<details><summary>Scene by scene</summary>\n")
	p.story()
	p.divisions()
	p.matter()
	for _, n := range r.Notes {
		fmt.Fprintf(p.w, "\n_Note: %s_\n", escape(n))
	}
	if err := p.w.Flush(); err != nil {
		return err
	}
	body, rest := text.Bytes(), ""
	if len(body) > mostComment {
		body = body[:bytes.LastIndexByte(body[:mostComment], '\n')+1]
		rest = "\n_There is more than a comment holds: `git scene diff` tells all of it._\n"
	}
	_, err := fmt.Fprintf(w, "%s%s\n</details>\n", body, rest)
	return err
}

// shortIDs cuts the full ids by which programs call commits down to what a
// reader compares.
func shortIDs(s string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		if len(w) >= 40 && strings.Trim(w, "0123456789abcdef") == "" {
			words[i] = w[:10]
		}
	}
	return strings.Join(words, " ")
}
