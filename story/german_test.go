package story

import (
	"slices"
	"strings"
	"testing"
)

// plainGerman makes a text long enough to be known for German, and names nobody.
const plainGerman = " Es war der erste Tag im Jahr, und das Haus war leer. Die Tür stand auf, und in der Küche lag noch das Brot auf dem Tisch."

func TestGermanCast(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"one who speaks", "„Nein“, sagte Anna, und das war das Ende.", []string{"Anna"}},
		{"a title makes a person", "Es war die Suppe, die Frau Orth gebracht hatte.", []string{"Frau Orth"}},
		{"in another case", "Er gab Herrn Sele die Hand.", []string{"Herr Sele"}},
		{"first and last name are one", "Lena Arndt nahm den Zettel. Lena las ihn zweimal. „Er ist für mich“, sagte Lena Arndt.", []string{"Lena Arndt"}},
		{"somebody's", "Jonas kam herein. „Das ist mein Hut“, sagte Jonas. Aber es war nicht Jonas' Hut; Jonas' Hut war weg, und Jonas wusste das.", []string{"Jonas"}},
		{"hers is hers", "„Komm“, rief Anna. Annas Hut war weg. Da lief Anna los.", []string{"Anna"}},
		{"a noun is nobody", "Das Boot fuhr ab. Ein altes Boot hatte er nie gewollt, und das Boot sank. Boot blieb Boot.", nil},
		{"nor is one without an article", "Nebel zog auf. Er hatte Hunger und Durst, und die Hoffnung war weg.", nil},
		{"a noun beside a name", "Da gab Anna Feuer. „Danke“, sagte Anna.", []string{"Anna"}},
		{"a place is nobody", "Sie lebte in Bremen. Er war nie in Bremen gewesen.", nil},
		{"an outline", "- Mara findet den Brief\n- Mara liest ihn und schweigt\n- Mara verlässt die Stadt, und das Haus ist leer", []string{"Mara"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := read(t, test.text+"\n\n"+plainGerman+"\n")
			var got []string
			for _, p := range r.Cast() {
				got = append(got, p.Name)
			}
			if r.Language != "de" || !slices.Equal(got, test.want) {
				t.Errorf("in %q the cast is %q, want %q", r.Language, got, test.want)
			}
		})
	}
}

// A scene in another language than the book's would give its nouns for names.
func TestGermanSceneInEnglishBook(t *testing.T) {
	english := strings.Repeat("Tabby had the key to the house. It was late, and she was not at the door when he came. “No,” said Tabby, and it was for her that he had it. ", 6)
	german := strings.Repeat("„Nein“, sagte Herr Brack. Als Ada in die Küche kam, war es spät. Als Ada ging, war das Haus leer.", 2) + strings.Repeat(plainGerman, 4)
	var got []string
	for _, p := range read(t, english+"\n\n***\n\n"+english+"\n\n***\n\n"+german+"\n").Cast() {
		got = append(got, p.Name)
	}
	if want := []string{"Tabby"}; !slices.Equal(got, want) {
		t.Errorf("the cast is %q, want %q", got, want)
	}
}

func TestGermanTelling(t *testing.T) {
	r := read(t, "Ich hatte den Tisch, und ich war spät dran. Sie sagte nichts zu mir. Ich ging in die Küche und nahm mein Brot, und ich sah, dass es zehn war.\n")
	if v := r.Viewpoint(1); v.Person != "first" || v.Tense != "past" {
		t.Errorf("told in the %q person, %q tense", v.Person, v.Tense)
	}
	if s := read(t, "Lena war in der Küche, als er kam."+plainGerman+"\n").Setting(1); s.Place != "in der Küche" {
		t.Errorf("it plays %q", s.Place)
	}
}

// What the model has learnt of English says nothing of German; an author's
// note is a stake, and so is what says it outright.
func TestGermanStakes(t *testing.T) {
	tests := []struct{ name, text, class, quote string }{
		{"a note", "Einsatz: das Leben ihres Bruders\n\nEs war spät.", "life", "das Leben ihres Bruders"},
		{"another key", "Was auf dem Spiel steht: Hof und Geld\n\nEs war spät.", "money", "Hof und Geld"},
		{"said outright", "Es war spät. Sonst verlieren wir den Hof.", "money", "Sonst verlieren wir den Hof."},
		{"what would be one in English", "Wenn er nicht zahlt, nimmt die Bank das Haus, und er will in der Bank nicht die Hand geben.", "", ""},
		{"a game", "Er hatte das Spiel verloren, und im Spiel war noch alles offen.", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := read(t, test.text+plainGerman+"\n")
			got := Stake{}
			for _, s := range r.AtStake(1) {
				got = s
			}
			if got.Class != test.class || got.Quote.Text != test.quote {
				t.Errorf("at stake is %s %q, want %s %q", got.Class, got.Quote.Text, test.class, test.quote)
			}
		})
	}
}
