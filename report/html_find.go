package report

import (
	"slices"

	"git-scene/diff"
)

// htmlIndex finds the rows of a report by their scenes. Rows are called by
// their number, from 1.
type htmlIndex struct {
	r     *diff.Report
	sides map[string]map[int]int  // "old" or "new", then ordinal: row
	order map[string][]diff.Scene // "old" or "new": its scenes as they stand
	of    map[int][]htmlFinding   // row: its findings
}

func newHTMLIndex(r *diff.Report) *htmlIndex {
	x := &htmlIndex{r: r, sides: map[string]map[int]int{"old": {}, "new": {}}, order: map[string][]diff.Scene{}, of: map[int][]htmlFinding{}}
	for i, row := range r.Scenes {
		x.side("old", row.Old, i+1)
		x.side("new", row.New, i+1)
	}
	for _, side := range x.order {
		slices.SortFunc(side, func(a, b diff.Scene) int { return a.Ordinal - b.Ordinal })
	}
	return x
}

// side notes the scenes of one side of a row.
func (x *htmlIndex) side(name string, of []diff.Scene, row int) {
	for _, s := range of {
		x.sides[name][s.Ordinal] = row
	}
	x.order[name] = append(x.order[name], of...)
}

// htmlFinding is a finding with its quotes.
type htmlFinding struct {
	N            int
	Kind, Change string
	Said         string
	Name         string
	Sign, Hue    string
	sign         string // as the kind of change has it
	Quotes       []htmlQuote
	Rows         []int // that it is about
	Calm         bool  // it is folded
}

// htmlQuote is what shows a finding.
type htmlQuote struct {
	Side, Text, Scene string
	Row               int // 0 where its scene is not told
	Ordinal           int
}

// findings describes all findings, and notes under which rows they are told.
func (x *htmlIndex) findings() []htmlFinding {
	all := make([]htmlFinding, 0, len(x.r.Findings))
	for i, f := range x.r.Findings {
		h := x.finding(f)
		h.N = i + 1
		for _, row := range h.Rows {
			x.of[row] = append(x.of[row], h)
		}
		all = append(all, h)
	}
	return all
}

func (x *htmlIndex) finding(f diff.Finding) htmlFinding {
	h := htmlFinding{Kind: f.Kind, Change: f.Change, Said: clean(f.Text), Name: clean(f.Name), Calm: !x.r.Aloud(signalOf(f))}
	about := func(row int) {
		if row > 0 && !slices.Contains(h.Rows, row) {
			h.Rows = append(h.Rows, row)
		}
	}
	for _, q := range f.Evidence {
		row := x.sides[q.Side][q.Scene]
		about(row)
		h.Quotes = append(h.Quotes, htmlQuote{q.Side, clean(q.Quote), clean(x.scene(q).Name()), row, q.Scene})
	}
	if f.SceneOld != nil {
		about(x.sides["old"][*f.SceneOld])
	}
	if f.SceneNew != nil {
		about(x.sides["new"][*f.SceneNew])
	}
	for _, c := range diff.Changes() {
		if c.Name == f.Change {
			h.sign, h.Sign, h.Hue = c.Sign, minus(c.Sign), hueNames[c.Hue]
		}
	}
	return h
}

func (x *htmlIndex) scene(q diff.Evidence) diff.Scene {
	if q.Side == "old" {
		return x.r.OldScene(q.Scene)
	}
	return x.r.NewScene(q.Scene)
}
