package diff

import (
	"fmt"
	"strings"

	"git-scene/scenes"
)

// viewpointResult and settingResult say in how many scenes the telling, or the
// place, is another, and show the first.
func viewpointResult(r *Report, found []int) Result {
	return r.changedScenes(found, "is told from another viewpoint", "are told from another viewpoint", viewpointSaid)
}

func settingResult(r *Report, found []int) Result {
	return r.changedScenes(found, "plays at another place or time", "play at another place or time", settingSaid)
}

// changedScenes says of how many scenes something is so, and of the first
// three what.
func (r *Report) changedScenes(found []int, one, many string, said func(Finding) string) Result {
	verb := oneOrMany(len(found), one, many)
	result := Result{Sentences: []Sentence{{fmt.Sprintf("%s %s.", Capital(Count(len(found), "scene")), verb), r.traceFound(found...)}}}
	for _, i := range found[:min(len(found), mostQuotes)] {
		f := r.Findings[i]
		if f.SceneNew == nil {
			continue
		}
		text := r.NewScene(*f.SceneNew).Name() + ": " + said(f)
		result.Sentences = append(result.Sentences, Sentence{text, r.traceFound(i)})
	}
	for _, i := range found {
		if q := r.Findings[i].last(); scenes.CountWords(q.Quote) >= leastQuoted { // what an author notes may be a mere name
			result.Quotes = []Evidence{q}
			break
		}
	}
	return result
}

// viewpointSaid and settingSaid are a finding as a sentence about its scene.
func viewpointSaid(f Finding) string { return "it is " + wasOf(f.Text) + "." }

func settingSaid(f Finding) string {
	if strings.HasPrefix(f.Text, timeIs) {
		return wasOf(f.Text) + "."
	}
	return "the setting is now " + wasOf(f.Text) + "."
}

// wasOf makes "here, was there" a sentence's "here; it was there". What stands
// in quotation marks are the manuscript's own words.
func wasOf(text string) string {
	parts := strings.Split(text, ", was ")
	said := parts[0]
	for _, part := range parts[1:] {
		joint := "; it was "
		if strings.Count(said, "“") > strings.Count(said, "”") {
			joint = ", was "
		}
		said += joint + part
	}
	return said
}
