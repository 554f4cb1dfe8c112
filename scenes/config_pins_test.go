package scenes

import (
	"errors"
	"slices"
	"testing"
)

func TestAddPin(t *testing.T) {
	const mill, quarry = "The Mill / Ada swept the floor", `INT. HOUSE / YARD / "No," he said`
	tests := []struct{ name, config, want string }{
		{"no file yet", "", "# Scenes that are one, whatever the comparison finds: git scene pin, unpin.\npins:\n  - old: \"The Mill / Ada swept the floor\"\n    new: \"INT. HOUSE / YARD / \\\"No,\\\" he said\"\n"},
		{"other keys stay", "scene: \"##\" # two\n", "scene: \"##\" # two\n\n# Scenes that are one, whatever the comparison finds: git scene pin, unpin.\npins:\n  - old: \"The Mill / Ada swept the floor\"\n    new: \"INT. HOUSE / YARD / \\\"No,\\\" he said\"\n"},
		{"behind the last pin, before other keys", "pins:\n- old: a\n  new: b # why\n\n# how\nscene: bold\n", "pins:\n- old: a\n  new: b # why\n- old: \"The Mill / Ada swept the floor\"\n  new: \"INT. HOUSE / YARD / \\\"No,\\\" he said\"\n\n# how\nscene: bold\n"},
		{"an empty list", "pins:\nscene: bold", "pins:\n  - old: \"The Mill / Ada swept the floor\"\n    new: \"INT. HOUSE / YARD / \\\"No,\\\" he said\"\nscene: bold\n"},
		{"lines of Windows", "scene: bold\r\npins:\r\n- old: a\r\n  new: b\r\n", "scene: bold\r\npins:\r\n- old: a\r\n  new: b\r\n- old: \"The Mill / Ada swept the floor\"\r\n  new: \"INT. HOUSE / YARD / \\\"No,\\\" he said\"\r\n"},
		{"a story", "story:\n  cast:\n    Ada: [Addie] # mine\n", "story:\n  cast:\n    Ada: [Addie] # mine\n\n# Scenes that are one, whatever the comparison finds: git scene pin, unpin.\npins:\n  - old: \"The Mill / Ada swept the floor\"\n    new: \"INT. HOUSE / YARD / \\\"No,\\\" he said\"\n"},
		{"only comments", "# a\n\n", "# a\n\n# Scenes that are one, whatever the comparison finds: git scene pin, unpin.\npins:\n  - old: \"The Mill / Ada swept the floor\"\n    new: \"INT. HOUSE / YARD / \\\"No,\\\" he said\"\n"},
	}
	for _, test := range tests {
		got, err := AddPin([]byte(test.config), Pin{mill, quarry})
		if err != nil || string(got) != test.want {
			t.Errorf("%s: got\n%s%v\nwant\n%s", test.name, got, err, test.want)
		}
		if again, err := AddPin(got, Pin{mill, quarry}); err != nil || string(again) != string(got) {
			t.Errorf("%s: pinned twice, it says\n%s%v", test.name, again, err)
		}
		back, removed, err := RemovePins(got, "the mill")
		if err != nil || !slices.Equal(removed, []Pin{{mill, quarry}}) {
			t.Errorf("%s: unpinned, it says\n%s%v %v", test.name, back, removed, err)
		}
	}
}

func TestPinsThatCannotBeEdited(t *testing.T) {
	var bad *ConfigError
	if _, err := AddPin([]byte("pins: [{old: a, new: b}]\n"), Pin{"c", "d"}); !errors.As(err, &bad) {
		t.Errorf("a list in brackets: %v", err)
	}
	for _, config := range []string{"pins: a", "pins:\n- old: a", "pins:\n- [a, b]", "pins:\n- {old: a, new: b, also: c}"} {
		if _, err := ReadConfig([]byte(config)); !errors.As(err, &bad) || bad.Line == 0 {
			t.Errorf("%q: %v", config, err)
		}
	}
}

func TestName(t *testing.T) {
	m := &Manuscript{Scenes: []*Scene{
		{Title: "The Mill", Beats: []*Beat{{Text: "Ada swept the floor and waited."}}},
		{Title: "The Mill", Beats: []*Beat{{Text: "Ada swept the floor and waited for rain."}}},
		{Beats: []*Beat{{Text: "He came in / out of the rain, late."}}},
		{Title: "INT. HOUSE / YARD"},
		{Title: "Kept", ID: "k1"},
	}}
	want := []string{"", "The Mill / Ada swept the floor and waited for", "He came in out of", "INT. HOUSE / YARD", "#k1"}
	for i, s := range m.Scenes {
		if got := Name(m, s); got != want[i] {
			t.Errorf("scene %d is called %q, want %q", i+1, got, want[i])
		}
	}
}
