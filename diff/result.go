package diff

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Result is something that a round did to the story, as an editor would say
// it: sentences, with the words of the manuscript that show it.
type Result struct {
	Sentences []Sentence
	Quotes    []Evidence
}

// Sentence is a sentence about a round, with what it stands on.
type Sentence struct {
	Text  string
	Trace Trace
}

// Trace is what of a report a sentence stands on. A sentence that stands on
// nothing is not said.
type Trace struct {
	Old       []int // ordinals of old scenes
	New       []int // … and of new ones
	Findings  []int // places in the list of findings, from 1
	Divisions []int // … and in that of divisions
	Totals    bool  // the totals, or a revision's size
}

// Empty says whether a sentence stands on nothing.
func (t Trace) Empty() bool {
	return len(t.Old)+len(t.New)+len(t.Findings)+len(t.Divisions) == 0 && !t.Totals
}

// String is the trace as --trace prints it: "old 5; new 3, 4; finding 2".
func (t Trace) String() string {
	var parts []string
	for _, p := range []struct {
		name string
		of   []int
	}{{"old", t.Old}, {"new", t.New}, {"finding", t.Findings}, {"division", t.Divisions}} {
		if len(p.of) > 0 {
			parts = append(parts, p.name+" "+strings.Trim(strings.ReplaceAll(fmt.Sprint(p.of), " ", ", "), "[]"))
		}
	}
	if t.Totals {
		parts = append(parts, "totals")
	}
	return strings.Join(parts, "; ")
}

// TraceOf is the trace of a sentence about rows of scenes.
func TraceOf(rows ...Row) Trace {
	var t Trace
	for _, row := range rows {
		for _, s := range row.Old {
			t.Old = append(t.Old, s.Ordinal)
		}
		for _, s := range row.New {
			t.New = append(t.New, s.Ordinal)
		}
	}
	slices.Sort(t.Old)
	slices.Sort(t.New)
	return t
}

// traceFound is the trace of a sentence about findings, given their places.
func (r *Report) traceFound(places ...int) Trace {
	var t Trace
	for _, i := range places {
		t.Findings = append(t.Findings, i+1)
		for _, e := range r.Findings[i].Evidence {
			side := &t.New
			if e.Side == onOld {
				side = &t.Old
			}
			if e.Scene > 0 && !slices.Contains(*side, e.Scene) {
				*side = append(*side, e.Scene)
			}
		}
	}
	for _, side := range []*[]int{&t.Old, &t.New, &t.Findings} {
		slices.Sort(*side)
	}
	return t
}

// small are the numbers that a sentence writes out.
var small = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// Count is "no scenes", "one scene", "two scenes", "13 scenes".
func Count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return Numeral(n) + " " + noun
}

// Number writes thousands apart: 12,345.
func Number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// List joins what a sentence lists: "A", "A and B", "A, B and C".
func List(all []string) string {
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// Numeral writes small numbers out: "two", "13".
func Numeral(n int) string {
	if n < len(small) {
		return small[n]
	}
	return Number(n)
}

// Small is a sentence as it goes on behind a colon.
func Small(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}

// Capital begins a sentence.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
