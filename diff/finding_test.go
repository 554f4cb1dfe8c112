package diff

import "testing"

// TestSignalsAreWhole: a report calls these of every signal that it finds.
func TestSignalsAreWhole(t *testing.T) {
	for _, s := range Signals() {
		if s.Name == "" || s.Doc == "" || s.Glance == nil || s.Said == nil || s.find == nil {
			t.Errorf("the signal %q lacks something", s.Name)
		}
	}
}
