package diff

import (
	"sync"

	"git-scene/scenes"
)

// interned are the texts of the beats of two manuscripts as numbers.
type interned struct {
	*vocabulary
	at    map[string]int // of each text: its number
	texts []wordSpan     // by number
	words [][]word       // by run
}

// wordSpan is where the words of a text stand: in a run, from, to-1.
type wordSpan struct{ run, from, to int }

// intern reads every text once, though most beats stand on both sides. All
// processors read, each a run of the texts with a vocabulary of its own; then
// words get the numbers that a single reader would have given them, so that
// nobody sees how many read.
func intern(x, y *scenes.Manuscript) *interned {
	n := &interned{at: map[string]int{}}
	texts := n.distinct(x, y)
	n.texts = make([]wordSpan, len(texts))
	runs := evenRuns(texts, workers())
	n.words = make([][]word, len(runs))
	readers := make([]*vocabulary, len(runs))
	var all sync.WaitGroup
	for k, r := range runs {
		all.Go(func() { readers[k] = n.read(k, r.from, texts[r.from:r.to]) })
	}
	all.Wait()
	n.vocabulary = readers[0]
	for k, v := range readers[1:] {
		numbers := n.merge(v)
		words := n.words[k+1]
		for i, w := range words {
			words[i] = numbers[w]
		}
	}
	return n
}

// of are the words of beats that stand behind each other. Where they were read
// so, as the beats of most scenes were, nothing is copied.
func (n *interned) of(beats ...*scenes.Beat) []word {
	var at wordSpan
	for k, b := range beats {
		next := n.texts[n.at[b.Text]]
		if k > 0 && (next.run != at.run || next.from != at.to) {
			return n.copied(beats)
		}
		if k == 0 {
			at = next
		}
		at.to = next.to
	}
	return n.words[at.run][at.from:at.to:at.to]
}

func (n *interned) copied(beats []*scenes.Beat) []word {
	size := 0
	for _, b := range beats {
		size += b.Words
	}
	all := make([]word, 0, size)
	for _, b := range beats {
		all = append(all, n.of(b)...)
	}
	return all
}

// distinct lists the beats of both sides, of equal texts the first.
func (n *interned) distinct(sides ...*scenes.Manuscript) []*scenes.Beat {
	var texts []*scenes.Beat
	for _, m := range sides {
		for _, s := range m.Scenes {
			for _, b := range s.Beats {
				if _, known := n.at[b.Text]; !known {
					n.at[b.Text] = len(texts)
					texts = append(texts, b)
				}
			}
		}
	}
	return texts
}

// textRun is a run of texts: from, to-1.
type textRun struct{ from, to int }

// evenRuns cuts texts into n runs of about as many words, one at least.
func evenRuns(texts []*scenes.Beat, n int) []textRun {
	left := 0
	for _, b := range texts {
		left += b.Words
	}
	var runs []textRun
	from, words := 0, 0
	for i, b := range texts {
		words += b.Words
		if more := n - len(runs); more > 1 && words >= left/more {
			runs = append(runs, textRun{from, i + 1})
			from, words, left = i+1, 0, left-words
		}
	}
	return append(runs, textRun{from, len(texts)})
}

// read makes of the texts of a run their words, and the vocabulary of all.
func (n *interned) read(run, first int, texts []*scenes.Beat) *vocabulary {
	size := 0
	for _, b := range texts {
		size += b.Words
	}
	v := newVocabulary(size)
	words := make([]word, 0, size)
	for i, b := range texts {
		from := len(words)
		words = v.words(words, b.Text)
		n.texts[first+i] = wordSpan{run, from, len(words)}
		if b.Kind == scenes.Dialogue {
			v.cue(b.Text)
		}
	}
	n.words[run] = words
	return v
}

// merge adds the words of another vocabulary, and returns their numbers here.
func (v *vocabulary) merge(other *vocabulary) []word {
	numbers := make([]word, other.size())
	for i := range numbers {
		w := v.number(other.spelling(word(i)))
		v.entries[w].caps.upper += other.entries[i].caps.upper
		v.entries[w].caps.lower += other.entries[i].caps.lower
		v.entries[w].caps.first += other.entries[i].caps.first
		numbers[i] = w
	}
	return numbers
}
