package story

import (
	"slices"
	"testing"
	"testing/fstest"

	"git-scene/scenes"
)

// readWith makes a reading of one scene with the author's own word.
func readWith(t *testing.T, text string, said scenes.Lore) *Reading {
	t.Helper()
	m, err := scenes.Parse(fstest.MapFS{"book.md": {Data: []byte("## One\n\n" + text + "\n")}}, scenes.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Read(m, said)
}

func TestOwnCast(t *testing.T) {
	cast := []scenes.Character{{Name: "Ada Merriman", Aliases: []string{"Addie", "the skipper"}}, {Name: "Hope"}, {Name: "the cook"}}
	tests := []struct {
		name, text string
		want       []string
	}{
		{"all names are one", "Ada came in. Addie Merriman sat down. The skipper was not herself, and the skipper knew it.", []string{"Ada Merriman"}},
		{"a name alone is a person", "It was for Hope that he had come.", []string{"Hope"}},
		{"and its word is none", "It was for hope that he had come.", nil},
		{"without a capital", "It was the cook who had the key.", []string{"the cook"}},
		{"others are read as ever", "“No,” said Tabby, and Hope had not.", []string{"Tabby", "Hope"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range readWith(t, test.text+" It was the first of the day, and he was not in the house.", scenes.Lore{Cast: cast}).Cast() {
				got = append(got, p.Name)
				if !p.Sure() || len(p.Words) == 0 {
					t.Errorf("%s is sure: %v, called %q", p.Name, p.Sure(), p.Words)
				}
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("the cast is %q, want %q", got, test.want)
			}
		})
	}
}

func TestOwnStakes(t *testing.T) {
	said := scenes.Lore{
		Stakes:    []scenes.StakeWords{{Words: "the tide", Class: "life"}},
		NotStakes: []string{"take the farm", "red tide"},
	}
	tests := []struct{ name, text, class string }{
		{"own words", "They had to be over before the tide.", "life"},
		{"no part of a word", "They had to be over before the tides.", ""},
		{"words that mean none", "If the payment was late again the bank would take the farm, and he knew it.", ""},
		{"and others", "If the payment was late again the bank would take the house, and he knew it.", "money"},
		{"both", "It was the tide, a red tide.", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			for _, s := range readWith(t, test.text+" The rain was on the roof.", said).AtStake(1) {
				got = s.Class
			}
			if got != test.class {
				t.Errorf("at stake is %q, want %q", got, test.class)
			}
		})
	}
}
