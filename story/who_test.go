package story

import (
	"slices"
	"testing"
)

func TestWhoIsToldOnce(t *testing.T) {
	r := read(t, "Cast: Ada, Ada Merriman\n\nAda Merriman said that it was late, and Ada Merriman went to the door of the house.\n")
	if got, _ := r.Who(1); !slices.Equal(got, []string{"Ada Merriman"}) {
		t.Errorf("on stage are %q", got)
	}
}
