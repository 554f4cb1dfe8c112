package diff

import (
	"fmt"
	"slices"
	"strings"

	"git-scene/scenes"
	"git-scene/story"
)

// setting compares where and when a scene plays, where both sides are
// decisive: the author notes it on both, or each side's opening names places
// that the other side's scene does not name at all.
var setting = Signal{
	Name: "setting", Doc: "where and when a scene plays",
	Glance: func(found []Finding) []string { return []string{"another " + inScenesSaid(found)} },
	Said:   settingSaid,
	Result: settingResult,
	find: func(t *told) []Finding {
		var found []Finding
		for _, row := range t.rows {
			if old, new, ok := t.pair(row); ok {
				a, b := t.old.Setting(old.Ordinal), t.new.Setting(new.Ordinal)
				text, sure := t.settingChange(old.Ordinal, new.Ordinal, a, b)
				found = appendSetting(found, text, sure, a, b)
			}
		}
		return found
	},
}

func appendSetting(found []Finding, text string, sure int, a, b story.Setting) []Finding {
	if text == "" {
		return found
	}
	f := Finding{Change: "changed", Confidence: Score(sure), Text: text, Evidence: []Evidence{evidence(onOld, a.Quote), evidence(onNew, b.Quote)}}
	f.SceneOld, f.SceneNew = &a.Quote.Scene, &b.Quote.Scene
	return append(found, f)
}

// openingSure is how sure a reader may be of places that two openings name.
const openingSure = 6000

// settingChange says what differs, "" for nothing.
func (t *told) settingChange(old, new int, a, b story.Setting) (text string, sure int) {
	switch {
	case a.Noted && b.Noted && scenes.Fold(a.Place) != scenes.Fold(b.Place):
		return fmt.Sprintf("at %s, was at %s", b.Place, a.Place), notedSure
	case a.Time != "" && b.Time != "" && scenes.Fold(a.Time) != scenes.Fold(b.Time):
		return fmt.Sprintf("the time is %s, was %s", b.Time, a.Time), notedSure
	case a.Noted || b.Noted || len(a.Rooms) == 0 || len(b.Rooms) == 0:
		return "", 0
	}
	stays := slices.ContainsFunc(a.Rooms, func(room string) bool { return t.new.PlayedAt(new, room) }) ||
		slices.ContainsFunc(b.Rooms, func(room string) bool { return t.old.PlayedAt(old, room) })
	if stays {
		return "", 0
	}
	return fmt.Sprintf("%s, was %s", arrived(b.Place), arrived(a.Place)), openingSure
}

// arrived is a place as one is at it: "at the inn", of "to the inn".
func arrived(place string) string {
	for way, at := range map[string]string{"to ": "at ", "from ": "at ", "into ": "in ", "onto ": "on "} {
		if rest, ok := strings.CutPrefix(place, way); ok {
			return at + rest
		}
	}
	return place
}
