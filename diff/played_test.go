package diff

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"git-scene/scenes"
	"git-scene/story"
)

// TestPlayed reads the cases of testdata/played: a scene in two drafts, "=>"
// between them, under a name that begins with the signal that must tell of them,
// or "nothing"; "fountain" behind it says that they are of a script. A signal
// with a question mark is one that ought to tell and still does not.
func TestPlayed(t *testing.T) {
	files, err := filepath.Glob("../testdata/played/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range txtar.Parse(data).Files {
			t.Run(filepath.Base(file)+"/"+c.Name, func(t *testing.T) {
				kind, _, _ := strings.Cut(c.Name, ":")
				want, script := strings.CutSuffix(kind, " fountain")
				if strings.HasSuffix(want, "?") {
					want = "nothing"
				}
				if got := playedOtherwise(t, string(c.Data), script); got != want {
					t.Errorf("%s is told", got)
				}
			})
		}
	}
}

// playedOtherwise is what is told of a case's setting and viewpoint.
func playedOtherwise(t *testing.T, drafts string, script bool) string {
	t.Helper()
	name := "book.md"
	if script {
		name = "film.fountain"
	}
	before, after, ok := strings.Cut(drafts, "\n=>\n")
	if !ok {
		t.Fatal("no second draft")
	}
	old := mustParse(t, fstest.MapFS{name: {Data: []byte(before)}})
	new := mustParse(t, fstest.MapFS{name: {Data: []byte(after)}})
	pin := scenes.Pin{Old: scenes.Name(old, old.Scenes[0]), New: scenes.Name(new, new.Scenes[0])}
	r := Classify(Align(old, new, pin), story.Read(old, scenes.Lore{}), story.Read(new, scenes.Lore{}))
	var told []string
	for _, f := range r.Findings {
		if f.Kind == setting.Name || f.Kind == viewpoint.Name {
			t.Logf("%s: %s", f.Kind, f.Text)
			told = append(told, f.Kind)
		}
	}
	if told == nil {
		return "nothing"
	}
	return strings.Join(told, ", ")
}
