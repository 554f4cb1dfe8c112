package diff

import (
	"slices"
	"testing"
	"testing/fstest"
)

const (
	quay   = "## Quay\n\nThe boats were in, and it was late in the year. Nobody had the key to the shed, and the rain was on the roof.\n\n"
	office = "## Office\n\nThe books were on the desk, and the door was shut. There was a letter in the drawer, and nobody had read it.\n\n"
	ines   = "“It is late,” said Ines. Ines took the lamp from the hook and went to the wall with it.\n\n"
	rest   = "Tabby sat on the wall. “No,” said Tabby to Ines, and the lamp went out over the water.\n\n"
)

func TestCastFindings(t *testing.T) {
	card := func(note, scene string) string {
		return scene[:len("## Quay\n\n")] + note + "\n\n" + scene[len("## Quay\n\n"):]
	}
	i := "I took the lamp from the hook, and I went to the wall with it. It was mine, and I knew it.\n\n"
	other := office + "“Come in,” said Ines. Ines shut the book.\n\n"
	tests := []struct {
		name, old, new string
		want           []string
	}{
		{"who goes without a word", quay + ines + rest + other, quay + i + other, []string{"Tabby is gone, who was in one scene", "Ines is no longer in it"}},
		{"whoever tells it is in it", quay + ines + other, card("pov: Ines", quay) + i + other, nil},
		{"who is named by a card", quay + ines + other, card("cast: Ines, Orr", quay) + i + other, nil},
		{"who goes with a paragraph", quay + ines + office + rest, quay + office + ines + rest, []string{"Ines is no longer in it"}},
		{"who comes with a paragraph", quay + office + ines + rest, quay + ines + office + rest, []string{"Ines is in it now"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, f := range classify(mustParse(t, fstest.MapFS{"book.md": {Data: []byte(test.old)}}), mustParse(t, fstest.MapFS{"book.md": {Data: []byte(test.new)}})).Findings {
				if f.Kind == cast.Name {
					got = append(got, f.Text)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("%q is told, want %q", got, test.want)
			}
		})
	}
}

func TestCastGlanceTellsTheOldName(t *testing.T) {
	got := cast.Glance([]Finding{{Change: "introduced", Name: "Orr"}, {Change: "renamed", Name: "Ada", Text: "Nora is now called Ada"}})
	if want := []string{"new: Orr", "Nora is now called Ada"}; !slices.Equal(got, want) {
		t.Errorf("at a glance it is %q, want %q", got, want)
	}
}
