package story

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"git-scene/scenes"
)

//go:embed lexicon/languages.txt
var languageWords string

// language is a tongue that a manuscript may be written in.
type language struct {
	code, name string
}

// languages are all that are known, and which of them have each common word,
// by their indices. The list is read by hand: a program starts by it.
var languages = sync.OnceValues(func() (all []language, common map[string][]int) {
	common = map[string][]int{}
	for line := range strings.Lines(languageWords) {
		head, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		code, name, _ := strings.Cut(head, " ")
		for _, w := range strings.Fields(words) {
			common[w] = append(common[w], len(all))
		}
		all = append(all, language{code, name})
	}
	return all, common
})

// How a text's language is known: by the share of its words, in a hundred,
// that are that language's commonest, among the first so many. A text of fewer
// words than the least is in none.
const (
	languageSample = 2000
	languageShare  = 12
	languageLeast  = 100
)

// unknownLanguage is one that is none of the list.
var unknownLanguage = language{"", "its language"}

// detect finds the language of a manuscript; the zero language where there is
// too little text to tell.
func detect(m *scenes.Manuscript) language { return languageOf(openingWords(m.Scenes, languageSample)) }

// foreign says whether a scene is surely in another language than the book's,
// whose names its lexicon cannot tell from other words.
func (r *Reading) foreign(s *scenes.Scene) bool {
	l := languageOf(openingWords([]*scenes.Scene{s}, languageLeast))
	return l.code != "" && l.code != r.language.code
}

func languageOf(text iter.Seq[string]) language {
	all, common := languages()
	words := 0
	hits := make([]int, len(all))
	for w := range text {
		words++
		for _, k := range common[strings.ToLower(w)] {
			hits[k]++
		}
	}
	best := language{}
	if words >= languageLeast {
		best = unknownLanguage
	}
	most := words * languageShare / 100
	for k, l := range all {
		if hits[k] > most {
			best, most = l, hits[k]
		}
	}
	return best
}

// openingWords are the first n words of some scenes, or a few more: those of
// whole paragraphs.
func openingWords(all []*scenes.Scene, n int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, s := range all {
			for _, b := range readable(s) {
				if n <= 0 {
					return
				}
				for i := 0; ; n-- {
					start, end := scenes.NextWord(b.Text, i)
					if start == len(b.Text) {
						break
					}
					i = end
					if !yield(b.Text[start:end]) {
						return
					}
				}
			}
		}
	}
}

// Unread is what a reader must be told of signals that two readings leave out:
// they are in a language that has no lexicon, or in two. "" for nothing; a
// reading alone is given itself.
func (r *Reading) Unread(other *Reading) string {
	switch {
	case r.Comparable(other):
		return ""
	case r.words != nil && other.words != nil:
		return fmt.Sprintf("the drafts are in %s and in %s: cast, viewpoint, setting and stakes are not compared", r.language.name, other.language.name)
	case r.words == nil && r.language.name != "":
		return fmt.Sprintf("cast, viewpoint, setting and stakes are not read in %s", r.language.name)
	case other.words == nil && other.language.name != "":
		return fmt.Sprintf("cast, viewpoint, setting and stakes are not read in %s", other.language.name)
	}
	return "" // too little text to be in any language
}

// Comparable says whether what two readings say of the story can be compared:
// both are in one language that has a lexicon, or one has too little text to
// be in any.
func (r *Reading) Comparable(other *Reading) bool {
	switch {
	case r.words == nil && other.words == nil:
		return false
	case r.language.name == "" || other.language.name == "":
		return true
	}
	return r.language == other.language
}

// commonIn says whether a folded word is one of the commonest of a language.
func commonIn(code, word string) bool {
	all, common := languages()
	return slices.ContainsFunc(common[word], func(k int) bool { return all[k].code == code })
}

// Plain says whether a folded word is one that any story has: it holds
// sentences together, or is what everybody does, or is said of them. Without
// a lexicon every word may be.
func (r *Reading) Plain(word string) bool {
	x := r.words
	if x == nil || commonIn(r.Language, word) {
		return true
	}
	for _, set := range []wordSet{x.nobody, x.particles, x.speech, x.present, x.past, x.helpers, x.inward, x.verbs, x.first, x.others, x.at, x.within} {
		if set[word] {
			return true
		}
	}
	return x.numbers[word] > 0 || x.hours[word] > 0
}
