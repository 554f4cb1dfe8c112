package diff

import (
	"cmp"
	"slices"
)

// unit is a scene or a beat as it is compared.
type unit struct {
	texts []*text // of its beats, in order
	size  int     // words
	hash  uint64  // of its letters in order: equal for equal words, and seldom for others
	terms []term  // distinct words with their weights, by word; nil before it is weighed
	norm  int     // length of the vector of weights
	grams []gram  // distinct runs of words, by value
	bulk  int     // sum of the words' rarities: how much the unit says at all
}

// term is a distinct word of a unit and what it weighs there.
type term struct {
	word   word
	weight int32
}

// gram is a run of words as one number. Two runs can share one, about once in
// 2^64 pairs: that makes a score a little higher, and decides nothing alone.
type gram uint64

// newUnit is what some texts say together; weigh completes it.
func newUnit(texts []*text) unit {
	u := unit{texts: texts}
	for _, t := range texts {
		u.size += t.size
		u.hash = u.hash*t.tail + t.letters
	}
	return u
}

// words are the words of a unit in order; those that nobody asked about are
// unknown.
func (u *unit) words() []word {
	if len(u.texts) == 1 {
		return u.texts[0].words
	}
	all := make([]word, 0, u.size)
	for _, t := range u.texts {
		all = append(all, t.words...)
	}
	return all
}

// FNV-1a over whole numbers; it is compared within one process only.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

func mix(h, x uint64) uint64 {
	h = (h ^ x) * prime64
	return h ^ h>>29
}

// weigh completes a unit: tf-idf weights with a logarithmic count, as in
// Salton's ltc scheme, and its runs of size words. A unit is weighed once, and
// its words were asked about before.
func (u *unit) weigh(r rarity, size int) {
	if u.terms != nil {
		return
	}
	u.weighWords(u.words(), r, size)
}

// weighWords completes a unit by its words.
func (u *unit) weighWords(words []word, r rarity, size int) {
	u.terms = []term{}
	u.grams = grams(words, size)
	sorted := slices.Clone(words)
	slices.Sort(sorted)
	sum := int64(0)
	for i := 0; i < len(sorted); {
		j := i
		for j < len(sorted) && sorted[j] == sorted[i] {
			j++
		}
		if weight := int(r[sorted[i]]) * (256 + log2(j-i)) / 256; weight > 0 {
			u.terms = append(u.terms, term{sorted[i], int32(weight)})
			sum += int64(weight) * int64(weight)
			u.bulk += int(r[sorted[i]])
		}
		i = j
	}
	u.norm = isqrt(sum)
}

// grams are the distinct runs of size words, sorted.
func grams(words []word, size int) []gram {
	if len(words) < size {
		return nil
	}
	all := make([]gram, 0, len(words)-size+1)
	for i := range len(words) - size + 1 {
		all = append(all, runOf(words[i:i+size]))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// runOf is a run of words as one number.
func runOf(words []word) gram {
	h := uint64(offset64)
	for _, w := range words {
		h = mix(h, uint64(w))
	}
	return gram(h)
}

// both lists what two sorted slices share.
func both[T cmp.Ordered](a, b []T) []T {
	var shared []T
	eachShared(a, b, func(t T) { shared = append(shared, t) })
	return shared
}

// common counts what two sorted slices share.
func common[T cmp.Ordered](a, b []T) int {
	n := 0
	eachShared(a, b, func(T) { n++ })
	return n
}

func eachShared[T cmp.Ordered](a, b []T, visit func(T)) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			visit(a[i])
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
}
