package story

import (
	"slices"
	"strings"
	"testing"
)

func TestStakesModelIsWhole(t *testing.T) {
	if m := loadStakes(); len(m.Classes) != 10 || len(m.Sure.At) == 0 {
		t.Errorf("the model has %d classes and %d chances", len(m.Classes), len(m.Sure.At))
	}
}

func TestStakes(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // of the quote, "" for none
	}{
		{"a condition and its price", "If the payment was late again the bank would take the farm, and he knew it.", "the bank would take the farm"},
		{"idle talk", "He lost count of the sheep, and she laughed at him for it.", ""},
		{"a price", "The bath was eleven shillings, and the soap was extra.", ""},
		{"one sentence of many", "It was raining. She put the cups away. If he missed the payment the bank would take the house and they would lose everything. The cat came in. It was a grey cat. He was not fond of it.", "the bank would take the house"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := read(t, test.text+" The rain was on the roof.\n").Stakes(1, 6000)
			switch {
			case test.want == "" && len(got) > 0:
				t.Errorf("at stake is %q (%d), want nothing", got[0].Quote.Text, got[0].Confidence)
			case test.want != "" && (len(got) != 1 || !strings.Contains(got[0].Quote.Text, test.want)):
				t.Errorf("at stake is %+v, want %q", got, test.want)
			}
		})
	}
}

func TestRung(t *testing.T) {
	x := lexiconOf("en")
	tests := []struct {
		name, low, high string
		want            int
	}{
		{"from one to a town", "If it fails he is ruined", "If it fails the town is ruined", 1},
		{"from a family to a company", "his children go hungry", "the whole crew go hungry", 1},
		{"more money", "he owes four hundred pounds", "he owes nine hundred pounds", 1},
		{"less time", "they have nine days", "they have two hours", 1},
		{"more money, more time", "nine pounds by two days", "ninety pounds by nine days", 0},
		{"the same", "he is ruined", "he is lost", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			low, high := x.rung(test.low), x.rung(test.high)
			if got := high.above(low); got != test.want {
				t.Errorf("%+v above %+v is %d, want %d", high, low, got, test.want)
			}
			if high.above(low) != -low.above(high) {
				t.Error("the other way round is not the opposite")
			}
		})
	}
}

// Every frame finds the example that stands beside it.
func TestFramesFindTheirExamples(t *testing.T) {
	for _, language := range lexicons {
		for _, f := range lexiconOf(language).frames {
			lower := strings.ToLower(f.example)
			if !f.match.MatchString(lower) || !slices.ContainsFunc(f.hints, func(hint string) bool { return strings.Contains(lower, hint) }) {
				t.Errorf("%s: %q is not found by %q with the hints %q", language, f.example, f.match, f.hints)
			}
		}
	}
}
