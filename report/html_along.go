package report

import (
	"slices"
	"strings"

	"git-scene/diff"
)

// htmlPlot is a drawing along the book, from its first scene at the left to
// its last at the right: lines, each with its own name.
type htmlPlot struct {
	ID, Title, Doc string
	Key            []htmlKey
	Lines          []htmlLine
	Wide           bool   // there are so many scenes that a small screen shows a part
	More           string // what is left out
}

// htmlKey explains a mark or a colour.
type htmlKey struct{ Shape, Hue, Said string }

const (
	wordsHeight = 44 // of the longest bar, in pixels
	lineHeight  = 16 // of a line of marks
)

// newPlots draws the words of every scene, then each signal of which findings
// are told aloud: one that is told by its quotes on two lines, old and new; any
// other on a line for each name.
func newPlots(x *htmlIndex, finds []htmlFinding) []htmlPlot {
	var plots []htmlPlot
	if x.r.Totals.Words.Added+x.r.Totals.Words.Cut > 0 {
		plots = append(plots, wordsPlot(x.r))
	}
	for _, s := range diff.Signals() {
		var of []htmlFinding
		for _, f := range finds {
			if f.Kind == s.Name {
				of = append(of, f)
			}
		}
		if !x.r.Aloud(s) {
			continue
		}
		p := htmlPlot{ID: "along-" + s.Name, Title: upper(s.Name), Doc: upper(s.Doc) + "."}
		if s.Quoted {
			p.sides(x, of)
		} else {
			p.names(x, s, of)
		}
		if p.key(of); len(p.Lines) > 0 {
			plots = append(plots, p)
		}
	}
	for i := range plots {
		plots[i].Wide = len(x.r.Scenes) > denseMap
	}
	return plots
}

// upper begins a sentence.
func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// key explains the marks of findings, beside what is explained.
func (p *htmlPlot) key(finds []htmlFinding) {
	for _, c := range diff.Changes() {
		if !slices.ContainsFunc(finds, func(f htmlFinding) bool { return f.Change == c.Name }) {
			continue
		}
		k := htmlKey{shapes[c.Sign], hueNames[c.Hue], c.Name}
		if i := slices.IndexFunc(p.Key, func(x htmlKey) bool { return x.Shape == k.Shape && x.Hue == k.Hue }); i >= 0 {
			p.Key[i].Said += ", " + k.Said
		} else {
			p.Key = append(p.Key, k)
		}
	}
}

// wordsPlot draws the words that came to each scene above the line, and those
// that went below it.
func wordsPlot(r *diff.Report) htmlPlot {
	l := newLine("", "", rowsAxis, places(r.Scenes), 2*wordsHeight+2)
	l.Rule = wordsHeight + 1
	most := 0
	for _, row := range r.Scenes {
		came, went := words(row)
		most = max(most, came, went)
	}
	for i, row := range r.Scenes {
		came, went := words(row)
		if h := bar(came, most); h > 0 {
			l.Came += box(i, l.Rule-h, h)
		}
		if h := bar(went, most); h > 0 {
			l.Went += box(i, l.Rule, h)
		}
	}
	return htmlPlot{
		ID: "along-words", Title: "Words", Lines: []htmlLine{l},
		Doc: "Words that came stand above the line, words that went below it.",
	}
}

// bar is how long a bar is for so many words.
func bar(words, most int) int {
	if words == 0 {
		return 0
	}
	return max(words*wordsHeight/most, 1)
}

// sides draws findings on two lines: what the old manuscript says where its
// scene stood, and below it what the new one says.
func (p *htmlPlot) sides(x *htmlIndex, finds []htmlFinding) {
	if len(finds) == 0 {
		return
	}
	for _, side := range []struct{ name, said string }{{"old", "before"}, {"new", "now"}} {
		var of [][]string
		at := map[int]int{}
		for i, scene := range x.order[side.name] {
			of, at[scene.Ordinal] = append(of, scene.Place), i
		}
		l := newLine(side.said, "", side.name, of, lineHeight)
		stack := map[int]int{}
		for _, f := range finds {
			i := slices.IndexFunc(f.Quotes, func(q htmlQuote) bool { return q.Side == side.name && q.Row > 0 })
			if i >= 0 {
				k := at[f.Quotes[i].Ordinal]
				l.mark(f, k, stack[k])
				stack[k]++
			}
		}
		p.Lines = append(p.Lines, l)
	}
}
