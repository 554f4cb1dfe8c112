package story

import (
	"maps"
	"slices"
	"strings"

	"git-scene/scenes"
)

// nounShare is how often a word stands behind an article, in a hundred, that
// is a noun: of a name it is rarely said.
const nounShare = 20

// forNames is the lexicon by which the names of a manuscript are found. Where
// every noun has a capital, it is one of the manuscript's own, that knows them:
//
//	A  a word that ends as nouns do is one
//	B  so is one that stands behind an article often enough, with no more than
//	   a word or two between: das Boot, die alten Leute
//	C  and one that is another form of such a word: des Bootes
func (x *lexicon) forNames(m *scenes.Manuscript) *lexicon {
	if len(x.nounEnds) == 0 {
		return x
	}
	seen, marked := map[string]int{}, map[string]int{}
	var words []textWord
	for _, s := range m.Scenes {
		for _, b := range readable(s) {
			words = appendWords(words[:0], b.Text)
			for i, w := range words {
				if !w.capital || x.nobody[w.lower] {
					continue
				}
				seen[w.lower]++
				if x.marked(b.Text, words, i) {
					marked[w.lower]++
				}
			}
		}
	}
	own := *x
	own.nobody = maps.Clone(x.nobody)
	for w, n := range seen {
		if 100*marked[w] > nounShare*n || x.nounEnds.end(w) {
			own.nobody[w] = true
		}
	}
	for w := range seen {
		for _, end := range []string{"s", "es", "n", "en", "e"} {
			if stem, ok := strings.CutSuffix(w, end); ok && (x.nobody[stem] || 100*marked[stem] > nounShare*seen[stem]) && len(stem) > 2 {
				own.nobody[w] = true
			}
		}
	}
	return &own
}

// bent are the ends of words that stand between an article and its noun.
var bent = wordSet{"e": true, "en": true, "er": true, "es": true, "em": true}

// marked says whether an article stands before word i.
func (x *lexicon) marked(text string, words []textWord, i int) bool {
	for k := i - 1; k >= max(0, i-3) && text[words[k].end:words[k+1].start] == " "; k-- {
		w := words[k]
		switch {
		case x.markers[w.lower]:
			return true
		case w.capital || x.verbs[w.lower] || x.speech[w.lower] || x.nobody[w.lower] || !bent.end(w.lower):
			return false
		}
	}
	return false
}

// untangle reads the names of a manuscript in which every noun has a capital.
//
//	A  Annas is Anna's, where Anna is somebody who is named too
//	B  words that stand together once, without a title, are no full name (gab
//	   Anna Feuer): the one is that is named most often
func untangle(all []mention) {
	named, together := map[string]int{}, map[string]int{}
	for _, m := range all {
		together[strings.Join(m.names, " ")]++
		for _, n := range m.names {
			named[n]++
		}
	}
	for i := range all {
		m := &all[i]
		if m.own > 0 {
			continue
		}
		last := len(m.names) - 1
		if stem, ok := strings.CutSuffix(m.names[last], "s"); ok && named[stem] > 0 {
			m.names[last] = stem
			m.signs.owns = true
		}
		if last > 0 && m.title == "" && together[strings.Join(m.names, " ")] == 1 {
			most := slices.MaxFunc(m.names, func(a, b string) int { return named[a] - named[b] })
			m.names, m.signs.full = []string{most}, false
		}
	}
}
