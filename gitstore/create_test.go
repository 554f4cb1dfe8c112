package gitstore

import (
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestCreate: git finds nothing wrong with the repository, its drafts are as
// they were given, and its working tree is clean.
func TestCreate(t *testing.T) {
	t.Parallel()
	first := fstest.MapFS{"one.md": {Data: []byte("One.\n")}, "part/two.md": {Data: []byte("Two.\n")}, "part.md": {Data: nil}, "part-b/x.md": {Data: []byte("x")}, "cut.md": {Data: []byte("cut")}}
	second := maps.Clone(first)
	second["one.md"] = &fstest.MapFile{Data: []byte("One, again.\n")}
	delete(second, "cut.md")
	when := time.Date(2025, 3, 1, 10, 0, 0, 0, time.FixedZone("", 3600))
	s := newFolder(t)
	if err := Create(s.dir, []Draft{{"soft", "First draft", when, first}, {"hard", "Second draft", when.AddDate(0, 1, 0), second}}); err != nil {
		t.Fatal(err)
	}
	s.git("fsck", "--strict", "--no-dangling")
	if status := s.git("status", "--porcelain"); status != "" {
		t.Errorf("status after making it:\n%s", status)
	}
	if log := s.git("log", "--format=%s %cI %D"); log != "Second draft 2025-04-01T10:00:00+01:00 HEAD -> main, tag: hard\nFirst draft 2025-03-01T10:00:00+01:00 tag: soft" {
		t.Errorf("log:\n%s", log)
	}
	r := s.open()
	for rev, files := range map[string]fstest.MapFS{"soft": first, "hard": second} {
		tree := must[*Tree](t)(r.At(rev))
		compareWithGit(t, tree, gitTree(s, rev))
		for name, file := range files {
			if got := listing(t, tree)[name].Content; got != string(file.Data) {
				t.Errorf("%s: %s reads %q", rev, name, got)
			}
		}
	}
	if diff := cmp.Diff(walked(t, must[*Tree](t)(r.At("hard"))), walked(t, must[*Tree](t)(r.Worktree()))); diff != "" {
		t.Errorf("working tree (-hard +disk):\n%s", diff)
	}
	if err := Create(s.dir, nil); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("making it a second time: %v", err)
	}
}

// TestNoHeavyImports: the parts of go-git that bring transports and signatures
// with them cost 5 MB and milliseconds at every start of the program.
func TestNoHeavyImports(t *testing.T) {
	t.Parallel()
	files := must[[]string](t)(filepath.Glob("*.go"))
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, spec := range parsed.Imports {
			switch spec.Path.Value {
			case `"github.com/go-git/go-git/v5"`, `"github.com/go-git/go-git/v5/plumbing/object"`, `"github.com/go-git/go-git/v5/config"`:
				t.Errorf("%s imports %s", file, spec.Path.Value)
			}
		}
	}
	if len(files) == 0 {
		t.Error("no files were looked at")
	}
}
