package diff

import (
	"cmp"
	"fmt"
	"slices"
)

// castResult says who is new to the book, who is gone, and who is called
// otherwise now. Who merely came into a scene is told with that scene.
func castResult(r *Report, found []int) Result {
	var result Result
	came := r.widest(r.changed(found, "introduced"))
	result.Sentences = append(result.Sentences, r.arrivalsSaid(came, "is new to the story, and is named in ", "So is %s, in %s.", "So are %s.")...)
	went := r.widest(r.changed(found, "dropped"))
	result.Sentences = append(result.Sentences, r.arrivalsSaid(went, "is gone, and was named in ", "So is %s, who was in %s.", "So are %s.")...)
	renamed := r.changed(found, "renamed")
	for _, i := range renamed {
		result.Sentences = append(result.Sentences, Sentence{r.Findings[i].Text + ".", r.traceFound(i)})
	}
	for _, i := range slices.Concat(came, renamed, went) {
		f := r.Findings[i]
		if len(result.Quotes) < mostQuotes-1 {
			result.Quotes = append(result.Quotes, r.naming(f))
		}
	}
	return result
}

// widest puts findings about people of more scenes first.
func (r *Report) widest(found []int) []int {
	slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(len(r.Findings[b].Scenes), len(r.Findings[a].Scenes)) })
	return found
}

// mostNames is how many names a sentence lists, before "and three more".
const mostNames = 10

// arrivalsSaid says the first of some people in a sentence and the others in
// another.
func (r *Report) arrivalsSaid(found []int, first, other, others string) []Sentence {
	if len(found) == 0 {
		return nil
	}
	f := r.Findings[found[0]]
	said := []Sentence{{f.Name + " " + first + Count(len(f.Scenes), "scene") + ".", r.traceIn(found[:1])}}
	switch rest := found[1:]; {
	case len(rest) == 1:
		f := r.Findings[rest[0]]
		said = append(said, Sentence{fmt.Sprintf(other, f.Name, Numeral(len(f.Scenes))), r.traceIn(rest)})
	case len(rest) > 1:
		var names []string
		for _, i := range rest[:min(len(rest), mostNames)] {
			f := r.Findings[i]
			names = append(names, fmt.Sprintf("%s (in %s)", f.Name, Numeral(len(f.Scenes))))
		}
		if more := len(rest) - mostNames; more > 0 {
			names = append(names, Numeral(more)+" more")
		}
		said = append(said, Sentence{fmt.Sprintf(others, List(names)), r.traceIn(rest)})
	}
	return said
}

// traceIn is the trace of findings with all scenes that their people are in.
func (r *Report) traceIn(found []int) Trace {
	t := r.traceFound(found...)
	for _, i := range found {
		side := &t.New
		if f := r.Findings[i]; f.Evidence[0].Side == onOld {
			side = &t.Old
		}
		for _, s := range r.Findings[i].Scenes {
			if !slices.Contains(*side, s) {
				*side = append(*side, s)
			}
		}
		slices.Sort(*side)
	}
	return t
}

// naming is the passage that says most of what is new where somebody is named;
// of somebody who is gone, or whose name merely changed, the first.
func (r *Report) naming(f Finding) Evidence {
	last := f.Evidence[len(f.Evidence)-1]
	if last.Side == onOld || len(f.Scenes) == 0 {
		return last
	}
	if q, ok := r.Quote(Fresh, f.Name, f.Scenes...); ok {
		return q
	}
	return last
}
