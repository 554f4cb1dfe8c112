package diff

import (
	"testing"

	"git-scene/scenes"
)

// TestEqualHashes: where two texts happen to have one hash, no pass says that
// not a word of them differs.
func TestEqualHashes(t *testing.T) {
	draft := func(texts ...string) *scenes.Manuscript {
		m := &scenes.Manuscript{}
		for i, text := range texts {
			b := &scenes.Beat{Text: text, Words: scenes.CountWords(text)}
			m.Scenes = append(m.Scenes, &scenes.Scene{Ordinal: i + 1, Title: "One", Beats: []*scenes.Beat{b}, Words: b.Words})
		}
		return m
	}
	m := newMatcher(draft("the ship sails tonight", "it rained"), draft("nobody ever came home", "it rained"))
	for _, s := range []*side{&m.x, &m.y} {
		for _, u := range []*unit{s.units[0], s.beats[0].unit, s.units[1], s.beats[1].unit} {
			u.hash = 7
		}
	}
	sameText.Run(m)
	if m.x.link[0] >= 0 || m.y.link[0] >= 0 {
		t.Error("scenes of other words are paired as the same text")
	}
	if m.likeness(0, 0) == one || m.beatScore(m.x.beats[0].unit, m.y.beats[0].unit) == one {
		t.Error("other words are alike in all")
	}
	if g := m.playBeats(); g.toY[0] == 0 {
		t.Error("beats of other words are paired as equal")
	}
}
