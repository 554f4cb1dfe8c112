package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"git-scene/diff"
	"git-scene/scenes"
)

// List is how a revision was read.
type List struct {
	Schema string       `json:"schema"`
	Rev    string       `json:"rev"`
	Commit *string      `json:"commit"` // full id; null for the working tree
	Title  string       `json:"title,omitempty"`
	Scenes []ListScene  `json:"scenes"`
	Matter []ListMatter `json:"matter"`
	Cast   []ListPerson `json:"cast,omitempty"`
	Notes  []string     `json:"notes,omitempty"`

	// Language is that of the lexicon by which the story was read, "" where
	// there is none for its language: then no scene says anything of its story.
	Language string `json:"language"`
}

// ListScene is a scene with its beats, and with what it says of the story.
type ListScene struct {
	diff.Scene
	ListStory
	Fields []ListField `json:"fields,omitempty"`
	Beats  []ListBeat  `json:"beats"`
}

// ListField is a note of the author's on a scene.
type ListField struct {
	Key   string `json:"key"`
	Value string `json:"value"`
	Line  int    `json:"line"`
}

// ListBeat is a beat.
type ListBeat struct {
	Line    int    `json:"line"`
	EndLine int    `json:"end_line"`
	Text    string `json:"text"`
}

// ListMatter is a piece of what is not story.
type ListMatter struct {
	Path    string `json:"path"`
	Line    int    `json:"line"`
	EndLine int    `json:"end_line"`
	Title   string `json:"title"`
	Words   int    `json:"words"`
}

// NewList describes a manuscript; commit is "" where there is none.
func NewList(rev, commit string, m *scenes.Manuscript) *List {
	l := &List{Schema: "git-scene/list/1", Rev: rev, Title: m.Title, Scenes: []ListScene{}, Matter: []ListMatter{}, Notes: m.Notes}
	if commit != "" {
		l.Commit = &commit
	}
	for _, s := range m.Scenes {
		l.Scenes = append(l.Scenes, listScene(s))
	}
	for _, x := range m.Matter {
		l.Matter = append(l.Matter, ListMatter{x.Path, x.Line, x.EndLine, x.Title, x.Words})
	}
	return l
}

func listScene(s *scenes.Scene) ListScene {
	ls := ListScene{Scene: diff.Describe(s), Beats: []ListBeat{}}
	ls.Opening = "" // the beats say it
	for _, f := range s.Fields {
		ls.Fields = append(ls.Fields, ListField{f.Key, f.Value, f.Line})
	}
	for _, b := range s.Beats {
		ls.Beats = append(ls.Beats, ListBeat{b.Line, b.EndLine, b.Text})
	}
	return ls
}

// listFormats are the ways to write a list, in the order in which help lists
// them.
var listFormats = []struct {
	name  string
	write func(io.Writer, *List, Options) error
}{
	{"text", writeList},
	{"json", func(w io.Writer, l *List, _ Options) error { return WriteJSON(w, l) }},
}

// ListFormats names the formats of a list.
func ListFormats() []string {
	var names []string
	for _, f := range listFormats {
		names = append(names, f.name)
	}
	return names
}

// ListWriter is the function that writes a list in a format.
func ListWriter(format string) (func(io.Writer, *List, Options) error, error) {
	for _, f := range listFormats {
		if f.name == format {
			return f.write, nil
		}
	}
	return nil, unknownFormat(format, ListFormats())
}

// writeList writes a table: part and chapter as headings, a line a scene.
func writeList(w io.Writer, l *List, o Options) error {
	o = o.sized()
	b := bufio.NewWriter(w)
	paint := newPainter(o.Color)
	var place []string
	words, widest := 0, names(l.Scenes)
	for _, s := range l.Scenes {
		if !slices.Equal(s.Place, place) {
			heading(b, paint, place, s.Place)
			place = s.Place
		}
		words += s.Words
		fmt.Fprintln(b, listLine(paint, s, o.Width, widest))
		if o.Story {
			s.outline(b, paint, o.Width)
		}
	}
	fmt.Fprintf(b, "\n%s, %s", plural(len(l.Scenes), "scene"), plural(words, "word"))
	if l.Title != "" {
		fmt.Fprintf(b, " in “%s”", clean(l.Title))
	}
	fmt.Fprintln(b)
	if o.Story {
		listCast(b, paint, l, o.Width)
	}
	listMatter(b, paint, l, o.Width)
	for _, n := range l.Notes {
		fmt.Fprintf(b, "note: %s\n", clean(n))
	}
	return b.Flush()
}

// heading tells the divisions that begin behind the last ones.
func heading(b *bufio.Writer, paint painter, last, place []string) {
	same := 0
	for same < len(place) && same < len(last) && place[same] == last[same] {
		same++
	}
	for i := same; i < len(place); i++ {
		fmt.Fprintf(b, "%s%s\n", strings.Repeat("  ", i), paint.strong(clean(place[i])))
	}
}

// names is how many columns the longest name of a scene takes.
func names(all []ListScene) int {
	widest := 0
	for _, s := range all {
		widest = max(widest, displaywidth.String(clean(s.name())))
	}
	return widest
}

// name is a scene's number and title.
func (s ListScene) name() string {
	if s.Number != "" {
		return join(s.Number, s.Title)
	}
	return s.Title
}

// listLine gives first words the room that names leave: "  12  3  The Mill   240 words  6 beats   First words …".
func listLine(paint painter, s ListScene, width, room int) string {
	column := min(width/3, 34, room)
	line := fmt.Sprintf("%4d  %s  %s  %s  ", s.Ordinal, pad(level(fit(clean(s.name()), column)), column), counted(s.Words, "word", 11), counted(len(s.Beats), "beat", 9))
	if len(s.Beats) > 0 {
		line += paint.dim(fitWords(clean(s.Beats[0].Text), max(width-column-32, 12)))
	}
	return line
}

// counted is a number with its noun, set right in columns.
func counted(n int, noun string, columns int) string {
	said := plural(n, noun)
	if n == 1 {
		said += " "
	}
	return strings.Repeat(" ", max(columns-len(said), 0)) + said
}

func join(a, b string) string {
	if b == "" {
		return a
	}
	return a + "  " + b
}

// listMatter names what is not story, in one line a piece.
func listMatter(b *bufio.Writer, paint painter, l *List, width int) {
	if len(l.Matter) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s\n", paint.strong("Not story"))
	for _, m := range l.Matter {
		place := fmt.Sprintf("%s:%d", clean(m.Path), m.Line)
		fmt.Fprintf(b, "      %s\n", fit(join(place, fmt.Sprintf("%s (%s)", clean(m.Title), plural(m.Words, "word"))), width-6))
	}
}
