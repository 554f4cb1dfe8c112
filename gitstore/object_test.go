package gitstore

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestReadersNeverPanic: whatever bytes a repository holds, reading them ends
// in a value or an error.
func TestReadersNeverPanic(t *testing.T) {
	id := strings.Repeat("0", 40)
	rapid.Check(t, func(t *rapid.T) {
		pieces := rapid.SliceOf(rapid.SampledFrom([]string{"tree ", id, "parent ", "committer ", "a <b> ", "1", " +0000", "\n", "object ", "100644 ", "40000 ", "x", "\x00", "[", "]", "\"", "\\",
			"=", "#", "!", "/", "*", " ", "core", "\xff", "\r\n", "text", "-filter"})).Draw(t, "pieces")
		data := []byte(strings.Join(pieces, ""))
		if entries, err := parseTree(id, data); err == nil && len(entries) > 0 && len(data) < 22 {
			t.Errorf("%d entries in %d bytes", len(entries), len(data))
		}
		if c, err := parseCommit(id, data); err == nil && !isID(c.tree) {
			t.Errorf("a commit with the tree %q", c.tree)
		}
		if target, err := parseTag(id, data); err == nil && !isID(target) {
			t.Errorf("a tag of %q", target)
		}
		_ = parseConfig(data, func(key, _ string) error {
			if key == "" || key != canonicalKey(key) {
				t.Errorf("key %q is not canonical", key)
			}
			return nil
		})
		for _, p := range parseIgnore(data) {
			p.matches("a/b.md", false, true)
		}
		attributesIn(data)
		if name, ok := safeName(string(data)); ok && strings.ContainsAny(name, "/\x00") {
			t.Errorf("the name %q is not safe", name)
		}
	})
}

func TestParseCommit(t *testing.T) {
	t.Parallel()
	tree, parent := strings.Repeat("a", 40), strings.Repeat("b", 40)
	c, err := parseCommit("id", []byte("tree "+tree+"\nparent "+parent+"\nauthor A <a@x> 5 +0000\ncommitter B > C <b@x> 1700000000 -0330\ngpgsig x\n parent y\n\ntree not this\n"))
	if err != nil || c.tree != tree || c.date.Unix() != 1_700_000_000 || cmp.Diff([]string{parent}, c.parents) != "" {
		t.Errorf("parseCommit = %+v, %v", c, err)
	}
	c, err = parseCommit("id", []byte("tree "+tree+"\ncommitter nobody\n\n"))
	if err != nil || !c.date.IsZero() || c.parents != nil {
		t.Errorf("a commit without a date: %+v, %v", c, err)
	}
}
