package diff

import (
	"cmp"
	"slices"
	"sync"
)

// unit is a scene or a beat as it is compared.
type unit struct {
	words []word // in order
	hash  uint64 // of the words in order: equal for equal texts, and seldom for others
	terms []term // distinct words with their weights, by word
	norm  int    // length of the vector of weights
	grams []gram // distinct runs of words, by value
	bulk  int    // sum of the words' rarities: how much the unit says at all
}

// term is a distinct word of a unit and what it weighs there.
type term struct {
	word   word
	weight int32
}

// gram is a run of words as one number. Two runs can share one, about once in
// 2^64 pairs: that makes a score a little higher, and decides nothing alone.
type gram uint64

// newUnit takes a text's words; weigh completes it once all are known.
func newUnit(words []word) unit {
	u := unit{words: words, hash: offset64}
	for _, w := range words {
		u.hash = mix(u.hash, uint64(w))
	}
	return u
}

// same says whether two texts have the same words. That a scene is kept is said
// of words alone: two hashes can be equal by chance, or be made so.
func (u *unit) same(v *unit) bool { return u.hash == v.hash && slices.Equal(u.words, v.words) }

// FNV-1a over whole numbers; it is compared within one process only.
const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)

func mix(h, x uint64) uint64 {
	h = (h ^ x) * prime64
	return h ^ h>>29
}

// rarity is the weight of each word by how many units hold it, in 1/256 bit:
// a word in every unit weighs nothing, whatever the language.
type rarity []int32

// measureRarity counts in how many units each word stands, each side by
// itself.
func measureRarity(size int, sides ...[]*unit) rarity {
	in := make([][]int32, len(sides))
	n := 0
	var all sync.WaitGroup
	for k, units := range sides {
		n += len(units)
		all.Go(func() { in[k] = countUnits(size, units) })
	}
	all.Wait()
	r := make(rarity, size)
	most := log2(n + 1)
	for w := range r {
		k := 0
		for _, side := range in {
			k += int(side[w])
		}
		if k > 0 {
			r[w] = int32(max(most-log2(k), 0))
		}
	}
	return r
}

// countUnits counts, for each word, the units that hold it.
func countUnits(size int, units []*unit) []int32 {
	in := make([]int32, size)
	last := make([]int32, size) // the last unit that held the word, from 1
	for i, u := range units {
		for _, w := range u.words {
			if last[w] != int32(i+1) {
				last[w] = int32(i + 1)
				in[w]++
			}
		}
	}
	return in
}

// weigh completes a unit: tf-idf weights with a logarithmic count, as in
// Salton's ltc scheme, and its runs of size words. A unit is weighed once.
func (u *unit) weigh(r rarity, size int) {
	if u.terms != nil {
		return
	}
	u.terms = []term{}
	sorted := slices.Clone(u.words)
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
	u.grams = grams(u.words, size)
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
