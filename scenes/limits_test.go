package scenes

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// heavy are files that a careless reader would choke on; n is the size at which
// one that is not linear would take minutes.
var heavy = []struct {
	name string
	n    int
	text func(n int) string
}{
	{"one-line.md", 50 << 20, func(n int) string { return strings.Repeat("the lamp was out again, ", n/24) }},
	{"one-line-of-wide-blanks.md", 20 << 20, func(n int) string { return strings.Repeat("lamp  ", n/6) }},
	{"one-item.md", 20 << 20, func(n int) string { return "- " + strings.Repeat("the lamp was out again, ", n/24) }},
	{"one-paragraph.md", 500_000, lines("the lamp was out and\n")},
	{"one-line-without-words.md", 5 << 20, func(n int) string { return strings.Repeat("—", n/3) }},
	{"headings.md", 100_000, lines("## The lamp %d\nIt was out.\n")},
	{"same-headings.md", 100_000, lines("## The lamp\nIt was out.\n")},
	{"empty-headings.md", 100_000, lines("## The lamp %d\n")},
	{"empty-headings-twice.md", 50_000, func(n int) string { return lines("## Lamp %d\n")(n) + lines("## Lamp %d\n")(n) }},
	{"empty-headings-in-turn.md", 50_000, lines("## Lamp\n## Oil\n")},
	{"likely-matter.md", 100_000, lines("# Lamp %d\n## Notes\nOut.\n")},
	{"levels.md", 20_000, lines("# a\n## b\n### c\n#### d\n##### e\n###### f\n")},
	{"underlined.md", 100_000, lines("The lamp %d\n-----------\n")},
	{"chapters.txt", 100_000, lines("CHAPTER %d\n\nIt was out.\n\n")},
	{"numerals.txt", 100_000, lines("%d.\n\nIt was out.\n\n")},
	{"ends.md", 100_000, lines("THE END\n\n")},
	{"bold.md", 100_000, lines("**The lamp %d**\n- It was out.\n")},
	{"items.md", 200_000, lines("- The lamp %d\n")},
	{"scene-items.md", 100_000, lines("1. The lamp %d\n   - It was out.\n")},
	{"typed-items.md", 100_000, lines("- Scene %d: The lamp\n  - It was out.\n")},
	{"cards.md", 50_000, lines("## The lamp %d\nPOV: Ida\nWhere: the tower\n\nIt was out.\n")},
	{"key-lines.md", 100_000, lines("POV: Ida\nand then\n")},
	{"table.md", 100_000, lines("| lamp | %d |\n")},
	{"breaks.md", 100_000, lines("It was out.\n\n***\n\n")},
	{"wide-gaps.md", 50_000, lines("It was out.\n\n\n\nIt was on.\n\nIt hummed.\n\nIt stopped.\n\n")},
	{"blank.md", 2_000_000, lines("\n")},
	{"nested-items.md", 3_000, nest("  ", "- lamp\n")},
	{"nested-scenes.md", 2_000, nest("  ", "- Scene 1: lamp\n")},
	{"nested-quotes.md", 3_000, nest("> ", "lamp\n")},
	{"one-deep-quote.md", 1_000_000, func(n int) string { return strings.Repeat("> ", n) + "lamp" }},
	{"angles.md", 100_000, lines("<\n")},
	{"angles-in-a-line.md", 5 << 20, func(n int) string { return strings.Repeat("<", n) }},
	{"brackets-in-a-line.md", 5 << 20, func(n int) string { return strings.Repeat("[", n) }},
	{"brackets-in-headings.md", 20_000, lines("## [[[[[[[[[[[[[[[[[[[[\n")},
	{"backquotes-in-a-line.md", 5 << 20, func(n int) string { return strings.Repeat("`", n) }},
	{"stars-in-a-line.md", 5 << 20, func(n int) string { return strings.Repeat("*", n) }},
	{"comments-in-a-line.md", 2 << 20, func(n int) string { return "a" + strings.Repeat("<!--", n) }},
	{"open-comments.md", 100_000, lines("<!-- lamp %d\n")},
	{"open-percents.md", 100_000, lines("%%%% lamp\n\nout\n\n")},
	{"open-fences.md", 100_000, lines("``` lamp %d\n")},
	{"longer-fences.md", 2_000, nest("`", "```lamp\n")},
	{"front-matter.md", 20_000, func(n int) string { return "---\n" + lines("key%d: lamp\n")(n) + "---\nOut.\n" }},
	{"front-matter-brackets.md", 100_000, func(n int) string { return "---\na: " + strings.Repeat("[", n) + "\n---\nOut.\n" }},
	{"front-matter-aliases.md", 9, func(n int) string {
		return "---\na: &a [x, x, x, x, x, x, x, x, x]\n" + lines("b%[1]d: &b%[1]d [*a, *a, *a, *a, *a, *a, *a]\n")(n) + "---\nOut.\n"
	}},
	{"cjk.txt", 100_000, lines("第%d章 灯\n　　灯灭了。\n")},
	{"sluglines.fountain", 100_000, lines("INT. TOWER - NIGHT #%d#\n\nThe lamp is out.\n\n")},
	{"sections.fountain", 100_000, lines("# Lamp %d\n= It is out.\n")},
	{"cues.fountain", 100_000, lines("KEEPER\nIt is out.\n\n")},
	{"notes.fountain", 100_000, lines("[[ lamp\n")},
	{"notes-in-a-line.fountain", 1 << 20, func(n int) string { return strings.Repeat("[[a]]", n) + strings.Repeat("/*", n) }},
	{"one-line.fountain", 20 << 20, func(n int) string { return strings.Repeat("THE LAMP IS OUT ", n/16) }},
}

// lines repeats a line; %d in it is its number.
func lines(line string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for i := range n {
			if strings.Contains(line, "%") {
				fmt.Fprintf(&b, line, i+1)
			} else {
				b.WriteString(line)
			}
		}
		return b.String()
	}
}

// nest repeats a line behind one mark more each time.
func nest(mark, line string) func(n int) string {
	return func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.Repeat(mark, i))
			b.WriteString(line)
		}
		return b.String()
	}
}

// TestLinear reads heavy files of a twentieth of their size, each well within a
// second where reading is linear. On a machine that is busy with other work a
// quarter of the file tells whether it is the machine or the file.
func TestLinear(t *testing.T) {
	const limit = 5 * time.Second
	took := func(name, text string) time.Duration {
		start := time.Now()
		readHeavy(t, name, text)
		return time.Since(start)
	}
	for _, h := range heavy {
		n := max(h.n/20, 9)
		whole := took(h.name, h.text(n))
		if whole <= limit {
			continue
		}
		if quarter := took(h.name, h.text(n/4)); whole > 10*quarter {
			t.Errorf("%s: %v for four times what takes %v", h.name, whole, quarter)
		}
	}
}

// BenchmarkParse reads heavy files, and an ordinary novel, whole.
func BenchmarkParse(b *testing.B) {
	for _, h := range heavy {
		b.Run(h.name, func(b *testing.B) { benchmark(b, h.name, h.text(h.n)) })
	}
	b.Run("novel.md", func(b *testing.B) { benchmark(b, "novel.md", novel()) })
}

func benchmark(b *testing.B, name, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		readHeavy(b, name, text)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapSys)/1e6, "heap-MB")
}

func readHeavy(t testing.TB, name, text string) {
	m, err := Parse(fstest.MapFS{name: {Data: []byte(text)}}, Options{})
	if err == nil && len(m.Scenes) == 0 {
		t.Errorf("%s: no scene", name)
	}
}

// novel is 120,000 words in forty chapters of three scenes.
func novel() string {
	paragraph := strings.Repeat("The porter came up at six with the coal, and nobody looked. ", 5) + "\n\n"
	scene := strings.Repeat(paragraph, 17)
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "## Chapter %d\n\n%s***\n\n%s***\n\n%s", i+1, scene, scene, scene)
	}
	return b.String()
}

// TestManyFiles reads a book of thousands of files, with an order file that is
// out of date, which makes each find its place.
func TestManyFiles(t *testing.T) {
	fsys := fstest.MapFS{"SUMMARY.md": {Data: []byte("- [gone](gone.md)\n" + lines("- [s](part-1/s-%d.md)\n")(2_000))}}
	for i := range 4_000 {
		fsys[fmt.Sprintf("part-%d/s-%d.md", i/2_000+1, i+1)] = &fstest.MapFile{Data: []byte("It was out.\n")}
	}
	start := time.Now()
	m, err := Parse(fsys, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); len(m.Scenes) != 4_000 || took > 20*time.Second {
		t.Errorf("%d scenes in %v", len(m.Scenes), took)
	}
}
