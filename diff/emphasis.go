package diff

import (
	"cmp"
	"slices"
	"strings"

	"git-scene/scenes"
)

// Emphasis is a word that came to run through the book.
type Emphasis struct {
	Word  string // as it stands where it stands first
	New   []int  // ordinals of the scenes in which it is
	Quote Evidence
}

// A word runs through a book that stands in so many of its scenes, in one of
// so many at least, and stood in none before.
const (
	emphasisScenes = 5
	emphasisShare  = 20
	emphasisWidth  = 4 // letters; words of no more mostly hold sentences together
)

// Emphases are the words that run through the new draft and that the old one
// did not have, the widest spread first. Names of the cast, which findings
// tell, are left out.
func (r *Report) Emphases() []Emphasis {
	s, fresh := r.spread(), r.newPassages()
	var all []Emphasis
	for w, in := range s.new {
		if len(s.old[w]) > 0 || len(in) < max(emphasisScenes, s.nNew/emphasisShare) || len(w) <= emphasisWidth || !s.lower[w] || strings.ContainsAny(w, "'’0123456789") || r.isName(w) || r.plain(w) || 2*len(fresh[w]) < len(in) {
			continue
		}
		all = append(all, Emphasis{Word: w, New: in})
	}
	slices.SortFunc(all, func(a, b Emphasis) int {
		return cmp.Or(len(b.New)-len(a.New), a.New[0]-b.New[0], strings.Compare(a.Word, b.Word))
	})
	for i := range all {
		r.spell(&all[i], s)
	}
	return all
}

// newPassages is in which scenes a word stands in passages that are new: one
// that only came into old ones may be another spelling.
func (r *Report) newPassages() map[string][]int {
	s := &spread{lower: map[string]bool{}}
	in := map[string][]int{}
	for _, row := range r.Scenes {
		for _, b := range row.Beats {
			if len(b.Old) > 0 {
				continue
			}
			for _, x := range b.New {
				s.enter(in, x.Scene, x.Text)
			}
		}
	}
	for w := range in {
		slices.Sort(in[w])
		in[w] = slices.Compact(in[w])
	}
	return in
}

// plain says whether a word is one that any book has, singular or plural.
func (r *Report) plain(word string) bool {
	return r.told == nil || r.told.new.Plain(word) || r.told.new.Plain(word+"s")
}

// isName says whether a word is part of somebody's name in a finding.
func (r *Report) isName(word string) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return slices.Contains(foldedWords(f.Name), word) })
}

// spell finds how a word is written, and the passage that shows it best.
func (r *Report) spell(e *Emphasis, s *spread) {
	most := -1
	forms := map[string]int{}
	for q := range r.sought(Fresh, e.New) {
		if !slices.Contains(foldedWords(q.Quote), e.Word) {
			continue
		}
		countForms(forms, q.Quote, e.Word)
		if score := s.score(Fresh, q.Quote); score > most {
			most, e.Quote = score, q
		}
	}
	for f, n := range forms {
		if n > forms[e.Word] || n == forms[e.Word] && f < e.Word {
			e.Word = f
		}
	}
}

// countForms counts the spellings of a word in a text, in lower case.
func countForms(forms map[string]int, text, word string) {
	for i := 0; ; {
		start, end := scenes.NextWord(text, i)
		if start == len(text) {
			return
		}
		if w := text[start:end]; foldedWord(w) == word {
			forms[strings.ToLower(w)]++
		}
		i = end
	}
}
