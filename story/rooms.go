package story

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// rooms are the words for places that a lexicon knows, in the singular, words
// of two parts with a hyphen.
type rooms struct {
	of    map[string]room
	heads wordSet // first parts of those of two parts
}

// room is what a word for a place means. Kinds of place are bits: those that
// it may hold, and those in which it may lie.
type room struct {
	word        int // the same for words that mean the same
	holds, lies uint64
}

// apart says whether who is in one place cannot be in the other: they are not
// the same in other words, and neither may hold the other.
func (a room) apart(b room) bool {
	return a.word != b.word && a.holds&(b.holds|b.lies) == 0 && b.holds&a.lies == 0
}

// readRooms reads the list of places: a line a kind, words that mean the same
// together. A word that stands in two lines joins what it stands with.
func readRooms(language string, node yaml.Node) rooms {
	var lines []struct{ Whole, Part []string }
	if err := node.Decode(&lines); err != nil && !node.IsZero() || len(lines) > 64 {
		panic(fmt.Sprintf("lexicon %s: list rooms: %v", language, err))
	}
	x := rooms{map[string]room{}, wordSet{}}
	for bit, line := range lines {
		for _, same := range line.Whole {
			x.add(strings.Fields(same), room{holds: 1 << bit})
		}
		for _, same := range line.Part {
			x.add(strings.Fields(same), room{lies: 1 << bit})
		}
	}
	return x
}

func (x rooms) add(same []string, kind room) {
	meaning := len(x.of) + 1
	joined := map[int]bool{}
	for _, w := range same {
		if r, ok := x.of[w]; ok {
			meaning = r.word
			joined[r.word] = true
			kind.holds |= r.holds
			kind.lies |= r.lies
		}
		if first, _, ok := strings.Cut(w, "-"); ok {
			x.heads[first] = true
		}
		x.of[w] = room{}
	}
	kind.word = meaning
	for _, w := range same {
		x.of[w] = kind
	}
	for w, r := range x.of {
		if joined[r.word] {
			x.of[w] = kind
		}
	}
}

// at is word i of a text as a place, in the singular, and the word behind it;
// "pump house" and "pump-house" are one word here.
func (x rooms) at(text string, words []textWord, i int) (w textWord, next int, ok bool) {
	w, next = words[i], i+1
	if next < len(words) && x.heads[w.lower] && strings.Contains(" -", text[w.end:words[next].start]) {
		both := w
		both.lower, both.end = w.lower+"-"+words[next].lower, words[next].end
		if both, ok = x.singular(both); ok {
			return both, next + 1, true
		}
	}
	w, ok = x.singular(w)
	return w, next, ok
}

func (x rooms) singular(w textWord) (textWord, bool) {
	if _, ok := x.of[w.lower]; ok {
		return w, true
	}
	if s, ok := strings.CutSuffix(w.lower, "s"); ok {
		if _, ok := x.of[s]; ok {
			w.lower = s
			return w, true
		}
	}
	return w, false
}
