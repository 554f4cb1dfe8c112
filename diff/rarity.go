package diff

import "sync"

// rarity is the weight of each word by how many units hold it, in 1/256 bit:
// a word in every unit weighs nothing, whatever the language.
type rarity []int32

// ask makes sure that all words of some units have numbers and a rarity. A
// word counts by its rarity in both whole manuscripts; but the other words
// need no numbers for that, and most of a book stands: nobody asks about it.
func (m *matcher) ask(units ...*unit) {
	var asked []*text
	for _, u := range units {
		asked = appendNew(asked, u.texts)
	}
	if len(asked) == 0 {
		return
	}
	if sizeOf(asked)*askedShare > sizeOf(m.texts) {
		asked = appendNew(asked, m.texts)
	}
	m.vocabulary.number(asked)
	m.vocabulary.lookUp(m.texts)
	m.count()
}

// askedShare is the part of all words from which on it costs less to give
// numbers to all of them than to look up the rest.
const askedShare = 6

// askAll is ask for whoever may compare any scene with any.
func (m *matcher) askAll() {
	m.ask(m.x.units...)
	m.ask(m.y.units...)
}

// appendNew appends those of some texts that nobody asked about before.
func appendNew(asked, texts []*text) []*text {
	for _, t := range texts {
		if !t.asked {
			t.asked = true
			asked = append(asked, t)
		}
	}
	return asked
}

// tally is in how many scenes and beats a word stands, and the last of each in
// which it was met, from 1.
type tally struct{ scenes, beats, scene, beat int32 }

// count measures the rarity of the words that have numbers, among scenes and
// among beats, each side by itself.
func (m *matcher) count() {
	size := m.vocabulary.size()
	var x []tally
	var other sync.WaitGroup
	other.Go(func() { x = m.x.tally(size) })
	y := m.y.tally(size)
	other.Wait()
	m.rarity = rarities(size, len(m.x.units)+len(m.y.units), func(w int) int32 { return x[w].scenes + y[w].scenes })
	m.beatRarity = rarities(size, len(m.x.beats)+len(m.y.beats), func(w int) int32 { return x[w].beats + y[w].beats })
	m.bulk = movedRare * log2(len(m.x.beats)+len(m.y.beats)+1) / 10
}

// tally counts the scenes and beats of a side that hold each word.
func (s *side) tally(size int) []tally {
	all := make([]tally, size)
	for k, b := range s.beats {
		scene, beat := int32(b.scene+1), int32(k+1)
		for _, w := range b.texts[0].words {
			if w == unknown {
				continue
			}
			t := &all[w]
			if t.beat != beat {
				t.beat = beat
				t.beats++
			}
			if t.scene != scene {
				t.scene = scene
				t.scenes++
			}
		}
	}
	return all
}

// rarities are those of the words of a vocabulary, given of how many of n
// units hold each.
func rarities(size, n int, holders func(w int) int32) rarity {
	r := make(rarity, size)
	most := log2(n + 1)
	for w := range r {
		if k := holders(w); k > 0 {
			r[w] = int32(max(most-log2(int(k)), 0))
		}
	}
	return r
}
