package gitstore

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// Repository is an open git repository. Nothing is written to it but notes
// (Notes.Update). It may be used from several
// goroutines. Close it to end the git processes and let go of the pack files;
// a program that is about to end need not.
type Repository struct {
	place  place
	shape  *shape
	row    row
	engine engine

	program func() *program    // git on PATH, or nil; looked for once
	asGit   func() *gitProgram // the same as an engine, or nil
	config  func() *settings   // all scopes; read once

	mu      sync.Mutex
	started *gitProgram       // what asGit returned, if it was called
	blobs   map[string][]byte // contents read so far
	held    int               // their length in bytes
	folders map[string]*node  // tree objects listed so far

	nearby bool // contents are looked for in the working tree first
}

// keptBlobs bounds the contents kept for the other side of a comparison, in
// bytes. Both sides of a long novel are some 2 MB; past the bound, the next
// content empties the store, which costs time but no correctness.
const keptBlobs = 64 << 20

// Open finds the repository that holds dir, as git would: GIT_DIR,
// GIT_WORK_TREE and GIT_INDEX_FILE, which hooks set, are honoured, and so are
// linked working trees, submodules and bare repositories. It chooses the
// engine and reads nothing else (about 0.2 ms). Errors: ErrNotRepository,
// ErrNeedsGit.
func Open(dir string) (*Repository, error) {
	return open(dir, options{})
}

// options are for tests: they put a repository before an engine that the
// decision table would not choose, and take git off PATH.
type options struct {
	engine string
	noGit  bool
}

func open(dir string, o options) (*Repository, error) {
	p, err := find(dir)
	if err != nil {
		return nil, err
	}
	s := look(&p)
	r := &Repository{place: p, shape: s, row: decide(s), blobs: map[string][]byte{}, folders: map[string]*node{}}
	r.program = sync.OnceValue(func() *program { return findProgram(p.dir) })
	if o.noGit {
		r.program = func() *program { return nil }
	}
	r.asGit = sync.OnceValue(r.newAsGit)
	r.config = sync.OnceValue(r.readConfig)
	if firstOf(o.engine, r.row.engine) == engineGoGit {
		r.engine = newGoGit(&r.place, r.shape, r.config)
		return r, nil
	}
	git := r.asGit()
	if git == nil {
		return nil, needsGit(fmt.Sprintf("to read %q (%s)", p.dir, r.row.name), r.row.reason)
	}
	r.engine = git
	return r, r.admit()
}

func (r *Repository) newAsGit() *gitProgram {
	p := r.program()
	if p == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.started = newGitProgram(p, r.shape)
	return r.started
}

// admit lets git object to a repository now rather than at the first question,
// in the cases where it often does.
func (r *Repository) admit() error {
	if r.shape.foreign == "" && !r.shape.malformed && r.shape.unknownExtension() == "" {
		return nil
	}
	_, err := r.program().run("rev-parse", "--git-dir")
	var failed *runError
	if errors.As(err, &failed) && strings.Contains(failed.said, "dubious ownership") {
		return withHint(fmt.Errorf("%q belongs to another user: %w", r.shape.foreign, err),
			"if you trust it: git config --global --add safe.directory %s", filepath.ToSlash(r.place.dir))
	}
	return err
}

// Close ends what the repository keeps open. Trees made from it cannot be read
// afterwards.
func (r *Repository) Close() error {
	r.mu.Lock()
	started := r.started
	r.mu.Unlock()
	err := r.engine.close()
	if started != nil {
		err = errors.Join(err, started.close())
	}
	return err
}

// Root is the absolute folder of the working tree; "" in a bare repository.
func (r *Repository) Root() string { return r.place.root }

// Prefix is the folder given to Open below Root, slash-separated; "" at the root.
func (r *Repository) Prefix() string { return r.place.prefix }

// GitDir is the absolute folder of what belongs to this working tree alone:
// .git itself, or .git/worktrees/NAME.
func (r *Repository) GitDir() string { return r.place.gitDir }

// CommonDir is the absolute folder that all working trees share: the place for
// caches and hooks.
func (r *Repository) CommonDir() string { return r.place.commonDir }

// Engine is which engine reads this repository: "go-git" or "git".
func (r *Repository) Engine() string { return r.engine.name() }

// Why is the row of the decision table that chose the engine: "NAME: REASON".
func (r *Repository) Why() string { return r.row.name + ": " + r.row.reason }

// Config is the value of a git configuration variable such as "color.ui" or
// "core.pager", from all scopes with includes, the last one set winning. A
// variable without a value is "true". The first call reads everything, through
// git where it is installed (2 ms): only git knows where its system file is.
func (r *Repository) Config(key string) (string, bool) { return r.config().get(key) }

// blob reads a content once for both sides of a comparison.
func (r *Repository) blob(id string) ([]byte, error) {
	r.mu.Lock()
	data, kept := r.blobs[id]
	r.mu.Unlock()
	if kept {
		return data, nil
	}
	o, err := r.engine.object(id)
	if err != nil {
		return nil, err
	}
	if o.kind != kindBlob {
		return nil, damaged(id, fmt.Errorf("%w: a %s where a file should be", errMalformed, o.kind))
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.held += len(o.data); r.held > keptBlobs {
		r.blobs, r.held = map[string][]byte{}, len(o.data)
	}
	r.blobs[id] = o.data
	return o.data, nil
}

// LookNearby has contents of revisions read from the working tree where it
// holds the same: for whoever asks of the last commits. It is to be called
// before a Tree is read.
func (r *Repository) LookNearby() { r.nearby = true }

// atHand is a content as it lies in the working tree, nil where something else
// lies there. After a commit nearly all of its files do, and to read and hash
// one takes a tenth of the time that unpacking it takes. The hash is the proof;
// no date is trusted.
func (r *Repository) atHand(path, id string) []byte {
	if !r.nearby || r.place.root == "" || path == "" || !filepath.IsLocal(filepath.FromSlash(path)) {
		return nil
	}
	name := filepath.Join(r.place.root, filepath.FromSlash(path))
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() || info.Size() > keptBlobs {
		return nil
	}
	data, err := os.ReadFile(name)
	if err != nil || objectID(kindBlob, data, len(id)) != id {
		return nil
	}
	return data
}

func (r *Repository) blobSize(id string) int64 {
	r.mu.Lock()
	data, kept := r.blobs[id]
	r.mu.Unlock()
	if kept {
		return int64(len(data))
	}
	size, err := r.engine.size(id)
	if err != nil {
		return 0 // reading reports why
	}
	return size
}

func (r *Repository) keptFolder(id string) *node {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.folders[id]
}

func (r *Repository) keepFolder(id string, f *node) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.folders[id] = f
}

// entries lists the index, through git if go-git cannot read its format.
func (r *Repository) entries() ([]indexEntry, error) {
	if r.place.root == "" {
		return nil, withHint(fmt.Errorf("%w: %q is bare", ErrBareWorktree, r.place.gitDir), "name two revisions to compare")
	}
	entries, err := r.engine.index()
	if !errors.Is(err, errIndex) {
		return entries, err
	}
	git := r.asGit()
	if git == nil {
		return nil, needsGit("to read the index", err.Error())
	}
	return git.index()
}

// Dir is the folder given to Open: absolute, symbolic links resolved.
func (r *Repository) Dir() string { return r.place.dir }
