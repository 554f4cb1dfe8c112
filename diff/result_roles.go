package diff

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"git-scene/story"
)

// personTold is how sure it must be that somebody is one of the story to be told
// as such in a sentence, parts of [One].
const personTold = 8000

// namedIn are the names of those whom a passage of the new draft names.
func (r *Report) namedIn(text string) []string {
	if r.told == nil {
		return nil
	}
	var all []string
	for _, p := range r.told.new.Named(text) {
		if p.Confidence >= personTold {
			all = append(all, p.Name)
		}
	}
	return all
}

// role is the part of somebody of both drafts does in the scenes that are new, or
// told anew.
type role struct {
	*story.Person
	scenes []int // those in which they act, ordinals
	acts   int   // all scenes in which they do
	titled int   // those of the former that are called after them
}

// roleScenes is in how many scenes a role is told anew: two where their titles
// name whose they are.
const (
	roleScenes = 3
	titledRole = 2
)

// mostRoles is how many parts are told.
const mostRoles = 3

// Roles says whose part is told anew, of those who are in both drafts: in how
// many scenes that are new or rewritten they act. After whom an author calls
// such scenes is told first; who is in most scenes of the book is not told,
// since with the book their role changes anyway.
func (r *Report) Roles() Result {
	var result Result
	all := r.roles()
	if len(all) == 0 {
		return result
	}
	first := all[0]
	var rows []Row
	for _, row := range r.Scenes {
		if slices.ContainsFunc(row.New, func(s Scene) bool { return slices.Contains(first.scenes, s.Ordinal) }) {
			rows = append(rows, row)
		}
	}
	said := fmt.Sprintf("%s acts in %s that are new or told anew: %s.", first.Name, Count(len(first.scenes), "scene"), r.leading(rows, ofNew, calledOnce))
	result.Sentences = []Sentence{{said, Trace{New: first.scenes}}}
	var others []string
	var trace Trace
	for _, p := range all[1:min(len(all), mostRoles)] {
		others = append(others, fmt.Sprintf("%s, in %s", p.Name, Numeral(len(p.scenes))))
		trace.New = append(trace.New, p.scenes...)
	}
	if len(others) > 0 {
		slices.Sort(trace.New)
		trace.New = slices.Compact(trace.New)
		result.Sentences = append(result.Sentences, Sentence{"So does " + strings.Join(others, ", and ") + ".", trace})
	}
	result.Quotes = r.acting(Fresh, first.Person, first.scenes, mostQuotes)
	return result
}

// roles are those whose part is told anew, in the order in which they are told.
func (r *Report) roles() []role {
	if r.told == nil {
		return nil
	}
	fresh := map[int]Scene{}
	for _, row := range r.Scenes {
		for _, s := range row.New {
			if len(row.Old) == 0 || slices.Contains(row.Kinds, rewritten.Name) {
				fresh[s.Ordinal] = s
			}
		}
	}
	var all []role
	cast := r.told.new.Cast()
	for i := range cast {
		p := role{Person: &cast[i]}
		if !p.Sure() || p.Confidence < personTold || !r.told.old.Names(p.Words[0]) {
			continue
		}
		for _, s := range p.Person.Scenes {
			if !s.OnStage {
				continue
			}
			p.acts++
			if scene, ok := fresh[s.Scene]; ok {
				p.scenes = append(p.scenes, s.Scene)
				if slices.Contains(r.namedIn(scene.Title), p.Name) {
					p.titled++
				}
			}
		}
		enough := len(p.scenes) >= roleScenes || len(p.scenes) >= titledRole && p.titled > 0
		if enough && 2*p.acts <= r.New.Scenes {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b role) int {
		return cmp.Or(b.titled-a.titled, len(b.scenes)*a.acts-len(a.scenes)*b.acts, len(b.scenes)-len(a.scenes))
	})
	return all
}

// acting are at most so many quotes of somebody in some scenes, no two of one
// scene: where it is they who act, before where they are merely named.
func (r *Report) acting(seek Seek, p *story.Person, in []int, most int) []Evidence {
	reading := r.told.new
	if seek == Gone {
		reading = r.told.old
	}
	weights := r.spread()
	best, scores := map[int]Evidence{}, map[int]int{}
	for q := range r.sought(seek, in) {
		score := weights.score(seek, q.Quote) + 1 // 0 for what can't be quoted
		if score == 0 || !slices.ContainsFunc(reading.Named(q.Quote), func(n *story.Person) bool { return n.Name == p.Name }) {
			continue
		}
		if reading.Acts(p, q.Quote) {
			score *= actsWorth
		}
		if score > scores[q.Scene] {
			best[q.Scene], scores[q.Scene] = q, score
		}
	}
	var quotes []Evidence
	for _, q := range best {
		quotes = append(quotes, q)
	}
	slices.SortFunc(quotes, func(a, b Evidence) int { return cmp.Or(scores[b.Scene]-scores[a.Scene], a.Scene-b.Scene) })
	quotes = quotes[:min(len(quotes), most)]
	slices.SortFunc(quotes, func(a, b Evidence) int { return a.Scene - b.Scene })
	return quotes
}

// actsWorth is how many times a quote in which somebody acts weighs one that
// merely names them.
const actsWorth = 10
