package main

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing/fstest"
	"time"

	"git-scene/diff"
	"git-scene/scenes"
	"git-scene/testdata/generate"
)

// costSizes are the numbers of scenes of the books whose cost is measured.
var costSizes = []int{100, 300, 1000, 3000, 10000}

// costWords is how long their scenes are, costShare how many of their words
// are changed.
const (
	costWords = 300
	costShare = 0.15
)

// costPair makes a pair of made-up books of so many scenes, of which a share
// is edited (0 for all). No source has three million words, so the words are
// drawn at random, as rare words and common ones are in English; what they
// cost to compare is what prose costs, though they say nothing.
func costPair(n int, edited float64) (*pair, error) {
	s, err := generate.Read(fstest.MapFS{"book.md": {Data: []byte(babble(n*costWords + n*costWords/5))}})
	if err != nil {
		return nil, err
	}
	return generated(s, generate.Plan{
		Seed: 1, SceneWords: costWords, Scenes: n,
		Noise: generate.Noise{Share: costShare, Scenes: edited},
	})
}

// babble is so many random words in sentences and paragraphs. The commonest
// word is a twentieth of all, and one in forty is hardly ever seen again.
func babble(words int) string {
	const seed, skew, offset, vocabulary, sentence, paragraph = 7, 1.05, 2.7, 100_000, 12, 60
	r := rand.New(rand.NewPCG(seed, seed))
	zipf := rand.NewZipf(r, skew, offset, vocabulary)
	var b strings.Builder
	b.WriteString("# Chapter 1\n\n")
	for i := range words {
		w := coin(int(zipf.Uint64()))
		if i%sentence == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		b.WriteString(w)
		switch {
		case i%paragraph == paragraph-1:
			b.WriteString(".\n\n")
		case i%sentence == sentence-1:
			b.WriteString(". ")
		default:
			b.WriteString(" ")
		}
	}
	return b.String()
}

// coin makes the word of a rank, common ones short.
func coin(rank int) string {
	const consonants, vowels = "btdfgklmnprsvz", "aeiou"
	word := ""
	for rank++; rank > 0; {
		word += consonants[rank%len(consonants):][:1]
		rank /= len(consonants)
		word += vowels[rank%len(vowels):][:1]
		rank /= len(vowels)
	}
	return word
}

// cost is what it took to compare two books.
type cost struct {
	scenes, words          int
	parse, align, classify time.Duration
	heap                   uint64 // bytes on the heap at most, beyond what was there before
}

// measure compares two books once. Times are of the processors.
func measure(p *pair) (c cost, err error) {
	runtime.GC()
	before, stop, peak := heapObjects(), make(chan bool), make(chan uint64)
	go func() { peak <- watchHeap(stop) }()
	start := processorTime()
	old, new, err := p.parse()
	c.parse = processorTime() - start
	if err == nil {
		start = processorTime()
		a := diff.Align(old, new)
		c.align = processorTime() - start
		start = processorTime()
		diff.Classify(a, nil, nil)
		c.classify = processorTime() - start
		c.scenes, c.words = len(old.Scenes), wordsOf(old)
	}
	close(stop)
	most := <-peak
	c.heap = most - min(before, most)
	return c, err
}

func wordsOf(m *scenes.Manuscript) (n int) {
	for _, s := range m.Scenes {
		n += s.Words
	}
	return n
}

// watchHeap looks at the heap until it is told to stop.
func watchHeap(stop <-chan bool) (peak uint64) {
	const often = 5 * time.Millisecond
	for {
		peak = max(peak, heapObjects())
		select {
		case <-stop:
			return peak
		case <-time.After(often):
		}
	}
}

func heapObjects() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// writeCost measures and tells what comparing costs.
func writeCost(d *document, most int) error {
	d.heading("Cost")
	d.text(fmt.Sprintf(`Made-up books of scenes of %d words, compared with a copy of which %.0f %% of the words are changed, in all scenes and in
%.0f %% of the scenes, once each. Times are of the processors, all together: two of them that are idle take little more than half.
Another machine has other times; how they grow is what counts. Memory is what is on the heap at most, with what waits to
be collected.`, costWords, 100*costShare, 100*costShare))
	var rows [][]string
	for _, edited := range []float64{0, costShare} {
		for _, n := range costSizes {
			if n > most {
				continue
			}
			d.progress("cost of %d scenes", n)
			p, err := costPair(n, edited)
			if err != nil {
				return err
			}
			c, err := measure(p)
			if err != nil {
				return err
			}
			rows = append(rows, c.row(edited))
		}
	}
	d.table([]string{"scenes", "words", "edited scenes", "read both", "align", "classify", "align, per 1,000 scenes", "memory"}, rows)
	return nil
}

func (c cost) row(edited float64) []string {
	which := "all"
	if edited > 0 {
		which = fmt.Sprintf("%.0f %%", 100*edited)
	}
	per := c.align * 1000 / time.Duration(max(c.scenes, 1))
	return []string{
		thousands(c.scenes), thousands(c.words), which, seconds(c.parse), seconds(c.align), seconds(c.classify), seconds(per),
		fmt.Sprintf("%s MB", thousands(int(c.heap>>20))),
	}
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
