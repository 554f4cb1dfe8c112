package story

// plainWords are the words that stand somewhere without a capital, by their
// hashes: a table of which at most half is taken, each entry at the first free
// place from its own. That two of a book's words share all 64 bits is past
// all likelihood.
type plainWords struct {
	table []uint64
	taken int
}

// wordHash is FNV-1a, 64 bits, never zero.
func wordHash(w string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return max(h, 1)
}

// add notes those of some words that have no capital.
func (p *plainWords) add(words []textWord) {
	for i := range words {
		if !words[i].capital {
			p.put(wordHash(words[i].lower))
		}
	}
}

func (p *plainWords) put(h uint64) {
	if 2*p.taken >= len(p.table) {
		p.grow()
	}
	if at := p.find(h); p.table[at] == 0 {
		p.table[at] = h
		p.taken++
	}
}

// find is where a hash stands, or else belongs.
func (p *plainWords) find(h uint64) uint64 {
	mask := uint64(len(p.table) - 1)
	at := (h >> 32) & mask
	for p.table[at] != 0 && p.table[at] != h {
		at = (at + 1) & mask
	}
	return at
}

func (p *plainWords) grow() {
	old := p.table
	p.table = make([]uint64, max(1<<12, 2*len(old)))
	for _, h := range old {
		if h != 0 {
			p.table[p.find(h)] = h
		}
	}
}

// has says whether a word stands without a capital.
func (p *plainWords) has(word string) bool {
	return len(p.table) > 0 && p.table[p.find(wordHash(word))] != 0
}
