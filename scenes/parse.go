package scenes

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
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

// NoManuscriptError says that a tree holds no story.
type NoManuscriptError struct {
	Seen   int      // files in the tree
	Passed []string // files that could be read but are not story, some of them
}

func (e *NoManuscriptError) Error() string {
	files := "files"
	if e.Seen == 1 {
		files = "file"
	}
	text := fmt.Sprintf("no manuscript found among %d %s", e.Seen, files)
	switch len(e.Passed) {
	case 0:
		return text
	case 1:
		return fmt.Sprintf("%s: %q is no story", text, e.Passed[0])
	}
	return fmt.Sprintf("%s: %q and %d more are no story", text, e.Passed[0], len(e.Passed)-1)
}

// Hint says what was looked for.
func (e *NoManuscriptError) Hint() string {
	var exts []string
	for _, f := range formats {
		exts = append(exts, f.Exts[0])
	}
	return "it looks for " + strings.Join(exts, ", ") + " files; name yours under files: in " + ConfigName
}

// Parse reads the manuscript that a file system holds. An empty tree is an
// empty manuscript; a tree of files without story is a [NoManuscriptError].
// Files that cannot be read as text are left out and named in Notes; an error
// of the file system itself ends the reading. Several files are read at once.
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
	var first, modest []string
	among := opts.amongChapters(paths)
	for _, p := range paths {
		if opts.isModest(p) && !among[p] {
			modest = append(modest, p)
		} else {
			first = append(first, p)
		}
	}
	docs, notes, err = opts.readAll(fsys, first)
	if err != nil {
		return nil, nil, err
	}
	if best := opts.bestTier(docs); best < repositoryTier {
		notes = append(notes, opts.passedOver(modest, docs, best)...)
		return docs, append(notes, opts.besideChapters(modest, first)...), nil
	}
	more, told, err := opts.readAll(fsys, modest)
	return append(docs, more...), append(notes, told...), err
}

// readAll reads files on all processors; those that are no text are left out,
// and notes say so.
func (opts Options) readAll(fsys fs.FS, paths []string) (docs []*document, notes []string, err error) {
	read := make([]*document, len(paths))
	errs := make([]error, len(paths))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(paths)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(paths); i = int(next.Add(1)) - 1 {
				read[i], errs[i] = opts.read(fsys, paths[i])
			}
		})
	}
	all.Wait()
	var own []string
	for i, err := range errs {
		switch {
		case errors.Is(err, errOwn):
			own = append(own, paths[i])
		case errors.Is(err, errBinary), errors.Is(err, errPointer):
			notes = append(notes, fmt.Sprintf("%s was left out: %v", paths[i], err))
		case err != nil:
			return nil, nil, err
		default:
			docs = append(docs, read[i])
		}
	}
	if len(own) > 0 {
		notes = append(notes, countNames(own)+" left out: git scene wrote it")
	}
	return docs, notes, nil
}

// bestTier is the best tier of files that may hold story by their names.
func (opts Options) bestTier(docs []*document) tier {
	best := repositoryTier
	for _, d := range docs {
		if opts.listed[d.source.path] {
			return storyTier
		}
		if !opts.matter[d.source.path] {
			best = min(best, tierOf(d.source.path))
		}
	}
	return best
}

// passedOver says that files were not read which may hold the story, where
// what is read for it is a plan by its name.
func (opts Options) passedOver(modest []string, docs []*document, best tier) []string {
	var novels []string
	for _, p := range modest {
		if best == planTier && tierOf(p) == storyTier && !opts.matter[p] {
			novels = append(novels, p)
		}
	}
	if len(novels) == 0 || len(docs) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s plain text and not read, since %s holds an outline; name the story under files: in %s", countNames(novels), docs[0].source.path, ConfigName)}
}

// read scans one file, or finds it as it was scanned before. The author's own
// breaks are part of how it was scanned.
func (opts Options) read(fsys fs.FS, name string) (*document, error) {
	breaks := opts.Config.breaks()
	key, err := opts.Cache.key(fsys, name, breaks)
	if err != nil {
		return nil, err
	}
	return opts.Cache.document(key, func() (*document, error) { return scan(fsys, name, breaks) })
}

// scan reads and scans one file.
func scan(fsys fs.FS, name string, breaks []string) (*document, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	s, err := newSource(name, data)
	if err != nil {
		return nil, err
	}
	if isOwn(s.lines) {
		return nil, errOwn
	}
	s.breaks = breaks
	f := formatOf(name)
	if f == nil {
		f = &plain // the author named it
	}
	return f.read(s), nil
}
