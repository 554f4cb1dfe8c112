package diff

import "slices"

// Note adds what a reader must be told, each thing once.
func (r *Report) Note(notes ...string) {
	for _, n := range notes {
		if !slices.Contains(r.Notes, n) {
			r.Notes = append(r.Notes, n)
		}
	}
}

// Limit leaves in the report what touches the files that asked allows, and
// counts again. Old and new still say how large the whole manuscripts are.
func (r *Report) Limit(asked func(path string) bool) {
	touches := func(row Row) bool {
		return slices.ContainsFunc(append(slices.Clone(row.Old), row.New...), func(s Scene) bool { return asked(s.Path) })
	}
	r.Scenes = slices.DeleteFunc(r.Scenes, func(row Row) bool { return !touches(row) })
	r.Matter = slices.DeleteFunc(r.Matter, func(row Row) bool { return !touches(row) })
	r.Divisions = slices.DeleteFunc(r.Divisions, func(d Division) bool {
		return (d.Old == nil || !asked(d.Old.Path)) && (d.New == nil || !asked(d.New.Path))
	})
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
		return !slices.ContainsFunc(f.Evidence, func(e Evidence) bool { return asked(e.Path) })
	})
	r.Totals = total(r)
}

// Keep leaves in the report only the findings of some kinds, all where none is
// given, that are at least so sure. A kind that is given is told aloud.
func (r *Report) Keep(kinds []string, sure Score) {
	r.asked = kinds
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
		return f.Confidence < sure || len(kinds) > 0 && !slices.Contains(kinds, f.Kind)
	})
}
