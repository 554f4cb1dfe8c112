package model

import (
	"math"
	"math/bits"
)

// Linear is a linear model over hashed features: for each slot the rarity of
// its phrases and what they weigh. Both tables have as many entries as a power
// of two. A text's score is the sum of rarity × weight of its different
// phrases, divided by the length of the vector of their rarities.
type Linear struct {
	Bits   int    // log2 of the number of slots
	Rarity string // a byte a slot, in sixteenths
	Weight string // a signed byte a slot, in parts of Scale
	Scale  int    // what a weight of one is
	Bias   int    // in thousandths, as scores are
}

// thousand is the unit of scores.
const thousand = 1000

// slot is where a feature's phrase is kept.
func (l *Linear) slot(h uint64) uint32 { return uint32(h >> (64 - l.Bits)) }

// Score is what the features say together, in thousandths: above zero for, below
// against. parts, where it is not nil, gets what each feature adds.
func (l *Linear) Score(features []Feature, parts []int) int {
	return l.score(features, parts, &slots{})
}

func (l *Linear) score(features []Feature, parts []int, seen *slots) int {
	seen.clear(len(features))
	sum, square := 0, 0
	for i, f := range features {
		s := l.slot(f.Hash)
		r := int(l.Rarity[s])
		if r == 0 || !seen.add(s) { // most phrases of a text are unknown
			continue
		}
		w := int(int8(l.Weight[s]))
		sum += r * w
		square += r * r
		if parts != nil {
			parts[i] = r * w
		}
	}
	if square == 0 {
		return l.Bias
	}
	norm := int(math.Sqrt(float64(square << 8))) // ×16; a square root is exact enough to be the same everywhere
	for i := range parts {
		parts[i] = parts[i] * 16 * thousand / (norm * l.Scale)
	}
	return sum*16*thousand/(norm*l.Scale) + l.Bias
}

// slots is a set of slots: a table of which at most half is taken, each entry
// at the first free place from its own. It is cleared and used again for text
// after text, which a map is slow at.
type slots struct{ table []uint32 }

// clear empties the set and makes room for so many slots.
func (s *slots) clear(room int) {
	size := 1 << bits.Len(uint(2*room))
	if size > cap(s.table) {
		s.table = make([]uint32, size)
		return
	}
	s.table = s.table[:size]
	clear(s.table)
}

// add says whether a slot was not in the set yet.
func (s *slots) add(slot uint32) bool {
	mask := uint32(len(s.table) - 1)
	for i := slot & mask; ; i = (i + 1) & mask {
		switch s.table[i] {
		case 0:
			s.table[i] = slot + 1
			return true
		case slot + 1:
			return false
		}
	}
}
