package report

import "testing"

func TestFitWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The ferry was late again", "The ferry was…"}, {"The ferry was late", "The ferry was late"}, {"Donaudampfschifffahrtsgesellschaft", "Donaudampfschifff…"},
	} {
		if got := fitWords(c.text, 18); got != c.want {
			t.Errorf("%q is cut to %q, want %q", c.text, got, c.want)
		}
	}
}
