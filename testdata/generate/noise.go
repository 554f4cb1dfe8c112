package generate

import (
	"math/rand/v2"
	"strings"
)

// noiser puts scenes in other words.
type noiser struct {
	Noise
	source *Source
	pool   []string // sentences of the book
	rand   *rand.Rand
}

// restShare is the word noise of sentences that were not replaced.
const restShare = 0.1

// scene puts one scene in other words.
func (n *noiser) scene(s *scene) {
	if n.Of == Sentences {
		n.sentences(s)
		return
	}
	hit := n.hits(s.words())
	for k := range s.beats {
		n.beat(&s.beats[k], hit)
	}
}

// hits says, word by word or sentence by sentence, which of so many are hit:
// each by chance, or all in one stretch.
func (n *noiser) hits(total int) func() bool {
	if !n.Concentrated {
		return func() bool { return n.rand.Float64() < n.Share }
	}
	length := int(n.Share*float64(total) + 0.5)
	first, i := n.rand.IntN(total-length+1), -1
	return func() bool {
		i++
		return first <= i && i < first+length
	}
}

// beat deletes, doubles or replaces the words of a beat that are hit. Its
// first word stands, so that it still begins like a sentence, and so does the
// beat where too little would be left of it.
func (n *noiser) beat(b *beat, hit func() bool) {
	text, lost := n.words(b.text, hit)
	if count(text) >= min(leastWords, count(b.text)) {
		b.text, b.stands = text, max(b.stands-lost, 0)
	}
}

// leastWords is what noise leaves of a beat.
const leastWords = 3

func (n *noiser) words(text string, hit func() bool) (_ string, lost int) {
	var out []string
	for i, w := range fields(text) {
		if !hit() || i == 0 {
			out = append(out, w)
			continue
		}
		switch n.rand.IntN(4) {
		case 0:
			lost++
		case 1:
			out = append(out, w, w)
		default:
			lost++
			before, _, behind := parse(w)
			out = append(out, before+n.source.vocabulary[n.rand.IntN(len(n.source.vocabulary))]+behind)
		}
	}
	return strings.Join(out, " "), lost
}

// sentences replaces those sentences of a scene that are hit, and makes a
// little noise in the others.
func (n *noiser) sentences(s *scene) {
	total := 0
	for _, b := range s.beats {
		total += len(sentences(b.text))
	}
	hit := n.hits(total)
	little := func() bool { return n.rand.Float64() < restShare }
	for k := range s.beats {
		b := &s.beats[k]
		var out []string
		for _, sentence := range sentences(b.text) {
			lost := count(sentence)
			if hit() {
				sentence = n.pool[n.rand.IntN(len(n.pool))]
			} else {
				sentence, lost = n.words(sentence, little)
			}
			out = append(out, sentence)
			b.stands = max(b.stands-lost, 0)
		}
		b.text = strings.Join(out, " ")
	}
}

// sentencePool lists the sentences of a source as scenes of so many words hold
// them.
func sentencePool(s *Source, words int) []string {
	var pool []string
	for _, beats := range s.cut(words) {
		for _, b := range beats {
			for _, sentence := range sentences(b) {
				if sentence = begin(sentence); count(sentence) >= leastWords {
					pool = append(pool, sentence)
				}
			}
		}
	}
	return pool
}
