package main

import (
	"fmt"
	"strings"

	"git-scene/testdata/generate"
)

// namedSource is text to make books of, and what to call it.
type namedSource struct {
	name string
	*generate.Source
}

// plausible is the share of changed text up to which a made revision is one
// that a writer might make; the confusion of kinds is told up to there.
const plausible = 0.3

// writeGrid makes the books of a source and tells how they went. It gives
// back the confusion of kinds over the plausible ones.
func writeGrid(d *document, s namedSource) (confusion, error) {
	d.subheading("From " + s.name)
	d.text(s.sizes())
	all := confusion{}
	for _, m := range manners {
		d.progress("%s: %s", s.name, m.title)
		cells, err := m.run(s.Source)
		if err != nil {
			return nil, err
		}
		for at, c := range cells {
			if at.share <= plausible {
				all.plus(c.ours.confusion)
			}
		}
		m.tell(d, cells)
	}
	return all, nil
}

// sizes says how large the books are.
func (s namedSource) sizes() string {
	text := thousands(s.Words()) + " words."
	for _, size := range sizes {
		if s.Scenes(size) < leastScenes {
			text += fmt.Sprintf(" Too few for scenes of %s words.", thousands(size))
			continue
		}
		p := manners[0].plan(size, 0, seeds[0])
		n := min(p.Scenes, int(float64(s.Scenes(size))/(1+p.Insert)))
		text += fmt.Sprintf(" %d scenes of %s words.", n, thousands(size))
	}
	return text
}

// tell writes the tables of a manner.
func (m manner) tell(d *document, cells map[column]*cell) {
	d.text("**Changed: " + m.title + ".** Pairs:")
	d.grid(cells, func(c *cell) string { return figure(c.ours.tallies["pairs"].f1()) })
	d.text(m.missed(cells))
	if !m.git {
		return
	}
	d.text("Moved / split / merged:")
	d.grid(cells, func(c *cell) string {
		t := c.ours.tallies
		return short(t["moved"]) + " / " + short(t["split"]) + " / " + short(t["merged"])
	})
	d.text("Pairs by git, which is handed the scenes, text alone:")
	d.grid(cells, func(c *cell) string { return figure(c.gitPairs.f1()) })
	d.text("Words marked as moved, of all sizes together:")
	d.movedTable(cells)
}

// targetOf is what pairs should reach in scenes of 150 words and more, where
// so much was changed: what the study reached that the alignment was designed
// from, on books of long scenes. 0 is none.
func (m manner) targetOf(share float64) float64 {
	kept := []struct{ upTo, words, sentences float64 }{{.5, .99, .99}, {.7, .91, .95}, {.8, 0, .72}}
	for _, k := range kept {
		if share <= k.upTo && m.of == generate.Words {
			return k.words
		}
		if share <= k.upTo {
			return k.sentences
		}
	}
	return 0
}

// missed names the cells that do not reach their target.
func (m manner) missed(cells map[column]*cell) string {
	var names []string
	for _, size := range sizes {
		for _, share := range shares {
			c := cells[column{size, share}]
			if c == nil || size < proseWords {
				continue
			}
			if f := c.ours.tallies["pairs"].f1(); f < m.targetOf(share) {
				names = append(names, fmt.Sprintf("%s words at %.0f %%: %s (%.2f)", thousands(size), 100*share, figure(f), m.targetOf(share)))
			}
		}
	}
	if len(names) == 0 {
		return "No target is missed."
	}
	return "Missed: " + strings.Join(names, "; ") + "."
}

// short is an F1 with two digits, for a cell of several; 1 is perfect, and a
// dash where there is nothing to find and nothing was found.
func short(t *tally) string {
	switch f := figure(t.f1()); {
	case t.hits+t.false+t.missed == 0:
		return "–"
	case f == "1.000":
		return "1"
	default:
		return f[1:4]
	}
}

// grid writes a table of cells: a row for each length of scenes, a column for
// each share.
func (d *document) grid(cells map[column]*cell, show func(*cell) string) {
	var rows [][]string
	for _, size := range sizes {
		if cells[column{size, 0}] == nil {
			continue
		}
		row := []string{thousands(size)}
		for _, x := range shares {
			row = append(row, show(cells[column{size, x}]))
		}
		rows = append(rows, row)
	}
	d.table(shareHeader("words a scene"), rows)
}

func shareHeader(first string) []string {
	header := []string{first}
	for _, x := range shares {
		header = append(header, fmt.Sprintf("%.0f %%", 100*x))
	}
	return header
}

// movedTable tells which words are marked as moved, here and by git.
func (d *document) movedTable(cells map[column]*cell) {
	var rows [][]string
	for _, of := range []struct {
		name string
		show func(ours, gits movedWords) string
	}{
		{"of those that moved, git scene", func(w, _ movedWords) string { return percent(w.marked, w.moved) }},
		{"git", func(_, g movedWords) string { return percent(g.marked, g.moved) }},
		{"of those that did not, git scene", func(w, _ movedWords) string { return percent(w.wrong, w.stayed) }},
		{"git", func(_, g movedWords) string { return percent(g.wrong, g.stayed) }},
	} {
		row := []string{of.name}
		for _, x := range shares {
			var ours, gits movedWords
			for at, c := range cells {
				if at.share == x {
					ours.plus(c.words)
					gits.plus(c.gitWords)
				}
			}
			row = append(row, of.show(ours, gits))
		}
		rows = append(rows, row)
	}
	d.table(shareHeader(""), rows)
}
