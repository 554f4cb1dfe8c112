package report

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"git-scene/diff"
	"git-scene/scenes"
	"git-scene/story"
)

// TestJSONKeepsItsContract validates the JSON of every labelled pair that the
// project carries, in both directions, and of two empty manuscripts.
func TestJSONKeepsItsContract(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../docs/report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	pairs, _ := filepath.Glob("../testdata/pairs/*")
	if len(pairs) < 2 {
		t.Fatalf("labelled pairs are missing: there are %d", len(pairs))
	}
	empty := &scenes.Manuscript{}
	validate(t, schema, "nothing", empty, empty)
	for _, dir := range append(pairs, "../testdata/demo") {
		old, new := parse(t, filepath.Join(dir, "old")), parse(t, filepath.Join(dir, "new"))
		validate(t, schema, dir, old, new)
		validate(t, schema, dir+" backwards", new, old)
		validate(t, schema, dir+" from nothing", empty, new)
	}
}

func parse(t *testing.T, dir string) *scenes.Manuscript {
	t.Helper()
	m, err := scenes.Parse(os.DirFS(dir), scenes.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func validate(t *testing.T, schema *jsonschema.Schema, name string, old, new *scenes.Manuscript) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, diff.Classify(diff.Align(old, new), story.Read(old, scenes.Lore{}), story.Read(new, scenes.Lore{}))); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}
