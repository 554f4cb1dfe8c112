package scenes

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// wide is text as UTF-16 of either byte order.
func wide(text string, little bool) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if little {
			out = append(out, byte(u), byte(u>>8))
		} else {
			out = append(out, byte(u>>8), byte(u))
		}
	}
	return out
}

func TestEncodings(t *testing.T) {
	const text = "# The Café\n\nNobody was in.\n"
	for _, c := range []struct {
		name, encoding, want string
		data                 []byte
	}{
		{"plain", "utf-8", text, []byte(text)},
		{"nothing", "utf-8", "", nil},
		{"byte order mark", "utf-8 with BOM", text, []byte("\ufeff" + text)},
		{"byte order mark and nothing", "utf-8 with BOM", "", []byte("\ufeff")},
		{"wide, marked", "utf-16le", text, append([]byte("\xff\xfe"), wide(text, true)...)},
		{"wide, marked, big end first", "utf-16be", text, append([]byte("\xfe\xff"), wide(text, false)...)},
		{"wide, bare", "utf-16le", text, wide(text, true)},
		{"wide, bare, big end first", "utf-16be", text, wide(text, false)},
		{"wide, cut in the middle of a character", "utf-16le", "ab", append([]byte("\xff\xfe"), 'a', 0, 'b', 0, 'c')},
		{"wide, half a pair", "utf-16le", "a\ufffd", []byte("\xff\xfea\x00\x00\xd8")},
		{"Latin-1", "windows-1252", "Grün", []byte("Gr\xfcn")},
		{"Windows' quotes", "windows-1252", "“Don’t” — €", []byte("\x93Don\x92t\x94 \x97 \x80")},
		{"UTF-8 cut in the middle of a character", "windows-1252", "CafÃ", []byte("Caf\xc3")},
	} {
		s, err := newSource("a.md", c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := strings.Join(s.lines, "\n"); got != c.want || s.encoding != c.encoding {
			t.Errorf("%s: %q in %s, want %q in %s", c.name, got, s.encoding, c.want, c.encoding)
		}
	}
	if s, err := newSource("a.md", []byte(strings.Repeat("The lamp was out. ", 100)+"\x00")); err != nil || !strings.HasSuffix(s.lines[0], "out.  ") {
		t.Errorf("a long text with a stray zero: %v", err)
	}
	for name, data := range map[string][]byte{
		"a picture":               []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00"),
		"a zero in text":          []byte("The lamp\x00 was out."),
		"marked text with a zero": []byte("\ufeffThe lamp\x00 was out."),
		"zeros":                   bytes.Repeat([]byte{0}, 600),
	} {
		if s, err := newSource("a.md", data); err == nil {
			t.Errorf("%s was read as %s", name, s.encoding)
		}
	}
}

func TestLineEnds(t *testing.T) {
	want := []string{"a", "", "b", ""}
	for _, text := range []string{"a\n\nb\n", "a\r\n\r\nb\r\n", "a\r\rb\r", "a\r\n\nb\r"} {
		if got := splitLines(text); !slices.Equal(got, want) {
			t.Errorf("%q has the lines %q", text, got)
		}
	}
	if got := splitLines(""); !slices.Equal(got, []string{""}) {
		t.Errorf("nothing has the lines %q", got)
	}
}

// The layout of lines is equal where not a byte of them differs, whatever ends
// them; where a line is longer by a blank, it is not.
func TestLayout(t *testing.T) {
	read := func(text string) *source {
		s, err := newSource("a.md", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	a := read("x\nThe lamp\nwas out.\ny").layout(2, 3)
	if b := read("The lamp\r\nwas out.\r\n").layout(1, 2); a != b {
		t.Error("the same lines have two layouts")
	}
	for _, other := range []string{"The lamp \nwas out.", "The lamp was out.", "The lamp\n\nwas out."} {
		if read(other).layout(1, 3) == a {
			t.Errorf("%q has the same layout", other)
		}
	}
	read("a").layout(0, 99) // lines that are not there are none
}
