package report

import (
	"fmt"
	"slices"
	"strings"

	"git-scene/diff"
)

// htmlMap is both orders side by side: two lists, and between them a drawing
// whose ribbons lead from each scene to what became of it. Its units are
// tenths of a line of the lists across and down; the drawing is stretched
// to the room that is left between the lists.
type htmlMap struct {
	Old, New []htmlSpot
	Ribbons  []htmlRibbon
	Height   int // of the drawing, in its units
	Lines    int
	Dense    bool
}

// htmlSpot is a line of a list: a scene, or the division that begins there.
type htmlSpot struct {
	Head          string
	Level         int
	Ordinal, Row  int
	Sign, Hue     string
	Number, Title string
	Said          string
}

// htmlRibbon leads from an old scene to a new one, or ends open.
type htmlRibbon struct {
	Row        int
	Hue, Shape string
	Open       bool
}

const (
	mapLine  = 10 // a line's height in the drawing
	mapInset = 1  // what is left free above and below a scene
	denseMap = 70 // scenes on a side from which the lines are set closer
)

func newMap(r *diff.Report) *htmlMap {
	m := &htmlMap{Dense: max(r.Old.Scenes, r.New.Scenes) > denseMap}
	oldAt, newAt := map[int]int{}, map[int]int{}
	m.Old = spots(r, func(row diff.Row) []diff.Scene { return row.Old }, oldAt)
	m.New = spots(r, func(row diff.Row) []diff.Scene { return row.New }, newAt)
	m.Lines = max(len(m.Old), len(m.New))
	m.Height = m.Lines * mapLine
	var still, others []htmlRibbon
	for i, row := range r.Scenes {
		k := sign(row)
		for _, b := range ribbons(row, oldAt, newAt) {
			b.Row, b.Hue = i+1, hueNames[k.Hue]
			if k.Hue == diff.Motion {
				others = append(others, b) // drawn last, over what it crosses
			} else {
				still = append(still, b)
			}
		}
	}
	m.Ribbons = append(still, others...)
	return m
}

// spots lists the scenes of a side in its order, each under its divisions,
// and notes at which line each stands.
func spots(r *diff.Report, side func(diff.Row) []diff.Scene, at map[int]int) []htmlSpot {
	type told struct {
		scene diff.Scene
		row   int
	}
	var order []told
	for i, row := range r.Scenes {
		for _, s := range side(row) {
			order = append(order, told{s, i})
		}
	}
	slices.SortFunc(order, func(a, b told) int { return a.scene.Ordinal - b.scene.Ordinal })
	var list []htmlSpot
	var place []string
	for _, o := range order {
		s, row := o.scene, r.Scenes[o.row]
		list = append(list, heads(place, s.Place)...)
		place = s.Place
		at[s.Ordinal] = len(list)
		k := sign(row)
		said := strings.Join(row.Kinds, ", ")
		if c := change(row); c != "" {
			said += " (" + c + " words)"
		}
		list = append(list, htmlSpot{
			Ordinal: s.Ordinal, Row: o.row + 1, Sign: minus(k.Sign), Hue: hueNames[k.Hue],
			Number: clean(s.Number), Title: title(s), Said: said,
		})
	}
	return list
}

// heads are the divisions that begin behind the last ones.
func heads(last, place []string) []htmlSpot {
	same := 0
	for same < len(place) && same < len(last) && place[same] == last[same] {
		same++
	}
	var list []htmlSpot
	for i := same; i < len(place); i++ {
		list = append(list, htmlSpot{Head: clean(place[i]), Level: i})
	}
	return list
}

// ribbons draws a row: a ribbon from each old scene to each new one, which
// share the edge of a scene that has several.
func ribbons(row diff.Row, oldAt, newAt map[int]int) []htmlRibbon {
	var all []htmlRibbon
	for _, s := range row.Old {
		if len(row.New) == 0 {
			top, bottom := edge(oldAt[s.Ordinal], 0, 1)
			all = append(all, htmlRibbon{Open: true, Shape: openEnd(0, 24, top, bottom)})
		}
	}
	for j, s := range row.New {
		right, rightEnd := edge(newAt[s.Ordinal], 0, 1)
		if len(row.Old) == 0 {
			all = append(all, htmlRibbon{Open: true, Shape: openEnd(100, 76, right, rightEnd)})
		}
		for i, o := range row.Old {
			top, bottom := edge(oldAt[o.Ordinal], j, len(row.New))
			to, toEnd := edge(newAt[s.Ordinal], i, len(row.Old))
			all = append(all, htmlRibbon{Shape: fmt.Sprintf("M0 %.1fC50 %.1f 50 %.1f 100 %.1fV%.1fC50 %.1f 50 %.1f 0 %.1fZ", top, top, to, to, toEnd, toEnd, bottom, bottom)})
		}
	}
	return all
}

// edge is the part-th of parts of a line's edge.
func edge(line, part, parts int) (top, bottom float64) {
	height := float64(mapLine-2*mapInset) / float64(parts)
	top = float64(line*mapLine+mapInset) + float64(part)*height
	return top, top + height
}

// openEnd is a ribbon that leads nowhere and narrows.
func openEnd(from, to int, top, bottom float64) string {
	return fmt.Sprintf("M%d %.1fL%d %.1fV%.1fL%d %.1f", from, top, to, top+2, bottom-2, from, bottom)
}
