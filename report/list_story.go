package report

import (
	"bufio"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"git-scene/diff"
	"git-scene/story"
)

// ListStory is what a scene says of the story, beside its cast, as far as it is known.
type ListStory struct {
	Mentioned []string       `json:"mentioned,omitempty"` // those of whom there is only talk
	Viewpoint *ListViewpoint `json:"viewpoint,omitempty"`
	Setting   *ListSetting   `json:"setting,omitempty"`
	Stakes    []ListStake    `json:"stakes,omitempty"`
}

// ListViewpoint is how a scene is told.
type ListViewpoint struct {
	Head   string `json:"head,omitempty"`
	Person string `json:"person,omitempty"`
	Tense  string `json:"tense,omitempty"`
}

// ListSetting is where and when a scene plays, in its own words.
type ListSetting struct {
	Place string `json:"place,omitempty"`
	Time  string `json:"time,omitempty"`
}

// ListStake is what is at stake in a scene, with the words that say it.
type ListStake struct {
	Class      string     `json:"class"`
	ClassSure  diff.Score `json:"class_confidence"`
	Confidence diff.Score `json:"confidence"`
	Line       int        `json:"line"`
	Quote      string     `json:"quote"`
}

// Tell adds to a list what its manuscript's reading says of the story.
func (l *List) Tell(r *story.Reading) {
	l.Language = r.Language
	l.Cast = listPeople(r)
	if note := r.Unread(r); note != "" {
		l.Notes = append(l.Notes, note)
	}
	for i := range l.Scenes {
		l.Scenes[i].tell(r)
	}
}

func (s *ListScene) tell(r *story.Reading) {
	s.Cast, s.Mentioned = r.Who(s.Ordinal)
	v, t := r.Viewpoint(s.Ordinal), r.Setting(s.Ordinal)
	if !v.HeadSure() {
		v.Head = ""
	}
	if view := (ListViewpoint{v.Head, v.Person, v.Tense}); view != (ListViewpoint{}) {
		s.Viewpoint = &view
	}
	if !t.Sure() {
		t.Place = ""
	}
	if set := (ListSetting{t.Place, t.Time}); set != (ListSetting{}) {
		s.Setting = &set
	}
	for _, x := range r.AtStake(s.Ordinal) {
		s.Stakes = append(s.Stakes, ListStake{x.Class, diff.Score(x.ClassSure), diff.Score(x.Confidence), x.Quote.Line, x.Quote.Text})
	}
}

// outlineIndent is how far what a scene says stands below its title; outlineNoun
// is the column of the nouns before it, and outlineQuote as much of a quote, in
// columns, as is told: about three lines. A long scene has a stake in many a
// paragraph; outlineStakes of them are told, the surest.
const (
	outlineIndent = 6
	outlineNoun   = 11
	outlineQuote  = 180
	outlineStakes = 3
)

// outline tells what a scene says of the story, a noun a paragraph.
func (s *ListScene) outline(b *bufio.Writer, paint painter, width int) {
	say := func(noun, said string) {
		if said == "" {
			return
		}
		for i, line := range wrap(clean(said), width-outlineIndent-outlineNoun) {
			if i > 0 {
				noun = ""
			}
			fmt.Fprintf(b, "%*s%s%s\n", outlineIndent, "", paint.dim(pad(noun, outlineNoun)), line)
		}
	}
	say("cast", strings.Join(s.Cast, ", "))
	say("mentioned", strings.Join(s.Mentioned, ", "))
	if s.Viewpoint != nil {
		say("viewpoint", s.Viewpoint.said())
	}
	if s.Setting != nil {
		say("setting", list(s.Setting.Place, s.Setting.Time))
	}
	told := surest(s.Stakes, outlineStakes)
	for _, x := range told {
		class := ""
		if x.ClassSure >= story.ClassTold {
			class = x.Class + ": "
		}
		say("stakes", fmt.Sprintf("%s“%s” (line %d)", class, fit(strings.Join(strings.Fields(x.Quote), " "), outlineQuote), x.Line))
	}
	if n := len(s.Stakes) - len(told); n > 0 {
		say("", fmt.Sprintf("and %d more", n))
	}
}

// surest are the n surest of some stakes, in the order in which they stand.
func surest(all []ListStake, n int) []ListStake {
	if len(all) <= n {
		return all
	}
	sure := slices.SortedFunc(slices.Values(all), func(a, b ListStake) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Line, b.Line))
	})[:n]
	slices.SortStableFunc(sure, func(a, b ListStake) int { return cmp.Compare(a.Line, b.Line) })
	return sure
}

// said is "Ada, third person, past tense".
func (v *ListViewpoint) said() string {
	said := v.Head
	if v.Person != "" {
		said = list(said, v.Person+" person")
	}
	if v.Tense != "" {
		said = list(said, v.Tense+" tense")
	}
	return said
}

// list puts a comma between two texts where both say something.
func list(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}
