package scenes

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// Options say what detection cannot know. The zero value reads any manuscript.
type Options struct {
	Config *Config // the author's own word on the manuscript, nil for none
	Cache  *Cache  // documents read before, nil for none

	// What Parse finds out, for the outline.
	matter     map[string]bool // files that are not story
	listed     map[string]bool // files that an order names
	sceneLevel int             // depth of the headings that are scenes, 0 to find it
}

// Cache holds files that were read before, so that what two revisions share
// is read once. A file is known by its path and by its content's identity,
// which a file system tells through FileInfo.Sys as a [fmt.Stringer].
type Cache struct{ documents map[string]*document }

// NoManuscriptError says that a tree holds no story.
type NoManuscriptError struct {
	Seen   int      // files in the tree
	Passed []string // files that could be read but are not story, some of them
}

func (e *NoManuscriptError) Error() string {
	if len(e.Passed) > 0 {
		return fmt.Sprintf("no manuscript found among %d files: %s", e.Seen, passedOver(e.Passed))
	}
	return fmt.Sprintf("no manuscript found among %d files", e.Seen)
}

func passedOver(paths []string) string {
	if len(paths) == 1 {
		return fmt.Sprintf("%q is no story", paths[0])
	}
	return fmt.Sprintf("%q and %d more are no story", paths[0], len(paths)-1)
}

// Hint says what was looked for.
func (e *NoManuscriptError) Hint() string {
	var exts []string
	for _, f := range formats {
		exts = append(exts, f.Exts[0])
	}
	return "it looks for " + strings.Join(exts, ", ") + " files; name yours under files: in .git-scene.yaml"
}

// Parse reads the manuscript that a file system holds. An empty tree is an
// empty manuscript; a tree of files without story is a [NoManuscriptError].
// Files that cannot be read as text are left out and named in Notes; an error
// of the file system itself ends the reading.
func Parse(fsys fs.FS, opts Options) (*Manuscript, error) {
	found, err := findFiles(fsys, opts.Config)
	if err != nil {
		return nil, err
	}
	if found.total == 0 {
		return &Manuscript{}, nil
	}
	plan, err := readOrder(fsys, found, opts.Config)
	if err != nil {
		return nil, err
	}
	opts.matter, opts.listed = plan.matter, plan.listed
	opts.sceneLevel = opts.Config.sceneDepth()
	docs, notes, err := readDocuments(fsys, plan.paths, opts)
	if err != nil {
		return nil, err
	}
	o := readOutline(docs, opts)
	m := build(o, plan)
	m.Notes = append(append(notes, plan.notes...), m.Notes...)
	if len(m.Scenes) == 0 {
		return nil, &NoManuscriptError{Seen: found.total, Passed: plan.paths}
	}
	return m, nil
}

// readDocuments reads and scans files. Modest formats are read only where the
// others hold no story.
func readDocuments(fsys fs.FS, paths []string, opts Options) (docs []*document, notes []string, err error) {
	for _, modest := range []bool{false, true} {
		for _, p := range paths {
			f := formatOf(p)
			if f == nil {
				f = &plain // the author named it
			}
			if f.Modest != modest && !opts.listed[p] || modest && opts.listed[p] {
				continue
			}
			d, err := opts.Cache.read(fsys, p, f)
			if errors.Is(err, errBinary) {
				notes = append(notes, fmt.Sprintf("%s was left out: %v", p, err))
				continue
			}
			if err != nil {
				return nil, nil, err
			}
			docs = append(docs, d)
		}
		if anyStory(docs, opts) {
			break
		}
	}
	return docs, notes, nil
}

// anyStory says whether any file may hold story by its name.
func anyStory(docs []*document, opts Options) bool {
	for _, d := range docs {
		if opts.listed[d.source.path] || !opts.matter[d.source.path] && tierOf(d.source.path) < repositoryTier {
			return true
		}
	}
	return false
}

// read scans one file, or finds it as it was scanned before.
func (c *Cache) read(fsys fs.FS, name string, f *format) (*document, error) {
	key := ""
	if c != nil {
		info, err := fs.Stat(fsys, name)
		if err != nil {
			return nil, err
		}
		if id, ok := info.Sys().(fmt.Stringer); ok && id.String() != "" {
			key = id.String() + " " + name
			if d := c.documents[key]; d != nil {
				return d, nil
			}
		}
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	s, err := newSource(name, data)
	if err != nil {
		return nil, err
	}
	d := f.Scan(s)
	if key != "" {
		if c.documents == nil {
			c.documents = map[string]*document{}
		}
		c.documents[key] = d
	}
	return d, nil
}
