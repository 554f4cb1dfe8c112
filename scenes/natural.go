package scenes

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode"
)

// pathKey is a path as it is ordered: its folders, then its file.
type pathKey struct {
	path  string
	names [][]keyPart
}

// keyPart is a piece of a name as it is ordered: a number, or a word. Words
// stand behind numbers, so that 01-a comes before appendix.
type keyPart struct {
	number int
	text   string
}

const wordPart = 1 << 30 // the number of a part that is a word

// sortNaturally puts paths in the order in which a person reads files: folder
// by folder, chapter-2 before chapter-10, chapter-two before chapter-three, a
// prologue first and an epilogue last.
func sortNaturally(paths []string) {
	keys := make([]pathKey, len(paths))
	for i, p := range paths {
		keys[i] = naturalKey(p)
	}
	slices.SortFunc(keys, pathKey.compare)
	for i, k := range keys {
		paths[i] = k.path
	}
}

func naturalKey(name string) pathKey {
	k := pathKey{path: name}
	parts := strings.Split(name, "/")
	for i, part := range parts {
		if i == len(parts)-1 {
			part = strings.TrimSuffix(part, path.Ext(part))
		}
		k.names = append(k.names, nameKey(part))
	}
	return k
}

func (k pathKey) compare(other pathKey) int {
	return cmp.Or(
		slices.CompareFunc(k.names, other.names, func(a, b []keyPart) int { return slices.CompareFunc(a, b, keyPart.compare) }),
		strings.Compare(k.path, other.path),
	)
}

func (p keyPart) compare(other keyPart) int {
	return cmp.Or(p.number-other.number, strings.Compare(p.text, other.text))
}

// nameKey is a file's name without its ending, or a folder's, as it is ordered.
func nameKey(name string) []keyPart {
	stem := strings.ToLower(name)
	key := []keyPart{{number: bookEnd(stem)}}
	parts := stemParts(stem)
	counted := 0 // the value of the number word before, where units may be added to it
	for i, p := range parts {
		counts := i == 0 || isLabelWord(parts[i-1])
		switch v := partValue(p, counts, i+1 < len(parts) && isLabelWord(parts[i+1])); {
		case counted >= 20 && counted%10 == 0 && 0 < wordValue(p) && wordValue(p) < 10: // twenty-one
			key[len(key)-1].number += wordValue(p)
			counted = 0
		case v >= 0:
			key = append(key, keyPart{number: v})
			counted = wordValue(p)
		default:
			key = append(key, keyPart{number: wordPart, text: p})
			counted = 0
		}
	}
	return key
}

// partValue is the number that a part of a name stands for, -1 for none. A
// number word counts where a name begins with it or a label's word stands
// before it; an ordinal, where a label's word stands beside it.
func partValue(p string, counts, beforeLabel bool) int {
	if isDigit(rune(p[0])) {
		n := 0
		for _, c := range p {
			n = min(n*10+int(c-'0'), wordPart-1)
		}
		return n
	}
	if l, ok := cjkLabel(p); ok {
		return numberValue(l.number)
	}
	if !counts {
		return -1
	}
	if v := ordinalValues()[p]; v > 0 && beforeLabel {
		return v
	}
	if homonyms[p] && !beforeLabel {
		return -1
	}
	if v := cmp.Or(wordValue(p), cjkValue(p)); v > 0 {
		return v
	}
	if up := strings.ToUpper(p); isRoman(up) {
		return romanValue(up)
	}
	return -1
}

// stemParts cuts a name into runs of digits and runs of letters.
func stemParts(stem string) []string {
	var parts []string
	start, class := 0, 0
	flush := func(end int) {
		if class != 0 {
			parts = append(parts, stem[start:end])
		}
		start = end
	}
	for i, r := range stem {
		c := 0
		switch {
		case isDigit(r):
			c = 1
			if number, ok := strings.CutPrefix(stem[start:i], "第"); ok && strings.Trim(number, "0123456789") == "" {
				c = 2 // 第3章
			}
		case unicode.IsLetter(r) || unicode.IsMark(r) || r == '\'':
			c = 2
		}
		if c != class {
			flush(i)
			class = c
		}
	}
	flush(len(stem))
	return parts
}

// bookEnds are names that stand at one end of a book whatever their letter,
// in the order in which a book has them; the front is below zero.
var bookEnds = map[string]int{
	"index": -19, "cover": -18, "title": -17, "titlepage": -17, "title-page": -17, "copyright": -16, "dedication": -15, "epigraph": -14,
	"foreword": -12, "vorwort": -12, "avant-propos": -12, "prefacio": -11, "prefazione": -11, "préface": -11, "preface": -11,
	"introduction": -10, "intro": -10, "einleitung": -10, "introducción": -10, "prelude": -9, "vorspiel": -9,
	"prologue": -8, "prolog": -8, "prologo": -8, "prólogo": -8, "пролог": -8, "序": -8, "序章": -8, "楔子": -8,
	"epilogue": 8, "epilog": 8, "epilogo": 8, "epílogo": 8, "épilogue": 8, "эпилог": 8, "尾声": 8, "尾聲": 8, "終章": 8, "终章": 8, "nachspiel": 8, "coda": 9,
	"afterword": 10, "nachwort": 10, "postface": 10, "postscript": 11, "appendix": 12, "anhang": 12,
	"acknowledgements": 13, "acknowledgments": 13, "danksagung": 13, "remerciements": 13, "agradecimientos": 13,
	"about-the-author": 14, "glossary": 15, "glossar": 15, "bibliography": 16,
}

// bookEnd is the rank of a name that says where in a book it stands, 0 for
// all others; "prologue-the-flood" stands where "prologue" does. A number
// before it wins: 07-interlude is the seventh.
func bookEnd(stem string) int {
	stem = dashed(strings.TrimLeft(stem, "_"))
	if rank := bookEnds[stem]; rank != 0 {
		return rank
	}
	switch first, _, _ := strings.Cut(stem, "-"); bookEnds[first] {
	case -12, -8, 8, 10: // not "title of mine" or "cover me"
		return bookEnds[first]
	}
	return 0
}
