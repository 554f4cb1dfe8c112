package diff

import "testing"

func TestAnotherLine(t *testing.T) {
	tests := []struct {
		name, old, new string
		want           bool
	}{
		{"other words", "The rain had not stopped.", "Nobody came down to breakfast.", true},
		{"a few little words in common", "She went to the window and sat.", "Nobody in the town spoke of it, and he least.", true},
		{"a comma", "It was late and he had no hat.", "It was late, and he had no hat.", false},
		{"divided", "It was raining, and he had no hat.", "It was raining.", false},
		{"gone on with", "“Go,” he said.", "“Go,” he said, and shut the door on her.", false},
		{"somebody renamed", "Ally sat.", "Tabby sat.", false},
		{"spelled otherwise", "Grey.", "Gray.", false},
		{"another word", "Rain.", "Sunday.", true},
		{"no words", "…", "He sat.", false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := anotherLine(test.old, test.new); got != test.want {
				t.Errorf("%q for %q is another line: %v", test.new, test.old, got)
			}
			if anotherLine(test.new, test.old) != test.want {
				t.Error("the other way round is not the same")
			}
		})
	}
}
