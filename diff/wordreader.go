package diff

import (
	"math/rand/v2"
	"unicode/utf8"

	"git-scene/scenes"
)

// wordReader reads a text word by word. Hashing and folding while it looks for
// the end of a word takes half the time of doing one after the other.
type wordReader struct{ folded []byte } // the word that was read last, as it is compared

// Hashes of words differ from run to run, so that no text can be written whose
// words all want one place in a table. No answer depends on them.
var wordSeed, wordFactor = rand.Uint64(), rand.Uint64() | 1

// next reads the first word of text at or after byte i; start is len(text)
// where there is none.
func (r *wordReader) next(text string, i int) (start, end int, hash uint32) {
	for i < len(text) && text[i] < utf8.RuneSelf && lower[text[i]] == 0 {
		i++
	}
	start, r.folded = i, r.folded[:0]
	h := wordSeed
	for ; i < len(text) && text[i] < utf8.RuneSelf; i++ {
		c := lower[text[i]]
		if c == 0 {
			break
		}
		h = (h ^ uint64(c)) * wordFactor
		r.folded = append(r.folded, c)
	}
	if i > start && (i == len(text) || endsWord(text[i])) {
		return start, i, uint32(h >> 32)
	}
	start, end = scenes.NextWord(text, start)
	r.folded = scenes.AppendFolded(r.folded[:0], text[start:end])
	return start, end, wordHash(r.folded)
}

// endsWord says whether a byte behind letters surely ends their word.
func endsWord(c byte) bool { return c < utf8.RuneSelf && c != '\'' && c != '.' && c != ',' }

// wordHash is the hash of a folded word.
func wordHash(folded []byte) uint32 {
	h := wordSeed
	for _, c := range folded {
		h = (h ^ uint64(c)) * wordFactor
	}
	return uint32(h >> 32)
}
