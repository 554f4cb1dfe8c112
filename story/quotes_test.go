package story

import (
	"slices"
	"strings"
	"testing"
)

func TestQuotedSpans(t *testing.T) {
	tests := []struct {
		name, text string // what is said aloud stands between < and >
	}{
		{"nothing", "Nobody spoke."},
		{"English", "“<No>,” said Ally. “<Go.>”"},
		{"straight", "\"<No>,\" said Ally. \"<Go.>\""},
		{"an inch is no mark", "A 12\" pipe and a 14\" pipe."},
		{"a speech that goes on", "He stood up. “<And then they came."},
		{"a mark in a mark", "“<He said ‘no’ to me>,” she said."},
		{"British", "‘<It's the boys’ room>,’ said Ally. ‘<Don’t.>’"},
		{"British, straight", "'<It's the boys' room>,' said Ally. '<Go.>'"},
		{"an apostrophe", "She took ’em and the boys’ coats, and 'twas late."},
		{"German", "„<Nein>“, sagte Anna. „<Geh!>“"},
		{"German, guillemets", "»<Nein>«, sagte Anna. »<Geh!>«"},
		{"French", "« <Non> », dit-elle. « <Va !> »"},
		{"Swedish", "”<Nej>”, sade Anna."},
		{"Japanese", "「<いいえ>」と彼は言った。"},
		{"a dash", "—<Otra vez> —dijo el inspector."},
		{"a dash that comes again", "—<No> —dijo él—<. Vete.>"},
		{"a dash with spaces", "— <Нет>, — сказал он. — <Уходи.>"},
		{"a dash in a speech", "—<Yo—tú—él.>"},
		{"a dash before what goes on", "—and he went."},
		{"a stray mark behind a word", "and so on.” He left."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var want, got []string
			text := ""
			for i, part := range strings.FieldsFunc(test.text, func(r rune) bool { return r == '<' || r == '>' }) {
				text += part
				if i%2 == 1 || strings.HasPrefix(test.text, "<") {
					want = append(want, strings.Trim(part, " .,"))
				}
			}
			for _, s := range quotedSpans(text) {
				got = append(got, strings.Trim(text[s[0]:s[1]], " .,\"“”„«»‘’'「"))
			}
			if !slices.Equal(got, want) {
				t.Errorf("said aloud is %q, want %q", got, want)
			}
		})
	}
}
