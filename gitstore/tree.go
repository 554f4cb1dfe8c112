package gitstore

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"time"
)

// Tree is one state of the repository's files, as a file system: a commit, the
// index, the working tree, or nothing at all. It lists regular files and the
// folders that hold them; symbolic links and submodules are left out of every
// kind, so that no chapter is read twice or from elsewhere. Names are known
// when a Tree is made, contents are read when asked for. It never changes and
// may be read from several goroutines.
//
// [fs.FileInfo] of a regular file: Sys is a [Blob], or nil where git's id for
// the content is not known without git; ModTime is the commit's date, or the
// file's own in the working tree; the mode tells executable files (0555) from
// others (0444).
//
// A file that the clone does not hold is listed, and reading it is an
// [ErrMissingObject], never an [fs.ErrNotExist].
type Tree struct {
	// Rev is what the user asked for; "worktree", "index" or "empty" for what is no revision.
	Rev string
	// Commit is the full id in hex; "" where there is no commit.
	Commit string
	// Date is the committer date in UTC; zero where there is no commit.
	Date time.Time
	// Notes are sentences that a reader must be told, such as that files are
	// missing from a partial clone. Lower case, without a full stop.
	Notes []string
	// Unmatched are the path limits given to Limit that no file of this tree
	// matched. A limit that matched on neither side of a comparison is probably
	// a mistake; on one side only, it is a chapter added or cut.
	Unmatched []string

	repo *Repository
	root *node
	said []string // the notes that are not about single files
}

// Blob is the id of a file's content in hex, as [fs.FileInfo] Sys: equal ids
// are equal contents, on both sides of a comparison, without reading either.
type Blob string

// String is the id, for whoever knows a file's identity as a fmt.Stringer.
func (b Blob) String() string { return string(b) }

// RevWorktree, RevIndex and RevEmpty are the values of Tree.Rev for what has
// no name in git.
const (
	RevWorktree = "worktree"
	RevIndex    = "index"
	RevEmpty    = "empty"
)

var (
	_ fs.ReadDirFS  = (*Tree)(nil)
	_ fs.ReadFileFS = (*Tree)(nil)
	_ fs.StatFS     = (*Tree)(nil)
)

// Open opens a file or folder. A file's content is read at the first Read.
func (t *Tree) Open(name string) (fs.File, error) {
	n, err := t.lookup("open", name)
	if err != nil {
		return nil, err
	}
	if n.file == nil {
		return &openFolder{info: info{n, t}, path: name, rest: t.entries(n)}, nil
	}
	return &openFile{info: info{n, t}, path: name}, nil
}

// ReadDir lists a folder by name. It reads no contents.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	n, err := t.lookup("readdir", name)
	if err != nil {
		return nil, err
	}
	if n.file != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: errNotFolder}
	}
	return t.entries(n), nil
}

// ReadFile returns a file's bytes, the caller's to keep.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	n, err := t.lookup("read", name)
	if err != nil {
		return nil, err
	}
	if n.file == nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errFolder}
	}
	data, err := n.file.read()
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return bytes.Clone(data), nil
}

// Blobs lists the files of a revision or of the index with their contents' ids.
func (t *Tree) Blobs() (map[string]Blob, error) {
	blobs := map[string]Blob{}
	err := fs.WalkDir(t, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			blobs[path], _ = d.(info).n.file.blob()
		}
		return err
	})
	return blobs, err
}

// Stat describes a file or folder.
func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	n, err := t.lookup("stat", name)
	if err != nil {
		return nil, err
	}
	return info{n, t}, nil
}

var (
	errFolder    = errors.New("is a folder")
	errNotFolder = errors.New("is not a folder")
)

func (t *Tree) lookup(op, name string) (*node, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	n := t.root.find(name)
	if n == nil {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return n, nil
}

func (t *Tree) entries(n *node) []fs.DirEntry {
	list := make([]fs.DirEntry, len(n.kids))
	for i, kid := range n.kids {
		list[i] = info{kid, t}
	}
	return list
}

// info is both the fs.DirEntry and the fs.FileInfo of a node.
type info struct {
	n *node
	t *Tree
}

// Name is the last element of the path; the root calls itself ".".
func (i info) Name() string {
	if i.n == i.t.root {
		return "."
	}
	return i.n.name
}

func (i info) IsDir() bool                { return i.n.file == nil }
func (i info) Type() fs.FileMode          { return i.Mode().Type() }
func (i info) Info() (fs.FileInfo, error) { return i, nil }

func (i info) Mode() fs.FileMode {
	switch {
	case i.IsDir():
		return fs.ModeDir | 0o555
	case i.n.exec:
		return 0o555
	}
	return 0o444
}

// Size is the length of the content in bytes; 0 where it cannot be known
// because the object is missing, which reading then reports.
func (i info) Size() int64 {
	if i.IsDir() {
		return 0
	}
	return i.n.file.size()
}

func (i info) ModTime() time.Time {
	if !i.IsDir() {
		if own := i.n.file.modified(); !own.IsZero() {
			return own
		}
	}
	return i.t.Date
}

// Sys is the file's Blob, or nil.
func (i info) Sys() any {
	if i.IsDir() {
		return nil
	}
	if id, ok := i.n.file.blob(); ok {
		return id
	}
	return nil
}

func (i info) String() string { return fs.FormatFileInfo(i) }

// openFile reads its content once, when it is first read.
type openFile struct {
	info   info
	path   string
	reader *bytes.Reader
	closed bool
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }

func (f *openFile) Read(p []byte) (int, error) {
	if f.closed {
		return 0, &fs.PathError{Op: "read", Path: f.path, Err: fs.ErrClosed}
	}
	if f.reader == nil {
		data, err := f.info.n.file.read()
		if err != nil {
			return 0, &fs.PathError{Op: "read", Path: f.path, Err: err}
		}
		f.reader = bytes.NewReader(data)
	}
	return f.reader.Read(p)
}

func (f *openFile) Close() error {
	f.closed = true
	return nil
}

// openFolder lists a folder piece by piece.
type openFolder struct {
	info info
	path string
	rest []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.path, Err: errFolder}
}

func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.rest) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.rest) {
		n = len(f.rest)
	}
	list := slices.Clone(f.rest[:n])
	f.rest = f.rest[n:]
	return list, nil
}
