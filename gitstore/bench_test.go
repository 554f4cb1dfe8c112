package gitstore

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// newNovel is a packed repository of 60 chapters, 110,000 words and 200
// commits, each of which changes a word in one to three chapters.
func newNovel(t testing.TB) *sandbox {
	t.Helper()
	s := newRepo(t, "")
	random := rand.New(rand.NewPCG(7, 7))
	word := func() string {
		letters := make([]byte, 2+random.IntN(8))
		for i := range letters {
			letters[i] = "aeioubcdfghlmnprstvw"[random.IntN(20)]
		}
		return string(letters)
	}
	vocabulary := make([]string, 9000)
	for i := range vocabulary {
		vocabulary[i] = word()
	}
	chapters := make([][]string, 60)
	for i := range chapters {
		for range 1830 {
			chapters[i] = append(chapters[i], vocabulary[random.IntN(len(vocabulary))])
		}
	}
	var stream strings.Builder
	commit := func(n int, changed ...int) {
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter A <a@example.org> %d +0000\ndata 1\nc\n", 1_700_000_000+n)
		for _, i := range changed {
			var text strings.Builder
			fmt.Fprintf(&text, "# Chapter %d\n\n", i)
			for at := 0; at < len(chapters[i]); at += 80 {
				text.WriteString(strings.Join(chapters[i][at:min(at+80, len(chapters[i]))], " ") + ".\n\n")
			}
			fmt.Fprintf(&stream, "M 100644 inline chapters/ch%02d.md\ndata %d\n%s\n", i, text.Len(), text.String())
		}
	}
	all := make([]int, 60)
	for i := range all {
		all[i] = i
	}
	commit(0, all...)
	for n := range 200 {
		changed := random.Perm(60)[:1+random.IntN(3)]
		for _, i := range changed {
			chapters[i][random.IntN(len(chapters[i]))] = word()
		}
		commit(n+1, changed...)
	}
	s.write(".git/stream", stream.String())
	s.sh("git fast-import --quiet < .git/stream; rm .git/stream; git repack -q -a -d; git reset -q --hard")
	return s
}

// readAll walks a tree and reads every file, as a parser does.
func readAll(t testing.TB, tree *Tree) (bytes int) {
	t.Helper()
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(tree, path)
		bytes += len(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

// BenchmarkNovel measures what a cold process does after it has started: open,
// resolve and list two revisions 50 commits apart, read all chapters of both.
func BenchmarkNovel(b *testing.B) {
	s := newNovel(b)
	for _, engine := range []string{engineGoGit, engineGit} {
		for _, bench := range []struct {
			name string
			run  func(r *Repository)
		}{
			{"open", func(*Repository) {}},
			{"list", func(r *Repository) { _ = must[*Tree](b)(r.At("main")) }},
			{"both sides", func(r *Repository) {
				old, new, err := r.Compare([]string{"main~50", "main"}, false)
				if err != nil || readAll(b, old)+readAll(b, new) < 1_000_000 {
					b.Fatal(err)
				}
			}},
			{"worktree", func(r *Repository) {
				old, new, err := r.Compare([]string{"main"}, false)
				if err != nil || readAll(b, old)+readAll(b, new) < 1_000_000 {
					b.Fatal(err)
				}
			}},
		} {
			b.Run(engine+"/"+bench.name, func(b *testing.B) {
				for b.Loop() {
					r, err := open(s.dir, options{engine: engine})
					if err != nil {
						b.Fatal(err)
					}
					bench.run(r)
					if err := r.Close(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// TestSpeed is an alarm, not a measurement: bounds are five to ten times what
// was measured on two cores, so that only a change of kind trips it.
func TestSpeed(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector makes everything ten times slower")
	}
	s := newNovel(t)
	best := func(run func()) time.Duration {
		shortest := time.Hour
		for range 3 {
			start := time.Now()
			run()
			shortest = min(shortest, time.Since(start))
		}
		return shortest
	}
	tree := must[*Tree](t)(s.open().At("main"))
	for name, c := range map[string]struct {
		limit time.Duration
		run   func()
	}{
		"walking 60 chapters":    {2 * time.Millisecond, func() { walked(t, tree) }},
		"open, resolve and list": {20 * time.Millisecond, func() { _ = must[*Tree](t)(s.open().At("main")) }},
		"open, resolve, list and read two revisions": {200 * time.Millisecond, func() {
			old, new := must2(t)(s.open().Compare([]string{"main~50", "main"}, false))
			readAll(t, old)
			readAll(t, new)
		}},
	} {
		if took := best(c.run); took > c.limit {
			t.Errorf("%s took %v, more than %v", name, took, c.limit)
		}
	}
}
