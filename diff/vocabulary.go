package diff

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"git-scene/scenes"
)

// word is an interned word: equal words of both manuscripts are equal numbers.
type word uint32

// vocabulary interns the words of two manuscripts in the folded form in which
// they are compared, so that every later step works on numbers.
type vocabulary struct {
	ids  map[string]word
	caps []capital
	buf  []byte
	read map[string][]word // texts that were read before: most beats stand on both sides
}

// capital counts how a word is written inside sentences.
type capital struct{ upper, lower int32 }

// wordsPerName is how many words of a long text there are to each that it has
// not had before: so large a table need not grow.
const wordsPerName = 16

// newVocabulary makes room for the beats and words of one manuscript.
func newVocabulary(beats, words int) *vocabulary {
	return &vocabulary{ids: make(map[string]word, words/wordsPerName), caps: make([]capital, 0, words/wordsPerName), read: make(map[string][]word, beats)}
}

// beat appends the words of a beat to dst, which keeps them.
func (v *vocabulary) beat(dst []word, b *scenes.Beat) []word {
	if known, ok := v.read[b.Text]; ok {
		return append(dst, known...)
	}
	from := len(dst)
	dst = v.words(dst, b.Text)
	v.read[b.Text] = dst[from:len(dst):len(dst)]
	if b.Kind == scenes.Dialogue {
		v.cue(b.Text)
	}
	return dst
}

// cue counts the words of a script's cue as names: whoever speaks is one.
func (v *vocabulary) cue(text string) {
	name, _, _ := strings.Cut(text, ":")
	for _, w := range v.words(nil, name) {
		v.caps[w].upper += 2
	}
}

// words appends the words of text to dst.
func (v *vocabulary) words(dst []word, text string) []word {
	for i, inside := 0, false; ; inside = true {
		start, end := scenes.NextWord(text, i)
		if start == len(text) {
			return dst
		}
		v.buf = scenes.AppendFolded(v.buf[:0], text[start:end])
		id, ok := v.ids[string(v.buf)] // no allocation: the compiler sees a look-up
		if !ok {
			id = word(len(v.ids))
			v.ids[string(v.buf)] = id
			v.caps = append(v.caps, capital{})
		}
		if inside && !strings.ContainsAny(text[i:start], sentenceMarks) {
			if c := text[start]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf && startsUpper(text[start:]) {
				v.caps[id].upper++
			} else {
				v.caps[id].lower++
			}
		}
		dst = append(dst, id)
		i = end
	}
}

// spelled lists the words by number.
func (v *vocabulary) spelled() []string {
	all := make([]string, len(v.ids))
	for s, id := range v.ids {
		all[id] = s
	}
	return all
}

// sentenceMarks end a sentence, or open one: a capital behind them says nothing.
const sentenceMarks = ".!?…:;\"“„«»()[]*_—–-\n"

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// proper says whether a word is somebody's or some place's name: it is written
// with a capital inside sentences, nearly always. (In German every noun is:
// there the measure tells nothing apart, and costs nothing.)
func (v *vocabulary) proper(w word) bool {
	c := v.caps[w]
	return c.upper >= 2 && c.upper >= 4*c.lower
}

// log2 is the binary logarithm of n ≥ 1 in units of 1/256, rounded down.
// Scores are built of integers alone: floating point may be fused differently
// on another machine, and the same input must give the same bytes everywhere.
//
// The fraction is found bit by bit: squaring a number in [1, 2) doubles its
// logarithm, and the overflow is the next bit.
func log2(n int) int {
	whole := bits.Len(uint(n)) - 1
	x := uint64(n) << (32 - whole) // 1 ≤ x < 2 with 32 bits behind the point
	if whole > 32 {
		x = uint64(n) >> (whole - 32)
	}
	fraction := 0
	for range 8 {
		x = (x >> 1) * (x >> 1) >> 30
		fraction <<= 1
		if x >= 2<<32 {
			x >>= 1
			fraction |= 1
		}
	}
	return whole<<8 | fraction
}

// isqrt is the square root of n, rounded down (Newton's method).
func isqrt(n int) int {
	if n < 2 {
		return n
	}
	x := 1 << ((bits.Len(uint(n)) + 1) / 2)
	for {
		y := (x + n/x) / 2
		if y >= x {
			return x
		}
		x = y
	}
}
