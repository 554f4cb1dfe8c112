package gitstore

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

const notesRef = "refs/notes/scenes"

// manyBlobs makes n objects and returns their ids. Git puts notes on any
// object, and blobs are the cheapest.
func (s *sandbox) manyBlobs(n int) []string {
	s.t.Helper()
	var in strings.Builder
	for i := range n {
		text := fmt.Sprintf("%d\n", i)
		fmt.Fprintf(&in, "blob\nmark :%d\ndata %d\n%s\n", i+1, len(text), text)
	}
	cmd := exec.Command("git", "fast-import", "--quiet", "--export-marks=marks")
	cmd.Dir, cmd.Stdin = s.dir, strings.NewReader(in.String())
	if out, err := cmd.CombinedOutput(); err != nil {
		s.t.Fatalf("fast-import: %v\n%s", err, out)
	}
	marks, err := os.ReadFile(filepath.Join(s.dir, "marks"))
	if err != nil {
		s.t.Fatal(err)
	}
	var ids []string
	for line := range strings.Lines(string(marks)) {
		_, id, _ := strings.Cut(strings.TrimSpace(line), " ")
		ids = append(ids, id)
	}
	return ids
}

func notesOn(text string, ids ...string) []Note {
	var notes []Note
	for _, id := range ids {
		notes = append(notes, Note{Commit: Commit{ID: id}, Text: []byte(text)})
	}
	return notes
}

// TestNoteTreesAreGits: whatever their number, and whether they are written at
// once or in turn, notes stand in the tree that git would make for them.
func TestNoteTreesAreGits(t *testing.T) {
	for _, format := range []string{"sha1", "sha256"} {
		for _, n := range []int{1, 40, 120, 600, 14000} {
			t.Run(fmt.Sprint(format, n), func(t *testing.T) {
				t.Parallel()
				s := newFolder(t)
				s.sh("git init -q --template= -b main --object-format=" + format + " .")
				ids := s.manyBlobs(n)
				if n > 1000 { // a hundred of anything and all of one beginning: a folder is divided twice
					crowd := slices.DeleteFunc(slices.Clone(ids[100:]), func(id string) bool { return id[:2] != "1a" })
					ids = append(ids[:100], crowd...)
					n = len(ids)
				}
				s.git("notes", "--ref=theirs", "add", "-m", "a note", ids[0])
				var pairs strings.Builder
				for _, id := range ids[1:] {
					fmt.Fprintf(&pairs, "%s %s\n", ids[0], id)
				}
				cmd := exec.Command("git", "notes", "--ref=theirs", "copy", "--stdin")
				cmd.Dir, cmd.Stdin = s.dir, strings.NewReader(pairs.String())
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Fatalf("git notes copy: %v\n%s", err, out)
				}
				ours := must[*Notes](t)(s.open().Notes(notesRef))
				step := max(n/3, 1)
				for from := 0; from < n; from += step {
					if err := ours.Update(t.Context(), notesOn("a note\n", ids[from:min(from+step, n)]...), "test"); err != nil {
						t.Fatal(err)
					}
				}
				if got, want := s.git("rev-parse", notesRef+"^{tree}"), s.git("rev-parse", "refs/notes/theirs^{tree}"); got != want {
					t.Errorf("tree %s, want git's %s", got, want)
				}
				if text := must[[]byte](t)(ours.Of(ids[n/2])); string(text) != "a note\n" {
					t.Errorf("the note of one reads %q", text)
				}
				if out, err := s.tryGit("fsck", "--strict"); n == 600 && err != nil {
					t.Errorf("git fsck: %v\n%s", err, out)
				}
			})
		}
	}
}

// TestNotesByBothEngines: the same notes are the same commit, and git shows them.
func TestNotesByBothEngines(t *testing.T) {
	var tips []string
	for _, engine := range []string{engineGoGit, engineGit} {
		s := newRepo(t, history)
		r := s.openWith(engine)
		n := must[*Notes](t)(r.Notes(notesRef))
		first, last := must[Commit](t)(r.Commit("HEAD~2")), must[Commit](t)(r.Commit("HEAD"))
		for range 2 { // what is there already is not written again
			if err := n.Update(t.Context(), []Note{{Commit: last, Text: []byte("of the last\n")}, {Commit: first, Text: []byte("of the first\n")}}, "two"); err != nil {
				t.Fatal(err)
			}
		}
		if got := s.git("log", "--format=%s: %N", "--notes=scenes"); got != "third: of the last\n\nsecond: \nfirst: of the first\n" {
			t.Errorf("%s: git log shows %q", engine, got)
		}
		if got := s.git("log", "--format=%an %ad %s", "--date=iso", notesRef); got != "git-scene 2025-03-01 11:00:00 +0000 two" {
			t.Errorf("%s: the commit of notes is %q", engine, got)
		}
		if got := s.git("reflog", "--format=%gs", notesRef); got != "notes: two" {
			t.Errorf("%s: the log of the reference is %q", engine, got)
		}
		late := must[*Notes](t)(r.Notes(notesRef))
		if err := late.Update(t.Context(), []Note{{Commit: first, Text: []byte("too late\n"), IfNone: true}}, "late"); err != nil {
			t.Fatal(err)
		}
		if text := must[[]byte](t)(late.Of(first.ID)); string(text) != "of the first\n" {
			t.Errorf("%s: a note that was there reads %q", engine, text)
		}
		if err := n.Update(t.Context(), []Note{{Commit: first}}, "one less"); err != nil {
			t.Fatal(err)
		}
		if text := must[[]byte](t)(n.Of(first.ID)); text != nil {
			t.Errorf("%s: a note that was taken away reads %q", engine, text)
		}
		tips = append(tips, s.git("rev-parse", notesRef))
	}
	if tips[0] != tips[1] {
		t.Errorf("the engines made %s and %s", tips[0], tips[1])
	}
}

// TestNotesAtOnce: writers that know nothing of each other lose nothing. ("git
// notes add" does not compare before it swaps, so it may lose what others
// wrote; nothing can be done about that here.)
func TestNotesAtOnce(t *testing.T) {
	s := newRepo(t, history)
	ids := s.manyBlobs(40)
	var all sync.WaitGroup
	for k := range 4 {
		all.Go(func() {
			for _, id := range ids[k*10 : k*10+10] {
				r, err := open(s.dir, options{engine: []string{engineGoGit, engineGit}[k%2]})
				if err != nil {
					t.Error(err)
					return
				}
				n, err := r.Notes(notesRef)
				if err == nil {
					err = n.Update(context.Background(), notesOn("ours\n", id), "at once")
				}
				if err := errors.Join(err, r.Close()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if got := strings.Count(s.git("notes", "--ref=scenes", "list"), "\n") + 1; got != len(ids) {
		t.Errorf("%d notes, want %d", got, len(ids))
	}
}

// TestNotesUnderALock: a lock that a crash left behind keeps the old notes,
// and says where it lies.
func TestNotesUnderALock(t *testing.T) {
	for _, engine := range []string{engineGoGit, engineGit} {
		s := newRepo(t, history)
		id := s.git("rev-parse", "HEAD")
		s.git("notes", "--ref=scenes", "add", "-m", "old", id)
		lock := filepath.Join(s.dir, ".git", notesRef+".lock")
		if err := os.WriteFile(lock, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		n := must[*Notes](t)(s.openWith(engine).Notes(notesRef))
		ctx, cancel := context.WithTimeout(t.Context(), 150*time.Millisecond)
		defer cancel()
		if err := n.Update(ctx, notesOn("new\n", id), "locked"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: Update = %v, want the deadline", engine, err)
		}
		if got := s.git("notes", "--ref=scenes", "show", id); got != "old" {
			t.Errorf("%s: the note reads %q", engine, got)
		}
		if err := os.Remove(lock); err != nil {
			t.Fatal(err)
		}
		if err := n.Update(t.Context(), notesOn("new\n", id), "free"); err != nil {
			t.Fatal(err)
		}
		if got := s.git("notes", "--ref=scenes", "show", id); got != "new" {
			t.Errorf("%s: the note reads %q", engine, got)
		}
	}
}

// TestNotesFromPackedReferences: what is only in packed-refs is found and replaced.
func TestNotesFromPackedReferences(t *testing.T) {
	s := newRepo(t, history)
	id := s.git("rev-parse", "HEAD")
	s.sh("git notes --ref=scenes add -m old HEAD; git pack-refs --all; git gc -q")
	n := must[*Notes](t)(s.open().Notes(notesRef))
	if err := n.Update(t.Context(), notesOn("new\n", id), "packed"); err != nil {
		t.Fatal(err)
	}
	if got := s.git("rev-list", "--count", notesRef); got != "2" {
		t.Errorf("%s commits of notes, want 2", got)
	}
}

// TestRange: ranges list what git rev-list does, parents first.
func TestRange(t *testing.T) {
	s := newRepo(t, history+"git checkout -q -b side HEAD~1; c side; git checkout -q main; git merge -q --no-ff -m merge side; c last\n")
	for _, arg := range []string{"HEAD~2..HEAD", "v1..side", "side..", "..side", "v1...main", "side...HEAD~1"} {
		want := strings.Fields(s.git("rev-list", "--topo-order", "--reverse", arg))
		for _, engine := range []string{engineGoGit, engineGit} {
			got := must[[]string](t)(s.openWith(engine).Range(arg, false))
			checkHistory(t, s, engine+" "+arg, got, want)
		}
	}
	for _, engine := range []string{engineGoGit, engineGit} {
		r := s.openWith(engine)
		checkHistory(t, s, engine, must[[]string](t)(r.Range("HEAD", true)), strings.Fields(s.git("rev-list", "HEAD")))
		checkHistory(t, s, engine, must[[]string](t)(r.Range("v1", false)), strings.Fields(s.git("rev-parse", "v1^{commit}")))
		if _, err := r.Range("nowhere..HEAD", false); !errors.Is(err, ErrUnknownRevision) {
			t.Errorf("%s: %v, want ErrUnknownRevision", engine, err)
		}
	}
}

// checkHistory: the same commits, each behind its parents.
func checkHistory(t *testing.T, s *sandbox, what string, got, want []string) {
	t.Helper()
	listed, seen := map[string]bool{}, map[string]bool{}
	for _, id := range got {
		listed[id] = true
	}
	for _, id := range got {
		for _, parent := range strings.Fields(s.git("log", "-1", "--format=%P", id)) {
			if listed[parent] && !seen[parent] {
				t.Errorf("%s: %s stands before its parent", what, id)
			}
		}
		seen[id] = true
	}
	for _, id := range want {
		if !seen[id] {
			t.Errorf("%s: %s is missing", what, id)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s: %d commits, want %d", what, len(got), len(want))
	}
}
