package story

import (
	"slices"

	"git-scene/scenes"
)

// Opening is the line on which a scene opens, given its ordinal: the first
// sentence of its prose or script. An outline has none.
func (r *Reading) Opening(scene int) (line Quote, ok bool) {
	s := r.m.Scenes[scene-1]
	b := proseIn(s.Beats)
	if b == nil {
		return Quote{}, false
	}
	start, end := scenes.NextSentence(b.Text, 0)
	return quote(s, b, b.Text[start:end]), start < end
}

// Closing is the line on which a scene closes, given its ordinal.
func (r *Reading) Closing(scene int) (line Quote, ok bool) {
	s := r.m.Scenes[scene-1]
	beats := slices.Clone(s.Beats)
	slices.Reverse(beats)
	b := proseIn(beats)
	if b == nil {
		return Quote{}, false
	}
	last := ""
	for i := 0; ; {
		start, end := scenes.NextSentence(b.Text, i)
		if start == len(b.Text) {
			return quote(s, b, last), last != ""
		}
		last, i = b.Text[start:end], end
	}
}

// proseIn is the first of some beats of a scene, a motto read over, where it
// is prose or script; nil otherwise.
func proseIn(beats []*scenes.Beat) *scenes.Beat {
	for _, b := range beats {
		switch {
		case b.Kind == scenes.Quote || b.Words == 0:
		case prose(b) && len(b.Text) <= longestBeat:
			return b
		default:
			return nil
		}
	}
	return nil
}

// prose says whether a beat is running text or script, as a reader of the book
// meets it: no bullet, no table.
func prose(b *scenes.Beat) bool {
	return b.Kind == scenes.Paragraph || b.Kind == scenes.Action || b.Kind == scenes.Dialogue
}
