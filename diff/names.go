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
	for _, w := range u.words {
		if n, ok := m.vocabulary.name(w); ok {
			names = append(names, n)
		}
	}
	for i := 0; ; {
		start, end := scenes.NextWord(sc.Title, i)
		if start == len(sc.Title) {
			break
		}
		if w, ok := m.vocabulary.find(scenes.AppendFolded(nil, sc.Title[start:end])); ok {
			if n, ok := m.vocabulary.name(w); ok {
				names = append(names, n)
			}
		}
		i = end
	}
	n := newUnit(names)
	n.weigh(m.rarity, sceneGram)
	return n
}

// longestEnding is the longest ending that an apostrophe hangs on a name (Pell's,
// Pell'd, Pell'll), in bytes without it.
const longestEnding = 2

// name is the name that a word is, or is a form of.
func (v *vocabulary) name(w word) (name word, ok bool) {
	spelling := v.spelling(w)
	if at := bytes.LastIndexByte(spelling, '\''); at > 0 && len(spelling)-at-1 <= longestEnding {
		if base, known := v.find(spelling[:at]); known {
			w, spelling = base, spelling[:at]
		}
	}
	return w, v.proper(w) && utf8.RuneCount(spelling) > 1
}
