package story

import (
	"strings"

	"git-scene/scenes"
)

// Speech is how much of a scene is said aloud.
type Speech struct {
	Said, All int   // words of its prose or script
	Quote     Quote // from the longest speech, of the beats that were asked for if there is one in them
}

// Speech reads how much of a scene, given its ordinal, is said aloud: by
// quotation marks and dashes, and by a script's cues.
func (r *Reading) Speech(scene int, asked func(*scenes.Beat) bool) Speech {
	var speech Speech
	longest := 0
	s := r.m.Scenes[scene-1]
	for _, b := range readable(s) {
		if !prose(b) {
			continue
		}
		speech.All += b.Words
		for _, x := range saidIn(b) {
			words := scenes.CountWords(b.Text[x[0]:x[1]])
			speech.Said += words
			if words > 0 && asked(b) {
				words += longestBeat // before any other
			}
			if words > longest {
				longest, speech.Quote = words, quote(s, b, quotedSpeech(b.Text[x[0]:x[1]]))
			}
		}
	}
	return speech
}

// Aloud says whether anything is said aloud anywhere in the manuscript, so that
// it is known how its author marks it.
func (r *Reading) Aloud() bool {
	for _, s := range r.m.Scenes {
		for _, b := range readable(s) {
			if prose(b) && len(saidIn(b)) > 0 {
				return true
			}
		}
	}
	return false
}

// SaidAloud counts the words of a paragraph that are said aloud.
func SaidAloud(text string) int {
	n := 0
	for _, x := range quotedSpans(text) {
		n += scenes.CountWords(text[x[0]:x[1]])
	}
	return n
}

// saidIn are the ranges of a beat that are said aloud.
func saidIn(b *scenes.Beat) spans {
	if b.Kind == scenes.Dialogue {
		return spans{{len(b.Text) - len(spoken(b)), len(b.Text)}}
	}
	return quotedSpans(b.Text)
}

// quotedSpeech is a speech as it is quoted, without the mark before it: whole,
// or its first sentence.
func quotedSpeech(said string) string {
	said = strings.TrimLeft(said, "\"'“”„«»‹›‚‘「『—–― ")
	if scenes.CountWords(said) <= quoteWords {
		return said
	}
	return sentenceAt(said, 0)
}
