package diff

import (
	"iter"
	"slices"

	"git-scene/scenes"
)

// Seek says which passages are worth a quote.
type Seek uint8

const (
	Fresh   Seek = iota // passages that are new, richest in words that the old draft had in fewer scenes
	Gone                // passages that are cut, alike
	Lasting             // passages that stand, richest in words that both drafts share
)

// A quote is a sentence, or the sentences of a beat, of about so many words:
// less says little alone, more is a page.
const (
	leastQuoted = 6
	mostQuoted  = 34
)

// Quote finds the most telling passage in some scenes, of the old side where
// what is gone is sought and else of the new. ok is false where the scenes hold
// no passage of that kind.
func (r *Report) Quote(seek Seek, ordinals ...int) (best Evidence, ok bool) {
	weights := r.spread()
	most := -1
	for q := range r.sought(seek, ordinals) {
		if score := weights.score(seek, q.Quote); score > most {
			most, ok, best = score, true, q
		}
	}
	return best, ok
}

// sought are all passages in some scenes among which a quote is sought.
func (r *Report) sought(seek Seek, ordinals []int) iter.Seq[Evidence] {
	return func(yield func(Evidence) bool) {
		for beat := range r.beatsSought(seek) {
			if !slices.Contains(ordinals, beat.Scene) {
				continue
			}
			for _, said := range quotable(beat.Text) {
				if !yield(quoteOf(beat, seek.side(), said)) {
					return
				}
			}
		}
	}
}

func (r *Report) beatsSought(seek Seek) iter.Seq[Beat] {
	return func(yield func(Beat) bool) {
		for _, row := range r.Scenes {
			for _, b := range row.Beats {
				for _, beat := range b.sought(seek) {
					if !yield(beat) {
						return
					}
				}
			}
		}
	}
}

func quoteOf(b Beat, side, said string) Evidence {
	return Evidence{Side: side, Scene: b.Scene, Path: b.Path, Line: b.Line, EndLine: b.EndLine, Quote: said}
}

func (s Seek) side() string {
	if s == Gone {
		return onOld
	}
	return onNew
}

// sought are the beats of a row among which a quote is sought.
func (b *BeatRow) sought(s Seek) []Beat {
	switch {
	case s == Fresh && b.Kind != "kept" && (len(b.Old) == 0 || b.Score < one):
		return b.New
	case s == Gone && len(b.New) == 0:
		return b.Old
	case s == Lasting && b.Kind == "kept":
		return b.New
	}
	return nil
}

// quotable are what of a beat can be quoted: each sentence, and the whole
// where it is short.
func quotable(text string) []string {
	if n := scenes.CountWords(text); n <= mostQuoted {
		return []string{text}
	}
	var all []string
	for i := 0; ; {
		start, end := scenes.NextSentence(text, i)
		if start == len(text) {
			return all
		}
		all = append(all, text[start:end])
		i = end
	}
}
