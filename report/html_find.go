package report

import (
	"slices"

	"git-scene/diff"
)

// htmlIndex finds the rows of a report by their scenes. Rows are called by
// their number, from 1.
type htmlIndex struct {
	r     *diff.Report
	sides map[string]map[int]int // "old" or "new", then ordinal: row
	of    map[int][]htmlFinding  // row: its findings
}

func newHTMLIndex(r *diff.Report) *htmlIndex {
	x := &htmlIndex{r: r, sides: map[string]map[int]int{"old": {}, "new": {}}, of: map[int][]htmlFinding{}}
	for i, row := range r.Scenes {
		for _, s := range row.Old {
			x.sides["old"][s.Ordinal] = i + 1
		}
		for _, s := range row.New {
			x.sides["new"][s.Ordinal] = i + 1
		}
	}
	return x
}

// htmlFinding is a finding with its quotes. Its sign says on which sides it
// has any.
type htmlFinding struct {
	N          int
	Kind, Said string
	Name       string
	Sign, Hue  string
	Quotes     []htmlQuote
	Rows       []int // that it is about
	Calm       bool  // it is folded
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
	h := htmlFinding{Kind: f.Kind, Said: clean(f.Text), Name: clean(f.Name), Calm: !x.r.Aloud(signalOf(f))}
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
	hue := h.hue()
	h.Hue = hueNames[hue]
	h.Sign = map[diff.Hue]string{diff.Gain: "+", diff.Loss: "−", diff.Edit: "~"}[hue]
	return h
}

func (x *htmlIndex) scene(q diff.Evidence) diff.Scene {
	if q.Side == "old" {
		return x.r.OldScene(q.Scene)
	}
	return x.r.NewScene(q.Scene)
}

// hue is what the quotes say of a finding: it came, went, or is on both sides.
func (h *htmlFinding) hue() diff.Hue {
	old := slices.ContainsFunc(h.Quotes, func(q htmlQuote) bool { return q.Side == "old" })
	new := slices.ContainsFunc(h.Quotes, func(q htmlQuote) bool { return q.Side == "new" })
	switch {
	case old && new:
		return diff.Edit
	case old:
		return diff.Loss
	}
	return diff.Gain
}
