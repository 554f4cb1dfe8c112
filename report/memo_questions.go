package report

import (
	"fmt"
	"slices"

	"git-scene/diff"
)

// questions are what only the author can answer: scenes of which it is open
// whether one became the other, pairs that were a near thing, and what the old
// draft told that the new one does not say again.
func questions(r *diff.Report) []diff.Sentence {
	var asked []diff.Sentence
	for _, row := range r.Scenes {
		if row.Possible != nil && len(row.Old) == 0 {
			old, new := r.OldScene(row.Possible.Old), r.NewScene(row.Possible.New)
			asked = append(asked, diff.Sentence{
				Text:  fmt.Sprintf("Is %s a rewrite of %s (scene %d of the old draft), which is told as cut?", new.Name(), old.Name(), old.Ordinal),
				Trace: diff.Trace{Old: []int{old.Ordinal}, New: []int{new.Ordinal}},
			})
		}
	}
	asked = append(asked, unanswered(r)...)
	return append(asked, continuity(r)...)
}

// unanswered asks for the findings that took something away, where the scene
// that said it stands.
func unanswered(r *diff.Report) []diff.Sentence {
	var asked []diff.Sentence
	for i, f := range r.Findings {
		for _, s := range diff.Signals() {
			if s.Name != f.Kind || s.Question == nil {
				continue
			}
			if text := s.Question(r, f); text != "" {
				trace := diff.Trace{Findings: []int{i + 1}}
				asked = append(asked, diff.Sentence{Text: text, Trace: trace})
			}
		}
	}
	return asked[:min(len(asked), mostAsked)]
}

// mostAsked is how many findings are asked about, and how many figures: nobody
// answers a list without end.
const mostAsked = 5

// continuity asks for figures that changed in one scene and stand as they were
// in another.
func continuity(r *diff.Report) []diff.Sentence {
	var asked []diff.Sentence
	for _, c := range r.StrayFigures() {
		text := fmt.Sprintf("%s has “%s” now, where it had “%s”; %s still has “%s”. Are both right?", r.NewScene(c.New).Name(), c.Now, c.Was, r.NewScene(c.Still).Name(), c.Was)
		trace := diff.Trace{New: []int{c.New, c.Still}}
		slices.Sort(trace.New)
		asked = append(asked, diff.Sentence{Text: text, Trace: trace})
	}
	return asked[:min(len(asked), mostAsked)]
}
