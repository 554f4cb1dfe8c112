package gitstore

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

// errSwapped: a reference changed since it was read, or somebody is changing it.
var errSwapped = errors.New("the reference was changed by somebody else")

// Who writes what nobody wrote by hand: notes and the log of their reference.
// It is no person, and the same everywhere, so that two clones that say the
// same make the same bytes.
const scribe = "git-scene <git-scene@localhost>"

func (g *goGit) store(objects []object) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, o := range objects {
		id := plumbing.NewHash(objectID(o.kind, o.data, hex.EncodedLen(len(plumbing.ZeroHash))))
		if g.storage.HasEncodedObject(id) == nil {
			continue
		}
		kind, err := plumbing.ParseObjectType(o.kind)
		if err != nil {
			return err
		}
		m := &plumbing.MemoryObject{}
		m.SetType(kind)
		if _, err := m.Write(o.data); err != nil {
			return err
		}
		if _, err := g.storage.SetEncodedObject(m); err != nil {
			return fmt.Errorf("cannot write to %q: %w", g.place.commonDir, err)
		}
	}
	return nil
}

// swap holds git's lock, REF.lock, while it looks and writes (git's
// lockfile.h: created anew, then renamed into place). Whoever is killed
// between the two leaves the old value, and the lock for a person to remove.
func (g *goGit) swap(ref, old, new, why string) error {
	path := filepath.Join(g.place.commonDir, filepath.FromSlash(ref))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return fmt.Errorf("cannot write the reference %q: %w", ref, err)
	}
	lock, err := os.OpenFile(path+".lock", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return errSwapped
	}
	if err != nil {
		return fmt.Errorf("cannot lock the reference %q: %w", ref, err)
	}
	if err := g.holding(lock, path, ref, old, new); err != nil {
		lock.Close()
		os.Remove(path + ".lock")
		return err
	}
	return g.logged(ref, old, new, why)
}

// holding is what swap does under the lock; the rename gives it up.
func (g *goGit) holding(lock *os.File, path, ref, old, new string) error {
	if text, err := os.ReadFile(path); err == nil && strings.HasPrefix(string(text), "ref:") {
		return withHint(fmt.Errorf("the reference %q is a symbolic one", ref), "\"git symbolic-ref --delete %s\" makes room for notes", ref)
	}
	now, _, err := g.reference(ref)
	if err != nil {
		return err
	}
	if now != old {
		return errSwapped
	}
	if _, err := lock.WriteString(new + "\n"); err != nil {
		return err
	}
	if err := errors.Join(lock.Sync(), lock.Close()); err != nil {
		return err
	}
	return os.Rename(path+".lock", path)
}

// logged adds to the reference's log, where git would keep one: by default in
// every repository that is not bare.
func (g *goGit) logged(ref, old, new, why string) error {
	path := filepath.Join(g.place.commonDir, "logs", filepath.FromSlash(ref))
	flags := os.O_WRONLY | os.O_APPEND
	if g.place.root != "" && !g.noLogs {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		flags |= os.O_CREATE
	}
	f, err := os.OpenFile(path, flags, 0o666)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	line := fmt.Sprintf("%s %s %s %d +0000\t%s\n", firstOf(old, zeroID(len(new))), new, scribe, time.Now().Unix(), why)
	_, err = f.WriteString(line)
	return errors.Join(err, f.Close())
}

// zeroID stands for no object.
func zeroID(width int) string { return strings.Repeat("0", width) }

// store gives git a pack to unpack: one process for all objects.
func (g *gitProgram) store(objects []object) error {
	pack, err := encodePack(objects, g.shape.width())
	if err != nil {
		return err
	}
	_, _, err = g.git.ask(pack, "unpack-objects", "-q")
	return err
}

func (g *gitProgram) swap(ref, old, new, why string) error {
	if old == "" {
		old = zeroID(len(new))
	}
	_, _, err := g.git.ask(nil, "update-ref", "-m", why, ref, new, old)
	var failed *runError
	if errors.As(err, &failed) && strings.Contains(failed.stderr, "cannot lock ref") && !strings.Contains(failed.stderr, "ermission denied") {
		return errSwapped
	}
	return err
}
