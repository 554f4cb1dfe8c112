package model

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Example is a labelled text's features.
type Example struct {
	Features []Feature
	Yes      bool
	Weight   float64 // what it counts beside the others, 1 for as much
}

// Settings say how a model is trained.
type Settings struct {
	Bits   int     // log2 of the number of slots
	Cost   float64 // what an error costs beside large weights: the C of the books
	Seen   int     // a phrase that fewer examples have is left out
	Rounds int
}

// Train fits a linear model by dual coordinate descent for the support vector
// machine with squared loss (Hsieh et al., “A Dual Coordinate Descent Method
// for Large-scale Linear SVM”, 2008). The order of the examples is drawn from
// a fixed seed, so that the same examples give the same model.
func Train(examples []Example, set Settings) *Linear {
	l := &Linear{Bits: set.Bits}
	l.weighRarity(examples, set.Seen)
	rows := make([]vector, len(examples))
	for i, x := range examples {
		rows[i] = l.vector(x.Features)
	}
	w := make([]float64, 1<<set.Bits+1)
	alpha := make([]float64, len(examples))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range set.Rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			step(w, alpha, i, rows[i], examples[i], set.Cost*examples[i].Weight)
		}
	}
	l.quantise(w)
	return l
}

// vector is an example as the model sees it: slots and values of length one,
// and a constant for the bias.
type vector struct {
	slots  []uint32
	values []float64
}

// weighRarity counts in how many examples a slot's phrases stand: ln(n/df)+1,
// in sixteenths.
func (l *Linear) weighRarity(examples []Example, seen int) {
	df := make([]int, 1<<l.Bits)
	last := make([]int, 1<<l.Bits)
	for i, x := range examples {
		for _, f := range x.Features {
			if s := l.slot(f.Hash); last[s] != i+1 {
				last[s] = i + 1
				df[s]++
			}
		}
	}
	rarity := make([]byte, len(df))
	for s, n := range df {
		if n >= seen {
			rarity[s] = uint8(min(255, 16*(math.Log(float64(len(examples))/float64(n))+1)))
		}
	}
	l.Rarity = string(rarity)
}

func (l *Linear) vector(features []Feature) vector {
	var v vector
	seen := map[uint32]bool{}
	square := 0.0
	for _, f := range features {
		s := l.slot(f.Hash)
		if r := float64(l.Rarity[s]); r > 0 && !seen[s] {
			seen[s] = true
			v.slots = append(v.slots, s)
			v.values = append(v.values, r)
			square += r * r
		}
	}
	for i := range v.values {
		v.values[i] /= math.Sqrt(square)
	}
	v.slots = append(v.slots, 1<<l.Bits)
	v.values = append(v.values, biasValue)
	return v
}

// biasValue is the constant feature's value.
const biasValue = 0.3

// step is one step of the descent, for example i.
func step(w, alpha []float64, i int, v vector, x Example, cost float64) {
	y := -1.0
	if x.Yes {
		y = 1
	}
	margin, square := 0.0, 0.0
	for k, s := range v.slots {
		margin += w[s] * v.values[k]
		square += v.values[k] * v.values[k]
	}
	d := 1 / (2 * cost)
	gradient := y*margin - 1 + d*alpha[i]
	next := max(0, alpha[i]-gradient/(square+d))
	for k, s := range v.slots {
		w[s] += (next - alpha[i]) * y * v.values[k]
	}
	alpha[i] = next
}

// quantise keeps the weights as bytes. The largest few are cut, so that the
// many small ones keep their shades.
func (l *Linear) quantise(w []float64) {
	var sizes []float64
	for _, x := range w[:len(w)-1] {
		if x != 0 {
			sizes = append(sizes, math.Abs(x))
		}
	}
	slices.Sort(sizes)
	l.Scale = 1
	if len(sizes) > 0 {
		l.Scale = max(1, int(127/sizes[len(sizes)*999/1000]))
	}
	weight := make([]byte, len(w)-1)
	for i, x := range w[:len(w)-1] {
		weight[i] = byte(int8(max(-127, min(127, math.Round(x*float64(l.Scale))))))
	}
	l.Weight = string(weight)
	l.Bias = int(math.Round(w[len(w)-1] * biasValue * thousand))
}
