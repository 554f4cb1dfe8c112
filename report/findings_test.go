package report

import (
	"testing"

	"git-scene/diff"
)

// TestFindingQuotes sets quotes as the memo does: no mark of speech or emphasis
// stands without its other one.
func TestFindingQuotes(t *testing.T) {
	for quote, want := range map[string]string{
		`"And if the ferry stops they owe rent.`: `stakes: added: "And if the ferry stops they owe rent."`,
		"*Clem, there's nothing left.":           "stakes: added: “Clem, there's nothing left.”",
		"*Clem, there's nothing left.*":          "stakes: added: “Clem, there's nothing left.”",
		"She *will* lose it.":                    "stakes: added: “She will lose it.”",
		"„Nichts“, sagte sie. „Er ist ja tot.":   "stakes: added: „Nichts“, sagte sie. „Er ist ja tot.“",
		"It is 2 * 3 * 4.":                       "stakes: added: “It is 2 * 3 * 4.”",
	} {
		f := diff.Finding{Kind: "stakes", Text: "added", Evidence: []diff.Evidence{{Quote: quote}}}
		if got := findingSaid(f); got != want {
			t.Errorf("%q is told %q, want %q", quote, got, want)
		}
	}
}
