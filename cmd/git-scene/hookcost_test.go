package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestHookCost measures what the hooks add to git commit, on a novel of 110,000
// words of which each commit touches one chapter. Commits with an empty hook,
// with ours, and with ours in the background take turns, so that what else the
// machine does falls on all alike. It measures and does not judge:
//
//	HOOK_COST=30 go test ./cmd/git-scene -run HookCost -v
func TestHookCost(t *testing.T) {
	rounds := 0
	if _, err := fmt.Sscan(os.Getenv("HOOK_COST"), &rounds); err != nil {
		t.Skip("HOOK_COST says how many rounds to measure")
	}
	dir, bin := t.TempDir(), t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(bin, "git-scene"), ".") // what users run, and not this test
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	sh := func(args ...string) {
		t.Helper()
		cmd := exec.Command(args[0], args[1:]...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	sh("git", "init", "-q", "-b", "main", ".")
	writeNovel(t, dir)
	sh("git", "add", ".")
	sh("git", "commit", "-qm", "a novel")
	sh("git", "gc", "-q")
	hook := filepath.Join(dir, ".git", "hooks", "post-commit")
	took := map[string][]time.Duration{}
	kinds := []string{"empty", "ours", "background"}
	for round := range rounds {
		for _, kind := range kinds {
			_ = os.Remove(hook)
			switch kind {
			case "empty":
				writeTest(t, hook, "#!/bin/sh\n", 0o755)
			case "ours":
				sh("git-scene", "hook", "install", "post-commit")
			case "background":
				sh("git-scene", "hook", "install", "--background", "post-commit")
			}
			touch(t, dir, round)
			sh("git", "add", ".")
			start := time.Now()
			sh("git", "commit", "-qm", kind)
			took[kind] = append(took[kind], time.Since(start))
			time.Sleep(300 * time.Millisecond) // for what runs in the background
		}
	}
	for _, kind := range kinds {
		all := took[kind]
		slices.Sort(all)
		t.Logf("%-11s median %v, 95th percentile %v", kind, all[len(all)/2].Round(100*time.Microsecond), all[len(all)*95/100].Round(100*time.Microsecond))
	}
}

// writeNovel writes 50 chapters of two scenes and 2,200 words.
func writeNovel(t *testing.T, dir string) {
	r := rand.New(rand.NewPCG(1, 2))
	for chapter := range 50 {
		var text strings.Builder
		fmt.Fprintf(&text, "# Chapter %d\n", chapter+1)
		for paragraph := range 40 {
			if paragraph == 20 {
				text.WriteString("\n* * *\n")
			}
			text.WriteString("\n")
			for range 55 {
				fmt.Fprintf(&text, "w%d ", int(8000*r.Float64()*r.Float64()*r.Float64()))
			}
			text.WriteString("\n")
		}
		writeTest(t, filepath.Join(dir, fmt.Sprintf("%02d.md", chapter)), text.String(), 0o644)
	}
}

// touch adds a sentence to a chapter.
func touch(t *testing.T, dir string, round int) {
	name := filepath.Join(dir, "20.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	writeTest(t, name, string(text)+fmt.Sprintf("\nAnd in round %d, at %d, she came back to the mill.\n", round, time.Now().UnixNano()), 0o644)
}

func writeTest(t *testing.T, name, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}
