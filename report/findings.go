package report

import (
	"strings"

	"git-scene/diff"
)

// findingsGlance is what the round's findings come to, a line a signal: "cast:
// new: Miss Cowley; gone: Mr. Sele".
func findingsGlance(r *diff.Report) []string {
	var lines []string
	for _, s := range diff.Signals() {
		var found []diff.Finding
		for _, f := range r.Findings {
			if f.Kind == s.Name {
				found = append(found, f)
			}
		}
		if len(found) == 0 {
			continue
		}
		if said := s.Glance(found); len(said) > 0 {
			lines = append(lines, s.Name+": "+strings.Join(said, "; "))
		}
	}
	return lines
}

// findingSaid is what is told of a finding under its scene.
func findingSaid(f diff.Finding) string {
	said := f.Kind + ": " + f.Text
	for _, s := range diff.Signals() {
		if s.Name == f.Kind && s.Quoted {
			said += ": “" + f.Evidence[len(f.Evidence)-1].Quote + "”"
		}
	}
	return said
}
