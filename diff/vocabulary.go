package diff

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is an interned word: equal words of both manuscripts are equal numbers.
type word uint32

// unknown is the number of all words that have none.
const unknown = ^word(0)

// vocabulary interns words in the folded form in which they are compared, so
// that every later step works on numbers. Words are numbered as they come.
//
// It is a hash table of its own, with linear probing: a map of strings takes
// four times the memory, and memory that is touched for the first time is what
// a short run pays for.
type vocabulary struct {
	slots   []word // 1 + the number of a word, 0 where free; a power of two long
	entries []entry
	letters []byte // the words, one behind the other
}

// entry is what is known of a word.
type entry struct {
	hash uint32
	end  uint32  // in letters
	caps capital // how it is written inside sentences
}

type capital struct {
	upper, lower int32 // inside a sentence
	first        int32 // with a capital where a sentence begins, which alone says nothing
}

// newVocabulary makes room for the words of a text of n: an eighth of a part
// of a book are different ones.
func newVocabulary(n int) *vocabulary {
	return &vocabulary{slots: make([]word, 1<<bits.Len(uint(n/4|255))), entries: make([]entry, 0, n/8), letters: make([]byte, 0, n)}
}

// size is how many words there are.
func (v *vocabulary) size() int { return len(v.entries) }

// spelling is a word by its number.
func (v *vocabulary) spelling(w word) []byte {
	from := uint32(0)
	if w > 0 {
		from = v.entries[w-1].end
	}
	return v.letters[from:v.entries[w].end]
}

// find is the number of a folded word with a hash, unknown where it has none:
// then at is its place in the table.
func (v *vocabulary) find(folded []byte, h uint32) (w word, at int) {
	at = v.slot(h)
	for ; v.slots[at] != 0; at = (at + 1) & (len(v.slots) - 1) {
		if w := v.slots[at] - 1; v.entries[w].hash == h && string(v.spelling(w)) == string(folded) {
			return w, at
		}
	}
	return unknown, at
}

// numberOf is the number of a folded word, a new one where it was not read
// before.
func (v *vocabulary) numberOf(folded []byte, h uint32) word {
	w, at := v.find(folded, h)
	if w != unknown {
		return w
	}
	w = word(len(v.entries))
	v.slots[at] = w + 1
	v.letters = append(v.letters, folded...)
	v.entries = append(v.entries, entry{hash: h, end: uint32(len(v.letters))})
	if 2*len(v.entries) > len(v.slots) {
		v.grow()
	}
	return w
}

// slot is where to look first for a word with a hash.
func (v *vocabulary) slot(h uint32) int { return int(h) & (len(v.slots) - 1) }

// grow doubles the table.
func (v *vocabulary) grow() {
	v.slots = make([]word, 2*len(v.slots))
	for w, e := range v.entries {
		at := v.slot(e.hash)
		for ; v.slots[at] != 0; at = (at + 1) & (len(v.slots) - 1) {
		}
		v.slots[at] = word(w) + 1
	}
}

// cue counts the words of a script's cue as names: whoever speaks is one.
func (v *vocabulary) cue(text string) {
	name, _, _ := strings.Cut(text, ":")
	for _, w := range v.words(nil, name) {
		v.entries[w].caps.upper += 2
	}
}

// words appends the words of text to dst.
func (v *vocabulary) words(dst []word, text string) []word {
	var r wordReader
	short := false // the word before may be short for a longer one: Mr., St.
	for i, inside := 0, false; ; inside = true {
		start, end, hash := r.next(text, i)
		if start == len(text) {
			return dst
		}
		id := v.numberOf(r.folded, hash)
		capital, between := startsUpper(text[start:]), text[i:start]
		v.entries[id].caps.count(capital, inside && (!strings.ContainsAny(between, sentenceMarks) || short && between == ". "))
		short = capital && end-start <= longestShort
		dst = append(dst, id)
		i = end
	}
}

// known appends the words of text to dst, as far as they have numbers.
func (v *vocabulary) known(dst []word, text string, r *wordReader) []word {
	for i := 0; ; {
		start, end, hash := r.next(text, i)
		if start == len(text) {
			return dst
		}
		w, _ := v.find(r.folded, hash)
		dst = append(dst, w)
		i = end
	}
}

// longestShort is the longest title that a full stop shortens (Mrs., Ste.), in
// bytes.
const longestShort = 3

func (c *capital) count(upper, inside bool) {
	switch {
	case !upper:
		c.lower++
	case inside:
		c.upper++
	default:
		c.first++
	}
}

// sentenceMarks end a sentence, or open one: a capital behind them says nothing.
const sentenceMarks = ".!?…:;\"“„«»()[]*_—–-\n"

func startsUpper(s string) bool {
	if s[0] < utf8.RuneSelf {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// proper says whether a word is somebody's or some place's name: it is written
// with a capital inside sentences, nearly always. (In German every noun is:
// there the measure tells nothing apart, and costs nothing.)
func (v *vocabulary) proper(w word) bool {
	c := v.entries[w].caps
	upper := c.upper + c.first
	return c.upper >= 1 && upper >= 2 && upper >= 4*c.lower
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
func isqrt(n int64) int {
	if n < 2 {
		return int(n)
	}
	x := int64(1) << ((bits.Len64(uint64(n)) + 1) / 2)
	for {
		y := (x + n/x) / 2
		if y >= x {
			return int(x)
		}
		x = y
	}
}
