package diff

import "sync"

// number gives numbers to all words of some texts. All processors read, each
// a run of the texts with a vocabulary of its own; then words get the numbers
// that a single reader would have given them, so that nobody sees how many read.
func (v *vocabulary) number(texts []*text) {
	runs := evenRuns(texts, workers())
	readers := make([]*vocabulary, len(runs))
	var all sync.WaitGroup
	for k, r := range runs {
		all.Go(func() { readers[k] = readAll(texts[r.from:r.to]) })
	}
	all.Wait()
	for k, r := range runs {
		if v.size() == 0 {
			*v = *readers[k]
			continue
		}
		numbers := v.merge(readers[k])
		for _, t := range texts[r.from:r.to] {
			for i, w := range t.words {
				t.words[i] = numbers[w]
			}
		}
	}
}

// textRun is a run of texts: from, to-1.
type textRun struct{ from, to int }

// evenRuns cuts texts into n runs of about as many words, one at least.
func evenRuns(texts []*text, n int) []textRun {
	left := sizeOf(texts)
	var runs []textRun
	from, words := 0, 0
	for i, t := range texts {
		words += t.size
		if more := n - len(runs); more > 1 && words >= left/more {
			runs = append(runs, textRun{from, i + 1})
			from, words, left = i+1, 0, left-words
		}
	}
	return append(runs, textRun{from, len(texts)})
}

// sizeOf counts the words of texts.
func sizeOf(texts []*text) int {
	n := 0
	for _, t := range texts {
		n += t.size
	}
	return n
}

// readAll makes of texts their words, and the vocabulary of all.
func readAll(texts []*text) *vocabulary {
	size := sizeOf(texts)
	v := newVocabulary(size)
	words := make([]word, 0, size)
	for _, t := range texts {
		from := len(words)
		words = v.words(words, t.said)
		t.words = words[from:len(words):len(words)]
		if t.spoken {
			v.cue(t.said)
		}
	}
	return v
}

// lookUp finds the numbers of the words of those texts that nobody asked about;
// most of them have none.
func (v *vocabulary) lookUp(texts []*text) {
	var rest []*text
	for _, t := range texts {
		if !t.asked {
			rest = append(rest, t)
		}
	}
	var all sync.WaitGroup
	for _, r := range evenRuns(rest, workers()) {
		all.Go(func() {
			run := rest[r.from:r.to]
			words, reader := make([]word, 0, sizeOf(run)), &wordReader{}
			for _, t := range run {
				from := len(words)
				words = v.known(words, t.said, reader)
				t.words = words[from:len(words):len(words)]
			}
		})
	}
	all.Wait()
}

// merge adds the words of another vocabulary, and returns their numbers here.
func (v *vocabulary) merge(other *vocabulary) []word {
	numbers := make([]word, other.size())
	for i := range numbers {
		w := v.numberOf(other.spelling(word(i)), other.entries[i].hash)
		v.entries[w].caps.upper += other.entries[i].caps.upper
		v.entries[w].caps.lower += other.entries[i].caps.lower
		v.entries[w].caps.first += other.entries[i].caps.first
		numbers[i] = w
	}
	return numbers
}
