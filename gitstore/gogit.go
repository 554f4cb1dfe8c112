package gitstore

import (
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/format/index"
	"github.com/go-git/go-git/v5/storage/filesystem"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"
)

// deltaCache bounds go-git's own cache, in bytes: it holds the bases from which
// packed versions are rebuilt, so a novel's two revisions fit many times over.
const deltaCache = 128 << 20

// goGit is the engine that needs no program: go-git's object and reference
// storage, without its Repository, whose resolving, opening and comparing are
// what goes wrong (see the decision table). KeepDescriptors keeps the packs
// open, worth a factor of two; ExclusiveAccess is off because listing all loose
// objects first costs more than the few lookups it saves.
type goGit struct {
	place  *place
	config func() *settings // for what is ignored
	direct *direct
	noLogs bool // core.logAllRefUpdates says so

	mu      sync.Mutex // go-git's storage is not made for several goroutines
	storage *filesystem.Storage
}

func newGoGit(p *place, s *shape, config func() *settings) *goGit {
	files := dotgit.NewRepositoryFilesystem(osfs.New(p.gitDir), osfs.New(p.commonDir))
	storage := filesystem.NewStorageWithOptions(files, cache.NewObjectLRU(deltaCache), filesystem.Options{KeepDescriptors: true})
	return &goGit{place: p, config: config, noLogs: s.local.isFalse("core.logallrefupdates"), direct: newDirect(p.commonDir), storage: storage}
}

func (g *goGit) name() string { return engineGoGit }

// object checks what it reads against the id, about 1 ms per megabyte: go-git
// leaves a loose object's checksum unread.
func (g *goGit) object(id string) (object, error) {
	o, found, err := g.direct.object(id)
	switch {
	case found:
		return o, nil
	case err != nil:
		return object{}, damaged(id, err)
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	encoded, err := g.encoded(id)
	if err != nil {
		return object{}, err
	}
	reader, err := encoded.Reader()
	if err != nil {
		return object{}, damaged(id, err)
	}
	defer reader.Close()
	data, err := take(reader, encoded.Size())
	if err != nil {
		return object{}, damaged(id, err)
	}
	o = object{kind: encoded.Type().String(), data: data}
	if err := checked(o, nil, id); err != nil {
		return object{}, damaged(id, err)
	}
	return o, nil
}

// encoded finds an object, looking a second time at the list of packs: a
// "git gc" in another window moves loose objects into a new one.
func (g *goGit) encoded(id string) (plumbing.EncodedObject, error) {
	hash := plumbing.NewHash(id)
	if size, err := g.storage.EncodedObjectSize(hash); err == nil && size > maxObject {
		return nil, tooLarge(id, size)
	}
	encoded, err := g.storage.EncodedObject(plumbing.AnyObject, hash)
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		g.storage.Reindex()
		encoded, err = g.storage.EncodedObject(plumbing.AnyObject, hash)
	}
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return nil, missing(id)
	}
	if err != nil {
		return nil, damaged(id, err)
	}
	return encoded, nil
}

func (g *goGit) size(id string) (int64, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	size, err := g.storage.EncodedObjectSize(plumbing.NewHash(id))
	if errors.Is(err, plumbing.ErrObjectNotFound) {
		return 0, missing(id)
	}
	if err != nil {
		return 0, damaged(id, err)
	}
	return size, nil
}

// reference reads one reference to the end of its symbolic links. An empty
// file, which a crash leaves, is an error as it is to git: go-git would fall
// back to an older value of the same name in packed-refs.
func (g *goGit) reference(name string) (id string, found bool, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for range 10 { // git's own limit is 5 links
		ref, err := g.storage.Reference(plumbing.ReferenceName(name))
		if err != nil {
			escapes := errors.Is(err, dotgit.ErrReferenceNameEscape)
			if escapes && strings.HasPrefix(name, "refs/") {
				return "", false, errLeft // go-git is stricter about names than git
			}
			if escapes || errors.Is(err, plumbing.ErrReferenceNotFound) {
				return "", false, nil
			}
			return "", false, fmt.Errorf("cannot read the reference %q: %w", name, err)
		}
		if info, err := g.storage.Filesystem().Stat(name); err == nil && !info.IsDir() && info.Size() == 0 {
			return "", false, withHint(fmt.Errorf("the reference %q is damaged: its file is empty", name), "\"git fsck\" and \"git reflog\" help to restore it")
		}
		if ref.Type() == plumbing.HashReference {
			return ref.Hash().String(), true, nil
		}
		name = ref.Target().String()
	}
	return "", false, fmt.Errorf("the reference %q leads in a circle", name)
}

func (g *goGit) names() ([]string, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	all, err := g.storage.IterReferences()
	if err != nil {
		return nil, err
	}
	defer all.Close()
	var names []string
	err = all.ForEach(func(ref *plumbing.Reference) error {
		if name := ref.Name(); name.IsBranch() || name.IsTag() || name.IsRemote() {
			names = append(names, shortName(name.String()))
		}
		return nil
	})
	return names, err
}

// withPrefix lists the ids that begin with an abbreviation of at least 4 hex
// digits. go-git compares whole bytes, so an odd last digit is compared here.
func (g *goGit) withPrefix(prefix string) ([]string, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	whole, err := hex.DecodeString(prefix[:len(prefix)/2*2])
	if err != nil {
		return nil, err
	}
	hashes, err := g.storage.HashesWithPrefix(whole)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	var ids []string
	for _, hash := range hashes {
		id := hash.String()
		if id[:len(prefix)] == prefix && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// index reads the index file itself, because GIT_INDEX_FILE may name another.
func (g *goGit) index() ([]indexEntry, error) {
	file, err := os.Open(g.place.index)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var decoded index.Index
	if err := index.NewDecoder(file).Decode(&decoded); err != nil {
		return nil, fmt.Errorf("%w: %w", errIndex, err)
	}
	entries := make([]indexEntry, 0, len(decoded.Entries))
	for _, e := range decoded.Entries {
		entries = append(entries, indexEntry{path: e.Name, mode: fmt.Sprintf("%06o", uint32(e.Mode)), id: e.Hash.String(),
			stage: int(e.Stage), skip: e.SkipWorktree, later: e.IntentToAdd})
	}
	return entries, nil
}

// errIndex: go-git cannot read this index (a format newer than it, or damage).
// The repository then asks git, where there is one.
var errIndex = errors.New("cannot read the index")

// absent: a clone that leaves objects out is not read by this engine.
func (g *goGit) absent(string) (map[string]bool, error) { return nil, nil }

func (g *goGit) close() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return errors.Join(g.storage.Close(), g.direct.close())
}
