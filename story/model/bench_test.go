package model

import (
	"strings"
	"testing"
)

func BenchmarkScore(b *testing.B) {
	text := strings.Repeat("If the harvest fails again the bank will take Maya's farm, and the children go hungry. ", 3)
	m := &Model{}
	k, err := ReadKin(families)
	if err != nil {
		b.Fatal(err)
	}
	m.Kin = *k
	m.Is = *Train([]Example{{Features: k.Features(text), Yes: true, Weight: 1}, {Features: k.Features("the crop sings"), Weight: 1}}, Settings{Bits: 18, Cost: 1, Seen: 1, Rounds: 3})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var s Scratch
	for b.Loop() {
		m.Score(text, &s)
	}
}
