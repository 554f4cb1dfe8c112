package report

import "testing"

func TestUnnumbered(t *testing.T) {
	for text, want := range map[string]string{
		"1986. The year": `1986\. The year`, "3) Storm": `3\) Storm`, "- and he went": `\- and he went`, "1986": "1986", "“1986. The year” is new": "“1986. The year” is new", "": "",
	} {
		if got := unnumbered(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
