package gitstore

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// place is where a repository is: absolute, symbolic links resolved, in the
// machine's own path syntax except for prefix.
type place struct {
	dir       string // the user's folder
	root      string // top of the working tree; "" if there is none
	prefix    string // dir below root, with slashes; "" at the root or outside it
	gitDir    string // what belongs to this working tree: HEAD, index
	commonDir string // what linked working trees share: objects, refs, config
	index     string // the index file
	explicit  bool   // named by GIT_DIR, so git trusts it whoever owns it
	link      string // the file ".git" that pointed to gitDir, or ""
}

// find looks for the repository that holds dir, in git's order: GIT_DIR, then
// dir and the folders above it, each for ".git" and for being a repository
// itself (setup.c: setup_git_directory_gently). It is done here and not by
// "git rev-parse" because that costs a process, and because git may be absent.
func find(dir string) (place, error) {
	dir, err := physical(dir)
	if err != nil {
		return place{}, err
	}
	p := place{dir: dir}
	if named := os.Getenv("GIT_DIR"); named != "" {
		p.explicit = true
		if p.gitDir, p.link, err = followLink(under(dir, named)); err != nil {
			return p, notRepository(dir, named)
		}
		p.root = dir
	} else if err := p.climb(); err != nil {
		return p, err
	}
	p.commonDir = commonDir(p.gitDir)
	if !isGitDir(p.gitDir, p.commonDir) {
		return p, notRepository(dir, p.gitDir)
	}
	p.settleRoot()
	p.index = filepath.Join(p.gitDir, "index")
	if named := os.Getenv("GIT_INDEX_FILE"); named != "" {
		base := p.root // git changes to the top before it opens the index
		if base == "" {
			base = dir
		}
		p.index = under(base, named)
	}
	return p, nil
}

func notRepository(dir, where string) error {
	err := fmt.Errorf("%w: %q", ErrNotRepository, where)
	if where == dir {
		err = fmt.Errorf("%w (nor any folder above it): %q", ErrNotRepository, dir)
	}
	return withHint(err, "\"git init\" starts keeping a folder in git")
}

// climb looks in dir and upwards, stopping below GIT_CEILING_DIRECTORIES. It
// does not stop where another file system begins, as git does: a repository
// found across that line is still the right one.
func (p *place) climb() error {
	for at := p.dir; ; at = filepath.Dir(at) {
		gitDir, link, err := followLink(filepath.Join(at, ".git"))
		if err == nil && isGitDir(gitDir, commonDir(gitDir)) {
			p.gitDir, p.link, p.root = gitDir, link, at
			return nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return withHint(fmt.Errorf("%w: %w", ErrNotRepository, err), "\"git worktree repair\" mends links between working trees")
		}
		if isGitDir(at, commonDir(at)) {
			p.gitDir = at
			return nil
		}
		above := filepath.Dir(at)
		if above == at || isCeiling(above) {
			return notRepository(p.dir, p.dir)
		}
	}
}

// settleRoot applies what outranks "the folder that holds .git": GIT_WORK_TREE,
// then core.worktree, then core.bare. A linked working tree (one whose common
// folder is elsewhere) ignores the last two, which describe the main one.
func (p *place) settleRoot() {
	var local settings
	if text, err := os.ReadFile(filepath.Join(p.commonDir, "config")); err == nil {
		_ = parseConfig(text, func(k, v string) error { local.add(k, v); return nil }) // a malformed file is for the decision table
	}
	if text, err := os.ReadFile(filepath.Join(p.gitDir, "config.worktree")); err == nil && local.isTrue("extensions.worktreeconfig") {
		_ = parseConfig(text, func(k, v string) error { local.add(k, v); return nil })
	}
	tree, _ := local.get("core.worktree")
	linked := p.commonDir != p.gitDir
	switch named := os.Getenv("GIT_WORK_TREE"); {
	case named != "":
		p.root = under(p.dir, named)
	case tree != "" && !linked:
		p.root = under(p.gitDir, tree)
	case local.isTrue("core.bare") && !linked:
		p.root = ""
	}
	if p.root == "" {
		return
	}
	if real, err := filepath.EvalSymlinks(p.root); err == nil {
		p.root = real
	}
	if rel, err := filepath.Rel(p.root, p.dir); err == nil && filepath.IsLocal(rel) && rel != "." {
		p.prefix = filepath.ToSlash(rel)
	}
}

// followLink resolves a path that is a git folder or a file "gitdir: PATH", as
// linked working trees and submodules have; link is that file, or "".
func followLink(path string) (gitDir, link string, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", "", err
	}
	if info.IsDir() {
		return path, "", nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return "", "", err
	}
	target, ok := bytes.CutPrefix(text, []byte("gitdir: "))
	if !ok {
		return "", "", fmt.Errorf("%q does not say where the repository is", path)
	}
	gitDir = under(filepath.Dir(path), strings.TrimRight(string(target), "\r\n"))
	if _, err := os.Stat(gitDir); err != nil {
		return "", "", fmt.Errorf("%q points to %q, which is not there", path, gitDir)
	}
	if real, err := filepath.EvalSymlinks(gitDir); err == nil {
		gitDir = real
	}
	return gitDir, path, nil
}

// commonDir is gitDir itself, or what its file "commondir" names.
func commonDir(gitDir string) string {
	text, err := os.ReadFile(filepath.Join(gitDir, "commondir"))
	if err != nil {
		return gitDir
	}
	return under(gitDir, strings.TrimRight(string(text), "\r\n"))
}

// isGitDir asks what git asks: a HEAD that points somewhere, objects and refs.
func isGitDir(gitDir, common string) bool {
	head, err := os.ReadFile(filepath.Join(gitDir, "HEAD"))
	if err != nil {
		target, linkErr := os.Readlink(filepath.Join(gitDir, "HEAD"))
		if linkErr != nil || !strings.HasPrefix(target, "refs/") {
			return false
		}
		head = []byte("ref: " + target)
	}
	text := strings.TrimSpace(string(head))
	if !strings.HasPrefix(text, "ref:") && !isHex(text, 40) && !isHex(text, 64) {
		return false
	}
	objects := os.Getenv("GIT_OBJECT_DIRECTORY")
	if objects == "" {
		objects = filepath.Join(common, "objects")
	}
	for _, need := range []string{objects, filepath.Join(common, "refs")} {
		if info, err := os.Stat(need); err != nil || !info.IsDir() {
			return false
		}
	}
	return true
}

func isCeiling(dir string) bool {
	for _, ceiling := range filepath.SplitList(os.Getenv("GIT_CEILING_DIRECTORIES")) {
		if ceiling == "" || !filepath.IsAbs(ceiling) {
			continue
		}
		if real, err := filepath.EvalSymlinks(ceiling); err == nil {
			ceiling = real
		}
		if filepath.Clean(ceiling) == dir {
			return true
		}
	}
	return false
}

// physical is the absolute path of a folder with symbolic links resolved, which
// is what git works with: it asks the system where it stands.
func physical(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return "", fmt.Errorf("cannot enter %q: %w", dir, errors.Unwrap(err))
	}
	if info, err := os.Stat(real); err == nil && !info.IsDir() {
		return "", fmt.Errorf("%q is a file, not a folder", dir)
	}
	return real, nil
}

// under resolves path against base, as a process standing in base would.
func under(base, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(base, path)
}

// isHex reports whether s is exactly n lower- or upper-case hex digits.
func isHex(s string, n int) bool {
	if len(s) != n {
		return false
	}
	for i := range len(s) {
		c := s[i] | 0x20
		if (s[i] < '0' || s[i] > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
