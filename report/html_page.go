package report

import (
	"slices"
	"strings"

	"git-scene/diff"
)

// htmlPage is what the templates are given.
type htmlPage struct {
	embedded
	Title    string // the book's own, "" for none
	Old, New htmlSide
	Calm     string // why there is nothing to tell
	Said     []string
	Words    diff.WordTotals
	Kinds    []htmlCount // that some row is of
	Signals  []htmlCount // of which there is a finding
	Names    []string    // whom a finding names
	Beats    int         // that moved to another scene
	Map      *htmlMap
	Plots    []htmlPlot
	Finds    []htmlFinding
	First    []htmlGhost // what stood before the first scene
	Places   []htmlPlace
	Parts    []string
	Matter   []*htmlRow
	Notes    []string
}

// htmlSide is a revision.
type htmlSide struct {
	Name   string
	Date   string
	Scenes int
}

// htmlCount is a kind of change or of finding, and how many there are.
type htmlCount struct {
	Name, Doc, Sign, Hue string
	Count                int
}

// hueNames are what the style calls the hues.
var hueNames = map[diff.Hue]string{
	diff.Calm: "calm", diff.Gain: "gain", diff.Loss: "loss",
	diff.Edit: "edit", diff.Motion: "motion", diff.Name: "name",
}

// minus is how a sign is set: a hyphen is too short to be seen beside a title.
func minus(sign string) string { return strings.ReplaceAll(sign, "-", "−") }

func newPage(r *diff.Report, detail htmlDetail) *htmlPage {
	p := &htmlPage{
		embedded: newEmbedded(),
		Title:    clean(r.New.Title),
		Old:      newSide(r.Old), New: newSide(r.New),
		Calm: calm(r), Words: r.Totals.Words, Beats: movedBeats(r),
	}
	if p.Title == "" {
		p.Title = clean(r.Old.Title)
	}
	for _, line := range findingsGlance(r) {
		p.Said = append(p.Said, clean(line))
	}
	for _, n := range append(slices.Clone(r.Notes), detail.note) {
		if n != "" {
			p.Notes = append(p.Notes, clean(n))
		}
	}
	p.count(r)
	x := newHTMLIndex(r)
	p.Map = newMap(r)
	p.Finds = x.findings()
	p.Plots = newPlots(x, p.Finds)
	p.story(x, detail)
	for _, d := range r.Divisions {
		p.Parts = append(p.Parts, clean(d.Sentence()))
	}
	for _, row := range r.Matter {
		if beatKind(row.Kinds[0]).Hue != diff.Calm {
			p.Matter = append(p.Matter, matterRow(row, detail))
		}
	}
	return p
}

func newSide(r diff.Revision) htmlSide {
	s := htmlSide{Name: SideName(r.Rev), Scenes: r.Scenes}
	if r.Date != nil {
		s.Date = r.Date.Format("2 Jan 2006")
	}
	return s
}

// count finds what the page can be filtered by.
func (p *htmlPage) count(r *diff.Report) {
	for _, k := range diff.Kinds() {
		if n := r.Totals.Scenes[k.Name]; n > 0 {
			p.Kinds = append(p.Kinds, htmlCount{k.Name, k.Doc, minus(k.Sign), hueNames[k.Hue], n})
		}
	}
	for _, s := range diff.Signals() {
		n := 0
		for _, f := range r.Findings {
			if f.Kind == s.Name {
				n++
			}
			if f.Kind == s.Name && f.Name != "" && !slices.Contains(p.Names, clean(f.Name)) {
				p.Names = append(p.Names, clean(f.Name))
			}
		}
		if n > 0 {
			p.Signals = append(p.Signals, htmlCount{Name: s.Name, Doc: s.Doc, Count: n})
		}
	}
	slices.Sort(p.Names)
}
