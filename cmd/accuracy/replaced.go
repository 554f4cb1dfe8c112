package main

import (
	"fmt"

	"git-scene/testdata/generate"
)

// How many scenes are cut while as many others are written, and how many books
// are tried with each.
var replacedScenes = []int{1, 3, 8}

const (
	replacedBooks = 40
	replacedOf    = 80 // scenes of such a book at most
)

// writeReplaced tells how often a scene that was cut and another one that was
// written are taken for one that was rewritten.
func writeReplaced(d *document, sources []namedSource) error {
	d.heading("Cut and written, or rewritten?")
	d.text(replacedText)
	header := []string{"source", "words a scene"}
	for _, where := range []string{"elsewhere", "in place"} {
		for _, n := range replacedScenes {
			header = append(header, fmt.Sprintf("%d, %s", n, where))
		}
	}
	var rows [][]string
	for _, s := range sources {
		d.progress("%s: scenes that are cut and others that are new", s.name)
		for _, size := range sizes {
			if s.Scenes(size) < leastScenes {
				continue
			}
			row := []string{s.name, thousands(size)}
			for _, inPlace := range []bool{false, true} {
				for _, n := range replacedScenes {
					figure, err := replaced(s.Source, replacing{size, n, inPlace})
					if err != nil {
						return err
					}
					row = append(row, figure)
				}
			}
			rows = append(rows, row)
		}
	}
	d.table(header, rows)
	return nil
}

// replacing is a kind of book: how long its scenes are, how many of them are
// cut while as many are new, and whether those stand in their place.
type replacing struct {
	size, n int
	inPlace bool
}

// replaced counts the new scenes of such books, and those that are said to
// have been there before. Where the source is too short, it says so with a dash.
func replaced(s *generate.Source, how replacing) (string, error) {
	const kept = 2 // scenes that stay for each that goes
	scenes := min(replacedOf, s.Scenes(how.size)-how.n-1)
	if scenes < (1+kept)*how.n {
		return "–", nil
	}
	part := float64(how.n) / float64(scenes)
	var t tally
	for seed := range uint64(replacedBooks) {
		plan := generate.Plan{Seed: seed, SceneWords: how.size, Scenes: scenes, Cut: part, Insert: part}
		if how.inPlace {
			plan.Cut, plan.Insert, plan.Replace = 0, 0, part
		}
		p, err := generated(s, plan)
		if err != nil {
			return "", err
		}
		r, err := p.report()
		if err != nil {
			return "", err
		}
		t.plus(*score(p, r).tallies["added"])
	}
	return fmt.Sprintf("%d of %d", t.missed, t.hits+t.missed), nil
}
