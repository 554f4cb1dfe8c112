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
// file systems that do not are read each time. A nil Cache keeps nothing. It
// may be used by several Parses at once.
type Cache struct {
	mu    sync.Mutex
	reads map[string]func() (*document, error) // by key
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

// document is the file with a key as it was read before, or else as read reads
// it. Who asks while another is reading it waits.
func (c *Cache) document(key string, read func() (*document, error)) (*document, error) {
	if c == nil || key == "" {
		return read()
	}
	c.mu.Lock()
	once := c.reads[key]
	if once == nil {
		once = sync.OnceValues(read)
		if c.reads == nil {
			c.reads = map[string]func() (*document, error){}
		}
		c.reads[key] = once
	}
	c.mu.Unlock()
	return once()
}
