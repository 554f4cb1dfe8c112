package gitstore

import (
	"path/filepath"
	"testing"
)

// A program that is killed, or fails where it never should, keeps nobody from
// committing; the hook that was there before still may.
func TestHookNeverBlocks(t *testing.T) {
	for _, h := range []HookSpec{{Name: "prepare-commit-msg"}, {Name: "commit-msg", Reads: true}} {
		t.Run(h.Name, func(t *testing.T) {
			s := newRepo(t, "echo one > a.md; c one; printf '#!/bin/sh\\nkill -9 $$\\n' > broken; chmod +x broken; echo two > a.md")
			folder := filepath.Join(s.dir, ".git", "hooks")
			if err := InstallHook(folder, h, filepath.Join(s.dir, "broken")); err != nil {
				t.Fatal(err)
			}
			if out, err := s.tryGit("commit", "-qam", "two"); err != nil {
				t.Errorf("with a hook that is killed: %v\n%s", err, out)
			}
			before := filepath.Join(folder, h.Name+kept)
			s.sh("printf '#!/bin/sh\\nexit 3\\n' > '" + before + "'; chmod +x '" + before + "'; echo three > a.md")
			if _, err := s.tryGit("commit", "-qam", "three"); err == nil {
				t.Error("the hook that was there before has no say")
			}
		})
	}
}
