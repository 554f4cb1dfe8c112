package diff

import "testing"

func TestIsFigure(t *testing.T) {
	for text, want := range map[string]bool{
		"6": true, " 1,200 ": true, "3.5": true, "٣": true,
		"": false, ".": false, ",": false, "…": false, ".,": false, "six": false, "6th": false,
	} {
		if got := isFigure(text); got != want {
			t.Errorf("isFigure(%q) = %v, want %v", text, got, want)
		}
	}
}
