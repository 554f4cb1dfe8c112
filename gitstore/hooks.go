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

// HookSpec is what a hook of ours is like.
type HookSpec struct {
	Name   string
	Reads  bool // git tells it something on stdin
	Behind bool // git does not wait for it: it is told which commit it is about, and runs on
}

// HookState is what stands where git looks for a hook.
type HookState struct {
	Name      string
	Installed bool   // the hook is ours
	Changed   bool   // … and somebody wrote in it since
	Behind    bool   // … and git does not wait for it
	Other     bool   // there is one, and it is not ours
	Before    string // the file that keeps the hook that was there before ours; "" for none
}

// kept is what is added to the name of a hook that was there before ours. It
// stays in its folder, where it finds what it may look for beside itself.
const kept = ".before-git-scene"

// HooksFolder is where git looks for hooks: core.hooksPath, else the folder
// hooks that all working trees share. A path that the repository did not set
// itself belongs to all of its user's repositories, or to the machine's; that
// is an error, and nothing of ours goes there.
func (r *Repository) HooksFolder() (string, error) {
	path, set := r.Config("core.hooksPath")
	own, local := r.shape.local.get("core.hookspath")
	switch {
	case !set && !local:
		return filepath.Join(r.place.commonDir, "hooks"), nil
	case !local || set && own != path:
		return "", withHint(fmt.Errorf("core.hooksPath is set for all repositories, to %q, and nothing is written there", path),
			"call \"git scene hook run NAME\" from the hooks there, or give this repository hooks of its own: git config --local core.hooksPath .git/hooks")
	}
	base := r.place.root // git runs hooks at the top of the working tree, or in a bare repository itself
	if base == "" {
		base = r.place.gitDir
	}
	return under(base, expandHome(own)), nil
}

// hookScript is what is installed. The hook that was there before runs first,
// with the same arguments and input, and its word counts; ours is deaf to its
// own failures. program is where git-scene was when it was installed, for
// callers with a PATH of their own.
func hookScript(h HookSpec, program string) []byte {
	text := `#!/bin/sh
# git-scene hook: NAME
# "git scene hook uninstall" takes this away and puts back what was here before.
scene=git-scene
command -v "$scene" >/dev/null 2>&1 || scene=PROGRAM
command -v "$scene" >/dev/null 2>&1 || scene=true
before="$0KEPT"
`
	switch {
	case h.Behind:
		text += `if test -x "$before"; then "$before" "$@" || exit $?; fi
commit=$(git rev-parse HEAD) || exit 0
"$scene" hook run NAME "$commit" </dev/null >/dev/null 2>&1 &
exit 0
`
	case h.Reads:
		text += `if test -x "$before"; then
	input=$(cat; echo .)
	printf %s "${input%.}" | "$before" "$@" || exit $?
	printf %s "${input%.}" | "$scene" hook run NAME "$@"
else
	"$scene" hook run NAME "$@"
fi
exit 0
`
	default:
		text += `if test -x "$before"; then "$before" "$@" || exit $?; fi
"$scene" hook run NAME "$@"
exit 0
`
	}
	quoted := "'" + strings.ReplaceAll(filepath.ToSlash(program), "'", `'\''`) + "'"
	return []byte(strings.NewReplacer("NAME", h.Name, "PROGRAM", quoted, "KEPT", kept).Replace(text))
}

// fallback is the line of a script that depends on where the program was.
var fallback = pattern(`(?m)^command -v "\$scene" .*$`)

// Hook says what stands where git looks for a hook.
func Hook(folder string, h HookSpec) (HookState, error) {
	s := HookState{Name: h.Name}
	path := filepath.Join(folder, h.Name)
	text, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return s, err
	}
	if bytes.Contains(text, []byte("\n# git-scene hook: "+h.Name+"\n")) {
		s.Installed = true
		front, behind := HookSpec{h.Name, h.Reads, false}, HookSpec{h.Name, h.Reads, true}
		s.Behind = bytes.Equal(withoutProgram(text), withoutProgram(hookScript(behind, "")))
		s.Changed = !s.Behind && !bytes.Equal(withoutProgram(text), withoutProgram(hookScript(front, "")))
	} else if _, err := os.Lstat(path); err == nil {
		s.Other = true
	}
	if _, err := os.Lstat(path + kept); err == nil {
		s.Before = path + kept
	}
	return s, nil
}

func withoutProgram(script []byte) []byte {
	return fallback().ReplaceAll(script, nil)
}

// InstallHook writes a hook and keeps the one that is there. It may be asked
// twice.
func InstallHook(folder string, h HookSpec, program string) error {
	name := h.Name
	s, err := Hook(folder, h)
	if err != nil {
		return err
	}
	path := filepath.Join(folder, name)
	switch {
	case s.Installed && s.Changed:
		return withHint(fmt.Errorf("the hook %s was changed by hand since it was installed", name), "take the changes out, or remove %s", path)
	case s.Other && s.Before != "":
		return withHint(fmt.Errorf("another hook %s was put in the place of ours, and %s is still kept", name, filepath.Base(s.Before)),
			"join the two into one hook, remove the second, and ask again")
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	if s.Other {
		if err := os.Rename(path, path+kept); err != nil {
			return err
		}
	}
	if err := writeScript(path, hookScript(h, program)); err != nil {
		if s.Other {
			err = errors.Join(err, os.Rename(path+kept, path))
		}
		return err
	}
	return nil
}

// writeScript writes a hook whole or not at all: git may run it meanwhile.
func writeScript(path string, text []byte) error {
	temporary := fmt.Sprintf("%s.%d", path, os.Getpid())
	err := os.WriteFile(temporary, text, 0o777)
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		os.Remove(temporary)
	}
	return err
}

// UninstallHook takes a hook of ours away and puts back the one that was there
// before. It says whether there was one of ours.
func UninstallHook(folder string, h HookSpec) (bool, error) {
	name := h.Name
	s, err := Hook(folder, h)
	if err != nil || !s.Installed {
		return false, err
	}
	path := filepath.Join(folder, name)
	if s.Changed {
		return false, withHint(fmt.Errorf("the hook %s was changed by hand since it was installed", name), "keep what you wrote, and remove %s", path)
	}
	if s.Before != "" {
		return true, os.Rename(s.Before, path)
	}
	return true, os.Remove(path)
}

// managers are programs that write hooks, each with what its hooks hold.
var managers = []struct{ name, sign string }{
	{"lefthook", "lefthook"},
	{"pre-commit", "generated by pre-commit"},
	{"husky", "husky"},
}

// HookManager is the program that keeps the hooks of a folder, "" for none: it
// may write over a hook of ours, and wants to be told in its own way.
func HookManager(folder string) string {
	if base := filepath.Base(folder); base == ".husky" || base == "_" && filepath.Base(filepath.Dir(folder)) == ".husky" {
		return "husky"
	}
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		text, _ := os.ReadFile(filepath.Join(folder, e.Name()))
		for _, m := range managers { // their hooks, not the samples that git puts there
			if !strings.HasSuffix(e.Name(), ".sample") && bytes.Contains(text, []byte(m.sign)) {
				return m.name
			}
		}
	}
	return ""
}
