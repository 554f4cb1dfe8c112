package diff

import (
	"slices"
	"strings"
)

// Kind is a kind of change that a row of scenes can be.
type Kind struct {
	Name    string // as in REPORT.md
	Doc     string
	Sign    string // one character, beside every colour
	Letter  string // for --name-status, as git has A, D, M, R
	Hue     Hue    // what it is coloured as
	Inverse string // the kind's name when old and new change places
	is      func(*judged) bool
	aside   func(*Report, Row) string // the sentence told under a row, nil for none
	brief   func(*Report, Row) string // the same in a few words, nil for the aside

	Verb   string                      // what a sentence says of a scene: "is new"; "" for nothing
	Verbs  string                      // … and of several: "are new"
	clause func(*Report, Row) string   // the aside as a whole sentence, nil for none
	Result func(*Report, []Row) Result // what its rows come to, as an editor would say it; nil for nothing

	division string // what it says of a part or chapter, given its old name; "" for nothing
}

// Hue is the family of a change: a palette gives each a colour.
type Hue uint8

// The hues.
const (
	Calm   Hue = iota // nothing to see
	Gain              // came
	Loss              // went
	Edit              // changed in its words
	Motion            // changed its place or its shape
	Name              // changed its name
)

// kinds are all that can be said of a row, in the order in which a row says
// it: first what became of the scene, then its place and name, then how much
// of its words stands. The first that fits gives the row its sign.
//
// One of kept, retouched and rewritten fits every row that has both sides;
// added or cut every other.
var kinds = []Kind{
	added,
	cut,
	split,
	merged,
	moved,
	retitled,
	rewritten,
	retouched,
	kept,
	cosmetic,
}

// Kinds lists the kinds of change to scenes, in the order of a row's kinds.
func Kinds() []Kind { return append([]Kind(nil), kinds...) }

// Brief is what a kind says of a row where a line is all that there is, such
// as "was 7.1"; "" for nothing but its name.
func (k Kind) Brief(r *Report, row Row) string {
	switch {
	case k.brief != nil:
		return k.brief(r, row)
	case k.aside != nil:
		return k.aside(r, row)
	}
	return ""
}

// Clause is what a kind says of a row in a sentence of its own, such as "It
// was called “The Blessing”."; "" for nothing.
func (k Kind) Clause(r *Report, row Row) string {
	if k.clause == nil || !slices.Contains(row.Kinds, k.Name) {
		return ""
	}
	return k.clause(r, row)
}

// Verbs is what a sentence says of a scene of some kinds: "has moved and is
// retouched".
func Verbs(row Row) string {
	var said []string
	for _, k := range kinds {
		if k.Verb == "" || !slices.Contains(row.Kinds, k.Name) {
			continue
		}
		verb := k.Verb
		if k.Name == rewritten.Name {
			if w := reworking(row); w < len(reworkings)-1 {
				verb = reworkings[w].verb
			}
		}
		if n := len(said); n > 0 && strings.HasPrefix(verb, "is ") && !strings.HasPrefix(said[n-1], "has ") {
			verb = verb[len("is "):]
		}
		said = append(said, verb)
	}
	return List(said)
}

// judged is a link with all that the kinds look at.
type judged struct {
	link      Link
	both      bool // it has scenes on both sides
	moved     bool // out of order, or in another chapter
	retitled  bool
	sameWords bool          // not a word differs, in the same order
	fields    []FieldChange // of the author's notes on the scene
	noted     bool          // those that are story differ
	layout    bool          // its source lines differ, beyond a new title
	survival  int           // share of both sides' words that stand on both, parts of one
}
