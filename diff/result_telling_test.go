package diff

import "testing"

func TestWasOf(t *testing.T) {
	for text, want := range map[string]string{
		"told through Ilse, was through Marta":      "told through Ilse; it was through Marta",
		"“the hall, was a barn”, was “the weir”":    "“the hall, was a barn”; it was “the weir”",
		"“the weir”, was “a mill, was it, by Cley”": "“the weir”; it was “a mill, was it, by Cley”",
	} {
		if got := wasOf(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
