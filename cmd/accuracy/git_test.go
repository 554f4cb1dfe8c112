package main

import (
	"os/exec"
	"testing"

	"git-scene/testdata/generate"
)

func needGit(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
}

// TestGitOnMovedScenes puts git to work that it can do: scenes that moved,
// not a word changed.
func TestGitOnMovedScenes(t *testing.T) {
	needGit(t)
	p, r := mustMake(t, ownSource(t), generate.Plan{Seed: 1, SceneWords: 150, Move: .2, Untitled: true})
	g, err := openRepo(p, nameless)
	defer g.remove()
	if err != nil {
		t.Fatal(err)
	}
	pairs, err := g.renames(p, nameless)
	if err != nil {
		t.Fatal(err)
	}
	if pairs.false+pairs.missed > 0 {
		t.Errorf("pairs by git: %+v", pairs)
	}
	marked, err := g.colorMoved()
	if err != nil {
		t.Fatal(err)
	}
	const most = 0.8
	if w := p.markedBy(marked); float64(w.marked) < most*float64(w.moved) {
		t.Errorf("git marks %d of %d moved words", w.marked, w.moved)
	}
	if w := p.markedBy(ourMoves(r)); w.moved == 0 || w.marked != w.moved || w.wrong > 0 {
		t.Errorf("our marks: %+v", w)
	}
}

// TestGitByTitle gives scenes' files their titles: git pairs them whatever
// they hold.
func TestGitByTitle(t *testing.T) {
	needGit(t)
	p, _ := mustMake(t, ownSource(t), generate.Plan{SceneWords: 150, Noise: generate.Noise{Share: .8}})
	for _, names := range []struct {
		namer
		missed bool
	}{{titled, false}, {nameless, true}} {
		g, err := openRepo(p, names.namer)
		if err != nil {
			t.Fatal(err)
		}
		pairs, err := g.renames(p, names.namer)
		g.remove()
		if err != nil {
			t.Fatal(err)
		}
		if (pairs.missed > 0) != names.missed {
			t.Errorf("pairs by git: %+v", pairs)
		}
	}
}

// TestReadMoved reads a patch as git colours it.
func TestReadMoved(t *testing.T) {
	patch := "diff --git a/a.md b/a.md\x1b[m\n--- a/a.md\x1b[m\n+++ b/a.md\x1b[m\n@@ -1,2 +0,0 @@\x1b[m\n\x1b[1;35m-one\x1b[m\n" +
		"@@ -5,0 +4,2 @@\x1b[m \x1b[mthree\x1b[m\n\x1b[32m+\x1b[m\n\x1b[34m+\x1b[m\x1b[34mone\x1b[m\n"
	marked := readMoved(patch)
	if marked["a.md"][4] || !marked["a.md"][5] || len(marked["a.md"]) != 2 {
		t.Errorf("marked: %v", marked)
	}
}
