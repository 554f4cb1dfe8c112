package model

import "testing"

// A passage says the same with curly apostrophes as with straight ones.
func TestApostrophesAreAlike(t *testing.T) {
	k := kinOf(t)
	a, b := k.Features("If they don't pay, she'd lose the crop"), k.Features("If they don’t pay, she’d lose the crop")
	for i := range a {
		if a[i].Hash != b[i].Hash {
			t.Errorf("feature %d differs, though only an apostrophe does", i)
		}
	}
}
