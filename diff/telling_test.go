package diff

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"git-scene/scenes"
	"git-scene/story"
)

var update = flag.Bool("update", false, "rewrite the stories' rows as they are told now")

// TestTelling compares the drafts of testdata/telling. A story is an archive
// that opens with why its answer is right, holds both drafts under old/ and
// new/, and ends with what a writer must be told: a section "rows", of the
// scenes, a section "findings", of what the story says otherwise, or both. A section
// "pins" holds pins, a line each: the old scene's name, " = ", the new one's. A
// section "config" is what the author says in a configuration.
func TestTelling(t *testing.T) {
	stories, err := filepath.Glob("../testdata/telling/*.txtar")
	if err != nil || len(stories) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, name := range stories {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { tellStory(t, name) })
	}
}

func tellStory(t *testing.T, name string) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if len(bytes.TrimSpace(archive.Comment)) == 0 {
		t.Error("the story does not say why its answer is right")
	}
	drafts, pins, config := map[string]fstest.MapFS{"old": {}, "new": {}}, []scenes.Pin(nil), &scenes.Config{}
	for _, f := range archive.Files {
		side, path, _ := strings.Cut(f.Name, "/")
		switch {
		case f.Name == "pins":
			pins = readPins(string(f.Data))
		case f.Name == "config":
			if config, err = scenes.ReadConfig(f.Data); err != nil {
				t.Fatal(err)
			}
		case path != "":
			drafts[side][path] = &fstest.MapFile{Data: f.Data}
		}
	}
	old, new := mustParse(t, drafts["old"]), mustParse(t, drafts["new"])
	checkLaws(t, old, new, pins...)
	r := Classify(Align(old, new, pins...), story.Read(old, config.Lore()), story.Read(new, config.Lore()))
	sections := 0
	for i, f := range archive.Files {
		tell := tellings[f.Name]
		if tell == nil {
			continue
		}
		sections++
		got := tell(r)
		if *update {
			archive.Files[i].Data = []byte(got)
		} else if got != string(f.Data) {
			t.Errorf("told is\n%swant\n%s", got, f.Data)
		}
	}
	if sections == 0 {
		t.Fatal(`no section "rows" or "findings"; add an empty one, run go test ./diff -update and read what it writes`)
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// tellings are the sections of a story that say what must be told.
var tellings = map[string]func(*Report) string{"rows": tellRows, "findings": tellFindings}

// tellFindings writes a finding a line, and the quotes that show it below.
func tellFindings(r *Report) string {
	var b strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintln(&b, strings.Join(strings.Fields(strings.Join([]string{f.Kind, f.Change, f.Class, f.Name}, " ")), " "))
		for _, e := range f.Evidence {
			fmt.Fprintf(&b, "  %s %d: %s\n", e.Side, e.Scene, e.Quote)
		}
	}
	return b.String()
}

func readPins(text string) (pins []scenes.Pin) {
	for line := range strings.Lines(text) {
		if old, new, ok := strings.Cut(strings.TrimSpace(line), " = "); ok {
			pins = append(pins, scenes.Pin{Old: old, New: new})
		}
	}
	return pins
}

func mustParse(t *testing.T, fsys fstest.MapFS) *scenes.Manuscript {
	t.Helper()
	m, err := scenes.Parse(fsys, scenes.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// tellRows writes a row a line, with its kinds and the titles of its scenes,
// then the beats that came from another row's scenes, and at last the notes.
func tellRows(r *Report) string {
	var b strings.Builder
	for _, row := range r.Scenes {
		fmt.Fprintf(&b, "%s: %s → %s\n", strings.Join(row.Kinds, " "), titles(row.Old), titles(row.New))
		for _, beat := range row.Beats {
			if beat.FromElsewhere(row) {
				fmt.Fprintf(&b, "  from %d: %s\n", beat.Old[0].Scene, opening(beat.New[0].Text))
			}
		}
	}
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "note: %s\n", n)
	}
	return b.String()
}

func titles(list []Scene) string {
	var all []string
	for _, s := range list {
		all = append(all, fmt.Sprintf("%d %s", s.Ordinal, s.Heading()))
	}
	if len(all) == 0 {
		return "–"
	}
	return strings.Join(all, ", ")
}
