package diff

import "testing"

// TestPasses: whatever made a pair can be told to a reader.
func TestPasses(t *testing.T) {
	for _, name := range []string{"pin", "id", "text", "title", "similar", "part"} { // REPORT's values of matched_by
		if Reason(name) == "" {
			t.Errorf("no pass says how a pair was found by %q", name)
		}
	}
	seen := map[string]bool{}
	for _, p := range passes {
		if p.Name == "" || p.Run == nil || len(p.Says) == 0 || seen[p.Name] {
			t.Errorf("pass %q lacks something, or stands twice", p.Name)
		}
		seen[p.Name] = true
	}
}
