package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"

	"git-scene/diff"
)

// TestColumns holds that a name takes its column and no more, whatever it is
// written in.
func TestColumns(t *testing.T) {
	for _, name := range []string{
		"Ballast", "Regatta Day, and what came of it", "風車小屋の夜明け前", "שער הרחמים של ירושלים", "ليلة", "Zoë à la dérive",
		"👩‍👩‍👧 the family 👩‍👩‍👧", "e\u0301le\u0301gie", "",
	} {
		got := pad(level(fit(name, 12)), 12)
		if w := displaywidth.String(got); w != 12 {
			t.Errorf("%q is %d columns wide: %q", name, w, got)
		}
	}
	for name, want := range map[string]string{
		"風車小屋の夜明け前": "風車小…",
		"👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧": "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧…", // a family is not parted
		"a word too long": "a word…",
	} {
		if got := fit(name, 8); got != want {
			t.Errorf("%q is cut to %q, not %q", name, got, want)
		}
	}
	if got := level("שער"); got != "\u200eשער\u200e" {
		t.Errorf("a name from right to left is told as %q", got)
	}
}

// TestSpark draws scenes of so many new words; a point is a scene without a
// change, and eight heights tell the others apart.
func TestSpark(t *testing.T) {
	for _, c := range []struct {
		words   []int
		columns int
		want    string
	}{
		{nil, 10, ""},
		{[]int{0, 0}, 10, ""},
		{[]int{0, 1, 50, 100}, 10, ".▁▄█"},
		{[]int{10, 20, 30, 40, 50, 60, 70, 80}, 10, "▁▂▃▄▅▆▇█"},
		{[]int{1, 1, 0, 0, 8, 8}, 3, "▁.█"},
		{[]int{5}, 0, ""},
	} {
		var rows []diff.Row
		for _, n := range c.words {
			rows = append(rows, diff.Row{New: []diff.Scene{{Words: n}}})
		}
		if got := spark(rows, c.columns); got != c.want {
			t.Errorf("%v in %d columns: %q, not %q", c.words, c.columns, got, c.want)
		}
	}
}

// TestTextOnAScreen holds that the drawing is for a screen that is wide enough,
// never for a pipe, and that no line is wider than the screen.
func TestTextOnAScreen(t *testing.T) {
	r := compared(parse(t, "../testdata/demo/old"), parse(t, "../testdata/demo/new"))
	for width, drawn := range map[int]bool{0: false, 50: false, 60: true, 120: true} {
		var b bytes.Buffer
		if err := writeText(&b, r, Options{Width: width}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(b.String(), "words changed along the book: "); got != drawn {
			t.Errorf("%d columns: the drawing is told: %v", width, got)
		}
		for line := range strings.Lines(b.String()) {
			if w := displaywidth.String(strings.TrimRight(line, "\n")); width > 0 && w > width {
				t.Errorf("%d columns: %d wide: %q", width, w, line)
			}
		}
	}
}

// TestPlainIsReadAloud holds that every line is words, whatever the report.
func TestPlainIsReadAloud(t *testing.T) {
	for name, r := range reports(t) {
		r.Old.Rev, r.New.Rev = "old", "new"
		var b bytes.Buffer
		if err := writePlain(&b, r, Options{Beats: name == "demo"}); err != nil {
			t.Fatal(err)
		}
		if name == "hostile" || name == "hostile backwards" {
			continue // its own titles are signs
		}
		for line := range strings.Lines(b.String()) {
			if strings.Contains(line, "  ") || strings.ContainsAny(line, "→−+▁█") {
				t.Errorf("%s: %q", name, line)
			}
			if s := strings.TrimRight(line, "\n”’\"'*"); s != "" && !strings.ContainsAny(s[len(s)-1:], ".:!?") {
				t.Errorf("%s: it has no end: %q", name, line)
			}
		}
	}
}
