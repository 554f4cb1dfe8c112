package scenes

import (
	"io/fs"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// found is what a tree holds.
type found struct {
	texts  []string // files that a format can read, in natural order
	orders []string // files that may give the reading order
	total  int      // regular files of any kind
}

// findFiles walks a tree. Hidden folders and folders of other people's code
// hold no manuscript.
func findFiles(fsys fs.FS, config *Config) (*found, error) {
	f := &found{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if base := path.Base(name); name != "." && (strings.HasPrefix(base, ".") || base == "node_modules" || base == "vendor") {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			f.total++
			f.sort(name, config)
		}
		return nil
	})
	sort.SliceStable(f.texts, func(i, j int) bool { return naturalLess(f.texts[i], f.texts[j]) })
	sort.SliceStable(f.orders, func(i, j int) bool { return naturalLess(f.orders[i], f.orders[j]) })
	return f, err
}

func (f *found) sort(name string, config *Config) {
	if orderOf(name) != nil {
		f.orders = append(f.orders, name)
	}
	if formatOf(name) != nil || config.names(name) {
		f.texts = append(f.texts, name)
	}
}

// naturalLess is the order in which a person reads files: folder by folder,
// chapter-2 before chapter-10, chapter-two before chapter-three, a prologue
// first and an epilogue last.
func naturalLess(a, b string) bool {
	as, bs := strings.Split(a, "/"), strings.Split(b, "/")
	for i := 0; i < len(as) && i < len(bs); i++ {
		if as[i] != bs[i] {
			if c := compareNames(as[i], bs[i]); c != 0 {
				return c < 0
			}
			return as[i] < bs[i]
		}
	}
	return len(as) < len(bs)
}

func compareNames(a, b string) int {
	ka, kb := nameKey(a), nameKey(b)
	return slices.CompareFunc(ka, kb, func(x, y keyPart) int {
		if x.number != y.number {
			return x.number - y.number
		}
		return strings.Compare(x.text, y.text)
	})
}

// keyPart is a piece of a name as it is ordered: a number, or a word. Words
// stand behind numbers, so that 01-a comes before appendix.
type keyPart struct {
	number int
	text   string
}

const wordPart = 1 << 30 // the number of a part that is a word

// nameKey is a file's or folder's name as it is ordered.
func nameKey(name string) []keyPart {
	stem := strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
	if stem == "" {
		stem = strings.ToLower(name)
	}
	key := []keyPart{{number: bookEnd(stem)}}
	afterLabel := true // a number word counts at the start and behind a label
	for _, p := range nameParts(stem) {
		value, isNumber := partValue(p, afterLabel)
		if isNumber {
			key = append(key, keyPart{number: value})
		} else {
			key = append(key, keyPart{number: wordPart, text: p})
		}
		_, afterLabel = labelWords[p]
	}
	return key
}

// partValue is the number that a part of a name stands for.
func partValue(p string, afterLabel bool) (int, bool) {
	if isDigit(rune(p[0])) {
		n := 0
		for _, c := range p {
			n = min(n*10+int(c-'0'), wordPart-1)
		}
		return n, true
	}
	if !afterLabel {
		return 0, false
	}
	if n := wordValues[p]; n > 0 {
		return n, true
	}
	if up := strings.ToUpper(p); isRoman(up) {
		return romanValue(up), true
	}
	return 0, false
}

// nameParts cuts a name into runs of digits and runs of letters.
func nameParts(stem string) []string {
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
	"index": -19, "cover": -18, "title": -17, "titlepage": -17, "title-page": -17, "copyright": -16, "dedication": -15, "epigraph": -14, "foreword": -12, "vorwort": -12, "preface": -11, "introduction": -10, "intro": -10, "einleitung": -10, "prelude": -9, "prologue": -8, "prolog": -8,
	"epilogue": 8, "epilog": 8, "coda": 9, "afterword": 10, "nachwort": 10, "postscript": 11, "appendix": 12, "acknowledgements": 13, "acknowledgments": 13, "about-the-author": 14, "glossary": 15, "bibliography": 16,
}

// bookEnd is the rank of a name that says where in a book it stands, 0 for
// all others; "prologue-the-flood" stands where "prologue" does. A number
// before it wins: 07-interlude is the seventh.
func bookEnd(stem string) int {
	stem = strings.NewReplacer("_", "-", " ", "-").Replace(strings.TrimLeft(stem, "_"))
	if rank := bookEnds[stem]; rank != 0 {
		return rank
	}
	first, _, _ := strings.Cut(stem, "-")
	if strings.HasPrefix(first, "prolog") || strings.HasPrefix(first, "epilog") || first == "foreword" || first == "afterword" {
		return bookEnds[first]
	}
	return 0
}
