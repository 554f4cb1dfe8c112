package story

import "git-scene/scenes"

// How a beat is read: in windows as long as the passages that the model
// knows. A longer one looks like a stake by its length alone, since a passage
// that says what is at stake takes more words than one that does not; of a
// shorter one alone too little is known.
const (
	windowMost  = 36 // words
	windowLeast = 8
)

// windows are what is read of a text: its longest runs of pieces, and each
// piece by itself. A short text is one window.
func windows(text string) []string {
	if scenes.CountWords(text) <= windowMost {
		return []string{text}
	}
	var cut []string
	all, read := pieces(text), 0
	for i, p := range all {
		words, end := p.words, i+1
		for end < len(all) && words+all[end].words <= windowMost {
			words += all[end].words
			end++
		}
		longest := end > read // else the run before holds it
		if longest {
			cut, read = append(cut, text[p.start:all[end-1].end]), end
		}
		if p.words >= windowLeast && !(longest && end == i+1) {
			cut = append(cut, text[p.start:p.end])
		}
	}
	return cut
}

// piece is a sentence, or a part of a long one.
type piece struct{ start, end, words int }

func pieces(text string) []piece {
	var all []piece
	for i := 0; ; {
		start, end := scenes.NextSentence(text, i)
		if start == len(text) {
			return all
		}
		words := scenes.CountWords(text[start:end])
		for words > windowMost {
			stop := start + clauseEnd(text[start:end])
			clause := piece{start, stop, scenes.CountWords(text[start:stop])}
			all = append(all, clause)
			words -= clause.words
			start, _ = scenes.NextSentence(text, stop) // behind the blanks
		}
		if words > 0 {
			all = append(all, piece{start, end, words})
		}
		i = end
	}
}

// clauseEnd is where the first part of a long sentence ends: behind the first
// semicolon, colon or dash that has enough words before it; else at the
// sentence's own end.
func clauseEnd(sentence string) int {
	for i, r := range sentence {
		if r != ';' && r != ':' && r != '—' {
			continue
		}
		end := i + len(string(r))
		if scenes.CountWords(sentence[:end]) >= windowLeast {
			return end
		}
	}
	return len(sentence)
}
