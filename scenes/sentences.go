package scenes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// NextSentence finds the first sentence of text at or after byte i. It returns
// the sentence's byte range without the space around it, or start ==
// len(text) where there is none.
//
// A sentence ends at . ! ? … or their kin, with the quotes and brackets that
// close behind it, before white space and something that may begin one. A
// point after a title (Mr. Sele), an initial or a number ends none.
func NextSentence(text string, i int) (start, end int) {
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	start = i
	for i < len(text) {
		r, size := decode(text, i)
		i += size
		if unspacedEnd(r) {
			return start, i
		}
		if r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		stop := closing(text, i)
		if stop == len(text) || isSpace(text[stop]) && mayBegin(text[stop:]) && !(r == '.' && abbreviated(text[start:i-1])) {
			return start, stop
		}
		i = stop
	}
	return start, max(start, len(strings.TrimRight(text, " \n\t\r")))
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// unspacedEnd says whether r ends a sentence of a script without spaces.
func unspacedEnd(r rune) bool { return r == '。' || r == '！' || r == '？' }

// closing steps over what closes behind a sentence's end: more marks, quotes,
// those of German too (“ and «), brackets, emphasis.
func closing(text string, i int) int {
	for i < len(text) {
		r, size := decode(text, i)
		if !strings.ContainsRune(".!?…\"'”’»“‘«)]*_", r) {
			return i
		}
		i += size
	}
	return i
}

// mayBegin says whether what follows may begin a sentence: no lower-case letter
// does (`"Go!" he said`).
func mayBegin(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return !unicode.IsLower(r)
		}
	}
	return true
}

// abbreviations are followed by a point and go on; initials do too. Dates and
// hours are rare enough in stories to be left out.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "st": true, "prof": true, "rev": true, "hon": true, "capt": true, "col": true, "gen": true,
	"lt": true, "sgt": true, "maj": true, "fr": true, "sr": true, "jr": true, "no": true, "vs": true, "mme": true, "mlle": true, "hr": true, "z": true, "bzw": true,
}

// abbreviated says whether the last word of a sentence so far is an
// abbreviation or an initial.
func abbreviated(sentence string) bool {
	word := sentence[strings.LastIndexAny(sentence, " (\"“'’.")+1:]
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsUpper(r) && r != 'I' {
		return true
	}
	return abbreviations[strings.ToLower(word)]
}
