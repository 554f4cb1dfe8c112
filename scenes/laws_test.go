package scenes

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// checkLaws holds a manuscript to what every reader of it may rely on: scenes
// are numbered in order; those of one file do not overlap; a scene's beats
// stand in it, in order; every word is counted once.
func checkLaws(t *testing.T, m *Manuscript) {
	t.Helper()
	end := map[string]int{}
	for i, s := range m.Scenes {
		if s.Ordinal != i+1 {
			t.Errorf("scene %d has ordinal %d", i+1, s.Ordinal)
		}
		if s.Line < 1 || s.EndLine < s.Line || s.Line <= end[s.Path] {
			t.Errorf("scene %d: lines %d-%d of %s, behind line %d", s.Ordinal, s.Line, s.EndLine, s.Path, end[s.Path])
		}
		end[s.Path] = s.EndLine
		words, last := 0, 0
		for _, b := range s.Beats {
			words += b.Words
			if b.Path != s.Path || b.Line < s.Line || b.EndLine > s.EndLine || b.Line <= last || b.EndLine < b.Line {
				t.Errorf("scene %d: beat at %s:%d-%d behind %d, scene at %s:%d-%d", s.Ordinal, b.Path, b.Line, b.EndLine, last, s.Path, s.Line, s.EndLine)
			}
			last = b.EndLine
		}
		if words != s.Words {
			t.Errorf("scene %d: %d words, its beats have %d", s.Ordinal, s.Words, words)
		}
	}
}

// checkLines holds a file's blocks to the law that no line is lost: they stand
// in order, and what is in none of them is blank, layout or the writer's own
// comment.
func checkLines(t *testing.T, d *document, isQuiet func(lines []string, from, to int) bool) {
	t.Helper()
	lines := d.source.lines
	last := d.head
	for i := range d.blocks {
		b := &d.blocks[i]
		if b.first < 1 || b.last < b.first || b.last > len(lines) || i > 0 && b.first <= d.blocks[i-1].last {
			t.Fatalf("block %d has lines %d-%d of %d", i, b.first, b.last, len(lines))
		}
		if b.first > last+1 && !isQuiet(lines, last, b.first-1) {
			t.Errorf("lines %d-%d are in no block:\n%s", last+1, b.first-1, strings.Join(lines[last:b.first-1], "\n"))
		}
		last = max(last, b.last)
	}
	if !isQuiet(lines, last, len(lines)) {
		t.Errorf("lines %d-%d are in no block:\n%s", last+1, len(lines), strings.Join(lines[last:], "\n"))
	}
}

// checkKept holds a manuscript to the law that nothing is lost between blocks
// and scenes: every block of text stands in exactly one beat, field or heading.
func checkKept(t *testing.T, d *document, m *Manuscript) {
	t.Helper()
	owners := map[int]int{} // by first line
	heads := map[int]bool{}
	for _, s := range m.Scenes {
		heads[s.Line] = true
		for _, b := range s.Beats {
			owners[b.Line]++
		}
		for _, f := range s.Fields {
			owners[f.Line]++
		}
	}
	for _, x := range m.Divisions {
		for line := x.Line; line <= x.EndLine; line++ {
			heads[line] = true
		}
	}
	for _, x := range m.Matter {
		heads[x.Line] = true
		for _, b := range x.Beats {
			owners[b.Line]++
		}
	}
	for i := range d.blocks {
		b := &d.blocks[i]
		inCard := (b.kind == headingBlock || b.kind == strongBlock) && isCardHeading(b.text)
		if heads[b.first] || inCard || isBelowLabel(d, i) {
			continue
		}
		switch {
		case b.kind == headingBlock && owners[b.first] == 0:
			t.Errorf("the heading at line %d is lost: %q", b.first, b.text)
		case b.kind == slugBlock:
			t.Errorf("the slugline at line %d begins no scene: %q", b.first, b.text)
		case b.kind.isText() && owners[b.first] == 0:
			t.Errorf("the text at line %d is lost: %q", b.first, b.text)
		case b.kind.isText() && owners[b.first] > 1 && b.kind != fieldBlock && b.kind != synopsisBlock:
			t.Errorf("the text at line %d is kept %d times: %q", b.first, owners[b.first], b.text)
		}
	}
}

// isBelowLabel says whether block i may be the title of the plain or bold heading above.
func isBelowLabel(d *document, i int) bool {
	for i--; i >= 0 && d.blocks[i].kind == gapBlock; i-- {
	}
	return i >= 0 && (d.blocks[i].kind == labelBlock || d.blocks[i].kind == strongBlock)
}

// checkFile reads a file of one format and holds it to all laws.
func checkFile(t *testing.T, f *format, text string, isQuiet func(lines []string, from, to int) bool) {
	s, err := newSource("a"+f.Exts[0], []byte(text))
	if err != nil {
		return
	}
	d := f.read(s)
	checkLines(t, d, isQuiet)
	m := build(readOutline([]*document{d}, Options{}), &plan{})
	checkLaws(t, m)
	checkKept(t, d, m)
}

func FuzzMarkdown(f *testing.F) {
	addStories(f, &markdown)
	f.Add("---\n---\n# a\n---\n")
	f.Add("# a\n## b\n# c\nd")
	f.Add("a\n<<!---->")
	f.Add("\\")
	f.Add(">#")
	f.Add("a\n**Scene 1**\nb\n**Scene 2**\nc\n\nd")
	f.Add("> a\n\n\n\n- b\n\t1. c\n```\n<!--\n")
	f.Fuzz(func(t *testing.T, text string) { checkFile(t, &markdown, text, isQuietMarkdown) })
}

func FuzzFountain(f *testing.F) {
	addStories(f, &fountain)
	f.Add("INT. A\n\n# b\n= c\n/* d\n")
	f.Add("a[[\nb]]")
	f.Fuzz(func(t *testing.T, text string) { checkFile(t, &fountain, text, isQuietFountain) })
}

// addStories seeds a fuzz test with the files of the stories that are of a format.
func addStories(f *testing.F, of *format) {
	stories, err := filepath.Glob("../testdata/reading/*.txtar")
	if err != nil || len(stories) == 0 {
		f.Fatal("no stories")
	}
	for _, name := range stories {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			path, _ := cutBrackets(file.Name)
			if at := formatOf(path); at != nil && (at.Name == of.Name || of.Name == "markdown" && at.Name == "text") {
				f.Add(string(file.Data))
			}
		}
	}
}

// isQuietMarkdown says whether lines hold nothing but comments, layout, the
// rules of tables, the marks of empty quotations, and blanks.
func isQuietMarkdown(lines []string, from, to int) bool {
	text := stripPairs(stripPairs(strings.Join(lines[from:to], "\n"), "<!--", "-->"), "%%", "%%")
	for _, line := range strings.Split(text, "\n") {
		if !isBlank(strings.Trim(line, "|-:> \t")) && !isLayout(line) && !slices.ContainsFunc(lines[from:to], isLayout) {
			return false
		}
	}
	return true
}

// isQuietFountain says whether lines hold nothing but notes, page breaks and blanks.
func isQuietFountain(lines []string, from, to int) bool {
	for _, line := range stripNotes(lines)[from:to] {
		if t := strings.TrimSpace(line); t != "" && !isPageBreak(t) {
			return false
		}
	}
	return true
}
