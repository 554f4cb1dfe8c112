package diff

import (
	"slices"

	"git-scene/scenes"
)

// similar pairs scenes whose words alone say that they are the same: the
// assignment that scores best among all pairs above sureScore. A title that
// both carry tells near-duplicates apart (two letters, two suppers); it can't
// bring a pair over the bar.
var similar = pass{
	Name: "similar",
	Says: map[string]string{"similar": "they are alike"},
	Run: func(m *matcher) {
		m.compare()
		for _, e := range assign(m.rivals, sureScore) {
			m.pair(e.x, e.y, min(m.likeness(e.x, e.y), one))
		}
	},
}

// compare finds the pairs of free scenes that are somewhat alike, with what
// their titles add.
func (m *matcher) compare() {
	xs, ys := m.x.free(), m.y.free()
	found := likeAll(newIndex(m.scenes(&m.y, ys), mostScenes), m.scenes(&m.x, xs), rivalScore, func(i, k, score int) (edge, bool) {
		if score >= rivalScore && sameTitle(m.x.m.Scenes[xs[i]], m.y.m.Scenes[ys[k]]) {
			score += titleTie
		}
		return edge{xs[i], ys[k], score}, score >= rivalScore
	})
	m.rivals = slices.Concat(found...)
}

// likeness is the score of two scenes' words.
func (m *matcher) likeness(x, y int) int {
	a, b := m.scene(&m.x, x), m.scene(&m.y, y)
	if a.same(b) {
		return one
	}
	return a.like(b)
}

// sameTitle says whether two scenes carry the same words as their title.
func sameTitle(a, b *scenes.Scene) bool {
	return a.Title != "" && scenes.Fold(a.Title) == scenes.Fold(b.Title) && scenes.Fold(a.Title) != ""
}
