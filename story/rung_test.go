package story

import "testing"

func TestSumsAndTimesAreCounted(t *testing.T) {
	tests := []struct {
		text         string
		money, hours int64
	}{
		{"two hundred days", 0, 4800},
		{"He owes her $500.", 500, 0},
		{"It costs $5 million now", 5_000_000, 0},
		{"five million pounds", 5_000_000, 0},
		{"nine hundred and fifty pounds", 950, 0},
		{"twenty-five thousand two hundred crowns", 25_200, 0},
		{"a hundred and one pounds", 101, 0},
		{"He smoked twenty a day", 0, 24},
		{"They had nine hundred. Two days later it was gone", 0, 48},
		{"99999999999999999 years", 0, 0},
		{"The man with the key and the hundred", 0, 0},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			if r := lexiconOf("en").rung(test.text); r.money != test.money || r.hours != test.hours {
				t.Errorf("money %d, hours %d; want %d, %d", r.money, r.hours, test.money, test.hours)
			}
		})
	}
}
