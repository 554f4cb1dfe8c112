package gitstore

import (
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// objectFile is where a loose object lies.
func (s *sandbox) objectFile(rev string) string {
	id := s.git("rev-parse", rev)
	return filepath.Join(s.dir, ".git/objects", id[:2], id[2:])
}

func (s *sandbox) overwrite(path string, change func([]byte) []byte) {
	s.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	if err := os.Remove(path); err != nil { // objects are read-only
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, change(data), 0o444); err != nil {
		s.t.Fatal(err)
	}
}

// TestDamagedObjects: what is damaged or gone is an error that says so, again
// at the second reading, and never a missing file; the rest is read.
func TestDamagedObjects(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func([]byte) []byte{
		"flipped":   func(b []byte) []byte { b[len(b)-7] ^= 0xff; return b },
		"cut short": func(b []byte) []byte { return b[:len(b)/2] },
		"emptied":   func([]byte) []byte { return nil },
		"nonsense":  func([]byte) []byte { return []byte("this is no object") },
		"removed":   nil,
	} {
		s := newRepo(t, history)
		file := s.objectFile("HEAD:one.md")
		if change != nil {
			s.overwrite(file, change)
		} else if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
		bothEngines(t, s, func(t *testing.T, r *Repository) {
			tree := must[*Tree](t)(r.At("HEAD"))
			for range 2 {
				_, err := fs.ReadFile(tree, "one.md")
				if err == nil || errors.Is(err, fs.ErrNotExist) || hintOf(err) == "" {
					t.Errorf("%s: %v (hint %q), want an error with a hint", name, err, hintOf(err))
				}
				if change == nil != errors.Is(err, ErrMissingObject) {
					t.Errorf("%s: %v; is it ErrMissingObject?", name, err)
				}
			}
			if info := must[fs.FileInfo](t)(fs.Stat(tree, "one.md")); info.Sys() == nil {
				t.Errorf("%s: the Blob is not known, though the tree has it", name)
			}
			if data, err := fs.ReadFile(tree, "part/one.md"); err != nil || string(data) != "One, again.\n" {
				t.Errorf("%s: another file reads %q, %v", name, data, err)
			}
		})
	}
}

// TestDamagedTrees: a folder or commit that cannot be read makes the revision
// an error, not an empty manuscript.
func TestDamagedTrees(t *testing.T) {
	t.Parallel()
	for _, rev := range []string{"HEAD:part", "HEAD^{tree}", "HEAD"} {
		s := newRepo(t, history)
		if err := os.Remove(s.objectFile(rev)); err != nil {
			t.Fatal(err)
		}
		bothEngines(t, s, func(t *testing.T, r *Repository) {
			if _, err := r.At("main"); !errors.Is(err, ErrMissingObject) {
				t.Errorf("without %s: At(main) = %v, want ErrMissingObject", rev, err)
			}
		})
	}
}

// TestStrangeTrees: names that no file system may hold, and objects of the
// wrong kind, made with plumbing.
func TestStrangeTrees(t *testing.T) {
	t.Parallel()
	s := newRepo(t, "")
	blob := strings.TrimSpace(s.sh("echo text | git hash-object -w --stdin"))
	var raw strings.Builder
	for _, name := range []string{"", ".", "..", `..\x.md`, "a/b.md", "ok.md", "ok.md", "p\xe9.md", "p%E9.md"} {
		raw.WriteString("100644 " + name + "\x00" + string(must[[]byte](t)(hex.DecodeString(blob))))
	}
	s.write(".git/raw", raw.String())
	s.sh(`git update-ref refs/heads/strange $(git commit-tree -m strange $(git hash-object -w -t tree --literally .git/raw))
echo $(printf 'tree ` + blob + `\ncommitter x <x> 1 +0000\n\n' | git hash-object -w -t commit --literally --stdin) > .git/refs/heads/wrong
echo $(printf 'nothing\n\n' | git hash-object -w -t commit --literally --stdin) > .git/refs/heads/treeless
git update-ref refs/heads/short $(git commit-tree -m short $(printf '100644 x.md' | git hash-object -w -t tree --literally --stdin))
`)
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		tree := must[*Tree](t)(r.At("strange"))
		checkFS(t, tree)
		if got := strings.Join(walked(t, tree), " "); got != `..\x.md ok.md p%E9.md` {
			t.Errorf("files %q", got)
		}
		if len(tree.Notes) < 5 {
			t.Errorf("notes %q, want one for each name left out or changed", tree.Notes)
		}
		for _, rev := range []string{"wrong", "treeless", "short"} {
			if _, err := r.At(rev); err == nil || errors.Is(err, ErrUnknownRevision) {
				t.Errorf("At(%q) = %v, want an error about damage", rev, err)
			}
		}
	})
}

// TestUnreadableIndex: an index that go-git cannot read is git's to read.
func TestUnreadableIndex(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	s.overwrite(filepath.Join(s.dir, ".git/index"), func(b []byte) []byte { b[len(b)-1] ^= 0xff; return b })
	_, gitErr := s.tryGit("ls-files")
	_, err := s.open().Index()
	if (err == nil) != (gitErr == nil) {
		t.Errorf("Index = %v, git: %v", err, gitErr)
	}
	r := must[*Repository](t)(open(s.dir, options{noGit: true}))
	if _, err := r.Worktree(); !errors.Is(err, ErrNeedsGit) {
		t.Errorf("without git: Worktree = %v, want ErrNeedsGit", err)
	}
}

// TestCircularReference ends.
func TestCircularReference(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"echo 'ref: refs/heads/b' > .git/refs/heads/a; echo 'ref: refs/heads/a' > .git/refs/heads/b\n")
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		if _, err := r.At("a"); err == nil {
			t.Error("a reference that leads in a circle was resolved")
		}
	})
}

// TestTogether reads one repository from several goroutines, for the race
// detector, and compares with what one alone reads.
func TestTogether(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"git gc -q; echo more > more.md; c more; echo disk > disk.md\n")
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		want := gitTree(s, "HEAD")
		var all sync.WaitGroup
		for i := range 4 {
			all.Go(func() {
				rev := []string{"HEAD", "HEAD~1", "v1", "main"}[i]
				tree, err := r.At(rev)
				if err != nil {
					t.Errorf("At(%q): %v", rev, err)
					return
				}
				if got := listing(t, tree); rev == "HEAD" && len(got) != len(want) {
					t.Errorf("%d files, want %d", len(got), len(want))
				}
				if disk, err := r.Worktree(); err != nil || len(listing(t, disk)) != len(want)+1 {
					t.Errorf("Worktree: %v", err)
				}
			})
		}
		all.Wait()
	})
}

// TestReadTwice: a content is read from git once for both sides.
func TestReadTwice(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		old, new := must2(t)(r.Compare([]string{"v1..HEAD"}, false))
		counted := &counter{engine: r.engine, objects: map[string]int{}}
		r.engine = counted
		before := len(counted.objects)
		if _, err := fs.ReadDir(new, "part"); err != nil || before != 0 || len(counted.objects) != 0 {
			t.Errorf("listing read %d objects, %v", len(counted.objects), err)
		}
		listing(t, old)
		listing(t, new)
		for id, times := range counted.objects {
			if times > 1 {
				t.Errorf("%s was read %d times", id, times)
			}
		}
		if len(counted.objects) == 0 {
			t.Error("nothing was counted")
		}
	})
}

type counter struct {
	engine
	objects map[string]int
}

func (c *counter) object(id string) (object, error) {
	c.objects[id]++
	return c.engine.object(id)
}
