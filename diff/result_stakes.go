package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"git-scene/story"
)

// classWords are the classes of stakes as a sentence says them.
var classWords = map[string]string{
	"life": "a life", "liberty": "freedom", "livelihood": "a livelihood", "money": "money", "love": "love",
	"reputation": "a good name", "self": "a sense of self", "secret": "a secret", "community": "a community", "time": "a deadline",
}

// stakesChanges are the changes of stakes in the order in which they are told,
// as a sentence of its own says them and as one behind another does.
var stakesChanges = []struct{ change, one, many string }{
	{"added", "One passage, in %[1]s, newly says what is at stake%[2]s.", "%[1]s newly say what is at stake%[2]s."},
	{"raised", "One passage, in %[1]s, raises what is at stake%[2]s.", "%[1]s raise what is at stake%[2]s."},
	{"lowered", "One passage, in %[1]s, lowers what is at stake%[2]s.", "%[1]s lower what is at stake%[2]s."},
	{"removed", "One passage that said what is at stake is gone from %[1]s%[2]s.", "%[1]s that said what is at stake are gone%[2]s."},
}

// stakesResult says what a round did to the stakes, a sentence a change, and
// whom the new ones name.
func stakesResult(r *Report, found []int) Result {
	var result Result
	for _, c := range stakesChanges {
		of := r.changed(found, c.change)
		if len(of) == 0 {
			continue
		}
		said := fmt.Sprintf(oneOrMany(len(of), c.one, c.many), r.passagesSaid(of), r.classesSaid(of))
		result.Sentences = append(result.Sentences, Sentence{said, r.traceFound(of...)})
		if c.change == "added" {
			result.Sentences = append(result.Sentences, r.holdersSaid(of)...)
		}
	}
	result.Quotes = r.surest(append(r.changed(found, "added"), r.changed(found, "raised")...))
	if len(result.Quotes) == 0 {
		result.Quotes = r.surest(found)
	}
	return result
}

// passagesSaid is "Ten passages in seven scenes", of findings; of one, its scene.
func (r *Report) passagesSaid(found []int) string {
	if len(found) == 1 {
		e := r.Findings[found[0]].last()
		if e.Side == onOld {
			return r.OldScene(e.Scene).Name()
		}
		return r.NewScene(e.Scene).Name()
	}
	passages, in := Capital(Count(len(found), "passage")), len(r.scenesOf(found))
	if in == len(found) {
		return passages + " in as many scenes"
	}
	return passages + " in " + Count(in, "scene")
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
		last := r.Findings[i].last()
		side := 0
		if last.Side == onOld {
			side = 1
		}
		all[[2]int{side, last.Scene}] = true
	}
	return all
}

// mostClasses is how many classes of stakes a sentence lists.
const mostClasses = 4

// classesSaid says of what passages speak, the commonest first, where that is
// sure enough to be told: ": a deadline", ", among other things a deadline in
// two and money in one", "" where it is sure of none.
func (r *Report) classesSaid(found []int) string {
	of := map[string]int{}
	var classes []string
	told := 0
	for _, i := range found {
		c := r.Findings[i].classTold()
		if c == "" {
			continue
		}
		told++
		if of[c]++; of[c] == 1 {
			classes = append(classes, c)
		}
	}
	if told == 0 {
		return ""
	}
	slices.SortStableFunc(classes, func(a, b string) int { return of[b] - of[a] })
	opens := ": "
	if told < len(found) || len(classes) > mostClasses {
		opens = ", among other things "
	}
	classes = classes[:min(len(classes), mostClasses)]
	said := make([]string, len(classes))
	for i, c := range classes {
		said[i] = classWords[c]
		if of[classes[0]] > 1 && len(found) > of[c] {
			said[i] += " in " + Numeral(of[c])
		}
	}
	return opens + List(said)
}

// classTold is the class of what is at stake, "" where it is unsure.
func (f *Finding) classTold() string {
	if f.ClassSure < story.ClassTold {
		return ""
	}
	return f.Class
}

// last is the evidence that a finding is quoted by.
func (f *Finding) last() Evidence { return f.Evidence[len(f.Evidence)-1] }

// mostQuotes is how many quotes a result is shown by.
const mostQuotes = 3

// surest are quotes of findings, in the order of the book: the surest first, to
// a tenth, of those the ones whose class is told, and then those whose words are most the new draft's own. No
// scene is quoted twice, and no theme before every other: that is the class,
// where it is told, or else who is named.
func (r *Report) surest(found []int) []Evidence {
	weights := r.spread()
	rank := func(i int) int {
		f := &r.Findings[i]
		told := 0
		if f.classTold() != "" {
			told = 1
		}
		shown := weights.score(Fresh, f.last().Quote)
		if shown < 0 {
			return shown // too short, or too long, to be quoted where another is left
		}
		return (int(f.Confidence)/(One/10)*2+told)*One + shown
	}
	order := slices.Clone(found)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(b), rank(a)) })
	themes, scenes := map[string]bool{}, map[int]bool{}
	var quotes []Evidence
	for _, fresh := range []bool{true, false} {
		for _, i := range order {
			last := r.Findings[i].last()
			theme := cmp.Or(r.Findings[i].classTold(), strings.Join(r.namedIn(last.Quote), ", "))
			if len(quotes) == mostQuotes || themes[theme] && fresh || scenes[last.Scene] {
				continue
			}
			themes[theme], scenes[last.Scene] = true, true
			quotes = append(quotes, last)
		}
	}
	slices.SortStableFunc(quotes, func(a, b Evidence) int { return a.Scene - b.Scene })
	return quotes
}

// stakesSaid is a finding as a sentence about its scene.
func stakesSaid(f Finding) string {
	said := map[string]string{"added": "Newly at stake", "removed": "No longer at stake", "raised": "More is at stake", "lowered": "Less is at stake"}[f.Change]
	if class := f.classTold(); class != "" {
		return said + ": " + classWords[class] + "."
	}
	return said + ":"
}

// questionSure is how sure a stake must be to be asked about: a list of
// questions that are mostly idle is not read.
const questionSure = 8000

// stakesQuestion asks for what a scene that stands no longer says.
func stakesQuestion(r *Report, f Finding) string {
	if f.Change != "removed" || f.SceneOld == nil || f.Confidence < questionSure {
		return ""
	}
	for _, row := range r.Scenes {
		if len(row.New) > 0 && slices.ContainsFunc(row.Old, func(s Scene) bool { return s.Ordinal == *f.SceneOld }) {
			return fmt.Sprintf("%s no longer says: “%s” Must a reader still know it?", row.New[0].Name(), f.Evidence[0].Quote)
		}
	}
	return ""
}
