package generate

import (
	"fmt"
	"slices"
	"strings"
)

// written is where a scene came to stand: the lines of its heading, or of its
// first beat where it has none, and of its beats.
type written struct {
	path  string
	line  int
	beats []int
}

// render writes a draft as Markdown.
func render(p Plan, b book, new bool) (files map[string]string, at []written) {
	files = map[string]string{}
	w := writer{plan: p, new: new, book: b}
	for i, sc := range b.scenes {
		begins := i == 0 || b.scenes[i-1].chapter != sc.chapter
		if begins {
			if i > 0 && p.Layout == FilePerChapter {
				files[w.path] = w.text.String()
				w.reset()
			}
			w.chapter(sc.chapter)
		}
		at = append(at, w.scene(i, sc, begins))
	}
	files[w.path] = w.text.String()
	return files, at
}

// writer writes one file.
type writer struct {
	plan Plan
	book book
	new  bool
	path string
	text strings.Builder
	line int // lines written so far
}

func (w *writer) reset() {
	w.text.Reset()
	w.line = 0
}

// block writes lines and, behind a block that wants it, a blank one; it says
// on which line it began.
func (w *writer) block(lines []string, blank bool) int {
	first := w.line + 1
	if blank {
		lines = append(lines, "")
	}
	for _, l := range lines {
		w.text.WriteString(l + "\n")
	}
	w.line += len(lines)
	return first
}

func (w *writer) chapter(c int) {
	heading := "# "
	w.path = fmt.Sprintf("chapter-%02d.md", c+1)
	if w.plan.Layout == OneFile {
		heading, w.path = "## ", "book.md"
		if w.line == 0 {
			w.block([]string{"# A Generated Book"}, true)
		}
	}
	heading += fmt.Sprintf("Chapter %d", c+1)
	if title := w.book.chapters[c]; title != "" {
		heading += ": " + title
	}
	w.block([]string{heading}, true)
}

// renumbered is what a renumbering adds to every number.
const renumbered = 40

func (w *writer) scene(i int, sc scene, first bool) written {
	at := written{path: w.path}
	number := i + 1
	if w.plan.Renumber && w.new {
		number += renumbered
	}
	switch numbered := w.plan.Numbered || w.plan.Renumber; {
	case numbered && sc.title == "":
		at.line = w.heading(fmt.Sprintf("Scene %d", number))
	case numbered:
		at.line = w.heading(fmt.Sprintf("%d. %s", number, sc.title))
	case sc.title != "":
		at.line = w.heading(sc.title)
	case !first:
		w.block([]string{"* * *"}, true)
	}
	for k, b := range sc.beats {
		outline := w.plan.Form == Outline
		lines := w.lines(b.text)
		if outline {
			lines[0] = "- " + lines[0]
			for m := range lines[1:] {
				lines[m+1] = "  " + lines[m+1]
			}
		}
		at.beats = append(at.beats, w.block(lines, !outline || k == len(sc.beats)-1))
	}
	if at.line == 0 {
		at.line = at.beats[0]
	}
	return at
}

func (w *writer) heading(title string) int {
	mark := "## "
	if w.plan.Layout == OneFile {
		mark = "### "
	}
	return w.block([]string{mark + title}, true)
}

// lines lays a beat's text out.
func (w *writer) lines(text string) []string {
	if w.new && w.plan.Requote {
		text = requote(text)
	}
	if w.new && w.plan.Rewrap {
		return wrap(text)
	}
	return []string{text}
}

// width is where lines are broken.
const width = 72

// wrap breaks text into lines, never before what would begin a list there.
func wrap(text string) []string {
	var lines []string
	line := ""
	for _, w := range fields(text) {
		listlike := strings.ContainsAny(w[:1], "-+0123456789")
		if line != "" && len(line)+1+len(w) > width && !listlike {
			lines = append(lines, line)
			line = ""
		}
		line = join(line, w)
	}
	return append(lines, line)
}

// requote curls quotes and makes dashes of double hyphens. A quote opens where
// nothing, or what opens, stands before it.
func requote(text string) string {
	text = strings.ReplaceAll(text, "--", "—")
	var out []rune
	for _, r := range text {
		opens := len(out) == 0 || slices.Contains([]rune(" (“‘—"), out[len(out)-1])
		switch {
		case r == '"' && opens:
			r = '“'
		case r == '"':
			r = '”'
		case r == '\'' && opens:
			r = '‘'
		case r == '\'':
			r = '’'
		}
		out = append(out, r)
	}
	return string(out)
}
