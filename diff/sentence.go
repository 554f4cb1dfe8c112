package diff

import (
	"fmt"
	"slices"
	"strings"
)

// Name is how a scene is called in a sentence: its title in quotes, its first
// words where it has none, or its place in the book.
func (s Scene) Name() string {
	if t := s.Heading(); t != "" {
		return "“" + t + "”"
	}
	return fmt.Sprintf("scene %d", s.Ordinal)
}

// Heading is how a scene is called in a list: its title, or its first words;
// "" where it has neither.
func (s Scene) Heading() string {
	if s.Title != "" {
		return s.Title
	}
	return s.Opening
}

// names joins scenes as a sentence does: A, B and C.
func names(scenes []Scene) string {
	all := make([]string, len(scenes))
	for i, s := range scenes {
		all[i] = s.Name()
	}
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// Asides are the sentences told under a row: what its kinds say of it, what
// its author noted otherwise, and which of its beats came from elsewhere.
func (r *Report) Asides(row Row) []string {
	var asides []string
	for _, k := range kinds {
		if k.aside != nil && slices.Contains(row.Kinds, k.Name) {
			if s := k.aside(r, row); s != "" {
				asides = append(asides, s)
			}
		}
	}
	for _, f := range row.Fields {
		asides = append(asides, f.sentence())
	}
	return append(asides, r.arrivals(row)...)
}

// sentence says what a note of the author's says otherwise.
func (f FieldChange) sentence() string {
	switch {
	case f.Old == "":
		return fmt.Sprintf("%s: “%s” (new)", f.Key, f.New)
	case f.New == "":
		return fmt.Sprintf("%s: “%s” is gone", f.Key, f.Old)
	}
	return fmt.Sprintf("%s: “%s”, was “%s”", f.Key, f.New, f.Old)
}

// origins counts the beats of a row that came from scenes that are not its own.
func (r *Report) origins(row Row) (order []int, count map[int]int) {
	count = map[int]int{}
	for _, b := range row.Beats {
		if b.FromElsewhere(row) {
			from := b.Old[0].Scene
			if count[from] == 0 {
				order = append(order, from)
			}
			count[from]++
		}
	}
	return order, count
}

// arrivals says how many beats of a row came from scenes that are not its own.
func (r *Report) arrivals(row Row) []string {
	order, count := r.origins(row)
	var asides []string
	for _, from := range order {
		noun := "beats"
		if count[from] == 1 {
			noun = "beat"
		}
		asides = append(asides, fmt.Sprintf("%d %s from %s", count[from], noun, r.OldScene(from).Name()))
	}
	return asides
}

// Clauses are the asides under a row as whole sentences.
func (r *Report) Clauses(row Row) []string {
	var said []string
	for _, k := range kinds {
		if c := k.Clause(r, row); c != "" {
			said = append(said, c)
		}
	}
	for _, f := range row.Fields {
		said = append(said, "Its note says "+f.sentence()+".")
	}
	order, count := r.origins(row)
	for _, from := range order {
		verb := oneOrMany(count[from], "comes", "come")
		said = append(said, fmt.Sprintf("%s %s from %s.", Capital(Count(count[from], "passage")), verb, r.OldScene(from).Name()))
	}
	return said
}

// FromElsewhere says whether a beat came from a scene that is not the row's own.
func (b *BeatRow) FromElsewhere(row Row) bool {
	return len(b.Old) > 0 && len(b.New) > 0 && !slices.ContainsFunc(row.Old, func(s Scene) bool { return s.Ordinal == b.Old[0].Scene })
}

// OldScene finds a scene of the old side by its ordinal, whether or not the
// report was limited to others; it has no ordinal itself where there is none.
func (r *Report) OldScene(ordinal int) Scene {
	return find(r.book(), ordinal, ofOld)
}

// NewScene finds a scene of the new side alike.
func (r *Report) NewScene(ordinal int) Scene {
	return find(r.book(), ordinal, ofNew)
}

func find(rows []Row, ordinal int, side func(Row) []Scene) Scene {
	for _, row := range rows {
		for _, s := range side(row) {
			if s.Ordinal == ordinal {
				return s
			}
		}
	}
	return Scene{}
}

// stands is where a scene stands, given the one before it: "after X", or
// "first in" its chapter.
func stands(before, s Scene) string {
	in := innermost(s)
	if in != "" && (before.Ordinal == 0 || innermost(before) != in) {
		return "first in " + in
	}
	return behind(before)
}

// innermost is the chapter, or else the part, that holds a scene; "" for none.
func innermost(s Scene) string {
	if len(s.Place) == 0 {
		return ""
	}
	return s.Place[len(s.Place)-1]
}

// Name is a division as its author says it: label, number and title.
func (d DivisionPlace) Name() string {
	name := strings.TrimSpace(d.Label + " " + d.Number)
	switch {
	case d.Title == "":
		return name
	case name == "":
		return d.Title
	}
	return name + ": " + d.Title
}

// Sentence says what became of a part or chapter.
func (d Division) Sentence() string {
	switch {
	case d.Old == nil:
		return d.New.Name() + " is new"
	case d.New == nil:
		return d.Old.Name() + " is gone"
	}
	said := d.New.Name()
	for _, k := range kinds {
		if k.division != "" && slices.Contains(d.Kinds, k.Name) {
			said += ", " + fmt.Sprintf(k.division, d.Old.Name())
		}
	}
	return said
}
