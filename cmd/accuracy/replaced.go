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
	for _, n := range replacedScenes {
		header = append(header, fmt.Sprintf("%d and %d", n, n))
	}
	var rows [][]string
	for _, s := range sources {
		d.progress("%s: scenes that are cut and others that are new", s.name)
		for _, size := range sizes {
			row := []string{s.name, thousands(size)}
			for _, n := range replacedScenes {
				t, err := replaced(s.Source, size, n)
				if err != nil {
					return err
				}
				row = append(row, t)
			}
			if s.Scenes(size) >= leastScenes {
				rows = append(rows, row)
			}
		}
	}
	d.table(header, rows)
	return nil
}

// replaced cuts n scenes and writes n others; it counts the new scenes and
// those that are said to have been there before. Where the source gives no
// book for that, it says so with a dash.
func replaced(s *generate.Source, size, n int) (string, error) {
	const kept = 2 // scenes that stay for each that goes
	all := s.Scenes(size)
	scenes := min(replacedOf, all-n-1)
	if scenes < (1+kept)*n {
		return "–", nil
	}
	part := float64(n) / float64(scenes)
	var t tally
	for seed := range uint64(replacedBooks) {
		p, err := generated(s, generate.Plan{Seed: seed, SceneWords: size, Scenes: scenes, Cut: part, Insert: part})
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
