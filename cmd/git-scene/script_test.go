package main

import (
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"git-scene": main})
}

// TestScripts runs the stories of testdata/scripts: the program as its users
// call it, in repositories made by git. testdata/README.md tells how to write
// one.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/scripts",
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			// Nothing of the machine's own git reaches a story, not even that
			// of a hook in which the tests may run.
			e.Vars = append(e.Vars,
				"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_SYSTEM=/dev/null",
				"HOME="+e.WorkDir+"/home", "LC_ALL=C.UTF-8", "TZ=UTC", "TERM=xterm", "NO_COLOR=", "CLICOLOR_FORCE=",
				"GIT_AUTHOR_NAME=A Writer", "GIT_AUTHOR_EMAIL=writer@example.org",
				"GIT_COMMITTER_NAME=A Writer", "GIT_COMMITTER_EMAIL=writer@example.org",
				"GIT_SCENE_HOOK_LIMIT=10m", // a busy machine is no reason to give a hook up here
			)
			source, err := filepath.Abs("../..")
			if err != nil {
				return err
			}
			e.Setenv("SRC", source) // for the scripts that are not the program
			return os.MkdirAll(e.WorkDir+"/home", 0o755)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"at":    at,
			"bytes": writeBytes,
		},
	})
}

// at sets the date of the commits that follow: at 2025-03-01T10:00:00Z.
func at(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: at DATE")
	}
	ts.Setenv("GIT_AUTHOR_DATE", args[0])
	ts.Setenv("GIT_COMMITTER_DATE", args[0])
}

// writeBytes makes a file of bytes that a story can't hold: bytes FILE HEX.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE HEX")
	}
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}
