package diff

import (
	"cmp"
	"slices"
)

// course is how a scene runs: its telling words, with where in it they stand.
// A scene that is written anew in other words still names the same things in
// the same order, the rope before the bell and the bell before the knife;
// another scene with the same people in the same place names them anywhere.
type course struct {
	marks []mark // by word, then by place
	bulk  int    // sum of the rarities of the distinct words
}

// mark is a word at its place in a scene: 0 is the first word, one the last.
type mark struct {
	word word
	at   int
}

// tellingRarity is the rarity from which a word is a mark of a course: it
// stands in half of the scenes at most.
const tellingRarity = 256

func (m *matcher) course(u *unit) course {
	var c course
	words := u.words()
	last := max(len(words)-1, 1)
	for k, w := range words {
		if m.rarity[w] >= tellingRarity {
			c.marks = append(c.marks, mark{w, k * one / last})
		}
	}
	slices.SortFunc(c.marks, func(a, b mark) int { return cmp.Or(cmp.Compare(a.word, b.word), a.at-b.at) })
	for k, s := range c.marks {
		if k == 0 || c.marks[k-1].word != s.word {
			c.bulk += int(m.rarity[s.word])
		}
	}
	return c
}

// courses are those of several units.
func (m *matcher) courses(units []*unit) []course {
	all := make([]course, len(units))
	inParallel(len(units), func(k int) { all[k] = m.course(units[k]) })
	return all
}

// along is how alike two courses are, in parts of one: the share of words that
// both have, each by its rarity and by how near to the same place it stands. A
// word that is half a scene away from where the other has it counts for nothing.
func (m *matcher) along(a, b course) int {
	if a.bulk == 0 || b.bulk == 0 {
		return 0
	}
	sum := int64(0)
	for i, j := 0, 0; i < len(a.marks) && j < len(b.marks); {
		switch w, v := a.marks[i].word, b.marks[j].word; {
		case w < v:
			i++
		case w > v:
			j++
		default:
			p, q := runOfWord(a.marks, i), runOfWord(b.marks, j)
			sum += int64(m.rarity[w]) * int64(max(one-2*nearest(a.marks[i:p], b.marks[j:q]), 0)) / one
			i, j = p, q
		}
	}
	return int(min(sum*one/int64(isqrt(int64(a.bulk)*int64(b.bulk))), one))
}

// runOfWord is where the marks of the word at i end.
func runOfWord(marks []mark, i int) int {
	k := i + 1
	for k < len(marks) && marks[k].word == marks[i].word {
		k++
	}
	return k
}

// nearest is the least distance between the places of two lists of marks.
func nearest(a, b []mark) int {
	least := one
	for i, j := 0, 0; i < len(a) && j < len(b); {
		d := a[i].at - b[j].at
		least = min(least, max(d, -d))
		if d < 0 {
			i++
		} else {
			j++
		}
	}
	return least
}
