package scenes

import (
	"slices"
	"strings"
	"testing"
)

func TestNextSentence(t *testing.T) {
	tests := []struct{ name, text string }{
		{"two plain ones", "He went.|Nobody saw."},
		{"a question in quotes goes on", "“Who with?” said Ally.|Nobody knew."},
		{"German quotes", "„Geh.“|Er ging.|»Nein.«|Sie blieb."},
		{"titles and initials", "Mr. Sele met J. P. Orr.|She left."},
		{"dots that trail off", "“If not …” he said.|The door shut."},
		{"an end within quotes", "\"Go!\"|He went."},
		{"no mark at the end", "Deadline: 7 days or lose the customers"},
		{"a decimal", "It is 2.5 miles.|Far."},
		{"I ends one", "So did I.|Then he came."},
		{"scripts without spaces", "走った。|止まった。"},
		{"nothing", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var want, got []string
			text := ""
			for _, part := range strings.FieldsFunc(test.text, func(r rune) bool { return r == '|' }) {
				want = append(want, part)
				text += part + " "
			}
			for i := 0; ; {
				start, end := NextSentence(text, i)
				if start == len(text) {
					break
				}
				got = append(got, text[start:end])
				i = end
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
