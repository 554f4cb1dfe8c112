package diff

import (
	"strings"
	"testing"
)

// TestReworking says what is true of scenes whose words changed by most: one
// that lost a word and took many is not told in other words.
func TestReworking(t *testing.T) {
	for _, c := range []struct {
		old, new, kept int
		verb, result   string
	}{
		{14, 39, 13, "has grown", "One scene has grown, most of the words are new"},
		{39, 14, 13, "is cut down", "One scene is cut down"},
		{40, 40, 10, "is rewritten", "One scene is told anew, in mostly other words"},
		{40, 120, 20, "is rewritten", "One scene is told anew, in mostly other words"},
	} {
		row := Row{Kinds: []string{"rewritten"}, Old: []Scene{{Ordinal: 1, Title: "Storm", Words: c.old}}, New: []Scene{{Ordinal: 1, Title: "Storm", Words: c.new}}, Kept: c.kept}
		r := &Report{Scenes: []Row{row}}
		if got := Verbs(row); got != c.verb {
			t.Errorf("%d words to %d, of which %d stand: %q, want %q", c.old, c.new, c.kept, got, c.verb)
		}
		if got := rewrittenResult(r, []Row{row}).Sentences[0].Text; !strings.HasPrefix(got, c.result) {
			t.Errorf("told is %q, want %q", got, c.result)
		}
	}
}
