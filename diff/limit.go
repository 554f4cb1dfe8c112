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
// counts again, the scenes and words of both sides too.
func (r *Report) Limit(asked func(path string) bool) {
	touches := func(row Row) bool {
		return slices.ContainsFunc(append(slices.Clone(row.Old), row.New...), func(s Scene) bool { return asked(s.Path) })
	}
	r.whole = r.Scenes
	r.Scenes = slices.DeleteFunc(slices.Clone(r.Scenes), func(row Row) bool { return !touches(row) })
	r.Matter = slices.DeleteFunc(r.Matter, func(row Row) bool { return !touches(row) })
	r.Divisions = slices.DeleteFunc(r.Divisions, func(d Division) bool {
		return (d.Old == nil || !asked(d.Old.Path)) && (d.New == nil || !asked(d.New.Path))
	})
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
		return !slices.ContainsFunc(f.Evidence, func(e Evidence) bool { return asked(e.Path) })
	})
	r.Old, r.New = r.measure(r.Old, ofOld, func(b BeatRow) []Beat { return b.Old }), r.measure(r.New, ofNew, func(b BeatRow) []Beat { return b.New })
	r.Totals = total(r)
}

// measure counts what is left of a side.
func (r *Report) measure(side Revision, scenes func(Row) []Scene, beats func(BeatRow) []Beat) Revision {
	side.Scenes, side.Beats, side.Words = 0, 0, wordsIn(r.Scenes, scenes)
	left := map[int]bool{}
	for _, row := range r.Scenes {
		for _, s := range scenes(row) {
			left[s.Ordinal] = true
			side.Scenes++
		}
	}
	for _, row := range r.book() {
		for _, b := range row.Beats {
			for _, beat := range beats(b) {
				if left[beat.Scene] {
					side.Beats++
				}
			}
		}
	}
	return side
}

// book is the rows of all scenes, whatever is left of them in the report.
func (r *Report) book() []Row {
	if r.whole != nil {
		return r.whole
	}
	return r.Scenes
}

// Keep leaves in the report only the findings of some kinds, all where none is
// given, that are at least so sure. A kind that is given is told aloud.
func (r *Report) Keep(kinds []string, sure Score) {
	r.asked = kinds
	r.Findings = slices.DeleteFunc(r.Findings, func(f Finding) bool {
		return f.Confidence < sure || len(kinds) > 0 && !slices.Contains(kinds, f.Kind)
	})
}
