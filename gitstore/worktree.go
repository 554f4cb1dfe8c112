package gitstore

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Worktree is the working tree as it is on disk: tracked files and files that
// are neither tracked nor ignored. Deleted files are not there, whether or not
// git was told. Contents are those that git would store: line ends and
// encodings that git converts when it takes a file in are converted here too,
// so that they compare equal. ErrBareWorktree without a working tree.
func (r *Repository) Worktree() (*Tree, error) {
	tracked, err := r.entries()
	if err != nil {
		return nil, err
	}
	others, err := r.engine.untracked(tracked)
	if err != nil {
		return nil, fmt.Errorf("cannot list the working tree: %w", err)
	}
	root, err := os.OpenRoot(r.place.root)
	if err != nil {
		return nil, fmt.Errorf("cannot enter the working tree: %w", err)
	}
	w := &worktree{repo: r, root: root, real: map[string]bool{}}
	w.take(tracked)
	for _, p := range others {
		w.file(p, nil)
	}
	w.convert(tracked)
	t := &Tree{Rev: RevWorktree, repo: r, root: plant(w.files), said: w.notes}
	return t.noted(), nil
}

// worktree gathers the files of one listing.
type worktree struct {
	repo  *Repository
	root  *os.Root // opened once: nothing read through it can lie outside
	files []pathNode
	disk  []*onDisk
	real  map[string]bool // folders seen: whether they are folders and not links
	notes []string
}

// take lists what the index speaks of and the disk has. What a sparse checkout
// leaves out of the disk is as the index has it, as for git diff.
func (w *worktree) take(tracked []indexEntry) {
	noLinks := w.repo.config().isFalse("core.symlinks")
	taken := map[string]bool{}
	skipped, unmerged := 0, 0
	for i := range tracked {
		e := &tracked[i]
		if taken[e.path] || e.mode == modeGitlink {
			continue // the stages of an unresolved merge follow each other
		}
		if e.mode == modeLink && noLinks {
			continue // where links cannot be made, git checks out a file that says where it leads
		}
		taken[e.path] = true
		if e.stage > 0 {
			unmerged++
		}
		switch {
		case w.file(e.path, e) || !isRegular(e.mode):
		case e.skip:
			skipped++
			w.files = append(w.files, pathNode{e.path, &node{exec: isExec(e.mode), file: &stored{repo: w.repo, id: e.id}}})
		default:
			if kind := w.instead(e.path); kind != "" {
				w.notes = append(w.notes, fmt.Sprintf("%s was left out: %s, no file", e.path, kind))
			}
		}
	}
	if skipped > 0 {
		w.notes = append(w.notes, fmt.Sprintf("%s outside the sparse checkout: read as last committed or added", are(skipped, "file")))
	}
	if unmerged > 0 {
		w.notes = append(w.notes, fmt.Sprintf("%s in an unresolved merge: conflict marks are read as text", are(unmerged, "file")))
	}
}

// file lists one path if there is a regular file in real folders.
func (w *worktree) file(p string, tracked *indexEntry) bool {
	if !w.isReal(path.Dir(p)) {
		return false
	}
	info, err := w.root.Lstat(filepath.FromSlash(p))
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	file := &onDisk{tree: w, path: p, info: info, tracked: tracked}
	w.disk = append(w.disk, file)
	w.files = append(w.files, pathNode{p, &node{exec: info.Mode()&0o100 != 0, file: file}})
	return true
}

// instead says what stands where a file should, "" where nothing does. What
// lies behind a folder that is a link is not looked at.
func (w *worktree) instead(p string) string {
	if !w.isReal(path.Dir(p)) {
		return ""
	}
	info, err := w.root.Lstat(filepath.FromSlash(p))
	switch {
	case err != nil:
		return ""
	case info.IsDir():
		return "a folder"
	case info.Mode()&fs.ModeSymlink != 0:
		return "a symbolic link"
	}
	return "a pipe or device"
}

// isReal reports that a folder and those above it are no symbolic links: what
// lies behind a link is not part of the working tree, and git calls a tracked
// file there deleted.
func (w *worktree) isReal(folder string) bool {
	if folder == "." {
		return true
	}
	real, seen := w.real[folder]
	if !seen {
		info, err := w.root.Lstat(filepath.FromSlash(folder))
		real = err == nil && info.IsDir() && w.isReal(path.Dir(folder))
		w.real[folder] = real
	}
	return real
}

// convert settles, for every file, what git would do to it when taking it in.
// Where attributes may speak and git is not there to match them, files whose
// content could be concerned have no Blob.
func (w *worktree) convert(tracked []indexEntry) {
	auto := eolKeep
	if value, _ := w.repo.config().get("core.autocrlf"); strings.EqualFold(value, "input") || w.repo.config().isTrue("core.autocrlf") {
		auto = eolAuto
	}
	folders := map[string]bool{"": true}
	paths := make([]string, len(w.disk))
	for i, f := range w.disk {
		f.rule = auto
		paths[i] = f.path
		for dir := path.Dir(f.path); dir != "."; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	reach := w.conversions(folders, tracked)
	if reach == convertNone {
		return
	}
	if git := w.repo.program(); git != nil {
		if values, err := w.askAttributes(git, paths); err == nil {
			for _, f := range w.disk {
				var more bool
				if f.rule, more = ruleFor(values[f.path], auto); more {
					f.through = git
				}
			}
			return
		}
	}
	for _, f := range w.disk {
		f.rule, f.unsure = eolKeep, reach
	}
	if reach == convertAny {
		w.notes = append(w.notes, "attributes ask for a conversion that only git can do: files are read as they are on disk")
	}
}

// WorktreeFile reads one file of the working tree as it is on disk, tracked or
// not: the way to a configuration file without listing everything (0.1 ms).
// Errors: fs.ErrNotExist, ErrBareWorktree, and one that names a file that is no
// plain one or leads out of the tree.
func (r *Repository) WorktreeFile(name string) ([]byte, error) {
	if r.place.root == "" {
		return nil, ErrBareWorktree
	}
	root, err := os.OpenRoot(r.place.root)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	info, err := root.Stat(filepath.FromSlash(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err != nil:
		if link, _ := root.Lstat(filepath.FromSlash(name)); link != nil && link.Mode()&fs.ModeSymlink != 0 {
			return nil, fmt.Errorf("%q is a link, and is not followed out of the working tree", name)
		}
		return nil, fmt.Errorf("%q is of no use here: %w", name, err)
	case !info.Mode().IsRegular(): // a pipe would be waited for
		return nil, fmt.Errorf("%q is no plain file", name)
	}
	return root.ReadFile(filepath.FromSlash(name))
}
