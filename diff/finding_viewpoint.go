package diff

import (
	"fmt"
	"strings"

	"git-scene/story"
)

// viewpoint compares how a scene is told, where both sides are decisive.
var viewpoint = Signal{
	Name: "viewpoint", Doc: "whose eyes a scene has, in which person and tense it is told",
	Glance: func(found []Finding) []string { return []string{"another " + inScenesSaid(found)} },
	Said:   viewpointSaid,
	Result: viewpointResult,
	find: func(t *told) []Finding {
		var found []Finding
		for _, row := range t.rows {
			old, new, ok := t.pair(row)
			if !ok {
				continue
			}
			a, b := t.old.Viewpoint(old.Ordinal), t.new.Viewpoint(new.Ordinal)
			text, sure := t.viewpointChange(a, b)
			if text == "" {
				continue
			}
			f := Finding{Change: "changed", Name: b.Head, Confidence: Score(sure), Text: text, Evidence: []Evidence{evidence(onOld, a.Quote), evidence(onNew, b.Quote)}}
			f.inScenes(old, new)
			found = append(found, f)
		}
		return found
	},
}

// How sure a reader may be of a viewpoint that changed, parts of [One].
const (
	notedSure = 9500 // the author says so on both sides
	saidSure  = 8500 // counted pronouns or tenses, or the author's word on one side
	headSure  = 6500 // whose thoughts are told
)

// viewpointChange says what differs, "" for nothing.
func (t *told) viewpointChange(a, b story.Viewpoint) (text string, sure int) {
	var said []string
	if a.Person != "" && b.Person != "" && a.Person != b.Person {
		said = append(said, fmt.Sprintf("in the %s person, was in the %s", b.Person, a.Person))
		sure = saidSure
	}
	if a.Tense != "" && b.Tense != "" && a.Tense != b.Tense {
		said = append(said, fmt.Sprintf("in the %s tense, was in the %s", b.Tense, a.Tense))
		sure = max(sure, saidSure)
	}
	if x, y, s := heads(a, b); s > 0 && !t.sameHead(x, y) {
		said = append(said, fmt.Sprintf("through %s, was through %s", y, x))
		sure = max(sure, s)
	}
	if len(said) == 0 {
		return "", 0
	}
	return "told " + strings.Join(said, ", and "), sure
}

// thoughts is how many of them, on both sides together, decide whose eyes two
// scenes have that say nothing of it.
const thoughts = 3

// heads are the two whose eyes a scene had and has, with how sure that is; 0
// where it is not decided. Where one side says whose scene it is, the other's
// is that of whoever opens it.
func heads(a, b story.Viewpoint) (x, y string, sure int) {
	x, y = a.Head, b.Head
	switch {
	case a.Noted && b.Noted:
		return x, y, notedSure
	case a.Noted && y == "":
		y = b.Opens
	case b.Noted && x == "":
		x = a.Opens
	}
	switch {
	case x == "" || y == "":
		return x, y, 0
	case a.Noted || b.Noted:
		return x, y, saidSure
	case a.Told+b.Told >= thoughts:
		return x, y, headSure
	}
	return x, y, 0
}

// sameHead says whether two names share a word, or one is what the other was
// renamed.
func (t *told) sameHead(a, b string) bool {
	for _, w := range strings.Fields(strings.ToLower(a)) {
		for _, v := range strings.Fields(strings.ToLower(b)) {
			if t.sameName(w, v) {
				return true
			}
		}
	}
	return false
}
