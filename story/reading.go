// Package story reads what one revision of a manuscript says of its story:
// who is in it, through whose eyes a scene is told, where and when it plays,
// and what is at stake. Each signal has a file, and every answer bears the
// words that show it. The package knows neither revisions nor changes.
//
//	r := story.Read(manuscript, config.Lore())
//	for _, p := range r.Cast() { … }
package story

import (
	"iter"
	"sync"

	"git-scene/scenes"
)

// Reading is what a manuscript says of its story. Signals are read when they
// are asked for; a Reading may be shared.
type Reading struct {
	Language string // of the lexicon that was used; "" where there is none, and no signal
	language language
	m        *scenes.Manuscript
	words    *lexicon
	lore     *lore
	cast     func() *castReading
	sexes    func() map[*Person]sex
}

// Quote is words of a manuscript that show something.
type Quote struct {
	scenes.Span
	Scene int // ordinal
	Text  string
}

// Read makes a reading of a manuscript, with what its author says of the story.
func Read(m *scenes.Manuscript, said scenes.Lore) *Reading {
	r := &Reading{m: m, language: detect(m)}
	if r.words = lexiconOf(r.language.code); r.words != nil {
		r.Language = r.language.code
	}
	r.lore = readLore(r.words, said)
	r.cast = sync.OnceValue(func() *castReading { return readCast(r) })
	r.sexes = sync.OnceValue(func() map[*Person]sex { return readSexes(r) })
	return r
}

// quote is a passage of a beat of a scene.
func quote(s *scenes.Scene, b *scenes.Beat, text string) Quote {
	return Quote{Span: b.Span, Scene: s.Ordinal, Text: text}
}

// longestBeat is the length, in bytes, of the longest beat whose story is read:
// longer than any paragraph that somebody wrote. What is longer (a book on one
// line) would take time and memory without bound.
const longestBeat = 1 << 16

// readable are the beats of a scene whose story is read, with their indices.
func readable(s *scenes.Scene) iter.Seq2[int, *scenes.Beat] {
	return func(yield func(int, *scenes.Beat) bool) {
		for i, b := range s.Beats {
			if len(b.Text) <= longestBeat && !yield(i, b) {
				return
			}
		}
	}
}

// sentenceAt is the sentence of text that holds byte i.
func sentenceAt(text string, i int) string {
	for from := 0; ; {
		start, end := scenes.NextSentence(text, from)
		if end > i || start == len(text) {
			return text[start:max(start, end)]
		}
		from = end
	}
}
