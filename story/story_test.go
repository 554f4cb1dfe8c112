package story

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v3"

	"git-scene/scenes"
)

// read makes a reading of one scene, or of several parted by "***".
func read(t *testing.T, text string) *Reading {
	t.Helper()
	m, err := scenes.Parse(fstest.MapFS{"book.md": {Data: []byte("## One\n\n" + text)}}, scenes.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Read(m, scenes.Lore{})
}

// Every list of English has words, and no other language has a list that
// English lacks, but for those that only it needs: a list whose name is
// misspelled finds nothing, and nobody would see it.
func TestLexicons(t *testing.T) {
	own := []string{"noun-ends", "classes", "points", "bent-titles"}
	lists := func(language string) map[string]yaml.Node {
		data, err := lexiconFiles.ReadFile("lexicon/" + language + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		all := map[string]yaml.Node{}
		if err := yaml.Unmarshal(data, &all); err != nil {
			t.Fatal(err)
		}
		return all
	}
	english := lists("en")
	for _, l := range lexicons {
		if x := lexiconOf(l); x.language != l || len(x.nobody) == 0 {
			t.Errorf("the lexicon of %q is of %q", l, x.language)
		}
		for name, node := range lists(l) {
			if _, known := english[name]; !known && !slices.Contains(own, name) {
				t.Errorf("%s: no list is called %q", l, name)
			}
			if name != "language" && node.Kind == yaml.ScalarNode || name != "language" && len(node.Content) == 0 {
				t.Errorf("%s: the list %q is empty", l, name)
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"English", "She was not at the door, and he had the key to it.", "en"},
		{"German", "Sie war nicht an der Tür, und er hatte den Schlüssel in der Tasche.", "de"},
		{"French", "Elle n'était pas à la porte, et il avait la clef dans sa poche.", ""},
		{"nothing", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := read(t, test.text+"\n").Language; got != test.want {
				t.Errorf("language is %q, want %q", got, test.want)
			}
		})
	}
}

func TestUnread(t *testing.T) {
	english := "She was not at the door, and he had the key to it."
	german := "Sie war nicht an der Tür, und er hatte den Schlüssel in der Tasche."
	tests := []struct{ name, old, new, want string }{
		{"one language", english, english, ""},
		{"too little text", "Nebel.", "Nebel.", ""},
		{"a book that begins", "Nebel.", english, ""},
		{"a language without a lexicon", "Elle n'était pas à la porte, et il avait la clef dans sa poche.", "Non.", "not read in French"},
		{"scripts without spaces", "的了是在不我他她有这", "的了是在不我他她有这", "not read in Chinese"},
		{"none that is known", strings.Repeat("xu vu ", 60), "xu", "not read in its language"},
		{"a translation", english, german, "the drafts are in English and in German"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := read(t, test.old+"\n").Unread(read(t, test.new+"\n"))
			if !strings.Contains(got, test.want) || test.want == "" && got != "" {
				t.Errorf("a reader is told %q, want %q", got, test.want)
			}
		})
	}
}

func TestCast(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"first and last name are one", "Lupe Arrizaga took the note. Lupe read it twice, and it was for her.", []string{"Lupe Arrizaga"}},
		{"a title makes a person", "It was the soup that Mrs. Orr had brought.", []string{"Mrs. Orr"}},
		{"one who speaks", "“No,” said Tabby, and that was the end of it.", []string{"Tabby"}},
		{"a place is nobody", "They were in Elko until the snow. He had never been to Elko in his life.", nil},
		{"a street is nobody", "Tallow Street was shut. He went along Tallow Street with the lamp.", nil},
		{"a word that opens a sentence", "Lightning struck. They saw the lightning run down the tree.", nil},
		{"a verb that opens a line is no name", "- Attaches the paper that Maya wrote\n- Maya reads it\n- Maya leaves the room", []string{"Maya"}},
		{"a sentence ends behind a short name", "“It is for Bole. Yours,” said Thirza. Bole went out. Later Bole came in.", []string{"Bole", "Thirza"}},
		{"an initial has its point", "It was for R. Walton, and R. Walton said no.", []string{"R. Walton"}},
		{"a title and one full name", "Overseer Tarn came in with the lamp. “No,” said Maud Tarn. Overseer Tarn shut the door. Maud Tarn laughed.", []string{"Overseer Tarn"}},
		{"a sentence ends behind a whole title", "He saw the queen. Queen. Eggs said it was his. Eggs laughed.", []string{"Eggs"}},
		{"an old man is not named Old", "Old Petrus came in. They said Petrus was an old man. Old Petrus sat down.", []string{"Petrus"}},
		{"who is called Old is", "Old Petrus came in. They said it was for Old Petrus. He was an old man.", []string{"Old Petrus"}},
		{"brothers share a surname", "Josiah Garrow came in. Clement Garrow sat down. Josiah said it was late, and Clement laughed at him.", []string{"Josiah Garrow", "Clement Garrow"}},
		{"with what they do behind a comma", "The house detective was Gus Dooley, who had been on the force.", []string{"Gus Dooley"}},
		{"who speaks again in a stage play", "**Orson.** It is not the night for it.\n\n**Tabby.** It never was.\n\n**Orson.** Then go.", []string{"Orson"}},
		{"labels", "**Setup.** He has the key.\n\n**Payoff.** He had it all the time.", nil},
		{"days and peoples are nobody", "On Thursday the English came. It was Thursday, and the English had gone.", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, p := range read(t, test.text+" It was the first of the day, and he was not in the house.\n").Cast() {
				got = append(got, p.Name)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("the cast is %q, want %q", got, test.want)
			}
		})
	}
}

func TestCastOfScript(t *testing.T) {
	m, err := scenes.Parse(fstest.MapFS{"film.fountain": {Data: []byte("INT. KITCHEN - NIGHT\n\nLIV stands at the door with the lamp, and LOUIS XIV is in the picture on the wall.\n\nLIV\nIt is late.\n\nVIC\nIt is not, and you know it.\n\nLIV\nIt is late for me, and I have to be at the house.\n\n" +
		"VIC walks to the table and looks at the clock that was his and that he had for all of the year.\n\nVIC\nThen go, and do not come to me with it. It was not for you that I had to be here in the night, and it was not for me.\n\nLIV\nYou have the key to it and you will not have it for all of the time that there is to be.\n")}}, scenes.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range Read(m, scenes.Lore{}).Cast() {
		got = append(got, p.Name)
	}
	if want := []string{"LIV", "VIC"}; !slices.Equal(got, want) {
		t.Errorf("the cast is %q, want %q", got, want)
	}
}

func TestViewpoint(t *testing.T) {
	tests := []struct {
		name, text string
		want       Viewpoint
	}{
		{"first, past", "I had the desk, and my own chair. I was late, and I knew it. She said nothing to me. It was ten.", Viewpoint{Person: "first", Tense: "past"}},
		{"third, present", "He has the desk, and his own chair. He is late, and she knows it. She says nothing to him. It is ten.", Viewpoint{Person: "third", Tense: "present"}},
		{"what is said aloud tells nothing", "“I am late,” he said. “I know I am.” He had his hat on. She looked at him. She said it was ten. He went to his desk.", Viewpoint{Person: "third", Tense: "past"}},
		{"too little to tell", "The rain was on the roof.", Viewpoint{}},
		{"an outline says whose it is", "Theo's side of it. He has the tray, and Theo carries it to the quay. Theo smiles at her.", Viewpoint{Head: "Theo"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := read(t, test.text+"\n").Viewpoint(1)
			if got.Person != test.want.Person && test.want.Person != "" || got.Tense != test.want.Tense && test.want.Tense != "" || got.Head != test.want.Head {
				t.Errorf("told through %q in the %s person, %s tense; want %+v", got.Head, got.Person, got.Tense, test.want)
			}
			if test.want == (Viewpoint{}) && got.Person+got.Tense != "" {
				t.Errorf("told in the %s person, %s tense, where nothing decides it", got.Person, got.Tense)
			}
		})
	}
}

func TestWho(t *testing.T) {
	r := read(t, "Cast: Lupe; the cook\n\nLupe Arrizaga took the note. “It is from Mrs. Orr,” she said to Gus Dooley. It was late.\n")
	onStage, mentioned := r.Who(1)
	if want := []string{"Lupe Arrizaga", "the cook"}; !slices.Equal(onStage, want) {
		t.Errorf("on stage are %q, want %q", onStage, want)
	}
	if want := []string{"Mrs. Orr"}; !slices.Equal(mentioned, want) {
		t.Errorf("mentioned are %q, want %q", mentioned, want)
	}
}

func TestSettingSure(t *testing.T) {
	for text, want := range map[string]bool{
		"He was in the kitchen when it came.":                      true,
		"He was in the kitchen, and she was on the roof.":          false,
		"He went to the kitchen when it came.":                     true,
		"The roof of the house has no rail, and he was not there.": true,
		"He went across the yard when it came.":                    false,
	} {
		if got := read(t, text+"\n").Setting(1); got.Sure() != want {
			t.Errorf("%q plays %q, sure: %v", text, got.Place, got.Sure())
		}
	}
}

func TestSetting(t *testing.T) {
	tests := []struct{ name, text, place string }{
		{"behind a preposition", "He was in her father's dining room when it came.", "in her father's dining room"},
		{"in two words", "Harl was in the pump house with both arms in it.", "in the pump house"},
		{"told of", "The roof of the hotel has a tank and no rail.", "the roof"},
		{"without a verb", "The flour store, and no light in it.", "the flour store"},
		{"where they come", "By the time they reached the boathouse it was over.", "the boathouse"},
		{"where they are led", "He brings the message down into the dugout.", "the dugout"},
		{"that has a name", "In Bremen it rained and it was cold.", "in Bremen"},
		{"in what is said", "“I was in the kitchen,” he said to her. It was late.", ""},
		{"in what is remembered", "She remembered the day, in the kitchen. It was late.", ""},
		{"in what was before", "He had lived in a farmhouse, and it was late.", ""},
		{"in what is not so", "He was not in the kitchen. It was late.", ""},
		{"that one has left", "He had the nail from the quarry. It was late.", ""},
		{"that owns something", "The hospital's letter was there, and it was late.", ""},
		{"that acts", "The school rang to say that it was late.", ""},
		{"that is a figure", "He was in a sea of faces. It was late.", ""},
		{"that says which thing is meant", "He sat on a kitchen chair. It was late.", ""},
		{"nowhere", "It was raining, and he had no hat.", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := read(t, test.text+"\n").Setting(1); got.Place != test.place {
				t.Errorf("it plays %q, want %q", got.Place, test.place)
			}
		})
	}
}

func TestSettingTime(t *testing.T) {
	tests := []struct{ text, time string }{
		{"That night it was cold.", "that night"},
		{"It was cold. At dawn he went out.", "at dawn"},
		{"At first light he was in the hall.", "at first light"},
		{"A pipe let go at two in the morning, and it was cold.", "two in the morning"},
		{"The night clerk was at the desk.", ""},
		{"He had been there since noon.", ""},
		{"He slept until the evening.", ""},
		{"“Come at noon,” he said to her.", ""},
	}
	for _, test := range tests {
		if got := read(t, test.text+"\n").Setting(1); got.Time != test.time {
			t.Errorf("%q plays %q, want %q", test.text, got.Time, test.time)
		}
	}
}

func TestThoughts(t *testing.T) {
	const text = `He had *no* doubt. *I am done for*, he thought.`
	var got []string
	for _, s := range thoughts(text) {
		got = append(got, text[s[0]:s[1]])
	}
	if strings.Join(got, "|") != "*I am done for" {
		t.Errorf("thought in %q is %q", text, got)
	}
}
