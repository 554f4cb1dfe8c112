package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// closers are the marks that close speech which a mark opens. English “…”,
// German „…“ and »…«, French « … », Swedish ”…” and »…», Japanese 「…」.
func closers(open rune) string {
	switch open {
	case '"', '“', '”':
		return "\"”"
	case '„':
		return "“”\""
	case '«':
		return "»"
	case '»':
		return "«»"
	case '‹':
		return "›"
	case '›':
		return "‹›"
	case '‚':
		return "‘’"
	case '‘':
		return "’"
	case '\'':
		return "'"
	case '「':
		return "」"
	case '『':
		return "』"
	}
	return ""
}

// quotedSpans are what a paragraph says aloud: what stands between quotation
// marks, or behind the dash that opens it. A mark that is never closed quotes
// to the end, as in a speech that goes on in the next paragraph; one that may
// be an apostrophe quotes nothing then.
func quotedSpans(text string) spans {
	if said := dashedSpans(text); said != nil {
		return said
	}
	var found spans
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf && c != '"' && c != '\'' { // nearly all
			i++
			continue
		}
		open, size := utf8.DecodeRuneInString(text[i:])
		from := i
		i += size
		marks := closers(open)
		if marks == "" || !opens(text, from, i) {
			continue
		}
		end, closed := closing(text[i:], marks)
		if !closed && (open == '\'' || open == '‘') {
			continue
		}
		found = append(found, [2]int{from, i + end})
		_, size = utf8.DecodeRuneInString(text[i+end:])
		i += end + size
	}
	return found
}

// opens says whether the mark between from and to opens speech: nothing, a
// space, a bracket or another mark stands before it, and words behind.
func opens(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, size := utf8.DecodeRuneInString(text[to:])
	if size == 0 || unicode.IsSpace(after) && text[from:to] != "«" {
		return false
	}
	return from == 0 || unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pd, unicode.Pi) || strings.ContainsRune("*_\"':", before)
}

// closing is where one of the marks closes what text goes on with. A single
// mark that may be an apostrophe closes behind a point or comma only: the
// boys' room.
func closing(text, marks string) (end int, closed bool) {
	for i := 0; ; {
		k := strings.IndexAny(text[i:], marks)
		if k < 0 {
			return len(text), false
		}
		at := i + k
		r, size := utf8.DecodeRuneInString(text[at:])
		i = at + size
		if r != '\'' && r != '’' || ends(text, at, i) {
			return at, true
		}
	}
}

// ends says whether the mark between from and to stands behind a stop and
// before no letter.
func ends(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return strings.ContainsRune(".,!?…;:-–—\"”*_", before) && !unicode.IsLetter(after)
}

// dashedSpans are what a paragraph says that opens with a dash, nil for any
// other. Between dashes a small letter begins what the teller puts in: —No
// —dijo él—. Vete.
func dashedSpans(text string) spans {
	open, size := utf8.DecodeRuneInString(text)
	if first := firstLetter(text); !dash(open) || first == 0 || unicode.IsLower(first) {
		return nil
	}
	var found spans
	from := size // of what is said; -1 in what the teller puts in
	for i, r := range text {
		if i == 0 || !dash(r) || insideWord(text, i) {
			continue
		}
		next := i + utf8.RuneLen(r)
		switch {
		case from < 0:
			from = next
		case unicode.IsLower(firstLetter(text[next:])):
			found = append(found, [2]int{from, i})
			from = -1
		}
	}
	if from >= 0 {
		found = append(found, [2]int{from, len(text)})
	}
	return found
}

func dash(r rune) bool { return r == '—' || r == '–' || r == '―' }

// insideWord says whether letters stand on both sides of the dash at byte i.
func insideWord(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	_, size := utf8.DecodeRuneInString(text[i:])
	after, _ := utf8.DecodeRuneInString(text[i+size:])
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// firstLetter is the first letter of a text, 0 where it has none.
func firstLetter(text string) rune {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return r
		}
	}
	return 0
}
