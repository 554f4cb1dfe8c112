package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// addedResult names the longest of the new scenes, and quotes them.
func addedResult(r *Report, rows []Row) Result {
	said := fmt.Sprintf("%s %s new, with %s: %s.", Capital(Count(len(rows), "scene")), oneOrMany(len(rows), "is", "are"), Count(wordsIn(rows, ofNew), "word"), r.leading(rows, ofNew, justNamed))
	return Result{
		Sentences: []Sentence{{said, TraceOf(rows...)}},
		Quotes:    r.quotes(Fresh, rows, ofNew),
	}
}

// cutResult does so of the scenes that are gone.
func cutResult(r *Report, rows []Row) Result {
	said := fmt.Sprintf("%s %s cut, with %s: %s.", Capital(Count(len(rows), "scene")), oneOrMany(len(rows), "is", "are"), Count(wordsIn(rows, ofOld), "word"), r.leading(rows, ofOld, justNamed))
	return Result{
		Sentences: []Sentence{{said, TraceOf(rows...)}},
		Quotes:    r.quotes(Gone, longest(rows, ofOld, 1), ofOld),
	}
}

// rewrittenResult names the scenes of which most words changed, those told anew
// before those that grew or were cut down, with the titles that they had, and then those that are merely called otherwise.
func rewrittenResult(r *Report, rows []Row) Result {
	result := Result{Quotes: r.quotes(Fresh, rows, ofNew)}
	for i, w := range slices.Backward(reworkings) {
		of := slices.DeleteFunc(slices.Clone(rows), func(row Row) bool { return reworking(row) != i })
		if len(of) == 0 {
			continue
		}
		said := fmt.Sprintf("%s %s, %s: %s.", Capital(Count(len(of), "scene")), oneOrMany(len(of), w.verb, w.verbs), w.come, r.leading(of, ofNew, calledOnce))
		result.Sentences = append(result.Sentences, Sentence{said, TraceOf(of...)})
	}
	var more []Row
	for _, row := range r.Scenes {
		if slices.Contains(row.Kinds, retitled.Name) && !slices.ContainsFunc(rows, func(w Row) bool { return w.New[0].Ordinal == row.New[0].Ordinal }) {
			more = append(more, row)
		}
	}
	if len(more) > 0 {
		verb := oneOrMany(len(more), "has a new title", "have new titles")
		said := fmt.Sprintf("%s %s and most of the old words: %s.", Capital(Count(len(more), "other")), verb, r.leading(more, ofNew, calledOnce))
		result.Sentences = append(result.Sentences, Sentence{said, TraceOf(more...)})
	}
	return result
}

func justNamed(_ *Report, s Scene) string { return s.Name() }

// calledOnce is a scene's name with the title that it had, where it has
// another now.
func calledOnce(r *Report, s Scene) string {
	for _, row := range r.Scenes {
		if slices.Contains(row.Kinds, retitled.Name) && slices.ContainsFunc(row.New, func(n Scene) bool { return n.Ordinal == s.Ordinal }) {
			return s.Name() + " (was " + names(row.Old) + ")"
		}
	}
	return s.Name()
}

func ofNew(row Row) []Scene { return row.New }
func ofOld(row Row) []Scene { return row.Old }

// oneOrMany is what is said of one thing, or of any other number of them.
func oneOrMany(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// wordsIn counts the words of one side of some rows.
func wordsIn(rows []Row, side func(Row) []Scene) int {
	n := 0
	for _, row := range rows {
		for _, s := range side(row) {
			n += s.Words
		}
	}
	return n
}

// mostListed is how many scenes a sentence lists, before "and three more": who
// listens keeps no more in mind, and the chapters name them all.
const mostListed = 6

// leading names the scenes that changed most of some rows, in the order of the book, and
// says how many more there are.
func (r *Report) leading(rows []Row, side func(Row) []Scene, name func(*Report, Scene) string) string {
	most := mostListed
	if len(rows) == most+1 {
		most++ // "and one more" is no shorter than its name
	}
	named := longest(rows, side, most)
	said := make([]string, len(named))
	for i, row := range named {
		said[i] = name(r, side(row)[0])
	}
	if more := len(rows) - len(named); more > 0 {
		said = append(said, Numeral(more)+" more")
	}
	return List(said)
}

// changedWords is how many words of a row came and went.
func changedWords(row Row) int {
	return wordsIn([]Row{row}, ofOld) + wordsIn([]Row{row}, ofNew) - 2*row.Kept
}

// longest are the rows of which most words changed, and among equals the
// longest: at most so many, in the order of one side.
func longest(rows []Row, side func(Row) []Scene, most int) []Row {
	order := slices.Clone(rows)
	slices.SortStableFunc(order, func(a, b Row) int {
		return cmp.Or(changedWords(b)-changedWords(a), wordsIn([]Row{b}, side)-wordsIn([]Row{a}, side))
	})
	order = order[:min(most, len(order))]
	slices.SortFunc(order, func(a, b Row) int { return cmp.Compare(side(a)[0].Ordinal, side(b)[0].Ordinal) })
	return order
}

// quotes is a quote of each of the longest scenes.
func (r *Report) quotes(seek Seek, rows []Row, side func(Row) []Scene) []Evidence {
	var quotes []Evidence
	for _, row := range longest(rows, side, mostQuotes) {
		if q, ok := r.Quote(seek, ordinals(side(row))...); ok && strings.TrimSpace(q.Quote) != "" {
			quotes = append(quotes, q)
		}
	}
	return quotes
}

func ordinals(side []Scene) []int {
	all := make([]int, len(side))
	for i, s := range side {
		all[i] = s.Ordinal
	}
	return all
}
