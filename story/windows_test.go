package story

import (
	"strings"
	"testing"

	"git-scene/scenes"
)

// A text is read whole, whatever its sentences are like, and never in more
// words at a time than the model knows.
func TestWindows(t *testing.T) {
	word := strings.TrimSpace(strings.Repeat("rope ", 15))
	tests := []struct {
		name, text string
		want       int
	}{
		{"a short text", "He signed. The chain was up.", 1},
		{"short sentences", strings.Repeat("He cut the rope and wrote it down. ", 8), 5 + 8},
		{"a long sentence", "The " + word + "; the " + word + ": the " + word + "—the end.", 2},
		{"a long sentence without a mark", strings.Repeat("rope ", 60) + "end.", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cut := windows(test.text)
			read := map[string]bool{}
			for _, w := range cut {
				if strings.TrimSpace(w) != w {
					t.Errorf("%q begins or ends with a blank", w)
				}
				for _, v := range strings.Fields(w) {
					read[v] = true
				}
				if n := scenes.CountWords(w); n > windowMost && len(pieces(w)) > 1 {
					t.Errorf("%d words at a time", n)
				}
			}
			for _, v := range strings.Fields(test.text) {
				if !read[v] && !strings.Contains(strings.Join(cut, " "), v) {
					t.Errorf("%q is not read", v)
				}
			}
			if len(cut) != test.want {
				t.Errorf("%d windows, want %d: %q", len(cut), test.want, cut)
			}
		})
	}
}
