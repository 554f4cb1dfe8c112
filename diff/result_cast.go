package diff

import (
	"cmp"
	"fmt"
	"slices"

	"git-scene/scenes"
	"git-scene/story"
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
		if len(result.Quotes) < mostQuotes-1 {
			result.Quotes = append(result.Quotes, r.shown(r.Findings[i])...)
		}
	}
	return result
}

// shown are quotes about somebody who came or went: what they do, twice where
// they are in several scenes, or else where they are first named.
func (r *Report) shown(f Finding) []Evidence {
	seek, reading := Fresh, (*story.Reading)(nil)
	if r.told != nil {
		reading = r.told.new
	}
	if f.last().Side == onOld && reading != nil {
		seek, reading = Gone, r.told.old
	}
	if reading != nil {
		cast := reading.Cast()
		if i := slices.IndexFunc(cast, func(p story.Person) bool { return p.Name == f.Name }); i >= 0 {
			if quotes := r.acting(seek, &cast[i], f.Scenes, 1+min(1, len(f.Scenes)/roleScenes)); len(quotes) > 0 {
				return quotes
			}
		}
	}
	if scenes.CountWords(f.last().Quote) < leastQuoted {
		return nil
	}
	return []Evidence{f.last()}
}

// widest puts findings about people of more scenes first.
func (r *Report) widest(found []int) []int {
	slices.SortStableFunc(found, func(a, b int) int { return cmp.Compare(len(r.Findings[b].Scenes), len(r.Findings[a].Scenes)) })
	return found
}

// mostNames is how many names a sentence lists, before "and three more".
const mostNames = 6

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
