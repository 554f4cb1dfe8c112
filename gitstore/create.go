package gitstore

import (
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/filemode"
	"github.com/go-git/go-git/v5/plumbing/format/index"
	"github.com/go-git/go-git/v5/storage/filesystem"
)

// Draft is a state of a manuscript to be committed.
type Draft struct {
	Tag     string // the tag that the commit gets
	Message string
	When    time.Time
	Files   fs.FS
}

// Create makes a repository in an empty folder, on the branch main, with a
// commit and a tag for each draft, in order, and the last draft in the working
// tree. It needs no git program. The objects are written out by hand: go-git's
// own Repository would bring transports and signatures along, 5 MB and several
// milliseconds at every start of the program.
func Create(dir string, drafts []Draft) error {
	c := &creator{storage: filesystem.NewStorage(osfs.New(filepath.Join(dir, ".git")), cache.NewObjectLRUDefault())}
	if err := c.begin(dir); err != nil {
		return fmt.Errorf("cannot make a repository in %q: %w", dir, err)
	}
	for i, d := range drafts {
		if err := c.commit(d); err != nil {
			return fmt.Errorf("cannot commit %q: %w", d.Message, err)
		}
		if i == len(drafts)-1 {
			if err := os.CopyFS(dir, d.Files); err != nil {
				return err
			}
		}
	}
	return c.storage.SetIndex(&c.index)
}

// creator writes a repository.
type creator struct {
	storage *filesystem.Storage
	parent  plumbing.Hash
	index   index.Index // of the last draft; git fills in times and sizes when it first looks
}

func (c *creator) begin(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if len(entries) > 0 {
		return fmt.Errorf("the folder is not empty")
	}
	if err := c.storage.Init(); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, ".git", "config"), []byte("[core]\n\trepositoryformatversion = 0\n\tbare = false\n"), 0o644); err != nil {
		return err
	}
	return c.storage.SetReference(plumbing.NewSymbolicReference(plumbing.HEAD, plumbing.Main))
}

// commit writes a draft's files, its commit and its tag.
func (c *creator) commit(d Draft) error {
	c.index = index.Index{Version: 2}
	tree, err := c.tree(d.Files, ".")
	if err != nil {
		return err
	}
	slices.SortFunc(c.index.Entries, func(x, y *index.Entry) int { return strings.Compare(x.Name, y.Name) })
	var text strings.Builder
	fmt.Fprintf(&text, "tree %s\n", tree)
	if c.parent != plumbing.ZeroHash {
		fmt.Fprintf(&text, "parent %s\n", c.parent)
	}
	who := fmt.Sprintf("A Writer <writer@example.org> %d %s", d.When.Unix(), d.When.Format("-0700"))
	fmt.Fprintf(&text, "author %s\ncommitter %s\n\n%s\n", who, who, d.Message)
	if c.parent, err = c.store(plumbing.CommitObject, []byte(text.String())); err != nil {
		return err
	}
	if err := c.storage.SetReference(plumbing.NewHashReference(plumbing.Main, c.parent)); err != nil {
		return err
	}
	return c.storage.SetReference(plumbing.NewHashReference(plumbing.NewTagReferenceName(d.Tag), c.parent))
}

// tree writes a folder and what is below it, and notes the files for the index.
func (c *creator) tree(files fs.FS, folder string) (plumbing.Hash, error) {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		return plumbing.ZeroHash, err
	}
	// Git sorts folders as if their names ended in a slash.
	slices.SortFunc(entries, func(x, y fs.DirEntry) int { return strings.Compare(treeKey(x), treeKey(y)) })
	var data []byte
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		mode, id := filemode.Dir, plumbing.ZeroHash
		if e.IsDir() {
			id, err = c.tree(files, name)
		} else {
			mode = filemode.Regular
			id, err = c.file(files, name)
		}
		if err != nil {
			return plumbing.ZeroHash, err
		}
		data = append(data, fmt.Sprintf("%o %s\x00", uint32(mode), e.Name())...)
		data = append(data, id[:]...)
	}
	return c.store(plumbing.TreeObject, data)
}

func treeKey(e fs.DirEntry) string {
	if e.IsDir() {
		return e.Name() + "/"
	}
	return e.Name()
}

func (c *creator) file(files fs.FS, name string) (plumbing.Hash, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return plumbing.ZeroHash, err
	}
	id, err := c.store(plumbing.BlobObject, data)
	c.index.Entries = append(c.index.Entries, &index.Entry{Name: name, Hash: id, Mode: filemode.Regular})
	return id, err
}

// store writes one object, if it is not there, and returns its id.
func (c *creator) store(kind plumbing.ObjectType, data []byte) (plumbing.Hash, error) {
	id := plumbing.NewHash(objectID(kind.String(), data, hex.EncodedLen(len(plumbing.ZeroHash))))
	if c.storage.HasEncodedObject(id) == nil {
		return id, nil
	}
	o := &plumbing.MemoryObject{}
	o.SetType(kind)
	if _, err := o.Write(data); err != nil {
		return id, err
	}
	return c.storage.SetEncodedObject(o)
}
