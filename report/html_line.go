package report

import (
	"fmt"
	"slices"
	"strings"
)

// htmlLine is a line of a drawing along the book. What it draws behind its
// marks is stretched to the room that there is: across it counts scenes, down
// pixels. Marks keep their shape on any screen, and are never wider than the
// scene they stand on, so that no two of them overlap.
type htmlLine struct {
	Label, Count string
	Axis         string // what it counts: rows of the report, or the scenes of a side
	N, Height    int
	Rule         int    // where the line itself is drawn
	Ticks        string // where parts and chapters begin
	Both         string // boxes of what is on both sides, came, and went
	Came, Went   string
	Marks        []htmlMark
}

// rowsAxis is the axis of a line that counts rows; others are named by a side.
const rowsAxis = "rows"

// htmlMark is a mark that opens a finding.
type htmlMark struct {
	X, Width   string
	Y          int
	Shape, Hue string
	Finding    int
	Row        int
	Label      string
}

const markStep = 14 // from a mark to the one below it

// shapes are the marks by the signs of changes: they differ without their
// colours, and without their size.
var shapes = map[string]string{
	"+": "M1 1H9V9H1Z",
	"-": "M1.5 1.5H8.5V8.5H1.5Z",
	"↑": "M5 .5L9.7 9H.3Z",
	"↓": "M5 9L9.2 1.5H.8Z",
	"~": "M5 .3L9.7 5 5 9.7.3 5Z",
	"=": "M.5 2.5H9.5V7.5H.5Z",
}

// newLine is a line over scenes, given the place of each.
func newLine(label, count, axis string, of [][]string, height int) htmlLine {
	l := htmlLine{Label: label, Count: count, Axis: axis, N: len(of), Height: height, Rule: height / 2}
	var ticks strings.Builder
	for i := 1; i < len(of); i++ {
		if !slices.Equal(of[i], of[i-1]) {
			fmt.Fprintf(&ticks, "M%d 0V%d", i, height)
		}
	}
	l.Ticks = ticks.String()
	return l
}

// box is a box on a scene, given by its top and its height.
func box(scene, top, height int) string {
	return fmt.Sprintf("M%d.1 %dh.8v%dh-.8Z", scene, top, height)
}

// mark sets a mark on a scene, below those that stand there.
func (l *htmlLine) mark(f htmlFinding, scene, below int) {
	m := htmlMark{
		X: share(scene, l.N), Width: share(1, l.N), Y: below*markStep + 2,
		Shape: shapes[f.sign], Hue: f.Hue, Finding: f.N, Label: f.Kind + ": " + f.Said,
	}
	if len(f.Rows) > 0 {
		m.Row = f.Rows[len(f.Rows)-1]
	}
	if len(f.Quotes) > 0 {
		m.Label += ", in " + f.Quotes[len(f.Quotes)-1].Scene
	}
	l.Marks = append(l.Marks, m)
	l.Height = max(l.Height, m.Y+markStep)
}

// share is so many scenes of n, as a share of the width.
func share(scenes, n int) string {
	return fmt.Sprintf("%.3f%%", 100*float64(scenes)/float64(max(n, 1)))
}
