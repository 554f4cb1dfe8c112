package gitstore

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// writesNotes is the folder in which this process only writes notes, without
// end, until it is killed: it is then a helper of TestNotesKilled.
const writesNotes = "GITSTORE_WRITES_NOTES"

// TestNotesKilled: whoever is killed while it writes notes leaves the old ones,
// or the new ones, and never half of either. Each time a real process is killed
// somewhere else on its way.
func TestNotesKilled(t *testing.T) {
	if dir := os.Getenv(writesNotes); dir != "" {
		writeNotesForEver(t, dir)
	}
	s := newRepo(t, history)
	id := s.git("rev-parse", "HEAD")
	for round := range 12 {
		cmd := exec.Command(os.Args[0], "-test.run=^TestNotesKilled$")
		cmd.Env = append(os.Environ(), writesNotes+"="+s.dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		s.waitForNote(id, round)
		time.Sleep(time.Duration(round) * 700 * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed

		var first, last int
		note := s.git("notes", "--ref=scenes", "show", id)
		if n, err := fmt.Sscanf(note, "%d of round\n%d of round", &first, &last); n != 2 || first != last {
			t.Fatalf("round %d left the note %q (%v)", round, note, err)
		}
		s.git("fsck", "--strict")
		// The lock of who was killed under it is for a person to remove.
		_ = os.Remove(filepath.Join(s.dir, ".git", notesRef+".lock"))
		if err := must[*Notes](t)(s.open().Notes(notesRef)).Update(t.Context(), []Note{{Commit: Commit{ID: id}}}, "next"); err != nil {
			t.Fatalf("round %d: the next one cannot write: %v", round, err)
		}
	}
}

// waitForNote waits until the process that is to be killed has begun to write.
func (s *sandbox) waitForNote(id string, round int) {
	for until := time.Now().Add(time.Minute); time.Now().Before(until); time.Sleep(time.Millisecond) {
		if out, err := s.tryGit("notes", "--ref=scenes", "show", id); err == nil && strings.Contains(out, "of round") {
			return
		}
	}
	s.t.Fatalf("round %d: no note was written", round)
}

// writeNotesForEver writes one note after the other, each of two lines that
// must agree.
func writeNotesForEver(t *testing.T, dir string) {
	r := must[*Repository](t)(Open(dir))
	c := must[Commit](t)(r.Commit("HEAD"))
	n := must[*Notes](t)(r.Notes(notesRef))
	for i := 0; ; i++ {
		text := fmt.Sprintf("%d of round\n%d of round\n", i, i)
		if err := n.Update(t.Context(), []Note{{Commit: c, Text: []byte(text)}}, "on and on"); err != nil {
			t.Fatal(err)
		}
	}
}
