package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
)

const hookLong = `A hook never blocks a commit, says nothing where nothing changed, and gives up
when it takes too long. A hook that is there already is kept and runs first;
uninstall puts it back as it was. core.hooksPath is followed, unless it is set
for all of your repositories: nothing is written there.`

func newHookCmd(e *env) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "hook",
		Short: "let git call git scene after each commit",
		Example: `  git scene hook install             annotate each commit, and carry notes through rebases
  git scene hook install prepare-commit-msg    see what changed while you write the message
  git scene hook status              which hooks there are
  git scene hook uninstall           take them away again`,
		Long: hookLong + "\n\nThe hooks:\n" + hookDocs(),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Sprintf("hook does not know %q", args[0]), "git scene hook install, uninstall, status or snippet"}
			}
			return cmd.Help()
		},
	}
	cmd.AddCommand(newHookInstallCmd(e), newHookUninstallCmd(e), newHookStatusCmd(e), newHookSnippetCmd(e), newHookRunCmd(e))
	return cmd
}

// hookDocs lists the hooks for help.
func hookDocs() string {
	var lines []string
	for _, h := range hooks {
		lines = append(lines, fmt.Sprintf("  %-19s %s", h.name, h.doc))
	}
	return strings.Join(lines, "\n")
}

func newHookInstallCmd(e *env) *cobra.Command {
	background := false
	cmd := &cobra.Command{
		Use:   "install [HOOK...]",
		Short: "install hooks: without a name, " + strings.Join(usualHooks(), " and "),
		Example: `  git scene hook install
  git scene hook install post-commit post-rewrite prepare-commit-msg pre-push
  git scene hook install --background    git commit does not wait for the note`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = usualHooks()
			}
			return eachHook(e, args, func(e *env, folder string, h hook) error {
				spec := h.spec()
				spec.Behind = background && h.behind
				return installHook(e, folder, spec)
			})
		},
	}
	cmd.Flags().BoolVar(&background, "background", false, "let git commit not wait for its note; what goes wrong is then not said")
	return cmd
}

func newHookUninstallCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "uninstall [HOOK...]",
		Short:   "take hooks away and put back what was there before; without a name, all",
		Example: `  git scene hook uninstall`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = hookNames()
			}
			return eachHook(e, args, uninstallHook)
		},
	}
}

func newHookStatusCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "status",
		Short:   "which hooks are installed, and where",
		Example: `  git scene hook status`,
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return eachHook(e, hookNames(), func(e *env, folder string, h hook) error {
				s, err := gitstore.Hook(folder, h.spec())
				if err == nil {
					_, err = fmt.Fprintf(e.stdout, "%-19s %s\n", h.name, hookWord(s))
				}
				return err
			})
		},
	}
}

// hookWord says in what state a hook is.
func hookWord(s gitstore.HookState) string {
	word := "not installed"
	switch {
	case s.Installed && s.Changed:
		word = "installed, and changed by hand since"
	case s.Behind:
		word = "installed, in the background"
	case s.Installed:
		word = "installed"
	case s.Other:
		word = "not installed; another hook is there"
	}
	switch {
	case s.Before == "":
	case s.Installed:
		word += "; before it runs " + filepath.Base(s.Before)
	default:
		word += "; " + filepath.Base(s.Before) + " is left of one that was"
	}
	return word
}

// eachHook does something to the hooks that are named.
func eachHook(e *env, names []string, do func(*env, string, hook) error) error {
	for _, name := range names {
		if !slices.Contains(hookNames(), name) {
			return &usageError{fmt.Sprintf("there is no hook %q", name), "there are " + strings.Join(hookNames(), ", ")}
		}
	}
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	folder, err := repo.HooksFolder()
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := do(e, folder, findHook(name)); err != nil {
			return err
		}
	}
	return nil
}

func installHook(e *env, folder string, h gitstore.HookSpec) error {
	manager := gitstore.HookManager(folder)
	if manager == "husky" {
		return &usageError{"husky keeps the hooks of this repository, and writes them anew", "git scene hook snippet husky says what to add"}
	}
	program, err := os.Executable()
	if err != nil {
		program = "git-scene"
	}
	if err := gitstore.InstallHook(folder, h, program); err != nil {
		return err
	}
	fmt.Fprintf(e.stdout, "installed %s\n", h.Name)
	if manager != "" {
		fmt.Fprintf(e.stderr, "git-scene: %s keeps hooks here too and may write over this one; git scene hook snippet %s says what to add to it instead\n", manager, manager)
	}
	return nil
}

func uninstallHook(e *env, folder string, h hook) error {
	was, err := gitstore.UninstallHook(folder, h.spec())
	if err == nil && was {
		_, err = fmt.Fprintf(e.stdout, "uninstalled %s\n", h.name)
	}
	return err
}
