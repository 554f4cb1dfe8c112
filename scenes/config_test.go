package scenes

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadConfig(t *testing.T) {
	for text, want := range map[string]Config{
		"":                            {},
		"# files: [a.md]\n":           {},
		"files: [a.md, b/*.md]\n":     {Files: []string{"a.md", "b/*.md"}},
		"files: a.md\nmatter:\n":      {Files: []string{"a.md"}},
		"matter:\n  - notes\n":        {Matter: []string{"notes"}},
		"scene: \"##\"\n":             {Scene: "##"},
		"scene: break\nbreaks: +++\n": {Scene: "break", Breaks: []string{"+++"}},
		"breaks: [1, '~ ~']\n":        {Breaks: []string{"1", "~ ~"}},
		"story:\n":                    {},
		"story:\n  cast:\n    Ada: [Addie, the skipper]\n    Hope:\n    Tom: Tommy\n": {Story: Lore{Cast: []Character{{"Ada", []string{"Addie", "the skipper"}}, {"Hope", nil}, {"Tom", []string{"Tommy"}}}}},
		"story: {stakes: {the tide: life}, not-stakes: dead tired}\n":                 {Story: Lore{Stakes: []StakeWords{{"the tide", "life"}}, NotStakes: []string{"dead tired"}}},
	} {
		got, err := ReadConfig([]byte(text))
		if err != nil || !reflect.DeepEqual(*got, want) {
			t.Errorf("%q is %+v, %v; want %+v", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"file: [a.md]\n":                              `line 1: unknown key "file"`,
		"files: [a.md]\n\nScene: '#'":                 `line 3: unknown key "Scene"`,
		"scene: '#######'\n":                          `"#######" is none of`,
		"scene: scene\n":                              `"scene" is none of`,
		"scene: ##\n":                                 "want quotes",
		"files: {a: b}\n":                             "files is no list",
		"breaks: [[a]]\n":                             "breaks is no list",
		"story: a\n":                                  "line 1: story holds no keys",
		"story:\n  casts: {}\n":                       `line 2: unknown key "casts" of story`,
		"story:\n  cast: [Ada]\n":                     "line 2: cast holds no keys",
		"story:\n  cast:\n    Ada: {a: b}\n":          "line 3: the list of Ada is no list",
		"story:\n  cast:\n    Ada: [A]\n    Tom: [A]": `line 4: "A" is a name of both Ada and Tom`,
		"story:\n  cast:\n    Ada: ['?']\n":           `"?" holds no word`,
		"story: {stakes: {the tide: wet}}\n":          `line 1: stakes: "wet" is none of life,`,
		"story: {not-stakes: {a: b}}\n":               "not-stakes is no list",
		"- a.md\n":                                    "holds no keys",
		"files: [a.md\n":                              "reading .git-scene.yaml",
		"\tfiles: a.md\n":                             "reading .git-scene.yaml",
		strings.Repeat("[", 1<<16) + "":               "reading .git-scene.yaml",
	} {
		_, err := ReadConfig([]byte(text))
		var wrong *ConfigError
		if !errors.As(err, &wrong) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %q", text, err, want)
			continue
		}
		for _, key := range []string{"files", "matter", "scene", "breaks", "pins", "story", "cast", "not-stakes"} {
			if !strings.Contains(wrong.Hint(), key) {
				t.Errorf("the hint does not name %q", key)
			}
		}
	}
}

func TestMatchPath(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"a.md", "a.md", true}, {"./a.md", "a.md", true}, {"a.md", "b/a.md", false}, {"b", "b/a.md", true}, {"b/", "b/c/a.md", true},
		{"*.md", "a.md", true}, {"*.md", "b/a.md", false}, {"**/*.md", "b/c/a.md", true}, {"**/*.md", "a.md", true}, {"b/**", "b/c/a.md", true},
		{"b/**/a.md", "b/a.md", true}, {"ch-?.md", "ch-1.md", true}, {"ch-?.md", "ch-10.md", false}, {"[", "[", true}, {"[", "a", false},
	} {
		if got := matchPath(c.pattern, c.name); got != c.want {
			t.Errorf("%q matches %q: %v", c.pattern, c.name, got)
		}
	}
}

// What WriteConfig writes says nothing until its author takes off the marks,
// and then says what was detected.
func TestWriteConfig(t *testing.T) {
	fsys := fstest.MapFS{
		"2.md":       {Data: []byte("# Two\n\nIt was out.\n")},
		"10.md":      {Data: []byte("# Ten\n\nIt was on.\n")},
		"- odd: .md": {Data: []byte("# Odd\n\nIt hummed.\n")},
		"notes.md":   {Data: []byte("Buy oil.\n")},
	}
	m, err := Parse(fsys, Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := WriteConfig(m)
	if c, err := ReadConfig([]byte(text)); err != nil || c.hasFiles() || c.Scene != "" {
		t.Errorf("as written it says %+v, %v", c, err)
	}
	var plain []string
	for _, line := range strings.Split(text, "\n") {
		for _, key := range []string{"files:", "matter:", "scene:", "  - "} {
			if rest, ok := strings.CutPrefix(line, "# "); ok && strings.HasPrefix(rest, key) {
				plain = append(plain, rest)
			}
		}
	}
	c, err := ReadConfig([]byte(strings.Join(plain, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Parse(fsys, Options{Config: c})
	if err != nil || len(again.Scenes) != len(m.Scenes) || c.Scene != "#" {
		t.Fatalf("read by its own word: %+v, %v", c, err)
	}
	for i, s := range again.Scenes {
		if s.Path != m.Scenes[i].Path {
			t.Errorf("scene %d stands in %s, was in %s", i+1, s.Path, m.Scenes[i].Path)
		}
	}
}

// Where scenes begin with what the key has no word for, it is left out.
func TestWriteConfigForms(t *testing.T) {
	for text, want := range map[string]string{
		"# A\n\nx\n\n# B\n\ny\n":                                    `scene: "#"`,
		"# A\n\nx\n\n***\n\ny\n\n***\n\nz\n":                        `scene: "break"`,
		"**Scene 1**\n\nx\n\n**Scene 2**\n\ny\n":                    `scene: "bold"`,
		"1. a\n   - x\n2. b\n   - y\n3. c\n   - z\n":                "",
		"CHAPTER ONE\n\nIt was out.\n\nCHAPTER TWO\n\nIt was on.\n": "",
	} {
		m, err := Parse(fstest.MapFS{"a.md": {Data: []byte(text)}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, got, _ := strings.Cut(WriteConfig(m), "# scene: ")
		got, _, _ = strings.Cut(got, "\n")
		if got != strings.TrimPrefix(want, "scene: ") {
			t.Errorf("%q: scene is %s, want %s", text, got, want)
		}
	}
}

// What WriteConfig shows of the story says all that can be said, once its
// marks are off.
func TestWriteConfigStory(t *testing.T) {
	_, shown, _ := strings.Cut(WriteConfig(&Manuscript{}), "# story:")
	c, err := ReadConfig([]byte("story:" + strings.ReplaceAll(shown, "\n# ", "\n")))
	if err != nil || len(c.Story.Cast) == 0 || len(c.Story.Stakes) == 0 || len(c.Story.NotStakes) == 0 {
		t.Errorf("what is shown says %+v, %v", c, err)
	}
	for _, class := range StakeClasses {
		if !strings.Contains(WriteConfig(&Manuscript{}), class) {
			t.Errorf("it does not name the class %s", class)
		}
	}
}

// What init writes over a file keeps what its author said of the story.
func TestWriteLore(t *testing.T) {
	for _, want := range []Lore{
		{},
		{Cast: []Character{{"Ada: \"A\"", []string{"Addie", "the skipper"}}, {"Hope", []string{}}}},
		{Stakes: []StakeWords{{"the tide", "life"}}, NotStakes: []string{"dead tired", "[a]"}},
	} {
		c, err := ReadConfig([]byte(WriteConfig(&Manuscript{}) + WriteLore(want)))
		if err != nil || !reflect.DeepEqual(c.Lore(), want) {
			t.Errorf("written and read again it says %+v, %v; want %+v", c, err, want)
		}
	}
}

func TestConfigThatNamesNothing(t *testing.T) {
	for text, want := range map[string]string{
		"files: [\"[\"]":        `"[" is no glob`,
		"files: [../x.md]":      `"../x.md" leads out of the repository`,
		"matter: /etc":          `"/etc" leads out of the repository`,
		"files: a\nfiles: b":    "line 2: files stands there twice",
		"\xff\xfef\x00":         "it is not UTF-8",
		"files: [./a.md, b/**]": "",
	} {
		_, err := ReadConfig([]byte(text))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func TestUnmet(t *testing.T) {
	m, err := Parse(fstest.MapFS{"book.md": {Data: []byte("# Book\n\n## One\n\nText.\n\n## Two\n\nMore.\n")}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := &Config{Files: []string{"boook.md", "*.md"}, Scene: "###"}
	if got := c.Unmet(m); len(got) != 2 {
		t.Errorf("unmet: %q", got)
	}
	c = &Config{Files: []string{"book.md"}, Scene: "##"}
	if got := c.Unmet(&Manuscript{}, m); len(got) != 0 {
		t.Errorf("unmet: %q", got)
	}
}
