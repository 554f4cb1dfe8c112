package diff

import (
	"bytes"
	"unicode/utf8"

	"git-scene/scenes"
)

// names is the vector of the people and places that a scene names, in its
// title too: "Mr. Pell Is Very Sorry" need not say Pell again.
func (m *matcher) names(sc *scenes.Scene, u *unit) unit {
	var names []word
	for _, w := range u.words() {
		if n, ok := m.vocabulary.name(w); ok {
			names = append(names, n)
		}
	}
	var r wordReader
	for i := 0; ; {
		start, end, hash := r.next(sc.Title, i)
		if start == len(sc.Title) {
			break
		}
		if w, _ := m.vocabulary.find(r.folded, hash); w != unknown {
			if n, ok := m.vocabulary.name(w); ok {
				names = append(names, n)
			}
		}
		i = end
	}
	var n unit
	n.weighWords(names, m.rarity, sceneGram)
	return n
}

// longestEnding is the longest ending that an apostrophe hangs on a name (Pell's,
// Pell'd, Pell'll), in bytes without it.
const longestEnding = 2

// name is the name that a word is, or is a form of.
func (v *vocabulary) name(w word) (name word, ok bool) {
	spelling := v.spelling(w)
	if at := bytes.LastIndexByte(spelling, '\''); at > 0 && len(spelling)-at-1 <= longestEnding {
		if base, _ := v.find(spelling[:at], wordHash(spelling[:at])); base != unknown {
			w, spelling = base, spelling[:at]
		}
	}
	return w, v.proper(w) && utf8.RuneCount(spelling) > 1
}
