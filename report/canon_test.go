package report

import (
	"strings"
	"testing"

	"git-scene/scenes"
)

// TestCanonicalUntitled names a scene without a title by its first words, as
// git shows them behind @@.
func TestCanonicalUntitled(t *testing.T) {
	m := &scenes.Manuscript{Scenes: []*scenes.Scene{{Beats: []*scenes.Beat{{Text: "The ferry was late."}}}}}
	var b strings.Builder
	if err := WriteCanonical(&b, m); err != nil || !strings.HasPrefix(b.String(), "=== The ferry was late.\n") {
		t.Errorf("%v, %q", err, b.String())
	}
}
