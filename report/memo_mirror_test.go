package report

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"git-scene/diff"
	"git-scene/scenes"
	"git-scene/story"
)

// mirror is an outline's soft draft and its hard one, at whose end the author
// wrote what the revision accomplishes.
const mirror = "../../shared/corpora/mirror/soft-to-hard"

// ownResults is the heading of what the author wrote of the revision.
const ownResults = "## WHAT THIS REVISION ACCOMPLISHES"

// TestMemoFindsWhatTheAuthorSays: of the eight results that the author lists,
// the memo tells the like from the text alone. Which sentence or quote answers
// to which was judged by reading it; here it is held.
func TestMemoFindsWhatTheAuthorSays(t *testing.T) {
	if _, err := os.Stat(mirror); err != nil {
		t.Skip("the labelled corpora are not here")
	}
	said := accomplished(t, os.DirFS(filepath.Join(mirror, "old")), os.DirFS(filepath.Join(mirror, "new")))
	for result, shown := range map[string][]string{
		"immediate stakes":      {"newly say what is at stake, among other things a deadline", "lose the customers"},
		"competitive pressure":  {"VelocityTech is new to the story", "weaponizing efficiency in sales"},
		"real antagonist":       {"Ethan Marlow acts in four scenes that are new or told anew", "Ethan's Late-Night Decision", "Ethan's Transformation"},
		"physical consequences": {"THE OUTAGE DURING THE AUDIT", "Combined load exceeded cooling"},
		"public accountability": {"The Public Dashboard Update", "Customers can see this"},
		"personal risk":         {"failure = company collapse", "Maya Chen is named in"},
		"character depth":       {"stand without a word changed", "The Emotional Acknowledgment"},
		"philosophical core":    {"Physical systems remember what we forget", "Circularity requires humility"},
	} {
		for _, want := range shown {
			if !strings.Contains(said, want) {
				t.Errorf("%s: the memo does not say %q:\n%s", result, want, said)
			}
		}
	}
}

// TestMemoReadsNoOwnResults: what the author says of the revision at its end is
// no scene, and the memo is the same without it.
func TestMemoReadsNoOwnResults(t *testing.T) {
	const draft = "# Grease\n\n## Chapter 1\n\n### The Yard\n\n- Odile counts the wires.\n- She writes nothing down.\n\n### The Rag\n\n- Jory walks home.\n\n"
	const hard = draft + "### The Chain\n\n- Odile tells Jory: if they find the eighth wire they lose the line by Friday.\n\n"
	old := fstest.MapFS{"outline.md": {Data: []byte(draft)}}
	without := accomplished(t, old, fstest.MapFS{"outline.md": {Data: []byte(hard)}})
	with := accomplished(t, old, fstest.MapFS{"outline.md": {Data: []byte(hard + "---\n\n" + ownResults + "\n\n- **Ruin**: Clement Sele stands to lose the farm by noon\n- Clement Sele hangs, and the town with him\n")}})
	if with != without || !strings.Contains(with, "The Chain") {
		t.Errorf("with what the author says of it:\n%s\nwithout:\n%s", with, without)
	}
	if data, err := os.ReadFile(filepath.Join(mirror, "new", "outline.md")); err == nil {
		before, _, found := bytes.Cut(data, []byte(ownResults))
		if !found {
			t.Fatal("the hard outline has no results of its own")
		}
		old := os.DirFS(filepath.Join(mirror, "old"))
		with := accomplished(t, old, os.DirFS(filepath.Join(mirror, "new")))
		if without := accomplished(t, old, fstest.MapFS{"outline.md": {Data: before}}); with != without {
			t.Errorf("of the hard outline, with what its author says of it:\n%s\nwithout:\n%s", with, without)
		}
	}
}

// accomplished is the memo's first section, of two drafts.
func accomplished(t *testing.T, old, new fs.FS) string {
	t.Helper()
	var drafts [2]*scenes.Manuscript
	for i, draft := range []fs.FS{old, new} {
		m, err := scenes.Parse(draft, scenes.Options{})
		if err != nil {
			t.Fatal(err)
		}
		drafts[i] = m
	}
	m := NewMemo(diff.Classify(diff.Align(drafts[0], drafts[1]), story.Read(drafts[0], scenes.Lore{}), story.Read(drafts[1], scenes.Lore{})))
	var b bytes.Buffer
	if err := WriteMemo(&b, ".md", false, m); err != nil {
		t.Fatal(err)
	}
	_, said, _ := strings.Cut(b.String(), "## What this revision accomplishes")
	said, _, _ = strings.Cut(said, "## The tally")
	return said
}
