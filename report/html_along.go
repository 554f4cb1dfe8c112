package report

import (
	"fmt"
	"slices"
	"strings"

	"git-scene/diff"
)

// htmlPlot is a drawing along the book, from its first scene at the left to
// its last at the right: bars or marks on lines. What stands across is a share
// of the width, so that marks keep their shape on any screen.
type htmlPlot struct {
	ID, Title, Doc string
	Height         int
	Lines          []htmlLine
	Ticks          []string // where parts and chapters begin
	Bars           []htmlBar
	Marks          []htmlMark
	Ties           []htmlTie
}

// htmlLine is a line that marks stand on.
type htmlLine struct {
	Y     int
	Label string
	At    int // where the label stands
}

// htmlBar is a bar of a scene's words, with its height in the text.
type htmlBar struct {
	X, Width string
	Y, H     int
	Hue      string
	Row      int
}

// htmlMark is a mark that opens a finding.
type htmlMark struct {
	X         string
	Y         int
	Sign, Hue string
	Finding   int
	Row       int
	Label     string
}

// htmlTie joins the marks of one finding on two lines.
type htmlTie struct {
	X1, X2 string
	Y1, Y2 int
}

const (
	barHeight  = 44 // of the longest bar, in pixels
	markStep   = 15 // from a mark to the one that stands on it
	lineHeight = 34 // from one name's line to the next
)

// newPlots draws the words of every scene, then each signal of which findings
// are told aloud: one that is told by its quotes on two lines, old and new; any
// other on a line for each name.
func newPlots(x *htmlIndex, finds []htmlFinding) []htmlPlot {
	var plots []htmlPlot
	if p := wordsPlot(x.r); len(p.Bars) > 0 {
		plots = append(plots, p)
	}
	for _, s := range diff.Signals() {
		var of []htmlFinding
		for _, f := range finds {
			if f.Kind == s.Name {
				of = append(of, f)
			}
		}
		if len(of) == 0 || !x.r.Aloud(s) {
			continue
		}
		p := htmlPlot{ID: "along-" + s.Name, Title: upper(s.Name), Doc: upper(s.Doc) + "."}
		if s.Quoted {
			p.sides(x, of)
		} else {
			p.names(x, of)
		}
		p.Ticks = ticks(x.r)
		plots = append(plots, p)
	}
	return plots
}

// upper begins a sentence.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// share is a place among n, as a share of the width.
func share(place, n int) string {
	return fmt.Sprintf("%.2f%%", 100*(float64(place)+0.5)/float64(max(n, 1)))
}

// ticks are where parts and chapters begin.
func ticks(r *diff.Report) []string {
	var all []string
	told := places(r.Scenes)
	for i := 1; i < len(told); i++ {
		if !slices.Equal(told[i], told[i-1]) {
			all = append(all, fmt.Sprintf("%.2f%%", 100*float64(i)/float64(len(told))))
		}
	}
	return all
}

// wordsPlot draws the words that came to each scene above the line, and those
// that went below it.
func wordsPlot(r *diff.Report) htmlPlot {
	p := htmlPlot{
		ID: "along-words", Title: "Words", Ticks: ticks(r), Height: 2*barHeight + 4,
		Doc:   "The scenes in their order: words that came stand above the line, words that went below it.",
		Lines: []htmlLine{{Y: barHeight + 2}},
	}
	most := 0
	for _, row := range r.Scenes {
		came, went := words(row)
		most = max(most, came, went)
	}
	width := fmt.Sprintf("%.2f%%", 76/float64(max(len(r.Scenes), 1)))
	for i, row := range r.Scenes {
		x := fmt.Sprintf("%.2f%%", 100*(float64(i)+0.12)/float64(len(r.Scenes)))
		came, went := words(row)
		if came > 0 {
			h := max(came*barHeight/most, 1)
			p.Bars = append(p.Bars, htmlBar{x, width, barHeight + 2 - h, h, hueNames[diff.Gain], i + 1})
		}
		if went > 0 {
			p.Bars = append(p.Bars, htmlBar{x, width, barHeight + 3, max(went*barHeight/most, 1), hueNames[diff.Loss], i + 1})
		}
	}
	return p
}

// sides draws findings on two lines: what the old manuscript says stands above
// the upper line, where its scene stood, what the new one says below the lower.
func (p *htmlPlot) sides(x *htmlIndex, finds []htmlFinding) {
	stack := map[string]map[int]int{"old": {}, "new": {}}
	type spot struct {
		x     string
		level int
	}
	at := make([]map[string]spot, len(finds))
	most := map[string]int{}
	for i, f := range finds {
		at[i] = map[string]spot{}
		for _, q := range f.Quotes {
			if _, drawn := at[i][q.Side]; drawn {
				continue
			}
			at[i][q.Side] = spot{share(q.Ordinal-1, len(x.sides[q.Side])), stack[q.Side][q.Ordinal]}
			stack[q.Side][q.Ordinal]++
			most[q.Side] = max(most[q.Side], stack[q.Side][q.Ordinal])
		}
	}
	upperLine := 16 + most["old"]*markStep
	lower := upperLine + 60
	p.Height = lower + most["new"]*markStep + 18
	p.Lines = []htmlLine{{upperLine, "before", upperLine + 19}, {lower, "now", lower - 12}}
	y := func(side string, level int) int {
		if side == "old" {
			return upperLine - level*markStep
		}
		return lower + level*markStep
	}
	for i, f := range finds {
		for _, side := range []string{"old", "new"} {
			if s, ok := at[i][side]; ok {
				p.Marks = append(p.Marks, mark(f, s.x, y(side, s.level)))
			}
		}
		if old, new := at[i]["old"], at[i]["new"]; old.x != "" && new.x != "" {
			p.Ties = append(p.Ties, htmlTie{old.x, new.x, y("old", old.level), y("new", new.level)})
		}
	}
}

// names draws findings on a line for each name, where the rows they are about
// stand; a finding without a name is on a line of its signal.
func (p *htmlPlot) names(x *htmlIndex, finds []htmlFinding) {
	var order []string
	for _, f := range finds {
		name := f.Name
		if name == "" {
			name = f.Kind
		}
		k := slices.Index(order, name)
		if k < 0 {
			k, order = len(order), append(order, name)
			p.Lines = append(p.Lines, htmlLine{k*lineHeight + 24, name, k*lineHeight + 13})
		}
		for _, row := range f.Rows {
			p.Marks = append(p.Marks, mark(f, share(row-1, len(x.r.Scenes)), k*lineHeight+24))
		}
	}
	p.Height = len(order)*lineHeight + 4
}

func mark(f htmlFinding, x string, y int) htmlMark {
	m := htmlMark{X: x, Y: y, Sign: f.Sign, Hue: f.Hue, Finding: f.N, Label: f.Kind + ": " + f.Said}
	if len(f.Rows) > 0 {
		m.Row = f.Rows[len(f.Rows)-1]
	}
	if len(f.Quotes) > 0 {
		m.Label += ", in " + f.Quotes[len(f.Quotes)-1].Scene
	}
	return m
}
