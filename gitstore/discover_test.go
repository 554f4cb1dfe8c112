package gitstore

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNotARepository: the error says which folder, and what to do.
func TestNotARepository(t *testing.T) {
	t.Parallel()
	s := newFolder(t)
	s.sh("mkdir -p empty/.git looks/like/objects looks/like/refs; echo nonsense > looks/like/HEAD; mkdir lost; echo 'gitdir: /no/where' > lost/.git; mkdir odd; echo 'what is this' > odd/.git; echo x > file.md")
	for dir, says := range map[string]string{".": "not a git repository", "empty": "not a git repository", "looks/like": "not a git repository", "lost": "not there", "odd": "does not say"} {
		_, err := Open(filepath.Join(s.dir, dir))
		if !errors.Is(err, ErrNotRepository) || !strings.Contains(err.Error(), says) || hintOf(err) == "" {
			t.Errorf("Open(%q) = %v (hint %q), want ErrNotRepository with %q", dir, err, hintOf(err), says)
		}
	}
	for _, dir := range []string{"nowhere", "file.md"} {
		if _, err := Open(filepath.Join(s.dir, dir)); err == nil || errors.Is(err, ErrNotRepository) {
			t.Errorf("Open(%q) = %v, want an error about the folder itself", dir, err)
		}
	}
}

// TestOpenThroughLinks: a link to a folder of the manuscript is that folder.
func TestOpenThroughLinks(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	elsewhere := newFolder(t)
	if err := os.Symlink(filepath.Join(s.dir, "part/two"), filepath.Join(elsewhere.dir, "draft")); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	r := elsewhere.in("draft").open()
	if r.Root() != s.dir || r.Prefix() != "part/two" || r.Dir() != filepath.Join(s.dir, "part/two") {
		t.Errorf("Root, Prefix, Dir = %q, %q, %q", r.Root(), r.Prefix(), r.Dir())
	}
}

// TestInsideGitFolder: git sees no working tree from inside .git.
func TestInsideGitFolder(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	r := s.in(".git/refs").open()
	if r.Root() != "" || r.GitDir() != filepath.Join(s.dir, ".git") {
		t.Errorf("Root, GitDir = %q, %q", r.Root(), r.GitDir())
	}
	compareWithGit(t, must[*Tree](t)(r.At("HEAD")), gitTree(s, "HEAD"))
	if _, err := r.Worktree(); !errors.Is(err, ErrBareWorktree) {
		t.Errorf("Worktree = %v, want ErrBareWorktree", err)
	}
}

// TestConfiguredRoot: core.worktree and core.bare move or remove the working tree.
func TestConfiguredRoot(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"mkdir away; echo x > away/x.md; git config core.worktree ../away\n")
	checkRoot := func(want string) {
		t.Helper()
		if got := s.open().Root(); got != want {
			t.Errorf("Root = %q, want %q", got, want)
		}
	}
	checkRoot(filepath.Join(s.dir, "away"))
	if git := s.git("-C", "away", "rev-parse", "--show-toplevel"); git == "" {
		t.Log("git has no opinion from outside")
	}
	s.git("config", "--unset", "core.worktree")
	s.git("config", "core.bare", "true")
	checkRoot("")
}

// TestGitDirVariable: hooks name the repository by GIT_DIR, relative or not;
// the folder is then the top of the working tree.
func TestGitDirVariable(t *testing.T) {
	s := newRepo(t, history+"git worktree add -q linked HEAD~1\n")
	elsewhere := newFolder(t)
	for _, c := range []struct{ dir, gitDir, root string }{
		{s.dir, ".git", s.dir},
		{s.in("part").dir, "../.git", s.in("part").dir},
		{elsewhere.dir, filepath.Join(s.dir, ".git"), elsewhere.dir},
		{s.in("linked").dir, filepath.Join(s.dir, ".git/worktrees/linked"), s.in("linked").dir},
		{s.dir, "linked/.git", s.dir}, // a file that points on
	} {
		t.Setenv("GIT_DIR", c.gitDir)
		here := &sandbox{t, c.dir}
		r := here.open()
		if r.Root() != c.root || r.Root() != here.git("rev-parse", "--show-toplevel") || r.GitDir() != here.git("rev-parse", "--absolute-git-dir") {
			t.Errorf("GIT_DIR=%s in %s: Root, GitDir = %q, %q", c.gitDir, c.dir, r.Root(), r.GitDir())
		}
		compareWithGit(t, must[*Tree](t)(r.At("HEAD")), gitTree(here, "HEAD"))
	}
	t.Setenv("GIT_DIR", "nowhere")
	if _, err := Open(s.dir); !errors.Is(err, ErrNotRepository) {
		t.Errorf("a wrong GIT_DIR: %v, want ErrNotRepository", err)
	}
}

// TestCeiling: the search upwards stops where GIT_CEILING_DIRECTORIES says.
func TestCeiling(t *testing.T) {
	s := newRepo(t, history)
	t.Setenv("GIT_CEILING_DIRECTORIES", s.dir)
	if _, err := Open(filepath.Join(s.dir, "part")); !errors.Is(err, ErrNotRepository) {
		t.Errorf("below the ceiling: %v, want ErrNotRepository", err)
	}
	if _, err := s.in("part").tryGit("rev-parse"); err == nil {
		t.Error("git looks above the ceiling: the test is wrong")
	}
	if r := s.open(); r.Root() != s.dir { // the folder itself is not above itself
		t.Errorf("Root = %q", r.Root())
	}
}
