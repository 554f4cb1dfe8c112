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
	switch {
	case scenes == r.Old.Scenes && words == r.Old.Words:
		said = fmt.Sprintf("Every scene and every word of the old draft stands: %s.", Count(words, "word"))
	case scenes == r.Old.Scenes:
		said = fmt.Sprintf("Every scene of the old draft stands, and %s of its %s.", Number(words), Count(r.Old.Words, "word"))
	}
	trace := TraceOf(stand...)
	trace.Totals = true
	result.Sentences = append(result.Sentences, Sentence{said, trace})
	if len(whole) > 0 {
		verb := oneOrMany(len(whole), "stands", "stand")
		said := fmt.Sprintf("%s %s without a word changed: %s.", Capital(Count(len(whole), "scene")), verb, r.leading(whole, ofNew, justNamed))
		result.Sentences = append(result.Sentences, Sentence{said, TraceOf(whole...)})
		result.Sentences = append(result.Sentences, r.peopling(whole)...)
	}
	result.Quotes = r.lastingQuotes(whole, stand)
	return result
}

// mostPeopling is how many are told who act in the scenes that stand whole.
const mostPeopling = 4

// peopling says who acts in some scenes, in two of them or more, the most
// present first.
func (r *Report) peopling(rows []Row) []Sentence {
	if r.told == nil {
		return nil
	}
	type actor struct {
		name string
		in   []int
	}
	var all []actor
	for _, p := range r.told.new.Cast() {
		if !p.Sure() || p.Confidence < personTold {
			continue
		}
		a := actor{name: p.Name}
		for _, row := range rows {
			if seen, ok := p.In(row.New[0].Ordinal); ok && seen.OnStage {
				a.in = append(a.in, row.New[0].Ordinal)
			}
		}
		if len(a.in) > 1 {
			all = append(all, a)
		}
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b actor) int { return len(b.in) - len(a.in) })
	all = all[:min(len(all), mostPeopling)]
	var names []string
	var counts []int
	var trace Trace
	for _, a := range all {
		names, counts = append(names, a.name), append(counts, len(a.in))
		trace.New = append(trace.New, a.in...)
	}
	slices.Sort(trace.New)
	trace.New = slices.Compact(trace.New)
	return []Sentence{{countsSaid(names, "acts in", counts), trace}}
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
		if q, ok := r.Quote(Lasting, in...); ok {
			quotes = append(quotes, q)
		}
	}
	slices.SortFunc(quotes, func(a, b Evidence) int { return a.Scene - b.Scene })
	return quotes
}
