package diff

import (
	"cmp"
	"fmt"
	"slices"
)

// classWords are the classes of stakes as a sentence says them.
var classWords = map[string]string{
	"life": "life and limb", "liberty": "freedom", "livelihood": "a livelihood", "money": "money", "love": "love",
	"reputation": "a good name", "self": "a sense of self", "secret": "a secret", "community": "a community", "time": "a deadline",
}

// stakesChanges are the changes of stakes in the order in which they are told,
// as a sentence of its own says them and as one behind another does.
var stakesChanges = []struct{ change, one, many string }{
	{"added", "One new passage, in %[2]s, says what is at stake: %[3]s.", "%[1]s, in %[2]s, newly say what is at stake: %[3]s."},
	{"raised", "One passage, in %[2]s, raises what is at stake: %[3]s.", "%[1]s, in %[2]s, raise what is at stake: %[3]s."},
	{"lowered", "One passage, in %[2]s, lowers what is at stake: %[3]s.", "%[1]s, in %[2]s, lower what is at stake: %[3]s."},
	{"removed", "One passage that said what is at stake, in %[2]s, is gone: %[3]s.", "%[1]s that said what is at stake, in %[2]s, are gone: %[3]s."},
}

// stakesResult says what a round did to the stakes, a sentence a change.
func stakesResult(r *Report, found []int) Result {
	var result Result
	for _, c := range stakesChanges {
		of := r.changed(found, c.change)
		if len(of) == 0 {
			continue
		}
		text := c.many
		if len(of) == 1 {
			text = c.one
		}
		scenes := Count(len(r.scenesOf(of)), "scene")
		said := fmt.Sprintf(text, Capital(Count(len(of), "passage")), scenes, r.classesSaid(of))
		result.Sentences = append(result.Sentences, Sentence{said, r.traceFound(of...)})
	}
	result.Quotes = r.surest(append(r.changed(found, "added"), r.changed(found, "raised")...))
	if len(result.Quotes) == 0 {
		result.Quotes = r.surest(found)
	}
	return result
}

// changed are those of some findings that are of one change.
func (r *Report) changed(found []int, change string) []int {
	var of []int
	for _, i := range found {
		if r.Findings[i].Change == change {
			of = append(of, i)
		}
	}
	return of
}

// scenesOf are the scenes that findings are about, each once.
func (r *Report) scenesOf(found []int) map[[2]int]bool {
	all := map[[2]int]bool{}
	for _, i := range found {
		e := r.Findings[i].Evidence
		last := e[len(e)-1]
		side := 0
		if last.Side == onOld {
			side = 1
		}
		all[[2]int{side, last.Scene}] = true
	}
	return all
}

// classesSaid is "a deadline in two, money in one", the commonest first.
func (r *Report) classesSaid(found []int) string {
	of := map[string]int{}
	var classes []string
	for _, i := range found {
		c := r.Findings[i].Class
		if of[c]++; of[c] == 1 {
			classes = append(classes, c)
		}
	}
	slices.SortStableFunc(classes, func(a, b string) int { return of[b] - of[a] })
	said := make([]string, len(classes))
	for i, c := range classes {
		said[i] = classWords[c]
		if len(classes) > 1 && len(found) > len(classes) {
			said[i] += " in " + Numeral(of[c])
		}
	}
	return List(said)
}

// mostQuotes is how many quotes a result is shown by.
const mostQuotes = 3

// surest are the quotes of the surest findings in the order of the book: of
// each class one before another of the same, and no scene twice.
func (r *Report) surest(found []int) []Evidence {
	order := slices.Clone(found)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(r.Findings[b].Confidence, r.Findings[a].Confidence) })
	classes, scenes := map[string]bool{}, map[int]bool{}
	var quotes []Evidence
	for _, fresh := range []bool{true, false} {
		for _, i := range order {
			f := r.Findings[i]
			last := f.Evidence[len(f.Evidence)-1]
			if len(quotes) == mostQuotes || classes[f.Class] && fresh || scenes[last.Scene] {
				continue
			}
			classes[f.Class], scenes[last.Scene] = true, true
			quotes = append(quotes, last)
		}
	}
	slices.SortStableFunc(quotes, func(a, b Evidence) int { return a.Scene - b.Scene })
	return quotes
}

// stakesSaid is a finding as a sentence about its scene.
func stakesSaid(f Finding) string {
	return fmt.Sprintf(map[string]string{
		"added": "Newly at stake: %s.", "removed": "No longer at stake: %s.", "raised": "More is at stake: %s.", "lowered": "Less is at stake: %s.",
	}[f.Change], classWords[f.Class])
}

// stakesQuestion asks for what a scene that stands no longer says.
func stakesQuestion(r *Report, f Finding) string {
	if f.Change != "removed" || f.SceneOld == nil {
		return ""
	}
	for _, row := range r.Scenes {
		if len(row.New) > 0 && slices.ContainsFunc(row.Old, func(s Scene) bool { return s.Ordinal == *f.SceneOld }) {
			return fmt.Sprintf("%s no longer says: “%s” Must a reader still know it?", row.New[0].Name(), f.Evidence[0].Quote)
		}
	}
	return ""
}
