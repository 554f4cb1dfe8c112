package scenes

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the stories' scenes as they are read now")

// TestReading reads the manuscripts of testdata/reading. A story is an archive
// that opens with why its answer is right, holds a manuscript's files, and
// ends with a section "scenes": what a reader must find in them. A file's name
// may carry, in brackets, how its bytes are kept: [latin-1], [bom utf-16le], [cr].
// Stories named limit-… say what is desired, and show what is read today.
func TestReading(t *testing.T) {
	stories, err := filepath.Glob("../testdata/reading/*.txtar")
	if err != nil || len(stories) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, name := range stories {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { readStory(t, name) })
	}
}

func readStory(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if len(bytes.TrimSpace(archive.Comment)) == 0 {
		t.Error("the story does not say why its answer is right")
	}
	fsys, want := fstest.MapFS{}, -1
	for i, f := range archive.Files {
		if f.Name == "scenes" {
			want = i
			continue
		}
		path, kept := cutBrackets(f.Name)
		fsys[path] = &fstest.MapFile{Data: keep(t, f.Data, kept)}
	}
	got := tell(t, fsys)
	if *update {
		if want < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: "scenes"})
			want = len(archive.Files) - 1
		}
		archive.Files[want].Data = []byte(got)
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want < 0 {
		t.Fatal(`no section "scenes"; run go test ./scenes -update and read what it writes`)
	}
	if wanted := string(archive.Files[want].Data); got != wanted {
		t.Errorf("read otherwise than told\n%s", firstDifference(got, wanted))
	}
}

// cutBrackets parts "brief.txt [latin-1 cr]" into the path and the words in
// the brackets.
func cutBrackets(name string) (path string, words []string) {
	path, rest, _ := strings.Cut(name, " [")
	return path, strings.Fields(strings.TrimSuffix(rest, "]"))
}

// keep is a file's bytes as the words in brackets say.
func keep(t *testing.T, data []byte, words []string) []byte {
	codes := map[string]encoding.Encoding{
		"latin-1": charmap.ISO8859_1, "windows-1252": charmap.Windows1252,
		"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	}
	for _, w := range words {
		switch code := codes[w]; {
		case w == "crlf":
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		case w == "cr":
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r"))
		case w == "bom":
			data = append([]byte("\ufeff"), data...)
		case w == "zeros":
			data = bytes.ReplaceAll(data, []byte("0"), []byte{0})
		case code != nil:
			encoded, err := code.NewEncoder().Bytes(data)
			if err != nil {
				t.Fatal(err)
			}
			data = encoded
		default:
			t.Fatalf("%q says nothing of how bytes are kept", w)
		}
	}
	return data
}

// tell reads a manuscript, holds it to the laws, and writes down what was
// read.
func tell(t *testing.T, fsys fs.FS) string {
	var opts Options
	if data, err := fs.ReadFile(fsys, ConfigName); err == nil {
		if opts.Config, err = ReadConfig(data); err != nil {
			return tellError(err)
		}
	}
	m, err := Parse(fsys, opts)
	if err != nil {
		return tellError(err)
	}
	checkLaws(t, m)
	var w teller
	w.manuscript(m)
	return w.String()
}

func tellError(err error) string {
	text := fmt.Sprintf("error: %v\n", err)
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) {
		text += fmt.Sprintf("hint: %s\n", hinted.Hint())
	}
	return text
}

// teller writes a manuscript as the stories have it.
//
//	title: the book's title
//	in the divisions that hold the scenes below, outermost first
//	  ordinal. [number] title {id} (path:first-last, words)
//	       field: value (line)
//	       kind of beat, lines: its first words (words)
type teller struct{ strings.Builder }

func (w *teller) manuscript(m *Manuscript) {
	if m.Title != "" {
		fmt.Fprintf(w, "title: %s\n", m.Title)
	}
	var in *Division
	for i, s := range m.Scenes {
		if s.Division != in || i == 0 {
			in = s.Division
			w.division(in)
		}
		w.scene(s)
	}
	for _, x := range m.Matter {
		fmt.Fprintf(w, "matter: %s\n", join(x.Title, where(x.Span, x.Words), " "))
		w.beats(x.Beats)
	}
	for _, f := range m.Files {
		if f.Encoding != "utf-8" {
			fmt.Fprintf(w, "file: %s (%s, %s)\n", f.Path, f.Format, f.Encoding)
		}
	}
	for _, n := range m.Notes {
		fmt.Fprintf(w, "note: %s\n", n)
	}
}

func (w *teller) division(d *Division) {
	var chain []string
	for ; d != nil; d = d.Parent {
		chain = append([]string{fmt.Sprintf("%s %q", d.Level, d.Name())}, chain...)
	}
	if len(chain) == 0 {
		chain = []string{"no division"}
	}
	fmt.Fprintf(w, "in %s\n", strings.Join(chain, " / "))
}

func (w *teller) scene(s *Scene) {
	name := ""
	if s.Number != "" {
		name = "[" + s.Number + "]"
	}
	name = join(name, s.Title, " ")
	if s.ID != "" {
		name = join(name, "{"+s.ID+"}", " ")
	}
	fmt.Fprintf(w, "  %d. %s\n", s.Ordinal, join(name, where(s.Span, s.Words), " "))
	for _, f := range s.Fields {
		fmt.Fprintf(w, "       %s: %s (%d)\n", f.Key, f.Value, f.Line)
	}
	w.beats(s.Beats)
}

func (w *teller) beats(beats []*Beat) {
	for _, b := range beats {
		kind := []string{"p", "-", ">", "code", "table", "action", "speech"}[b.Kind]
		fmt.Fprintf(w, "       %s%s %s: %s (%d)\n", strings.Repeat("  ", b.Depth), kind, lineRange(b.Span), opening(b.Text), b.Words)
	}
}

func where(s Span, words int) string {
	return fmt.Sprintf("(%s:%s, %d words)", s.Path, lineRange(s), words)
}

func lineRange(s Span) string {
	if s.Line == s.EndLine {
		return fmt.Sprint(s.Line)
	}
	return fmt.Sprintf("%d-%d", s.Line, s.EndLine)
}

// opening is a beat's text, or its first and last characters where it is long.
func opening(text string) string {
	r := []rune(text)
	if len(r) <= 44 {
		return text
	}
	return string(r[:24]) + " … " + string(r[len(r)-16:])
}

// firstDifference shows where two texts part, with a few lines around it.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	i := 0
	for i < len(g) && i < len(w) && g[i] == w[i] {
		i++
	}
	show := func(lines []string) string {
		return strings.Join(lines[max(i-2, 0):min(i+6, len(lines))], "\n")
	}
	return fmt.Sprintf("line %d\n--- told\n%s\n--- read\n%s", i+1, show(w), show(g))
}
