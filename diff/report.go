package diff

import (
	"strconv"
	"time"
)

// Report is what changed, as rows: the content of REPORT.md's JSON. Its keys
// are a contract; a writer of bytes adds and drops none.
type Report struct {
	Schema    string     `json:"schema"`
	Old       Revision   `json:"old"`
	New       Revision   `json:"new"`
	Scenes    []Row      `json:"scenes"`
	Findings  []Finding  `json:"findings"`
	Divisions []Division `json:"divisions"`
	Matter    []Row      `json:"matter"`
	Totals    Totals     `json:"totals"`
	Notes     []string   `json:"notes,omitempty"`

	asked []string // kinds of finding
	told  *told    // both readings, where the story was compared; nil else
	whole []Row    // all scenes, where Limit has left some out
}

// Schema names the shape of a report, with its version.
const Schema = "git-scene/diff/1"

// Revision is one side of the comparison: what the user called it, what it
// is, and how much it holds.
type Revision struct {
	Rev    string     `json:"rev"`
	Commit *string    `json:"commit"` // full id; null for the index and the working tree
	Date   *time.Time `json:"date"`   // committer's date in UTC; null where there is no commit
	Scenes int        `json:"scenes"`
	Beats  int        `json:"beats"`
	Words  int        `json:"words"`
	Title  string     `json:"title,omitempty"` // the book's own
}

// Row is a group of scenes that are one scene to a reader. Rows stand in the
// new reading order, a cut scene behind the nearest scene before it in its
// chapter that did not move, or before the nearest one behind it. A row of
// matter has the same shape.
type Row struct {
	Kinds     []string      `json:"kinds"`
	Old       []Scene       `json:"old"`
	New       []Scene       `json:"new"`
	MatchedBy string        `json:"matched_by,omitempty"`
	Score     Score         `json:"score,omitzero"`
	RunnerUp  *Considered   `json:"runner_up,omitempty"` // the next best pair of one of its scenes
	Possible  *Considered   `json:"possible,omitempty"`  // of a scene alone: what it may be a rewrite of, or have become
	Block     int           `json:"block,omitempty"`     // scenes that moved together carry the same number, from 1
	Fields    []FieldChange `json:"fields,omitempty"`    // what the author's notes on the scene say otherwise
	Kept      int           `json:"kept_words"`          // words of the old side that stand in the new
	Beats     []BeatRow     `json:"beats"`
}

// Scene is a scene of one side.
type Scene struct {
	Ordinal int      `json:"ordinal,omitempty"` // none for matter
	Path    string   `json:"path"`
	Line    int      `json:"line"`
	EndLine int      `json:"end_line"`
	Place   []string `json:"place"`
	Number  string   `json:"number"`
	Title   string   `json:"title"`
	ID      *string  `json:"id"`
	Words   int      `json:"words"`
	Opening string   `json:"opening,omitempty"` // first words of a scene without a title
	Cast    []string `json:"cast,omitempty"`    // those on stage, by name
}

// Considered is a pair of scenes that was considered and not made.
type Considered struct {
	Old   int   `json:"old"` // ordinals
	New   int   `json:"new"`
	Score Score `json:"score"`
}

// FieldChange is a note on a scene that changed; a side is "" where it has none.
type FieldChange struct {
	Key string `json:"key"`
	Old string `json:"old"`
	New string `json:"new"`
}

// BeatRow is a group of beats that are one beat to a reader.
type BeatRow struct {
	Kind  string   `json:"kind"`
	Old   []Beat   `json:"old"`
	New   []Beat   `json:"new"`
	Score Score    `json:"score,omitzero"`
	Words []WordOp `json:"words,omitempty"`
	kept  int      // words that stand on both sides
}

// Beat is a beat of one side.
type Beat struct {
	Scene   int    `json:"scene,omitempty"` // ordinal; none for matter
	Path    string `json:"path"`
	Line    int    `json:"line"`
	EndLine int    `json:"end_line"`
	Text    string `json:"text"`
	words   int
}

// Division is a part or chapter that changed as such; a side is null where
// the division is new or gone.
type Division struct {
	Kinds []string       `json:"kinds"`
	Level string         `json:"level"`
	Old   *DivisionPlace `json:"old"`
	New   *DivisionPlace `json:"new"`
}

// DivisionPlace is a division of one side.
type DivisionPlace struct {
	Path   string `json:"path"`
	Line   int    `json:"line"`
	Label  string `json:"label,omitempty"` // what it calls itself: "CHAPTER"
	Number string `json:"number"`
	Title  string `json:"title"`
}

// Finding is something that changed in the story, with what shows it.
type Finding struct {
	Kind       string     `json:"kind"`
	Change     string     `json:"change"`
	Class      string     `json:"class,omitempty"`
	ClassSure  Score      `json:"class_confidence,omitzero"`
	Name       string     `json:"name,omitempty"`
	Confidence Score      `json:"confidence"`
	Text       string     `json:"text,omitempty"`
	SceneOld   *int       `json:"scene_old,omitempty"`
	SceneNew   *int       `json:"scene_new,omitempty"`
	Scenes     []int      `json:"scenes,omitempty"` // of somebody new, or gone: the scenes that name them
	Evidence   []Evidence `json:"evidence"`
}

// Evidence is the quoted words that show a finding.
type Evidence struct {
	Side    string `json:"side"` // "old" or "new"
	Scene   int    `json:"scene"`
	Path    string `json:"path"`
	Line    int    `json:"line"`
	EndLine int    `json:"end_line"`
	Quote   string `json:"quote"`
}

// Totals counts rows by kind (a scene that became two is one split), and
// words: added are those of the new side that do not
// come from the old one, cut those of the old side that are gone. Words that
// moved are neither.
type Totals struct {
	Scenes map[string]int `json:"scenes"`
	Beats  map[string]int `json:"beats"`
	Words  WordTotals     `json:"words"`
}

// WordTotals counts words of scenes; matter is not counted.
type WordTotals struct {
	Old   int `json:"old"`
	New   int `json:"new"`
	Added int `json:"added"`
	Cut   int `json:"cut"`
}

// Score is a share, in parts of [One]; in JSON it is a number from 0 to 1.
type Score int

// MarshalJSON writes the score with as many digits as it has, at most four.
func (s Score) MarshalJSON() ([]byte, error) {
	return strconv.AppendFloat(nil, float64(s)/One, 'f', -1, 64), nil
}

// UnmarshalJSON reads a score from a number.
func (s *Score) UnmarshalJSON(data []byte) error {
	f, err := strconv.ParseFloat(string(data), 64)
	*s = Score(f*One + 0.5)
	return err
}

// Changed says whether anything in the report differs, layout included.
func (r *Report) Changed() bool {
	for _, rows := range [][]Row{r.Scenes, r.Matter} {
		for _, row := range rows {
			if len(row.Kinds) != 1 || row.Kinds[0] != kept.Name {
				return true
			}
		}
	}
	return len(r.Divisions) > 0
}
