package scenes

// Manuscript is one revision of a manuscript as a reader meets it. Parse makes
// it; nothing changes it afterwards, so it may be shared.
type Manuscript struct {
	Title     string      // the book's own title, "" where it has none
	Scenes    []*Scene    // in reading order; Scenes[i].Ordinal == i+1
	Divisions []*Division // parts and chapters that hold scenes, in reading order
	Matter    []*Matter   // what is not story, in reading order
	Files     []File      // every file that was read, in reading order
	Notes     []string    // what a reader must be told of the reading
}

// Span is a place in a file: lines are 1-based and inclusive, the path is
// relative to the manuscript's root with slashes.
type Span struct {
	Path    string
	Line    int
	EndLine int
}

// Scene is a stretch of story under one heading, slugline or break.
type Scene struct {
	Span
	Ordinal  int       // 1-based place in the reading order
	Number   string    // the label's number ("3", "IV", "12A"), "" where it has none
	Title    string    // without label and number; "" for an untitled scene
	ID       string    // the author's own identity marker, "" where there is none
	Division *Division // the innermost division that holds it, nil where there is none
	Fields   []Field   // what the author noted about the scene, in the order written
	Beats    []*Beat   // in reading order; may be empty (a scene that is only planned)
	Words    int       // words of its beats
	Layout   uint64    // hash of its text's source lines: equal where not a byte differs
	Head     uint64    // … and of the lines that head it: its own heading, a file's front matter; 0 for none
	form     string    // how it begins, as .git-scene.yaml names it: "##", "bold", "break", "" otherwise
}

// Beat is the smallest unit of a scene: an outline bullet, a paragraph, a
// block of a script.
type Beat struct {
	Span
	Kind  BeatKind
	Depth int    // nesting of a bullet, from 0
	Text  string // on one line: layout white space is a single space
	Words int
}

// BeatKind says what a beat is on the page.
type BeatKind uint8

// The kinds of beat.
const (
	Paragraph BeatKind = iota // running text
	Bullet                    // a list item, at any depth
	Quote                     // a block quotation
	Code                      // a fenced block: never a heading, whatever it holds
	Table                     // a table, as one beat
	Action                    // a script's description
	Dialogue                  // a script's cue with what is said
)

// Field is a fact about a scene that its author wrote beside it: a key line
// of a card, an entry of YAML front matter, a Fountain synopsis.
type Field struct {
	Span
	Key   string // canonical and lower case: "pov", "place", "time", "goal", "stakes", …
	Value string
}

// Division is a part, a chapter or a file that holds scenes.
type Division struct {
	Span
	Level  string    // "part", "chapter" or "file"
	Label  string    // the word it calls itself by, as written ("CHAPTER"), or ""
	Number string    // "7", "IV", "" where it has none
	Title  string    // without label and number
	Parent *Division // the division around it, nil at the top
	head   string    // label and number as written, where they are not Label, a blank, Number
	named  bool      // it has no heading: an order file, a folder or front matter names it
}

// Matter is text that is not story. It is kept, so that it can be compared,
// and kept apart, so that nothing in it is called a scene.
type Matter struct {
	Span
	Title string
	Beats []*Beat
	Words int
}

// File is one file that was read.
type File struct {
	Path     string
	Format   string // "markdown", "fountain", "novelwriter", "text"
	Encoding string // "utf-8", "utf-8 with BOM", "utf-16le", "utf-16be", "windows-1252"
	Story    bool   // it holds at least one scene
}

// Field is the scene's value for a canonical key, "" where it has none.
func (s *Scene) Field(key string) string {
	for _, f := range s.Fields {
		if f.Key == key {
			return f.Value
		}
	}
	return ""
}

// Place is the chain of divisions that hold the scene, outermost first, each
// as its author would say it ("CHAPTER 7: THE VISIT").
func (s *Scene) Place() []string {
	var place []string
	for d := s.Division; d != nil; d = d.Parent {
		place = append([]string{d.Name()}, place...)
	}
	return place
}

// Name is the division as its author would say it: label, number and title.
func (d *Division) Name() string {
	name := join(d.Label, d.Number, " ")
	if d.head != "" {
		name = d.head
	}
	return join(name, d.Title, ": ")
}

// join puts a separator between two strings where both hold something.
func join(a, b, sep string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + sep + b
}
