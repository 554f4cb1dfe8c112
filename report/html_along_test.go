package report

import (
	"slices"
	"testing"

	"git-scene/diff"
)

// TestCastGrid draws a scene of each kind: somebody is there
//
//	   old  new   the box is
//	A   0    1    of what came
//	B   1    0    of what went
//	C   1    1    of both
//	D   0    0    none
func TestCastGrid(t *testing.T) {
	scene := func(ordinal int, cast ...string) []diff.Scene {
		return []diff.Scene{{Ordinal: ordinal, Cast: cast}}
	}
	r := &diff.Report{Scenes: []diff.Row{
		{Kinds: []string{"retouched"}, Old: scene(1, "Ada"), New: scene(1, "Ada", "Tom", "Orr")},
		{Kinds: []string{"retouched"}, Old: scene(2, "Tom"), New: scene(2, "Tom", "Ada")},
		{Kinds: []string{"cut"}, Old: scene(3, "Ada")},
		{Kinds: []string{"added"}, New: scene(3)},
	}}
	plots := newPlots(newHTMLIndex(r), nil)
	if len(plots) != 1 || len(plots[0].Lines) != 2 {
		t.Fatalf("not one drawing of two lines: %+v", plots)
	}
	for i, want := range [][]string{
		{"Ada", "2", box(0, 2, 12), box(1, 2, 12), box(2, 2, 12)},
		{"Tom", "1 → 2", box(1, 2, 12), box(0, 2, 12), ""},
	} {
		l := plots[0].Lines[i]
		if got := []string{l.Label, l.Count, l.Both, l.Came, l.Went}; !slices.Equal(got, want) {
			t.Errorf("line %d is %q, not %q", i, got, want)
		}
	}
	if want := "Not drawn: 1 name in fewer scenes."; plots[0].More != want {
		t.Errorf("it says %q, not %q", plots[0].More, want)
	}
}

// TestMarksOfAScene stand one below the other, and no wider than the scene.
func TestMarksOfAScene(t *testing.T) {
	l := newLine("now", "", "new", make([][]string, 200), lineHeight)
	for below := range 3 {
		l.mark(htmlFinding{sign: "+"}, 7, below)
	}
	for i, m := range l.Marks {
		if m.X != "3.500%" || m.Width != "0.500%" || m.Y != 2+i*markStep || l.Height < m.Y+markStep {
			t.Errorf("mark %d of a line %d high is %+v", i, l.Height, m)
		}
	}
}

// TestEveryChangeHasAShape holds that no two changes look the same where their
// signs differ.
func TestEveryChangeHasAShape(t *testing.T) {
	seen := map[string]string{}
	for _, c := range diff.Changes() {
		shape := shapes[c.Sign]
		if other, ok := seen[shape]; shape == "" || ok && other != c.Sign {
			t.Errorf("%s has the shape %q", c.Name, shape)
		}
		seen[shape] = c.Sign
	}
}
