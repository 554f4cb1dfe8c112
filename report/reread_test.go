package report

import (
	"testing"

	"git-scene/diff"
)

// TestRereadOfASplit tells the halves of a split apart.
func TestRereadOfASplit(t *testing.T) {
	row := diff.Row{Kinds: []string{"split", "kept"}, Old: []diff.Scene{{Ordinal: 1, Title: "Storm"}}, New: []diff.Scene{{Ordinal: 1, Title: "Storm"}, {Ordinal: 2, Title: "The Bell"}}}
	list := NewReread(&diff.Report{Scenes: []diff.Row{row}})
	for i, want := range []string{"is split into several scenes and stands as it was", "is split off “Storm”"} {
		if got := list.Scenes[i].Said.Text; got != want {
			t.Errorf("scene %d %s, want %q", i+1, got, want)
		}
	}
}
