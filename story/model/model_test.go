package model

import (
	"bytes"
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// families is a little table: the first line's words are each their own.
const families = "if the will\nharvest crop wheat\nfails dies\n"

func kinOf(t *testing.T) *Kin {
	t.Helper()
	k, err := ReadKin(families)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestFamiliesShareTheirPhrases(t *testing.T) {
	k := kinOf(t)
	shared := func(a, b string) int {
		n, seen := 0, map[uint64]bool{}
		for _, f := range k.Features(a) {
			seen[f.Hash] = true
		}
		for _, f := range k.Features(b) {
			if seen[f.Hash] {
				n++
			}
		}
		return n
	}
	near, far := shared("if the harvest fails", "if the wheat dies"), shared("if the harvest fails", "when a stone sings")
	if near <= far+1 || far > 1 { // both are as long
		t.Errorf("phrases shared: with the same families %d, with others %d", near, far)
	}
}

func TestNamesAndNumbersAreAlike(t *testing.T) {
	k := kinOf(t)
	a, b := k.Features("so Maya has 7"), k.Features("so Elias has 90")
	for i := range a {
		if a[i].Hash != b[i].Hash {
			t.Fatalf("feature %d differs, though only a name and a number do", i)
		}
	}
}

// toy is a model that knows which of two words is in a text.
func toy(t *testing.T) (*Kin, *Linear) {
	k := kinOf(t)
	var all []Example
	for i := range 40 {
		word := []string{"fails", "sings"}[i%2]
		all = append(all, Example{Features: k.Features(fmt.Sprint("the harvest ", word, " again")), Yes: i%2 == 0, Weight: 1})
	}
	return k, Train(all, Settings{Bits: 18, Cost: 1, Seen: 2, Rounds: 10})
}

func TestTrainLearnsAndSaysWhy(t *testing.T) {
	k, m := toy(t)
	text := "the crop fails today"
	features := k.Features(text)
	parts := make([]int, len(features))
	if score := m.Score(features, parts); score <= 0 {
		t.Errorf("score is %d, want above zero", score)
	}
	if score := m.Score(k.Features("the crop sings today"), nil); score >= 0 {
		t.Errorf("score of the opposite is %d, want below zero", score)
	}
	best := 0
	for i := range parts {
		if parts[i] > parts[best] {
			best = i
		}
	}
	if f := features[best]; !bytes.Contains([]byte(text[f.Start:f.End]), []byte("fails")) {
		t.Errorf("decided by %q, want a phrase with \"fails\"", text[f.Start:f.End])
	}
}

func TestTrainIsTheSameTwice(t *testing.T) {
	_, a := toy(t)
	_, b := toy(t)
	if *a != *b {
		t.Error("two trainings differ")
	}
}

func TestWriteAndRead(t *testing.T) {
	k, l := toy(t)
	m := &Model{Kin: *k, Is: *l, Sure: Chances{0, 1, []int{1, 2, 3}}, Classes: []Class{{"life", *l}}}
	data := string(m.Write())
	got, err := Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if got.Is != m.Is || got.Kin != m.Kin || got.Classes[0] != m.Classes[0] {
		t.Error("another model was read than was written")
	}
	if _, err := Read(data[:len(data)/2]); err == nil {
		t.Error("half a model was read without an error")
	}
}

// The surer the higher the score, whatever the score.
func TestConfidenceRises(t *testing.T) {
	c := Chances{-500, 250, []int{100, 100, 2000, 5000, 5000, 9000}}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(-9000, 9000).Draw(t, "a"), rapid.IntRange(-9000, 9000).Draw(t, "b")
		if a < b && c.Of(a) > c.Of(b) {
			t.Fatalf("confidence falls from %d to %d", c.Of(a), c.Of(b))
		}
	})
}
