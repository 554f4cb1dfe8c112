package report

import (
	"cmp"
	"fmt"
	"slices"

	"git-scene/diff"
)

// leastScenes is in how many scenes somebody is of whom nothing is found, to have
// a line; mostNames is how many lines a drawing has.
const (
	leastScenes = 2
	mostNames   = 40
)

// names draws findings on a line for each name, where the rows they are about
// stand, and behind them the scenes that are known to hold the name. A finding
// without a name is on a line of its signal.
func (p *htmlPlot) names(x *htmlIndex, s diff.Signal, finds []htmlFinding) {
	all := x.present(s)
	for _, f := range finds {
		if name := cmp.Or(f.Name, f.Kind); !slices.ContainsFunc(all, func(n *htmlName) bool { return n.name == name }) {
			all = append(all, &htmlName{name: name, in: make([]presence, len(x.r.Scenes))})
		}
	}
	total := len(all)
	for _, n := range all {
		n.finds = slices.DeleteFunc(slices.Clone(finds), func(f htmlFinding) bool { return cmp.Or(f.Name, f.Kind) != n.name })
	}
	all = mostPresent(all)
	if rest := total - len(all); rest > 0 {
		p.More = "Not drawn: " + plural(rest, "name") + " in fewer scenes."
	}
	told := places(x.r.Scenes)
	for _, n := range all {
		l := newLine(n.name, n.count(), rowsAxis, told, lineHeight)
		n.draw(&l)
		for _, f := range n.finds {
			for k, row := range f.Rows {
				if k == 0 || s.Names == nil { // of somebody in several rows, boxes tell the others
					l.mark(f, row-1, 0)
				}
			}
		}
		p.Lines = append(p.Lines, l)
	}
	if s.Names != nil {
		p.Key = []htmlKey{{shapes["+"], "calm", "there before and now"}, {shapes["+"], "gain", "there now"}, {shapes["-"], "loss", "there before"}}
	}
}

// mostPresent orders names by how often they are seen, and leaves out those
// who are in a scene or two and of whom nothing is found.
func mostPresent(all []*htmlName) []*htmlName {
	all = slices.DeleteFunc(all, func(n *htmlName) bool { return n.scenes() < leastScenes && len(n.finds) == 0 })
	byScenes := func(a, b *htmlName) int { return cmp.Compare(b.scenes(), a.scenes()) }
	slices.SortStableFunc(all, byScenes)
	if len(all) > mostNames {
		found := func(n *htmlName) int { return min(len(n.finds), 1) }
		slices.SortStableFunc(all, func(a, b *htmlName) int { return found(b) - found(a) })
		all = all[:mostNames]
		slices.SortStableFunc(all, byScenes)
	}
	return all
}

// presence says on which sides of a row something is.
type presence struct{ old, new bool }

// htmlName is somebody, or something, with the rows that hold it.
type htmlName struct {
	name     string
	in       []presence
	old, new int // scenes
	finds    []htmlFinding
}

// present finds what the scenes are known to hold, in the order of its first
// appearance.
func (x *htmlIndex) present(s diff.Signal) []*htmlName {
	if s.Names == nil {
		return nil
	}
	var all []*htmlName
	of := map[string]*htmlName{}
	note := func(row int, side []diff.Scene, see func(*htmlName)) {
		for _, scene := range side {
			for _, name := range s.Names(scene) {
				name = clean(name)
				if of[name] == nil {
					of[name] = &htmlName{name: name, in: make([]presence, len(x.r.Scenes))}
					all = append(all, of[name])
				}
				see(of[name])
			}
		}
	}
	for i, row := range x.r.Scenes {
		note(i, row.Old, func(n *htmlName) { n.in[i].old = true; n.old++ })
		note(i, row.New, func(n *htmlName) { n.in[i].new = true; n.new++ })
	}
	return all
}

func (n *htmlName) scenes() int { return max(n.old, n.new) }

// count is in how many scenes a name is, before and now.
func (n *htmlName) count() string {
	switch {
	case n.old == 0 && n.new == 0:
		return ""
	case n.old == n.new:
		return number(n.new)
	}
	return fmt.Sprintf("%s → %s", number(n.old), number(n.new))
}

// draw draws the rows that hold a name.
func (n *htmlName) draw(l *htmlLine) {
	for i, in := range n.in {
		cell := box(i, 2, lineHeight-4)
		switch {
		case in.old && in.new:
			l.Both += cell
		case in.new:
			l.Came += cell
		case in.old:
			l.Went += cell
		}
	}
}
