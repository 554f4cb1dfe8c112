package gitstore

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// onDisk is the content of a file in the working tree. It is read once, and
// the bytes are kept, so that content, size and id speak of the same moment.
type onDisk struct {
	tree    *worktree
	path    string
	info    fs.FileInfo
	tracked *indexEntry // nil if untracked
	rule    eolRule
	through *program   // set where git has to convert
	unsure  conversion // what attributes may ask for, where nobody can match them

	once sync.Once
	data []byte
	id   Blob
	err  error
}

func (f *onDisk) load() { f.once.Do(f.readOnce) }

func (f *onDisk) readOnce() {
	raw, err := f.tree.root.ReadFile(filepath.FromSlash(f.path))
	if err != nil {
		f.err = errors.Unwrap(err) // without the path, which the caller adds
		if f.err == nil {
			f.err = err
		}
		return
	}
	if f.through != nil {
		f.data, f.id, f.err = f.convert(raw)
		return
	}
	f.data = storedForm(raw, f.rule, f.inIndex)
	if f.unsure == convertAny || f.unsure == convertEOL && bytes.Contains(raw, []byte("\r\n")) {
		return // git might store something else: no id is better than a wrong one
	}
	f.id = blobID(f.data, f.tree.repo.idWidth())
}

// inIndex is the content that the index has for the path, or nil.
func (f *onDisk) inIndex() []byte {
	if f.tracked == nil || !isRegular(f.tracked.mode) || f.tracked.stage == 1 || f.tracked.stage == 3 {
		return nil
	}
	data, _ := f.tree.repo.blob(f.tracked.id)
	return data
}

func (f *onDisk) read() ([]byte, error) {
	f.load()
	return f.data, f.err
}

func (f *onDisk) size() int64 {
	if f.rule == eolKeep && f.through == nil {
		return f.info.Size()
	}
	f.load()
	return int64(len(f.data))
}

func (f *onDisk) blob() (Blob, bool) {
	f.load()
	return f.id, f.id != ""
}

func (f *onDisk) modified() time.Time { return f.info.ModTime() }

// convert has git take the content in, with its filters and encodings, into an
// object store of our own that is thrown away, so that git writes nothing to
// the repository. Filters are the user's own programs, run as git diff would
// run them. One process per file: only files that are read cost it.
func (f *onDisk) convert(raw []byte) ([]byte, Blob, error) {
	repo := f.tree.repo
	store, err := os.MkdirTemp("", "git-scene-")
	if err != nil {
		return nil, "", err
	}
	defer os.RemoveAll(store)
	git := *f.through
	objects := firstOf(os.Getenv("GIT_OBJECT_DIRECTORY"), filepath.Join(repo.place.commonDir, "objects"))
	borrowed := objects
	if more := os.Getenv("GIT_ALTERNATE_OBJECT_DIRECTORIES"); more != "" {
		borrowed += string(os.PathListSeparator) + more
	}
	git.env = append(git.env[:len(git.env):len(git.env)], "GIT_OBJECT_DIRECTORY="+store, "GIT_ALTERNATE_OBJECT_DIRECTORIES="+borrowed)
	out, _, err := git.ask(raw, "hash-object", "-w", "--stdin", "--path="+f.tree.fromHere(f.path))
	if err != nil {
		return nil, "", fmt.Errorf("cannot convert it as git would: %w", err)
	}
	id := strings.TrimSpace(string(out))
	if !isID(id) {
		return nil, "", fmt.Errorf("git hash-object answered %q", id)
	}
	data, err := looseBlob(filepath.Join(store, id[:2], id[2:]))
	if errors.Is(err, fs.ErrNotExist) { // the repository has it already
		data, err = repo.blob(id)
	}
	if f.rule == eolAuto && bytes.Contains(f.inIndex(), []byte("\r\n")) {
		id = "" // hash-object does not look at the index, on which the line ends depend here
	}
	return data, Blob(id), err
}

// looseBlob reads one object file: zlib, "blob SIZE\0", content.
func looseBlob(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	inflated, err := zlib.NewReader(file)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(inflated)
	if err != nil {
		return nil, err
	}
	_, content, ok := bytes.Cut(data, []byte{0})
	if !ok {
		return nil, errMalformed
	}
	return content, nil
}

// blobID is git's id for a content, in a repository with ids of width hex digits.
func blobID(data []byte, width int) Blob { return Blob(objectID(kindBlob, data, width)) }

// idWidth is the length of the repository's ids in hex digits.
func (r *Repository) idWidth() int { return r.shape.width() }
