package diff

import (
	"fmt"

	"git-scene/scenes"
)

// pinPass is the name of the pass that the author's own pins make.
const pinPass = "pin"

// pinned pairs the scenes of which the author said that they are one. No
// later pass takes such a pair apart; it may find more parts of one.
var pinned = pass{
	Name: pinPass,
	Says: map[string]string{pinPass: "you pinned them"},
	Run: func(m *matcher) {
		for _, p := range m.pins {
			m.pin(p)
		}
	},
}

// pin makes a pair, or joins a scene to the link of the other: two pins of one
// scene say that it was split, or merged.
func (m *matcher) pin(p pairing) {
	lx, ly := m.x.link[p.x], m.y.link[p.y]
	switch {
	case lx < 0 && ly < 0:
		m.pair(p.x, p.y, one)
	case lx < 0 && len(m.links[ly].New) == 1:
		m.joinX(p.x, p.y)
	case ly < 0 && len(m.links[lx].Old) == 1:
		m.joinY(p.x, p.y)
	}
}

// resolvePins finds the scenes that pins name, as (old, new), and says of each
// pin that should hold here and can't what is wrong.
//
// A pin is about one revision round: between drafts that are both older, or
// both newer, it has nothing to say, and no fault. Drafts that are compared
// backwards find it turned round; where it could be read both ways, both
// drafts hold both scenes and it is about others.
func resolvePins(old, new *scenes.Manuscript, pins []scenes.Pin) (pairs []pairing, notes []string) {
	for _, p := range pins {
		at, ok, problem := resolvePin(old, new, p)
		back, turned, _ := resolvePin(new, old, p)
		switch {
		case ok && !turned:
			pairs = append(pairs, at)
		case turned && !ok:
			pairs = append(pairs, pairing{back.y, back.x})
		case problem != "":
			notes = append(notes, fmt.Sprintf("a pin does not hold: %s; git scene pin sets it anew, git scene unpin %q takes it back", problem, p.Old))
		}
	}
	return pairs, notes
}

// resolvePin finds the two scenes of a pin. Where it can't, problem says why;
// it is "" where the pin is about other drafts than these.
func resolvePin(old, new *scenes.Manuscript, p scenes.Pin) (at pairing, ok bool, problem string) {
	olds, news := scenes.Find(old, p.Old), scenes.Find(new, p.New)
	switch {
	case len(olds) == 1 && len(news) == 1:
		return pairing{olds[0].Ordinal - 1, news[0].Ordinal - 1}, true, ""
	case len(olds) > 1:
		return at, false, fmt.Sprintf("%d old scenes are called %q", len(olds), p.Old)
	case len(news) > 1:
		return at, false, fmt.Sprintf("%d new scenes are called %q", len(news), p.New)
	case len(olds) == 1 && len(scenes.Find(new, p.Old)) == 0:
		return at, false, fmt.Sprintf("no new scene is called %q", p.New)
	case len(news) == 1 && len(scenes.Find(old, p.New)) == 0:
		return at, false, fmt.Sprintf("no old scene is called %q", p.Old)
	}
	return at, false, ""
}
