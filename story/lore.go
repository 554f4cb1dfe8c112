package story

import (
	"slices"
	"strings"
	"unicode"

	"git-scene/scenes"
)

// lore is the author's own word, made ready to be looked for.
type lore struct {
	cast   []character
	names  map[string][]ownName // by their first word, folded; the longest first
	stakes []scenes.StakeWords  // folded
	not    []string             // folded
}

// character is one of the cast that the author names.
type character struct {
	name  string
	words []string // folded, of all names: those with a capital that are no title
}

// ownName is a name that the author gives.
type ownName struct {
	words []textWord
	of    int // index of the cast
}

func readLore(x *lexicon, said scenes.Lore) *lore {
	l := &lore{names: map[string][]ownName{}}
	for _, s := range said.Stakes {
		l.stakes = append(l.stakes, scenes.StakeWords{Words: scenes.Fold(s.Words), Class: s.Class})
	}
	for _, words := range said.NotStakes {
		l.not = append(l.not, scenes.Fold(words))
	}
	if x == nil {
		return l
	}
	for i, c := range said.Cast {
		own := character{name: c.Name}
		for _, name := range append([]string{c.Name}, c.Aliases...) {
			words := wordsOf(name)
			l.names[words[0].lower] = append(l.names[words[0].lower], ownName{words, i})
			own.addWords(x, words)
		}
		if len(own.words) == 0 { // "the skipper"
			words := wordsOf(c.Name)
			own.words = []string{words[len(words)-1].lower}
		}
		l.cast = append(l.cast, own)
	}
	for _, names := range l.names {
		slices.SortStableFunc(names, func(a, b ownName) int { return len(b.words) - len(a.words) })
	}
	return l
}

func (c *character) addWords(x *lexicon, words []textWord) {
	for i, w := range words {
		title := x.titles[w.lower] && i+1 < len(words)
		if w.capital && !title && !slices.Contains(c.words, w.lower) {
			c.words = append(c.words, w.lower)
		}
	}
}

// mentionAt is the name that begins with word i, and the word behind it.
func (l *lore) mentionAt(x *lexicon, text string, words []textWord, i int) (m mention, next int, ok bool) {
	for _, name := range l.names[words[i].lower] {
		if name.standsAt(x, text, words, i) {
			next = i + len(name.words)
			return l.mention(name.of, words[i].start, words[next-1].end), next, true
		}
	}
	return mention{}, i, false
}

func (l *lore) mention(of, start, end int) mention {
	return mention{start: start, end: end, names: strings.Fields(l.cast[of].name), own: of + 1}
}

// standsAt says whether a name begins with word i. What the author writes with
// a capital has one; Hope is not hope.
func (n ownName) standsAt(x *lexicon, text string, words []textWord, i int) bool {
	if i+len(n.words) > len(words) {
		return false
	}
	for k, w := range n.words {
		at := words[i+k]
		if at.lower != w.lower || w.capital && !at.capital || k > 0 && !x.joined(text, words, i+k-1) {
			return false
		}
	}
	return true
}

// claim makes a longer mention the author's, where it begins with a name of
// one word: Addie Merriman is Addie.
func (l *lore) claim(m mention) mention {
	first := strings.ToLower(m.names[0])
	for _, name := range l.names[first] {
		if len(name.words) == 1 && !m.signs.place {
			own := l.mention(name.of, m.start, m.end)
			own.signs = m.signs
			return own
		}
	}
	return m
}

// groups is a group of mentions for each of the author's cast, and the group
// of each word that only one of them bears.
func (l *lore) groups() (groups [][]mention, of map[string]int) {
	of = map[string]int{}
	shared := map[string]bool{}
	for i, c := range l.cast {
		for _, w := range c.words {
			_, taken := of[w]
			shared[w] = shared[w] || taken
			of[w] = i
		}
	}
	for w := range shared {
		if shared[w] {
			delete(of, w)
		}
	}
	return make([][]mention, len(l.cast)), of
}

// stake finds the author's own words in a text: the sentence that holds them,
// and which they are.
func (l *lore) stake(text string) (sentence string, said scenes.StakeWords, ok bool) {
	for i := 0; len(l.stakes) > 0; {
		start, end := scenes.NextSentence(text, i)
		if start == len(text) {
			break
		}
		i = end
		folded := scenes.Fold(text[start:end])
		for _, s := range l.stakes {
			if holds(folded, s.Words) {
				return strings.TrimRightFunc(text[start:end], unicode.IsSpace), s, true
			}
		}
	}
	return "", said, false
}

// vetoes says whether a passage holds words that the author calls no stake.
func (l *lore) vetoes(text string) bool {
	if len(l.not) == 0 {
		return false
	}
	folded := scenes.Fold(text)
	return slices.ContainsFunc(l.not, func(words string) bool { return holds(folded, words) })
}

// holds says whether a folded text holds folded words.
func holds(text, words string) bool { return strings.Contains(" "+text, " "+words) }
