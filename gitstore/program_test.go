package gitstore

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fakeGit puts a shell script named git first on PATH.
func fakeGit(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "git"), []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
}

// TestProgramEnvironment: git is asked quietly, in English, and offline unless
// the user says otherwise.
func TestProgramEnvironment(t *testing.T) {
	t.Parallel()
	env := programEnv([]string{"HOME=/h", "LC_ALL=de_DE", "GIT_GLOB_PATHSPECS=1", "GIT_DIR=.git"})
	for _, want := range []string{"HOME=/h", "GIT_DIR=.git", "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none"} {
		if !slices.Contains(env, want) {
			t.Errorf("%q is not in %q", want, env)
		}
	}
	if slices.Contains(env, "GIT_GLOB_PATHSPECS=1") || slices.Index(env, "LC_ALL=C") < slices.Index(env, "LC_ALL=de_DE") {
		t.Errorf("the user's settings win: %q", env)
	}
	env = programEnv([]string{"GIT_NO_LAZY_FETCH=0"})
	if slices.Contains(env, "GIT_NO_LAZY_FETCH=1") || slices.Contains(env, "GIT_ALLOW_PROTOCOL=none") {
		t.Errorf("fetching was asked for and is forbidden: %q", env)
	}
}

// TestFailingProgram: what a failing git says is in the error, one line without
// "fatal: ".
func TestFailingProgram(t *testing.T) {
	s := newRepo(t, history)
	fakeGit(t, "echo 'warning: clouds' >&2; echo 'fatal: the moon is full' >&2; echo 'second line' >&2; exit 128\n")
	r := s.openWith(engineGit)
	_, err := r.Index()
	var failed *runError
	if !errors.As(err, &failed) || failed.code != 128 || err.Error() != "git ls-files: the moon is full" {
		t.Errorf("Index = %v, want what git said", err)
	}
	if _, err := r.engine.object("4b825dc642cb6eb9a060e54bf8d69288fbee4904"); err == nil || !strings.Contains(err.Error(), "the moon is full") {
		t.Errorf("object = %v, want what git said", err)
	}
}

// TestTalkativeProgram: answers that make no sense are errors, not data.
func TestTalkativeProgram(t *testing.T) {
	s := newRepo(t, history)
	fakeGit(t, `case $1 in cat-file) while read line; do echo "hello there"; done;; *) echo "what a nice day";; esac`)
	r := s.openWith(engineGit)
	if _, err := r.Index(); err == nil || !strings.Contains(err.Error(), "what a nice day") {
		t.Errorf("Index = %v", err)
	}
	if _, err := r.engine.object("4b825dc642cb6eb9a060e54bf8d69288fbee4904"); err == nil || !strings.Contains(err.Error(), "hello there") {
		t.Errorf("object = %v", err)
	}
	if _, err := r.At("HEAD"); err == nil {
		t.Error("At succeeded on nonsense")
	}
}

// TestPlainGoGitStartsNothing: comparing two revisions of an ordinary
// repository runs no git at all.
func TestPlainGoGitStartsNothing(t *testing.T) {
	s := newRepo(t, history)
	log := filepath.Join(t.TempDir(), "ran")
	fakeGit(t, "echo \"$@\" >> '"+log+"'; exit 1\n")
	r := s.open()
	old, new := must2(t)(r.Compare([]string{"v1...HEAD"}, false))
	listing(t, old)
	listing(t, new)
	if _, err := r.Index(); err != nil {
		t.Error(err)
	}
	if ran, err := os.ReadFile(log); err == nil {
		t.Errorf("git was run: %s", ran)
	}
}
