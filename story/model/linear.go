package model

import "math"

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
	seen := make(map[uint32]int, len(features))
	sum, square := 0, 0
	for i, f := range features {
		s := l.slot(f.Hash)
		if _, ok := seen[s]; ok {
			continue
		}
		seen[s] = i
		r := int(l.Rarity[s])
		sum += r * int(int8(l.Weight[s]))
		square += r * r
	}
	if square == 0 {
		return l.Bias
	}
	norm := int(math.Sqrt(float64(square << 8))) // ×16; a square root is exact enough to be the same everywhere
	for s, i := range seen {
		if parts != nil {
			parts[i] = int(l.Rarity[s]) * int(int8(l.Weight[s])) * 16 * thousand / (norm * l.Scale)
		}
	}
	return sum*16*thousand/(norm*l.Scale) + l.Bias
}
