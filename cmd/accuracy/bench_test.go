package main

import (
	"fmt"
	"testing"

	"git-scene/diff"
)

// BenchmarkAlign aligns made-up books with a copy of which 15 % of the words
// are changed, in all scenes and in 15 % of the scenes:
//
//	go test ./cmd/accuracy -run '^$' -bench Align -benchtime 1x
//
// heap-MB is what reading and aligning have on the heap at most, garbage that
// waits to be collected included.
func BenchmarkAlign(b *testing.B) {
	for _, edited := range []float64{0, costShare} {
		for _, n := range costSizes {
			which := "all"
			if edited > 0 {
				which = fmt.Sprintf("%.0f%%", 100*edited)
			}
			b.Run(fmt.Sprintf("scenes=%d/edited=%s", n, which), func(b *testing.B) { benchmarkAlign(b, n, edited) })
		}
	}
}

func benchmarkAlign(b *testing.B, n int, edited float64) {
	p, err := costPair(n, edited)
	if err != nil {
		b.Fatal(err)
	}
	c, err := measure(p)
	if err != nil {
		b.Fatal(err)
	}
	old, new, err := p.parse()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		diff.Align(old, new)
	}
	b.ReportMetric(float64(c.heap)/(1<<20), "heap-MB")
}
