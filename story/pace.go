package story

import "git-scene/scenes"

// Pace is how long the sentences are in which a scene is told.
type Pace struct {
	Sentences, Words int
	Quote            Quote // a sentence of about their length, of the beats that were asked for if there is one in them
}

// Pace reads the sentences of a scene, given its ordinal, in which nothing is
// said aloud: speech has a pace of its own.
func (r *Reading) Pace(scene int, asked func(*scenes.Beat) bool) Pace {
	var p Pace
	s := r.m.Scenes[scene-1]
	r.told(s, func(_ *scenes.Beat, _ string, words int) {
		p.Sentences++
		p.Words += words
	})
	nearest := 0
	r.told(s, func(b *scenes.Beat, sentence string, words int) {
		off := 1 + max(words*p.Sentences-p.Words, p.Words-words*p.Sentences)
		if !asked(b) {
			off += longestBeat * p.Sentences // behind any other
		}
		if nearest == 0 || off < nearest {
			nearest, p.Quote = off, quote(s, b, sentence)
		}
	})
	return p
}

// told visits the sentences of a scene's narration, with their words.
func (r *Reading) told(s *scenes.Scene, visit func(b *scenes.Beat, sentence string, words int)) {
	for _, b := range readable(s) {
		if !prose(b) || b.Kind == scenes.Dialogue {
			continue
		}
		said := quotedSpans(b.Text)
		for i := 0; ; {
			start, end := scenes.NextSentence(b.Text, i)
			if start == len(b.Text) {
				break
			}
			i = end
			if words := scenes.CountWords(b.Text[start:end]); words > 0 && !said.touch(start, end) {
				visit(b, b.Text[start:end], words)
			}
		}
	}
}

// touch says whether any of the ranges has a part between two bytes.
func (s spans) touch(start, end int) bool {
	for _, x := range s {
		if x[0] < end && start < x[1] {
			return true
		}
	}
	return false
}
