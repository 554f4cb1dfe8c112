package generate

import (
	"fmt"
	"slices"
)

// book is one draft: scenes in reading order, each in a chapter.
type book struct {
	chapters []string // titles, "" where they have none
	scenes   []scene  // their chapters ascend
}

type scene struct {
	chapter int
	title   string
	from    []int // the old scenes that it comes from; an old scene's own index
	beats   []beat
}

// beat is a beat, and what it was in the old draft.
type beat struct {
	text   string
	scene  int // the old scene it stood in, none for a new beat
	index  int // its place there
	stands int // words of the old beat that still stand
}

const none = -1

func (s scene) words() int {
	n := 0
	for _, b := range s.beats {
		n += count(b.text)
	}
	return n
}

// clone copies a book so far that strokes on the copy leave it alone.
func (b book) clone() book {
	c := book{slices.Clone(b.chapters), slices.Clone(b.scenes)}
	for i, s := range c.scenes {
		c.scenes[i].from, c.scenes[i].beats = slices.Clone(s.from), slices.Clone(s.beats)
	}
	return c
}

// chapterScenes is how many scenes a chapter has; leastScenes, how many the
// last one must have to be a chapter of its own.
const (
	chapterScenes = 8
	leastScenes   = 4
)

// compose makes the old draft: scenes that follow each other in the source,
// less those that are held back for the new one.
func compose(s *Source, p Plan) (old book, reserve []scene, err error) {
	cut := s.cut(p.SceneWords)
	n := int(float64(len(cut)) / (1 + p.Insert + p.Replace + p.Twin))
	if p.Scenes > 0 {
		n = min(n, p.Scenes)
	}
	held, twins := share(p.Insert, n)+share(p.Replace, n), share(p.Twin, n)
	if n < 2 || n+held > len(cut) {
		return book{}, nil, fmt.Errorf("%d words of source give %d scenes of %d words, which is no book", s.words, len(cut), p.SceneWords)
	}
	r := p.stream(windowStage)
	first := r.IntN(len(cut) - n - held + 1)
	back := map[int]bool{}
	for _, i := range r.Perm(n + held)[:held] {
		back[i] = true
	}
	for i, beats := range cut[first : first+n+held] {
		sc := scene{beats: make([]beat, len(beats))}
		for k, text := range beats {
			sc.beats[k] = beat{text: text, scene: none}
		}
		if back[i] {
			reserve = append(reserve, sc)
		} else {
			old.scenes = append(old.scenes, sc)
		}
	}
	addTwins(s, p, &old, twins)
	old.arrange(s, p)
	return old, reserve, nil
}

// addTwins puts near-duplicates of some scenes anywhere in the old draft.
func addTwins(s *Source, p Plan, old *book, n int) {
	r := p.stream(twinStage)
	noise := noiser{Noise{Share: nearShare}, s, nil, r}
	for _, i := range r.Perm(len(old.scenes))[:n] {
		twin := scene{beats: slices.Clone(old.scenes[i].beats)}
		noise.scene(&twin)
		old.scenes = slices.Insert(old.scenes, r.IntN(len(old.scenes)+1), twin)
	}
}

// nearShare is how many words a near-duplicate has of its own.
const nearShare = 0.15

// arrange gives chapters and titles, and says of each scene and beat that it
// comes from itself.
func (b *book) arrange(s *Source, p Plan) {
	t := newTitler(s, p, titleStage)
	for i := range b.scenes {
		sc := &b.scenes[i]
		sc.from = []int{i}
		for k := range sc.beats {
			sc.beats[k] = beat{sc.beats[k].text, i, k, count(sc.beats[k].text)}
		}
		if i%chapterScenes == 0 && (i == 0 || len(b.scenes)-i >= leastScenes) {
			b.chapters = append(b.chapters, t.chapter())
		}
		sc.chapter = len(b.chapters) - 1
		sc.title = t.scene(*sc)
	}
}

// share is so many of n, one at least where anything is wanted.
func share(part float64, n int) int {
	if part == 0 {
		return 0
	}
	return max(1, int(part*float64(n)+0.5))
}
