package diff

import (
	"fmt"
	"slices"
)

// Lasting says what of the old draft stands, and shows it: by the passages
// that are richest in what both drafts speak of.
func (r *Report) Lasting() Result {
	var result Result
	var stand, whole []Row
	scenes, words := 0, 0
	for _, row := range r.Scenes {
		words += row.Kept
		if len(row.Old) == 0 || len(row.New) == 0 {
			continue
		}
		stand = append(stand, row)
		scenes += len(row.Old)
		if slices.Contains(row.Kinds, kept.Name) {
			whole = append(whole, row)
		}
	}
	if scenes == 0 || r.Old.Words == 0 {
		return result
	}
	said := fmt.Sprintf("Of the old draft, %s of %s and %s of %s stand.", Numeral(scenes), Count(r.Old.Scenes, "scene"), Number(words), Count(r.Old.Words, "word"))
	if scenes == r.Old.Scenes {
		said = fmt.Sprintf("Every scene of the old draft stands, and of its %s, %s.", Count(r.Old.Words, "word"), Number(words))
	}
	trace := TraceOf(stand...)
	trace.Totals = true
	result.Sentences = append(result.Sentences, Sentence{said, trace})
	if len(whole) > 0 {
		verb := "stand"
		if len(whole) == 1 {
			verb = "stands"
		}
		said := fmt.Sprintf("%s %s without a word changed: %s.", Capital(Count(len(whole), "scene")), verb, leading(whole, ofNew, Scene.Name))
		result.Sentences = append(result.Sentences, Sentence{said, TraceOf(whole...)})
	}
	result.Quotes = r.lastingQuotes(whole, stand)
	return result
}

// lastingQuotes are the best of the scenes that stand whole, and then of all
// that stand: what the book speaks of, in words that both drafts have.
func (r *Report) lastingQuotes(whole, stand []Row) []Evidence {
	var quotes []Evidence
	for _, rows := range [][]Row{whole, stand, stand} {
		var in []int
		for _, row := range rows {
			for _, s := range row.New {
				if !slices.ContainsFunc(quotes, func(q Evidence) bool { return q.Scene == s.Ordinal }) {
					in = append(in, s.Ordinal)
				}
			}
		}
		if q, ok := r.Quote(Lasting, "", in...); ok {
			quotes = append(quotes, q)
		}
	}
	slices.SortFunc(quotes, func(a, b Evidence) int { return a.Scene - b.Scene })
	return quotes
}
