package story

import (
	"iter"
	"strings"
	"unicode"

	"git-scene/scenes"
)

// told are the beats of a scene in which its teller tells, each with what in it
// is said by others: neither a script's speech nor a paper that is read in the
// scene. A scene that is a letter from its first line on is told.
func told(s *scenes.Scene) iter.Seq2[*scenes.Beat, spans] {
	return func(yield func(*scenes.Beat, spans) bool) {
		first := true
		for _, b := range readable(s) {
			if b.Kind == scenes.Dialogue || b.Kind == scenes.Code || !first && paper(b) {
				continue
			}
			first = false
			if !yield(b, quotedSpans(b.Text)) {
				return
			}
		}
	}
}

// paper says whether a beat is a text within the text: set off as a quotation,
// all in italics, or addressed as a letter is.
func paper(b *scenes.Beat) bool {
	text := b.Text
	if b.Kind == scenes.Quote || strings.HasPrefix(text, "Dear ") {
		return true
	}
	return len(text) > 2 && (text[0] == '*' || text[0] == '_') && text[1] != text[0] && strings.IndexByte(text[1:], text[0]) >= len(text)-3
}

// spans are byte ranges of a text, in order.
type spans [][2]int

func (s spans) hold(i int) bool {
	for _, x := range s {
		if x[0] <= i && i < x[1] {
			return true
		}
	}
	return false
}

// quotedSpans are what stands between quotation marks, and what is said or
// thought in italics, as far as it is more than a word or two. A mark that is never closed quotes to
// the end, as in a speech that goes on in the next paragraph; a single one that
// is never closed is an apostrophe.
func quotedSpans(text string) spans {
	var found spans
	for i := 0; i < len(text); {
		size, end := 1, -1
		switch text[i] {
		case '"':
			end = closingMark(text, i+1, "\"", "”")
		case '\'', '*', '_':
			end = inner(text, i)
		case 0xC2, 0xE2: // the first byte of « and of “ „ ‘
			size, end = openingMark(text, i)
		}
		if end < 0 {
			i += size
			continue
		}
		found = append(found, [2]int{i, end})
		i = end + 1
	}
	return found
}

// openingMark is the size of the mark at byte i and where what it opens ends,
// -1 where it opens nothing.
func openingMark(text string, i int) (size, end int) {
	switch rest := text[i:]; {
	case strings.HasPrefix(rest, "“"), strings.HasPrefix(rest, "„"):
		return 3, closingMark(text, i+3, "”", "\"", "“")
	case strings.HasPrefix(rest, "«"):
		return 2, closingMark(text, i+2, "»")
	case strings.HasPrefix(rest, "‘"):
		return 3, inner(text, i)
	}
	return 1, -1
}

// closingMark is where the first of some marks stands from byte i on, or the text ends.
func closingMark(text string, i int, marks ...string) int {
	end := len(text)
	for _, m := range marks {
		if at := strings.Index(text[i:end], m); at >= 0 {
			end = i + at
		}
	}
	return end
}

// thoughtWords is how many words in italics are said by somebody, and not a
// title or a stressed word.
const thoughtWords = 3

// inner is where what a single quote, an asterisk or an underscore opens at
// byte i ends, -1 where it opens nothing: it opens before a letter and behind
// a blank, and is closed by its like behind a mark and before a blank, or, of
// italics, anywhere.
func inner(text string, i int) int {
	if i > 0 && !strings.ContainsAny(text[i-1:i], " (\"[") && !strings.HasSuffix(text[:i], "—") && !strings.HasSuffix(text[:i], "“") {
		return -1
	}
	open := text[i]
	italic := open == '*' || open == '_'
	from, mark := i+1, string(open)
	if open == 0xE2 {
		from, mark = i+3, "’"
	}
	for at := from; ; {
		k := strings.Index(text[at:], mark)
		if k < 0 {
			return -1
		}
		end := at + k
		at = end + len(mark)
		switch {
		case italic:
			if scenes.CountWords(text[from:end]) < thoughtWords {
				return -1
			}
			return end
		case end > from && strings.ContainsAny(text[end-1:end], ".,!?-") || strings.HasSuffix(text[:end], "—") || strings.HasSuffix(text[:end], "…"):
			if at == len(text) || !unicode.IsLetter(rune(text[at])) {
				return end
			}
		}
	}
}
