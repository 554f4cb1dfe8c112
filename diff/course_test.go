package diff

import (
	"testing"

	"git-scene/scenes"
)

// TestAlong: the same things in the same order are alike, in another order
// less, other things not at all. The lone words make the marks rare.
func TestAlong(t *testing.T) {
	texts := []string{
		"rope raft barrel bell chart knife oar",
		"a rope then six casks and that bell and her knife",
		"her knife and that bell then six casks and a rope",
		"eggs spoons baby drawer cottage",
	}
	x := &scenes.Manuscript{}
	for _, s := range append(texts, "one", "two", "three", "four", "five", "six") {
		x.Scenes = append(x.Scenes, &scenes.Scene{Beats: []*scenes.Beat{{Text: s}}})
	}
	m := newMatcher(x, &scenes.Manuscript{})
	c := m.courses(m.scenes(&m.x, span(0, len(texts))))
	same, turned, other := m.along(c[0], c[1]), m.along(c[0], c[2]), m.along(c[0], c[3])
	if m.along(c[0], c[0]) != one || same <= 2*turned || other != 0 || same != m.along(c[1], c[0]) {
		t.Errorf("in order %d, turned round %d, other things %d", same, turned, other)
	}
}

// TestNames: a name is known where a sentence begins and behind Mr., in its
// forms and in a title; I is nobody's.
func TestNames(t *testing.T) {
	x := &scenes.Manuscript{Scenes: []*scenes.Scene{
		{Title: "Pell is sorry", Beats: []*scenes.Beat{{Text: "Then I saw Mags. I left."}}},
		{Beats: []*scenes.Beat{{Text: "Pell is here. They met Mr. Pell and Mags with Mags's dog. I know. Nobody came."}}},
		{Beats: []*scenes.Beat{{Text: "nothing"}}},
	}}
	m := newMatcher(x, &scenes.Manuscript{})
	m.askAll()
	for k, want := range []int{2, 2, 0} {
		if n := m.names(x.Scenes[k], m.scene(&m.x, k)); len(n.terms) != want {
			t.Errorf("scene %d names %d, want %d", k, len(n.terms), want)
		}
	}
}
