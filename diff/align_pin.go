package diff

import (
	"fmt"
	"slices"

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
	case lx < 0:
		m.joinX(p.x, p.y)
	case ly < 0:
		m.joinY(p.x, p.y)
	}
}

// undisputed leaves out the pieces that are in dispute over a pinned pair: of
// both its scenes another one has a good part of the words. A link has several
// scenes on one side alone, so that one piece would be told as split off and
// the other one as cut, and neither has more right. The pin stands as it was
// meant, for the two; what it leaves alone is said.
func (m *matcher) undisputed(pieces []piece) []piece {
	of := map[int]*[2][]int{} // of each pinned link: the pieces of side x and of side y
	for _, p := range pieces {
		l, side, i := m.whole(p)
		if m.links[l].Pass != pinPass {
			continue
		}
		if of[l] == nil {
			of[l] = &[2][]int{}
		}
		of[l][side] = append(of[l][side], i)
	}
	disputed := func(l int) bool { return of[l] != nil && len(of[l][0]) > 0 && len(of[l][1]) > 0 }
	for l, link := range m.links {
		if disputed(l) {
			old, oldPieces := m.x.describe(link.Old), m.x.describe(of[l][0])
			new, newPieces := m.y.describe(link.New), m.y.describe(of[l][1])
			if m.turned {
				old, oldPieces, new, newPieces = new, newPieces, old, oldPieces
			}
			m.notes = append(m.notes, fmt.Sprintf("you pinned %s to %s; %s, which have words of theirs, are no part of it", names(old), names(new), names(append(oldPieces, newPieces...))))
		}
	}
	return slices.DeleteFunc(pieces, func(p piece) bool { l, _, _ := m.whole(p); return disputed(l) })
}

// whole is the link that a piece may join, and the piece: its side and scene.
func (m *matcher) whole(p piece) (link, side, scene int) {
	if p.ofY {
		return m.y.link[p.y], 0, p.x
	}
	return m.x.link[p.x], 1, p.y
}

// describe are scenes as a report names them, each once.
func (s *side) describe(list []int) []Scene {
	slices.Sort(list)
	var all []Scene
	for _, i := range slices.Compact(list) {
		all = append(all, Describe(s.m.Scenes[i]))
	}
	return all
}

// agreeing leaves out the pins that earlier ones rule out: a scene may be
// split or merged, and not both at once.
func agreeing(old, new *scenes.Manuscript, pins []pairing) (held []pairing, notes []string) {
	news, olds := map[int][]int{}, map[int][]int{} // what each is pinned to
	for _, p := range pins {
		xs, ys := olds[p.y], news[p.x]
		switch {
		case slices.Contains(ys, p.y):
			continue
		case len(xs) > 0 && (len(ys) > 0 || len(news[xs[0]]) > 1), len(ys) > 0 && len(olds[ys[0]]) > 1:
			notes = append(notes, fmt.Sprintf("a pin does not hold: %s and %s are pinned to other scenes, and no scene is split and merged at once; git scene unpin takes one back",
				Describe(old.Scenes[p.x]).Name(), Describe(new.Scenes[p.y]).Name()))
			continue
		}
		news[p.x], olds[p.y] = append(ys, p.y), append(xs, p.x)
		held = append(held, p)
	}
	return held, notes
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
