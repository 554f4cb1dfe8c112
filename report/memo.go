package report

import (
	"cmp"
	"slices"
	"strings"

	"git-scene/diff"
)

// Memo is what an editor is told of a round: sentences, each of which stands
// on rows or findings of the report.
type Memo struct {
	Book      string // its title, "" where it has none
	Old, New  string // the sides as the reader called them, with their dates
	Calm      string // why there is nothing to tell, "" where there is
	Results   []diff.Result
	Tally     []TallyLine
	Words     diff.WordTotals
	Chapters  []MemoChapter
	Reread    *Reread
	Questions []diff.Sentence
	Notes     []string

	report *diff.Report
}

// TallyLine is how many scenes are of a kind, with the words that they have,
// or had.
type TallyLine struct {
	Kind   string
	Scenes int
	Words  int
	Doc    string // what the kind means
}

// MemoChapter is what became of the scenes of a chapter.
type MemoChapter struct {
	Name   string // with its part: "PART ONE / CHAPTER 1"; "" in a book without chapters
	Scenes []MemoScene
}

// MemoScene is what became of a scene, or of neighbours that stand as they
// were, and what the story says otherwise there.
type MemoScene struct {
	Said     diff.Sentence
	Findings []MemoFinding
}

// MemoFinding is a finding with its quote, or what the calm ones of a scene come
// to, without.
type MemoFinding struct {
	Said  diff.Sentence
	Quote diff.Evidence
}

// mostResults is how many results a memo tells: what is more, nobody keeps in
// mind. The lightest are left to the chapters.
const mostResults = 7

// NewMemo makes the memo of a report.
func NewMemo(r *diff.Report) *Memo {
	m := &Memo{
		Book: cmp.Or(r.New.Title, r.Old.Title), Old: revision(r.Old), New: revision(r.New), Calm: calm(r),
		Tally: tally(r), Words: r.Totals.Words, Reread: NewReread(r), Notes: r.Notes, report: r,
	}
	if m.Calm == "" {
		m.Results = results(r)
		m.Chapters = chapters(r)
		m.Questions = questions(r)
	}
	return m
}

// results are the heaviest results of a round, in the order in which a reader
// cares. What stays is always told, last.
func results(r *diff.Report) []diff.Result {
	var all []diff.Result
	for _, s := range diff.Signals() {
		var found []int
		for i, f := range r.Findings {
			if f.Kind == s.Name {
				found = append(found, i)
			}
		}
		if len(found) > 0 && s.Result != nil {
			all = append(all, s.Result(r, found))
		}
	}
	all = append(all, r.Roles(), frame(r))
	for _, k := range diff.Kinds() {
		if rows := rowsOf(r, k); len(rows) > 0 && k.Result != nil {
			all = append(all, k.Result(r, rows))
		}
	}
	all = heaviest(told(all...), mostResults-1)
	if room := mostResults - 1 - len(all); room > 0 { // a word is no event, nor is a place in the order
		more := told(emphasis(r), shape(r))
		all = append(all, more[:min(len(more), room)]...)
	}
	if stays := r.Lasting(); len(stays.Sentences) > 0 {
		all = append(all, stays)
	}
	return quotedOnce(all)
}

// told are those of some results that say anything.
func told(all ...diff.Result) []diff.Result {
	return slices.DeleteFunc(all, func(x diff.Result) bool { return len(x.Sentences) == 0 })
}

// heaviest keeps the results that stand on most of the report, in their order.
func heaviest(all []diff.Result, most int) []diff.Result {
	weight := func(x diff.Result) int {
		n := 0
		for _, s := range x.Sentences {
			n += max(len(s.Trace.Old), len(s.Trace.New)) + len(s.Trace.Findings) + len(s.Trace.Divisions)
		}
		return n
	}
	for len(all) > most {
		lightest := 0
		for i, x := range all {
			if weight(x) <= weight(all[lightest]) {
				lightest = i
			}
		}
		all = slices.Delete(all, lightest, lightest+1)
	}
	return all
}

// quotedOnce leaves out quotes that stand before, whole or in part.
func quotedOnce(all []diff.Result) []diff.Result {
	var seen []string
	for i := range all {
		all[i].Quotes = slices.DeleteFunc(slices.Clone(all[i].Quotes), func(q diff.Evidence) bool {
			before := slices.ContainsFunc(seen, func(t string) bool {
				return strings.Contains(t, q.Quote) || strings.Contains(q.Quote, t)
			})
			seen = append(seen, q.Quote)
			return before
		})
	}
	return all
}

// rowsOf are the rows of a kind.
func rowsOf(r *diff.Report, k diff.Kind) []diff.Row {
	var rows []diff.Row
	for _, row := range r.Scenes {
		if has(row, k.Name) {
			rows = append(rows, row)
		}
	}
	return rows
}

// tally counts scenes and words by kind.
func tally(r *diff.Report) []TallyLine {
	var lines []TallyLine
	for _, k := range diff.Kinds() {
		line := TallyLine{Kind: k.Name, Doc: k.Doc}
		for _, row := range rowsOf(r, k) {
			line.Scenes++
			side := row.New
			if len(side) == 0 {
				side = row.Old
			}
			for _, s := range side {
				line.Words += s.Words
			}
		}
		if line.Scenes > 0 && k.Verb != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// chapters tells the rows under their chapters, neighbours that stand as they
// were in one sentence.
func chapters(r *diff.Report) []MemoChapter {
	var all []MemoChapter
	told := places(r.Scenes)
	var calm []diff.Row
	for i, row := range r.Scenes {
		if i == 0 || !slices.Equal(told[i], told[i-1]) {
			all = append(all, MemoChapter{Name: strings.Join(told[i], " / ")})
		}
		last := &all[len(all)-1]
		if !still(row) {
			last.Scenes = append(last.Scenes, memoScene(r, row))
			continue
		}
		calm = append(calm, row)
		if i+1 == len(r.Scenes) || !still(r.Scenes[i+1]) || !slices.Equal(told[i], told[i+1]) {
			last.Scenes = append(last.Scenes, MemoScene{Said: standing(calm)})
			calm = nil
		}
	}
	return all
}
