package story

import "testing"

// An outline says too little to know its language by; what it names is known.
func TestNamesOfNoLanguage(t *testing.T) {
	r := read(t, "- Maya finds ledger\n- Ward confronts Maya\n")
	if r.Language != "" || !r.Names("maya") || !r.Names("ward") || r.Names("ledger") {
		t.Errorf("in %q, maya is named: %v, ward: %v, ledger: %v", r.Language, r.Names("maya"), r.Names("ward"), r.Names("ledger"))
	}
}
