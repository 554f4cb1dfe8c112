package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"git-scene/scenes"
)

// WordOp is a stretch of a changed text: words that stayed (=), went (-) or
// came (+). The texts of = and - in order are the old text, up to the style of
// quotes and dashes; those of = and + are the new one.
type WordOp struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// maxWordDiff is the longest text, in words and marks left between the common
// ends, that is compared word by word. A longer one (a book on one line) is
// said to be replaced; comparing it would take time without bound.
const maxWordDiff = 20000

// Words compares two texts word by word. Words and marks are interned as
// runes for sergi/go-diff, which finds the fewest changes (Myers) without its
// time-out: with it the answer would depend on the machine. White space is no
// token: with it the search is twenty times as long.
func Words(old, new string) []WordOp {
	ops, _ := compareWords(old, new)
	return ops
}

// compareWords is Words with the number of words that stayed.
func compareWords(old, new string) (ops []WordOp, kept int) {
	t := &tokens{ids: map[string]rune{}}
	a, b := t.scan(old), t.scan(new)
	for _, d := range t.diff(a, b) {
		n := utf8.RuneCountInString(d.Text)
		op := WordOp{Op: "="}
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			op = WordOp{"-", a.text(n)}
		case diffmatchpatch.DiffInsert:
			op = WordOp{"+", b.text(n)}
		default:
			kept += a.words(n)
			a.text(n)
			op.Text = b.text(n)
		}
		ops = append(ops, op)
	}
	return ops, kept
}

// tokens interns words and marks as runes.
type tokens struct{ ids map[string]rune }

// stream is a text as tokens, read from the front.
type stream struct {
	source string
	runes  []rune
	starts []int  // where each token starts in source
	word   []bool // it is a word, not a mark
	at     int
}

// diff finds the fewest changes between two streams.
func (t *tokens) diff(a, b *stream) []diffmatchpatch.Diff {
	prefix := commonPrefix(a.runes, b.runes)
	if len(a.runes)+len(b.runes)-2*prefix > maxWordDiff {
		suffix := commonSuffix(a.runes[prefix:], b.runes[prefix:])
		if len(a.runes)+len(b.runes)-2*prefix-2*suffix > maxWordDiff {
			return replaced(a.runes, b.runes, prefix, suffix)
		}
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	return dmp.DiffMainRunes(a.runes, b.runes, false)
}

// replaced is the comparison of texts too long to compare: what is between
// their common ends went and came.
func replaced(a, b []rune, prefix, suffix int) []diffmatchpatch.Diff {
	var ds []diffmatchpatch.Diff
	add := func(op diffmatchpatch.Operation, r []rune) {
		if len(r) > 0 {
			ds = append(ds, diffmatchpatch.Diff{Type: op, Text: string(r)})
		}
	}
	add(diffmatchpatch.DiffEqual, a[:prefix])
	add(diffmatchpatch.DiffDelete, a[prefix:len(a)-suffix])
	add(diffmatchpatch.DiffInsert, b[prefix:len(b)-suffix])
	add(diffmatchpatch.DiffEqual, a[len(a)-suffix:])
	return ds
}

func commonPrefix(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// scan cuts a text into words and marks.
func (t *tokens) scan(text string) *stream {
	s := &stream{source: text}
	var buf []byte
	for i := 0; i < len(text); {
		start, end := scenes.NextWord(text, i)
		for k, r := range text[i:start] {
			if !unicode.IsSpace(r) {
				s.add(i+k, t.id(string(foldMark(r))), false)
			}
		}
		if start < len(text) {
			buf = scenes.AppendFolded(buf[:0], text[start:end])
			s.add(start, t.id(string(buf)), true)
		}
		i = end
	}
	return s
}

func (s *stream) add(start int, id rune, word bool) {
	s.runes = append(s.runes, id)
	s.starts = append(s.starts, start)
	s.word = append(s.word, word)
}

// id is the rune that stands for a token. Surrogates are no runes to go-diff.
func (t *tokens) id(key string) rune {
	id, ok := t.ids[key]
	if !ok {
		id = rune(len(t.ids) + 1)
		if id >= 0xD800 {
			id += 0x800
		}
		t.ids[key] = id
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
	return s.starts[k]
}

// Plain shows changed words as git's --word-diff=plain does: [-old-]{+new+}.
func Plain(ops []WordOp) string {
	var b strings.Builder
	for _, op := range ops {
		text := strings.TrimRight(op.Text, " ")
		space := op.Text[len(text):]
		switch op.Op {
		case "-":
			b.WriteString("[-" + text + "-]" + space)
		case "+":
			b.WriteString("{+" + text + "+}" + space)
		default:
			b.WriteString(op.Text)
		}
	}
	return b.String()
}
