package diff

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"git-scene/scenes"
)

// What is said of a pin names the old scene first, whichever draft sorts first.
func TestPinIsSaidOldToNew(t *testing.T) {
	archive, err := txtar.ParseFile("../testdata/telling/pin-between-partners.txtar")
	if err != nil {
		t.Fatal(err)
	}
	drafts := map[string]fstest.MapFS{"old": {}, "new": {}}
	for _, f := range archive.Files {
		if side, path, ok := strings.Cut(f.Name, "/"); ok {
			drafts[side][path] = &fstest.MapFile{Data: f.Data}
		}
	}
	old, new := mustParse(t, drafts["old"]), mustParse(t, drafts["new"])
	for _, test := range []struct {
		old, new *scenes.Manuscript
		want     string
	}{
		{old, new, "you pinned “The Mill” to “The Sluice”; “The Lock” and “The Weir”, which have words of theirs, are no part of it"},
		{new, old, "you pinned “The Sluice” to “The Mill”; “The Weir” and “The Lock”, which have words of theirs, are no part of it"},
	} {
		got := Align(test.old, test.new, scenes.Pin{Old: "The Mill", New: "The Sluice"}).Notes
		if !slices.Equal(got, []string{test.want}) {
			t.Errorf("notes are %q, want %q", got, test.want)
		}
	}
}
