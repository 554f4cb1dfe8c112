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
		if len(found) == 0 || !r.Aloud(s) {
			continue
		}
		if said := s.Glance(found); len(said) > 0 {
			lines = append(lines, s.Name+": "+strings.Join(said, "; "))
		}
	}
	return lines
}

// under is what is told under a row: the findings that are told one by one,
// and asides, the last of them what all other findings come to.
func under(r *diff.Report, row diff.Row) (aloud []diff.Finding, asides []string) {
	var quiet []string
	for _, f := range r.FindingsOf(row) {
		if s := signalOf(f); r.Aloud(s) {
			aloud = append(aloud, f)
		} else {
			quiet = append(quiet, inShort(f, s))
		}
	}
	asides = r.Asides(row)
	if len(quiet) > 0 {
		asides = append(asides, strings.Join(quiet, "; "))
	}
	return aloud, asides
}

// findingSaid is what is told of a finding under its scene.
func findingSaid(f diff.Finding) string {
	said := f.Kind + ": "
	switch s := signalOf(f); {
	case s.Calm:
		said += inShort(f, s)
	case s.Quoted:
		said += f.Text + ": " + inQuotes(f.Evidence[len(f.Evidence)-1].Quote)
	default:
		said += f.Text
	}
	return said
}

// shortQuote is as much of a line, in columns, as shows which one it is.
const shortQuote = 40

// inShort is a finding of a calm signal, "opens on another line: “…”, was “…”".
func inShort(f diff.Finding, s diff.Signal) string {
	if !s.Quoted {
		return f.Text
	}
	line := func(e diff.Evidence) string { return inQuotes(fit(e.Quote, shortQuote)) }
	return f.Text + ": " + line(f.Evidence[1]) + ", was " + line(f.Evidence[0])
}

// signalOf is the signal that a finding is of.
func signalOf(f diff.Finding) diff.Signal {
	for _, s := range diff.Signals() {
		if s.Name == f.Kind {
			return s
		}
	}
	return diff.Signal{Name: f.Kind}
}
