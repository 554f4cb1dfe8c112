package diff

import (
	"slices"
	"strings"

	"git-scene/scenes"
)

// spread is in how many scenes of each side a word stands.
type spread struct {
	old, new   map[string][]int
	lower      map[string]bool // it is also written small: no name
	nOld, nNew int
}

// spread reads the words of all scenes.
func (r *Report) spread() *spread {
	s := &spread{old: map[string][]int{}, new: map[string][]int{}, lower: map[string]bool{}, nOld: r.Old.Scenes, nNew: r.New.Scenes}
	for _, row := range r.Scenes {
		for _, b := range row.Beats {
			for _, x := range b.Old {
				s.enter(s.old, x.Scene, x.Text)
			}
			for _, x := range b.New {
				s.enter(s.new, x.Scene, x.Text)
			}
		}
		for _, x := range row.Old {
			s.enter(s.old, x.Ordinal, x.Title)
		}
		for _, x := range row.New {
			s.enter(s.new, x.Ordinal, x.Title)
		}
	}
	for _, of := range []map[string][]int{s.old, s.new} {
		for w, in := range of {
			slices.Sort(in)
			of[w] = slices.Compact(in)
		}
	}
	return s
}

// enter notes the words of a text of a scene.
func (s *spread) enter(into map[string][]int, scene int, text string) {
	for i := 0; ; {
		start, end := scenes.NextWord(text, i)
		if start == len(text) {
			return
		}
		w := foldedWord(text[start:end])
		into[w] = append(into[w], scene)
		if !startsUpper(text[start:end]) {
			s.lower[w] = true
		}
		i = end
	}
}

// foldedWords are the words of a text in lower case, each without the s that
// may be a plural's: no more is known of any language here.
func foldedWords(text string) []string {
	var all []string
	for i := 0; ; {
		start, end := scenes.NextWord(text, i)
		if start == len(text) {
			return all
		}
		all = append(all, foldedWord(text[start:end]))
		i = end
	}
}

func foldedWord(word string) string {
	w := strings.TrimSpace(scenes.Fold(word))
	if len(w) > emphasisWidth {
		w = strings.TrimSuffix(w, "s")
	}
	return w
}

// score is how telling a passage is, as a share: what its words weigh, by
// their number, so that neither a long nor a short one wins by its length.
func (s *spread) score(seek Seek, said string) int {
	const scale = 1000
	words := foldedWords(said)
	sum, seen := 0, map[string]bool{}
	for _, w := range words {
		if !seen[w] {
			seen[w] = true
			sum += s.weight(seek, w, scale)
		}
	}
	n := len(words)
	if n > mostQuoted || n < leastQuoted {
		return -1
	}
	if strings.ContainsAny(said[len(said)-1:], ".?!\"") || strings.HasSuffix(said, "”") {
		sum += sum / 2 // a whole sentence, or speech, says more than a heading
	}
	return sum / (n + mostQuoted/2)
}

// weight is what a word tells: of what is new or gone, how much wider it is
// spread on that side than on the other; of what stands, how widely it is on
// both, unless it is everywhere, as words are that only hold sentences together.
func (s *spread) weight(seek Seek, w string, scale int) int {
	a, b := len(s.old[w]), len(s.new[w])
	if !s.lower[w] || len(w) <= emphasisWidth {
		return 0
	}
	switch seek {
	case Gone:
		a, b = b, a
		fallthrough
	case Fresh:
		if b <= a {
			return 0
		}
		return scale * (b - a) * (b - a) / (a + b)
	}
	if 5*a > s.nOld || 5*b > s.nNew {
		return 0
	}
	return scale * min(a, b)
}
