package diff

import (
	"fmt"
	"slices"
	"strings"

	"git-scene/scenes"
	"git-scene/story"
)

// setting compares where and when a scene plays, where both sides are
// decisive. For a scene of either side:
//
//	   the place                                                 the time
//	A  the author notes it on both, and not in other words       the same
//	B  each side's opening names one that the other side's       each side's opening names a part of the day
//	   scene does not name, and who is in one is not in          that the other's scene does not name
//	   the other
var setting = Signal{
	Name: "setting", Doc: "where and when a scene plays",
	Glance: func(found []Finding) []string { return []string{"another " + inScenesSaid(found)} },
	Said:   settingSaid,
	Result: settingResult,
	find: func(t *told) []Finding {
		var found []Finding
		for _, row := range t.rows {
			if old, new, ok := t.pair(row); ok {
				found = append(found, t.settingChange(old, new, false)...)
			}
			for _, p := range t.joined(row) {
				found = append(found, t.settingChange(p[0], p[1], true)...)
			}
		}
		return found
	},
}

// joined are the scenes of a row where some were merged or one was split, each
// of one side with each of the other.
func (t *told) joined(row Row) (pairs [][2]*scenes.Scene) {
	if len(row.Old)+len(row.New) < 3 {
		return nil
	}
	for _, o := range row.Old {
		for _, n := range row.New {
			pairs = append(pairs, [2]*scenes.Scene{t.a.Old.Scenes[o.Ordinal-1], t.a.New.Scenes[n.Ordinal-1]})
		}
	}
	return pairs
}

// openingSure is how sure a reader may be of places that two openings name,
// where somebody is in both; passedSure where one of them is only passed.
const (
	openingSure = 6000
	passedSure  = 5000
)

// settingChange says what differs, if anything. Of scenes that were joined the
// author must note the place, and neither name the other's: where they were one,
// it may have gone there before.
func (t *told) settingChange(old, new *scenes.Scene, joined bool) []Finding {
	a, b := t.old.Setting(old.Ordinal), t.new.Setting(new.Ordinal)
	if joined && (!a.Noted || !b.Noted || t.anyPlayed(old.Ordinal, new.Ordinal, a, b)) {
		return nil
	}
	f := Finding{Change: "changed"}
	f.inScenes(old, new)
	switch sure := t.placeChange(old.Ordinal, new.Ordinal, a, b); {
	case sure > 0:
		f.Confidence, f.Text = Score(sure), fmt.Sprintf("%s, was %s", placeSaid(b), placeSaid(a))
		f.Evidence = []Evidence{evidence(onOld, a.Quote), evidence(onNew, b.Quote)}
	default:
		if sure = t.timeChange(old.Ordinal, new.Ordinal, a, b); sure == 0 || joined {
			return nil
		}
		f.Confidence, f.Text = Score(sure), timeText(a, b)
		f.Evidence = []Evidence{evidence(onOld, a.When), evidence(onNew, b.When)}
	}
	return []Finding{f}
}

// anyPlayed says whether one of two scenes names a place of the other's.
func (t *told) anyPlayed(old, new int, a, b story.Setting) bool {
	return slices.ContainsFunc(a.Spots, func(p story.Spot) bool { return t.new.PlayedAt(new, p) }) ||
		slices.ContainsFunc(b.Spots, func(p story.Spot) bool { return t.old.PlayedAt(old, p) })
}

func placeSaid(s story.Setting) string {
	if s.Noted {
		return "at " + s.Place
	}
	for way, at := range map[string]string{"to ": "at ", "from ": "at ", "into ": "in ", "onto ": "on "} { // as one is there: "at the inn", of "to the inn"
		if rest, ok := strings.CutPrefix(s.Place, way); ok {
			return at + rest
		}
	}
	return s.Place
}

// timeText is what is told of a time that changed.
func timeText(a, b story.Setting) string {
	if a.Dated && b.Dated {
		return fmt.Sprintf(timeIs+"%s, was %s", b.Time, a.Time)
	}
	return fmt.Sprintf("%s, was %s", b.Time, a.Time)
}

// timeIs begins what is told of a time that the author notes.
const timeIs = "the time is "

// placeChange is how sure it is that two scenes play in different places, 0
// for not at all.
func (t *told) placeChange(old, new int, a, b story.Setting) (sure int) {
	switch {
	case a.Noted && b.Noted:
		if t.sameNote(a.Place, b.Place) {
			return 0
		}
		return notedSure
	case !a.Apart(b) || t.new.PlayedAt(new, a.Spots[0]) || t.old.PlayedAt(old, b.Spots[0]):
		return 0
	case t.renamedTown(a.Spots[0], b.Spots[0]):
		return 0
	case a.Spots[0].Here && b.Spots[0].Here:
		return openingSure
	case a.Spots[0].Here || b.Spots[0].Here:
		return passedSure
	}
	return 0
}

// renamedTown says whether a place only has a new name throughout.
func (t *told) renamedTown(old, new story.Spot) bool {
	return t.old.Scenes(old) > 1 && t.new.Scenes(old) == 0 && t.new.Scenes(new) > 1 && t.old.Scenes(new) == 0
}

// timeChange is the same of the time.
func (t *told) timeChange(old, new int, a, b story.Setting) (sure int) {
	switch {
	case a.Dated && b.Dated:
		if t.sameNote(a.Time, b.Time) || a.Same(b) && !strings.ContainsAny(a.Time+b.Time, "0123456789") {
			return 0
		}
		return notedSure
	case !a.Later(b) || t.new.ToldAt(new, a) || t.old.ToldAt(old, b):
		return 0
	}
	return openingSure
}
