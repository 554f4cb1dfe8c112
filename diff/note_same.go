package diff

import (
	"slices"
	"strings"

	"git-scene/scenes"
)

// noteWords are words of a note that name no place or time: they only join
// those that do, or say that a scene follows the one before.
var noteWords = map[string]bool{
	"the": true, "a": true, "an": true, "in": true, "at": true, "on": true, "of": true, "s": true, "int": true, "ext": true, "and": true,
	"continuous": true, "later": true, "same": true, "moments": true, "moment": true, "time": true, "following": true, "immediately": true, "after": true,
}

// sameNote says whether two notes of a place or a time are one in other words:
// one says no more than the other, but for spelling and for people's new names.
func (t *told) sameNote(a, b string) bool {
	x, y := noteSays(a), noteSays(b)
	for i, w := range x {
		if k := slices.IndexFunc(y, func(v string) bool { return t.sameName(w, v) }); k >= 0 {
			x[i] = y[k]
		}
	}
	if alike(strings.Join(x, ""), strings.Join(y, "")) {
		return true
	}
	return allAmong(x, y) || allAmong(y, x)
}

// noteSays are the words of a note that say something.
func noteSays(note string) []string {
	var words []string
	for _, w := range strings.Fields(scenes.Fold(note)) {
		if w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"); !noteWords[w] {
			words = append(words, w)
		}
	}
	return words
}

// allAmong says whether each of some words is, but for spelling, among others.
func allAmong(some, among []string) bool {
	for _, w := range some {
		found := false
		for _, v := range among {
			found = found || alike(w, v)
		}
		if !found {
			return false
		}
	}
	return true
}

// spelledFrom is the length, in letters, from which two words that differ in
// one are one word in two spellings: harbor and harbour, not bar and car.
const spelledFrom = 5

// alike says whether two words are one but for a letter.
func alike(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	for len(x) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return len(y) == 0 || len(y) == 1 && min(len([]rune(a)), len([]rune(b))) >= spelledFrom && !strings.ContainsAny(a+b, "0123456789")
}
