package gitstore

import (
	"context"
	"strings"
	"testing"
)

// Somebody's notes may stand in folders deeper than a commit's id is long.
// What is there is no note, and is left as it is.
func TestNotesDeeperThanAnID(t *testing.T) {
	s := newRepo(t, history)
	id := s.git("rev-parse", "HEAD")
	tree := strings.TrimSpace(s.sh("blob=$(echo x | git hash-object -w --stdin)\n" +
		"tree=$(printf '100644 blob %s\\tab\\n' $blob | git mktree)\n" +
		"tree=$(printf '040000 tree %s\\tcd\\n' $tree | git mktree)\n" +
		"for pair in $(git rev-parse HEAD | fold -w2 | tac); do tree=$(printf '040000 tree %s\\t%s\\n' $tree $pair | git mktree); done\n" +
		"echo $tree"))
	s.sh("git update-ref " + notesRef + " $(git commit-tree -m notes " + tree + ")")
	n := must[*Notes](t)(s.open().Notes(notesRef))
	if text, err := n.Of(id); text != nil || err != nil {
		t.Errorf("the note is %q, %v; want none", text, err)
	}
	if err := n.Update(context.Background(), notesOn("said\n", id), "test"); err != nil {
		t.Fatal(err)
	}
	if text, err := n.Of(id); string(text) != "said\n" || err != nil {
		t.Errorf("the note is %q, %v", text, err)
	}
	if out, err := s.tryGit("fsck", "--strict"); err != nil {
		t.Errorf("fsck: %v\n%s", err, out)
	}
}
