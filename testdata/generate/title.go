package generate

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

// titler makes titles of words that stand in the text, no word twice, so that
// a title says something of its scene and of no other.
type titler struct {
	source *Source
	rand   *rand.Rand
	used   map[string]bool
	none   bool
}

func newTitler(s *Source, p Plan, stage uint64) *titler {
	return &titler{s, p.stream(stage), map[string]bool{}, p.Untitled}
}

// scene is a title out of a scene's own words where it has fitting ones.
func (t *titler) scene(s scene) string {
	var words []string
	for _, b := range s.beats {
		for _, w := range fields(b.text) {
			_, word, _ := parse(w)
			words = append(words, word)
		}
	}
	return t.make(words, 2)
}

// chapter is a title out of the source's words.
func (t *titler) chapter() string { return t.make(nil, 1) }

func (t *titler) make(words []string, n int) string {
	var title []string
	for tries := 0; len(title) < n && !t.none; tries++ {
		pool := words
		if len(pool) == 0 || tries > patience {
			pool = t.source.vocabulary
		}
		w := pool[t.rand.IntN(len(pool))]
		if t.fits(w) || tries > 100*patience {
			t.used[w] = true
			title = append(title, strings.ToUpper(w[:1])+w[1:])
		}
	}
	return strings.Join(title, " and ")
}

// patience is how often a scene's own words are tried for a title.
const patience = 20

// fits says whether a word may stand in a title: it is long enough to say
// something, no name, and none that could be read as a label or as the
// heading of something that is not story.
func (t *titler) fits(w string) bool {
	const longEnough = 5
	return len(w) >= longEnough && utf8.ValidString(w[:1]) && !t.used[w] && w == strings.ToLower(w) &&
		strings.IndexFunc(w, not(isASCIILetter)) < 0 && !strings.Contains(labelWords, " "+w+" ")
}

func isASCIILetter(r rune) bool { return 'a' <= r && r <= 'z' }

const labelWords = " chapter volume letter scene section prologue epilogue preface notes contents title characters " +
	"introduction appendix outline index summary author acknowledgements dedication "
