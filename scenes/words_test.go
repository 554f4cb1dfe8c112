package scenes

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"—  … !":                           "",
		"Don't go.":                        "Don't go",
		"the boys’ o’clock":                "the boys o’clock",
		"'Tis 'quoted'":                    "Tis quoted",
		"2,400 at 3.5%":                    "2,400 at 3.5",
		"e.g. one,two":                     "e g one two",
		"hard-wrapped **bold** _em_":       "hard wrapped bold em",
		"so\u00adft":                       "so\u00adft",
		"Žižkov naïve cafe\u0301":          "Žižkov naïve cafe\u0301",
		"雨下了 twice":                        "雨 下 了 twice",
		"ライト":                              "ラ イ ト",
		"안개가 짙다":                           "안개가 짙다",
		"«Кто там?»":                       "Кто там",
		"第3章":                              "第 3 章",
		"\xff\xfe bad bytes \xc3":          "bad bytes",
		"a\x00b":                           "a b",
		"x" + strings.Repeat("’", 3) + "y": "x y",
	} {
		var words []string
		for i := 0; ; {
			start, end := NextWord(text, i)
			if start == len(text) {
				break
			}
			words = append(words, text[start:end])
			i = end
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q has the words %q, want %q", text, got, want)
		}
		if got := CountWords(text); got != len(words) {
			t.Errorf("%q has %d words, counted %d", text, len(words), got)
		}
	}
}

// Two texts fold alike where they differ in layout, quotes, dashes and case.
func TestFold(t *testing.T) {
	for _, same := range [][2]string{
		{"“Don’t,” she said — twice.", "\"don't\" she said - TWICE"},
		{"cafe\u0301", "Café"},
		{"so\u00adft  wrapped\nline", "Soft wrapped line"},
		{"GRÜN", "grün"},
	} {
		if a, b := Fold(same[0]), Fold(same[1]); a != b {
			t.Errorf("%q folds to %q, %q to %q", same[0], a, same[1], b)
		}
	}
	if Fold("the mill") == Fold("the mile") {
		t.Error("other words fold alike")
	}
}

// FuzzWords holds the words of any text to what their users rely on: they are
// in order, not empty, within the text, and fold to valid text.
func FuzzWords(f *testing.F) {
	f.Add("Don’t, 2,400 雨下\u00ad")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for n := 0; ; n++ {
			start, end := NextWord(text, last)
			if start == len(text) {
				if n != CountWords(text) {
					t.Errorf("%d words, counted %d", n, CountWords(text))
				}
				break
			}
			if start < last || end <= start || end > len(text) {
				t.Fatalf("word at %d-%d behind %d of %d", start, end, last, len(text))
			}
			if utf8.ValidString(text) && !utf8.Valid(AppendFolded(nil, text[start:end])) {
				t.Errorf("%q folds to bytes that are no text", text[start:end])
			}
			last = end
		}
	})
}
