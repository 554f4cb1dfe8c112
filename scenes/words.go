package scenes

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NextWord finds the first word of text at or after byte i. It returns the
// word's byte range, or start == len(text) where there is none.
//
// A word is a run of letters and digits; an apostrophe between letters (don't)
// and a point or comma between digits (2,400) belong to it. Scripts that are
// written without spaces (Chinese, Japanese, Thai and their like) have no
// words that a reader of bytes can find, so each of their characters is one:
// shingles of such words are character shingles, which is what alignment of
// these languages needs.
func NextWord(text string, i int) (start, end int) {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf { // nearly all of most texts
			if !plainWord[c] {
				i++
				continue
			}
			return i, wordEnd(text, i+1, rune(c))
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if isWord(r) {
			if unspaced(r) {
				return i, i + size
			}
			return i, wordEnd(text, i+size, r)
		}
		i += size
	}
	return len(text), len(text)
}

// wordEnd is where the word whose last rune so far is prev ends.
func wordEnd(text string, i int, prev rune) int {
	for i < len(text) {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
		case plainWord[c]:
			prev = rune(c)
			i++
			continue
		case c != '\'' && c != '.' && c != ',': // a space, most of the time
			return i
		}
		r, size := decode(text, i)
		if !isWord(r) {
			if !joins(r, prev, text, i+size) {
				return i
			}
		} else if unspaced(r) {
			return i
		}
		prev = r
		i += size
	}
	return i
}

// joins says whether the mark r between prev and what follows belongs to a word.
func joins(r, prev rune, text string, next int) bool {
	if next >= len(text) {
		return false
	}
	after, _ := decode(text, next)
	switch r {
	case '\'', '’', 'ʼ':
		return unicode.IsLetter(prev) && unicode.IsLetter(after)
	case '.', ',':
		return isDigit(prev) && isDigit(after)
	case '\u00ad': // a soft hyphen is layout
		return true
	}
	return false
}

func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// plainWord marks the letters and digits of ASCII.
var plainWord = func() (set [utf8.RuneSelf]bool) {
	for c := range set {
		set[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return set
}()

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return plainWord[r]
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// unspaced says whether r belongs to a script written without spaces between
// words. The ranges are those of the Unicode blocks; below U+0E00 there is none.
func unspaced(r rune) bool {
	if r < 0x0E00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// CountWords is the number of words in text.
func CountWords(text string) int {
	n := 0
	for i := 0; ; n++ {
		start, end := NextWord(text, i)
		if start == len(text) {
			return n
		}
		i = end
	}
}

// AppendFolded appends to dst the form in which a word is compared: lower
// case, one kind of apostrophe, no soft hyphens, composed (NFC). Quotes,
// dashes and layout never reach it, since they stand between words.
func AppendFolded(dst []byte, word string) []byte {
	start := len(dst)
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf { // an accent may belong to a letter before
			return appendFoldedUnicode(dst[:start], word)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

func appendFoldedUnicode(dst []byte, word string) []byte {
	if !norm.NFC.IsNormalString(word) {
		word = norm.NFC.String(word)
	}
	for _, r := range word {
		switch r {
		case '’', 'ʼ':
			dst = append(dst, '\'')
		case '\u00ad':
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// Fold is text as a sequence of compared words, each followed by a space. Two
// texts have equal folds exactly where they differ in nothing but layout,
// punctuation and case.
func Fold(text string) string {
	dst := make([]byte, 0, len(text)+1)
	for i := 0; ; {
		start, end := NextWord(text, i)
		if start == len(text) {
			return string(dst)
		}
		dst = append(AppendFolded(dst, text[start:end]), ' ')
		i = end
	}
}
