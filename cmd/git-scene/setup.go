package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
	"git-scene/report"
	"git-scene/scenes"
)

// setupOptions is what "git scene setup" may be asked.
type setupOptions struct {
	external bool
	dryRun   bool
}

const setupLong = `git diff, git show and git log -p then compare the scenes' text: a line opens each
scene, each paragraph is a line, and what git writes behind @@ is the scene. With
--external, git diff shows what git scene diff does, file by file.

It shows what it adds to the configuration of this repository and to its
info/attributes, which is nobody else's, and adds it. To have others ask the
same of their git, write the attributes into .gitattributes instead and commit
it. Where git-scene is not wanted, git's own drivers know headings too:

  *.md diff=markdown
  *.fountain diff=fountain`

func newSetupCmd(e *env) *cobra.Command {
	var o setupOptions
	cmd := &cobra.Command{
		Use:   "setup",
		Short: "let git diff, git show and git difftool know scenes",
		Example: `  git scene setup --dry-run          look at it first
  git scene setup                    git diff compares scenes' text
  git scene setup --external         git diff shows scenes
  git difftool -y -t scenes soft     … and either way this does, file by file`,
		Long: setupLong,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return runSetup(e, &o) },
	}
	cmd.Flags().BoolVar(&o.external, "external", false, "let git diff show scenes, in the place of lines")
	cmd.Flags().BoolVarP(&o.dryRun, "dry-run", "n", false, "show it only")
	return cmd
}

// driver is the name of git's diff driver and of its difftool.
const driver = "scenes"

// driverVariables are what setup adds to the configuration, in order.
func driverVariables(external bool) []variable {
	all := []variable{
		{"diff." + driver + ".xfuncname", report.SceneLines, false},
		{"diff." + driver + ".textconv", "git-scene textconv", false},
		{"diff." + driver + ".cachetextconv", "true", false},
		{"difftool." + driver + ".cmd", `git-scene external-diff "$LOCAL" "$REMOTE"`, false},
	}
	if external {
		all = append(all, variable{"diff." + driver + ".command", "git-scene external-diff", false})
	}
	return all
}

func runSetup(e *env, o *setupOptions) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	variables, err := addVariables(e, repo, driverVariables(o.external), o.dryRun)
	if err != nil {
		return err
	}
	lines, err := addAttributes(e, filepath.Join(repo.CommonDir(), "info", "attributes"), o.dryRun)
	return e.sayIfSet(variables || lines, err)
}

// addAttributes shows and adds the lines that are not there yet, and says
// whether any was missing.
func addAttributes(e *env, file string, dryRun bool) (bool, error) {
	text, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	there := "\n" + string(text)
	if !strings.HasSuffix(there, "\n") {
		there += "\n"
	}
	added := ""
	for _, ext := range scenes.Extensions() {
		line := "*" + ext + " diff=" + driver
		if !strings.Contains(there, "\n"+line+"\n") {
			added += line + "\n"
		}
	}
	if added == "" {
		return false, nil
	}
	if _, err := fmt.Fprintf(e.stdout, "%s:\n%s", shortPath(e, file), added); err != nil || dryRun {
		return true, err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return true, err
	}
	return true, writeFile(file, func(w io.Writer) error {
		_, err := io.WriteString(w, there[1:]+added)
		return err
	})
}

// shortPath is a path as seen from where the user stands, if it is below.
func shortPath(e *env, file string) string {
	if dir, err := filepath.Abs(e.dir); err == nil {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			dir = real
		}
		if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel)
		}
	}
	return filepath.ToSlash(file)
}
