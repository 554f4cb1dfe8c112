package story

import (
	"iter"
	"strings"

	"git-scene/scenes"
)

// told are the beats of a scene in which its teller tells, each with what in it
// is said or thought by others: neither a script's speech nor a paper that is read in the
// scene. A scene that is a letter from its first line on is told.
func told(s *scenes.Scene) iter.Seq2[*scenes.Beat, spans] {
	return func(yield func(*scenes.Beat, spans) bool) {
		first := true
		for _, b := range readable(s) {
			if b.Kind == scenes.Dialogue || b.Kind == scenes.Code || !first && paper(b) {
				continue
			}
			first = false
			if !yield(b, append(quotedSpans(b.Text), thoughts(b.Text)...)) {
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

// thoughtWords is how many words in italics are said or thought by somebody,
// and not a title or a stressed word.
const thoughtWords = 3

// thoughts are what a paragraph has in italics, as far as it is more than a
// word or two.
func thoughts(text string) spans {
	var found spans
	for i := 0; i < len(text); i++ {
		if text[i] != '*' && text[i] != '_' || i > 0 && !strings.ContainsAny(text[i-1:i], " ([\"") {
			continue
		}
		end := strings.IndexByte(text[i+1:], text[i])
		if end < 0 || scenes.CountWords(text[i+1:i+1+end]) < thoughtWords {
			continue
		}
		found = append(found, [2]int{i, i + 1 + end})
		i += 1 + end
	}
	return found
}
