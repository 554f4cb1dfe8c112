package gitstore

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
)

// TestSizes: sizes are known before contents are read, also of packed
// contents that are stored as differences.
func TestSizes(t *testing.T) {
	t.Parallel()
	long := "seq 3000 > long.md; c long; { seq 3000; echo end; } > long.md; c longer\n"
	for name, script := range map[string]string{"loose": history + long, "packed": history + long + "git gc -q\n"} {
		s := newRepo(t, script)
		bothEngines(t, s, func(t *testing.T, r *Repository) {
			for _, rev := range []string{"HEAD", "HEAD~1"} {
				tree := must[*Tree](t)(r.At(rev))
				size := must[fs.FileInfo](t)(fs.Stat(tree, "long.md")).Size()
				if data := must[[]byte](t)(fs.ReadFile(tree, "long.md")); int64(len(data)) != size || size < 10000 {
					t.Errorf("%s: %s: size %d before reading, %d bytes read", name, rev, size, len(data))
				}
			}
		})
	}
}

// TestWrongUse: what an fs.FS refuses is refused with the errors that io/fs documents.
func TestWrongUse(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	tree := must[*Tree](t)(s.open().At("HEAD"))
	for _, c := range []struct {
		what string
		err  error
		want error
	}{
		{"open nothing", second(tree.Open("nowhere.md")), fs.ErrNotExist},
		{"open below a file", second(tree.Open("one.md/x")), fs.ErrNotExist},
		{"open an invalid path", second(tree.Open("../one.md")), fs.ErrInvalid},
		{"read nothing", second(tree.ReadFile("part/nowhere.md")), fs.ErrNotExist},
		{"read an invalid path", second(tree.ReadFile("/one.md")), fs.ErrInvalid},
		{"read a folder", second(tree.ReadFile("part")), errFolder},
		{"list a file", second(tree.ReadDir("one.md")), errNotFolder},
		{"list nothing", second(tree.ReadDir("nowhere")), fs.ErrNotExist},
		{"describe nothing", second(tree.Stat("nowhere")), fs.ErrNotExist},
	} {
		var path *fs.PathError
		if !errors.Is(c.err, c.want) || !errors.As(c.err, &path) {
			t.Errorf("%s: %v, want a PathError with %v", c.what, c.err, c.want)
		}
	}
	folder := must[fs.File](t)(tree.Open("part"))
	if _, err := folder.Read(make([]byte, 1)); !errors.Is(err, errFolder) {
		t.Errorf("reading an open folder: %v", err)
	}
	file := must[fs.File](t)(tree.Open("one.md"))
	if data, err := io.ReadAll(file); err != nil || string(data) != "One.\n" {
		t.Errorf("an open file reads %q, %v", data, err)
	}
	if err := file.Close(); err != nil {
		t.Error(err)
	}
	if _, err := file.Read(make([]byte, 1)); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("reading a closed file: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }

// TestFileInfo: what a file says of itself.
func TestFileInfo(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"chmod +x one.md; c x\n")
	tree := must[*Tree](t)(s.open().At("HEAD"))
	info := must[fs.FileInfo](t)(tree.Stat("one.md"))
	if info.Name() != "one.md" || info.Mode() != 0o555 || !info.ModTime().Equal(tree.Date) || info.IsDir() || info.Sys() != Blob(s.git("rev-parse", "HEAD:one.md")) {
		t.Errorf("one.md: %v, Sys %v", info, info.Sys())
	}
	if info := must[fs.FileInfo](t)(tree.Stat("empty.md")); info.Mode() != 0o444 || info.Size() != 0 || info.Sys() != Blob(emptyBlob(40)) {
		t.Errorf("empty.md: %v", info)
	}
	if info := must[fs.FileInfo](t)(tree.Stat("part")); !info.IsDir() || info.Sys() != nil || info.Size() != 0 || info.Name() != "part" {
		t.Errorf("part: %v", info)
	}
	if info := must[fs.FileInfo](t)(tree.Stat(".")); info.Name() != "." || !info.IsDir() {
		t.Errorf("root: %v", info)
	}
	entries := must[[]fs.DirEntry](t)(tree.ReadDir("."))
	if text := must[fs.FileInfo](t)(entries[0].Info()).(interface{ String() string }).String(); !strings.Contains(text, "empty.md") {
		t.Errorf("printed: %q", text)
	}
	disk := must[fs.FileInfo](t)(must[*Tree](t)(s.open().Worktree()).Stat("one.md"))
	if disk.ModTime().Equal(tree.Date) {
		t.Errorf("a file on disk has the commit's date %v", disk.ModTime())
	}
}
