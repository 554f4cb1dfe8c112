package diff

import (
	"slices"
	"strings"

	"git-scene/scenes"
	"git-scene/story"
)

// openingLine and closingLine compare the lines on which a scene opens and closes:
//
//	   the old line and the new one                     the finding is
//	A  share less than half the words of the shorter    changed
//	B  are word for word, or nearly, spelled otherwise  none
//	C  else: reworded, divided, gone on with            none
//
// Nothing is said of a scene of few lines, of which each is an opening.
var openingLine = Signal{
	Name: "opening", Doc: "the line on which a scene opens", Quoted: true, Calm: true, Said: textSaid, any: true,
	Glance: otherLine, find: lines("opens on another line", (*story.Reading).Opening),
}

var closingLine = Signal{
	Name: "closing", Doc: "the line on which a scene closes", Quoted: true, Calm: true, Said: textSaid, any: true,
	Glance: otherLine, find: lines("closes on another line", (*story.Reading).Closing),
}

// longScene is how many words a scene has, on both sides, of which it is told
// how it sounds: in a shorter one each line weighs too much.
const longScene = 100

// lineSure is how sure a reader may be that a line is another, parts of [One].
const lineSure = 9000

// lines finds the scenes of which a line is another one.
func lines(text string, line func(*story.Reading, int) (story.Quote, bool)) func(*told) []Finding {
	return func(t *told) []Finding {
		var found []Finding
		for old, new := range t.changedPairs() {
			was, had := line(t.old, old.Ordinal)
			is, has := line(t.new, new.Ordinal)
			if !had || !has || min(old.Words, new.Words) < longScene || !anotherLine(was.Text, is.Text) {
				continue
			}
			f := Finding{Change: "changed", Confidence: lineSure, Text: text, Evidence: []Evidence{evidence(onOld, was), evidence(onNew, is)}}
			f.inScenes(old, new)
			found = append(found, f)
		}
		return found
	}
}

func otherLine(found []Finding) []string { return []string{"another line " + inScenesSaid(found)} }

// anotherLine is the table.
func anotherLine(old, new string) bool {
	x, y := strings.Fields(scenes.Fold(old)), strings.Fields(scenes.Fold(new))
	return len(x) > 0 && len(y) > 0 && 2*shared(x, y) < min(len(x), len(y)) && !respelled(x, y)
}

// shared counts the words of x that y has too, each once for each time.
func shared(x, y []string) int {
	left := slices.Clone(y)
	n := 0
	for _, w := range x {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n
}

// respelled says whether two texts have the same words but for a letter in
// three: Grey, Gray.
func respelled(x, y []string) bool {
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		a, b := strings.Split(x[i], ""), strings.Split(y[i], "")
		if long := max(len(a), len(b)); 3*(long-shared(a, b)) > long {
			return false
		}
	}
	return true
}
