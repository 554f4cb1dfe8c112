package scenes

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// Cache holds files that were read before, so that what two revisions share
// is read once. A file is known by its path and by its content's identity,
// which a file system tells through FileInfo.Sys as a [fmt.Stringer]; files of
// file systems that do not are read each time. A nil Cache keeps nothing.
type Cache struct {
	mu        sync.Mutex
	documents map[string]*document
}

// key is what a file is kept under, "" where nothing tells its identity.
func (c *Cache) key(fsys fs.FS, name string, breaks []string) (string, error) {
	if c == nil {
		return "", nil
	}
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return "", err
	}
	id, ok := info.Sys().(fmt.Stringer)
	if !ok || id.String() == "" {
		return "", nil
	}
	return id.String() + "\x00" + name + "\x00" + strings.Join(breaks, "\n"), nil
}

func (c *Cache) find(key string) *document {
	if c == nil || key == "" {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.documents[key]
}

func (c *Cache) keep(key string, d *document) {
	if c == nil || key == "" {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.documents == nil {
		c.documents = map[string]*document{}
	}
	c.documents[key] = d
}
