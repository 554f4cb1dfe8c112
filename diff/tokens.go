package diff

import (
	"unicode"
	"unicode/utf8"

	"git-scene/scenes"
)

// tokens interns words and marks of two texts as runes. It is emptied before
// the next two, and kept for its memory.
type tokens struct {
	ids   map[string]rune
	sides []uint8 // by rune: 1 where the old text has it, 2 the new one, 3 both
}

func newTokens() *tokens { return &tokens{ids: map[string]rune{}} }

// stream is a text as tokens, read from the front.
type stream struct {
	source string
	runes  []rune
	starts []int32 // where each token starts in source
	word   []bool  // it is a word, not a mark
	at     int
}

// tokenBytes is the bytes of text to a token, rather too few, so that room is
// made once.
const tokenBytes = 4

// scan cuts a text into words and marks.
func (t *tokens) scan(text string) *stream {
	n := len(text)/tokenBytes + 1
	s := &stream{source: text, runes: make([]rune, 0, n), starts: make([]int32, 0, n), word: make([]bool, 0, n)}
	var buf []byte
	for i := 0; i < len(text); {
		start, end := scenes.NextWord(text, i)
		for k, r := range text[i:start] {
			if !unicode.IsSpace(r) {
				buf = utf8.AppendRune(buf[:0], foldMark(r))
				s.add(i+k, t.id(buf), false)
			}
		}
		if start < len(text) {
			buf = scenes.AppendFolded(buf[:0], text[start:end])
			s.add(start, t.id(buf), true)
		}
		i = end
	}
	return s
}

func (s *stream) add(start int, id rune, word bool) {
	s.runes = append(s.runes, id)
	s.starts = append(s.starts, int32(start))
	s.word = append(s.word, word)
}

// surrogates is how many numbers from U+D800 are no runes to go-diff.
const surrogates = 0x800

// id is the rune that stands for a token.
func (t *tokens) id(key []byte) rune {
	id, ok := t.ids[string(key)] // no allocation: the compiler sees a look-up
	if !ok {
		id = rune(len(t.ids) + 1)
		if id >= 0xD800 {
			id += surrogates
		}
		t.ids[string(key)] = id
	}
	return id
}

// foldMark is a mark as it is compared: the style of quotes and dashes is layout.
func foldMark(r rune) rune {
	switch r {
	case '“', '”', '„', '«', '»', '"':
		return '"'
	case '‘', '’', '‚', '‹', '›', '\'', '`':
		return '\''
	case '–', '—', '―', '-':
		return '-'
	}
	return r
}

// words counts the words among the next n tokens.
func (s *stream) words(n int) int {
	count := 0
	for _, w := range s.word[s.at : s.at+n] {
		if w {
			count++
		}
	}
	return count
}

// spaced says whether white space stands before the next token.
func (s *stream) spaced() bool {
	at := s.place(s.at)
	return at > 0 && s.source[at-1] == ' '
}

// text takes the next n tokens with the white space behind them.
func (s *stream) text(n int) string {
	from := s.place(s.at)
	s.at += n
	return s.source[from:s.place(s.at)]
}

// place is where token k starts; the text's ends belong to its outer tokens.
func (s *stream) place(k int) int {
	switch {
	case k == 0:
		return 0
	case k >= len(s.starts):
		return len(s.source)
	}
	return int(s.starts[k])
}
