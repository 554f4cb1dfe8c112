package gitstore

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestMain cuts the tests off from the machine's git configuration and from the
// GIT_* variables of a hook that may be running them.
func TestMain(m *testing.M) {
	for _, entry := range os.Environ() {
		if name, _, _ := strings.Cut(entry, "="); strings.HasPrefix(name, "GIT_") {
			os.Unsetenv(name)
		}
	}
	home, err := os.MkdirTemp("", "gitstore-home-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for name, value := range map[string]string{
		"HOME": home, "XDG_CONFIG_HOME": "", "TZ": "UTC", "LC_ALL": "C",
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_ATTR_NOSYSTEM": "1",
		"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": "2025-01-01T12:00:00Z",
		"GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_COMMITTER_DATE": "2025-01-01T12:00:00Z",
	} {
		os.Setenv(name, value)
	}
	code := m.Run()
	os.RemoveAll(home)
	os.Exit(code)
}

// sandbox is a folder in which git is run.
type sandbox struct {
	t   testing.TB
	dir string
}

// newRepo runs a script in a new repository on branch main. In scripts,
// "at DATE" sets both dates of the commits that follow, and "c MESSAGE" adds
// everything and commits.
func newRepo(t testing.TB, script string) *sandbox {
	t.Helper()
	s := newFolder(t)
	for _, base := range []*baseRepo{baseHistory, baseRevisions} {
		if rest, ok := strings.CutPrefix(script, base.script); ok {
			s.sh("cp -a '" + base.folder(t) + "/.' .\n" + rest)
			return s
		}
	}
	s.sh("git init -q --template= -b main .\n" + script)
	return s
}

// baseRepo is a script that many tests begin with. It is run once, and copied:
// a script takes a dozen processes, a copy takes one.
type baseRepo struct {
	script string
	once   sync.Once
	dir    string
}

var (
	baseHistory   = &baseRepo{script: history}
	baseRevisions = &baseRepo{script: revisions}
)

func (b *baseRepo) folder(t testing.TB) string {
	b.once.Do(func() {
		b.dir = filepath.Join(os.Getenv("HOME"), fmt.Sprintf("base-%p", b))
		if err := os.Mkdir(b.dir, 0o755); err != nil {
			t.Fatal(err)
		}
		(&sandbox{t, b.dir}).sh("git init -q --template= -b main .\n" + b.script)
	})
	return b.dir
}

func newFolder(t testing.TB) *sandbox {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git on PATH: the repositories of this test are made by git")
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return &sandbox{t, dir}
}

const scriptHead = `set -eu
at() { export GIT_AUTHOR_DATE="$1" GIT_COMMITTER_DATE="$1"; }
c() { git add -A; git -c maintenance.auto=false commit -q --allow-empty -m "$1"; }
`

// sh runs a shell script in the sandbox and returns what it prints.
func (s *sandbox) sh(script string) string {
	s.t.Helper()
	cmd := exec.Command("sh", "-c", scriptHead+script)
	cmd.Dir = s.dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatalf("script failed: %v\n%s\n%s", err, script, stderr.String())
	}
	return string(out)
}

// git runs one git command and returns its output, trimmed.
func (s *sandbox) git(args ...string) string {
	s.t.Helper()
	out, err := s.tryGit(args...)
	if err != nil {
		s.t.Fatalf("git %v: %v", args, err)
	}
	return out
}

func (s *sandbox) tryGit(args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = s.dir
	out, err := cmd.Output()
	return strings.TrimSuffix(string(out), "\n"), err
}

func (s *sandbox) write(path, text string) {
	s.t.Helper()
	full := filepath.Join(s.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *sandbox) in(sub string) *sandbox { return &sandbox{s.t, filepath.Join(s.dir, sub)} }

// open opens the sandbox with the engine that the decision table chooses.
func (s *sandbox) open() *Repository {
	s.t.Helper()
	return s.openWith("")
}

func (s *sandbox) openWith(engine string) *Repository {
	s.t.Helper()
	r, err := open(s.dir, options{engine: engine})
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		if err := r.Close(); err != nil {
			s.t.Error(err)
		}
	})
	return r
}

// must is for calls whose failure ends the test.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// withoutGit takes git off PATH for the rest of the test.
func withoutGit(t *testing.T) { t.Setenv("PATH", t.TempDir()) }

// hintOf is the hint of an error, or "".
func hintOf(err error) string {
	for ; err != nil; err = unwrap(err) {
		if h, ok := err.(interface{ Hint() string }); ok {
			return h.Hint()
		}
	}
	return ""
}

func unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}
