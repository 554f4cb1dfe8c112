package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
	"git-scene/report"
	"git-scene/scenes"
)

// Two ways in which git asks for a file to be shown: as a comparison
// (GIT_EXTERNAL_DIFF, diff.DRIVER.command, git difftool) and as text to be
// compared line by line (diff.DRIVER.textconv). Each is shown one file at a
// time, so a scene that went to another file is cut here and added there; git
// scene diff sees the whole.

func newExternalDiffCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "external-diff PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
		Short: "show what changed in one file, as git asks its diff drivers",
		Example: `  GIT_EXTERNAL_DIFF='git-scene external-diff' git diff soft -- book.md
  git difftool -x 'git-scene external-diff' soft -- book.md
  git scene setup --external         let git diff always do so`,
		Long: `With two files, as git difftool gives them, it compares those. A file that holds
no manuscript is left to git diff.`,
		DisableFlagParsing: true, // a path may begin with a dash
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && (args[0] == "-h" || args[0] == "--help") {
				return cmd.Help()
			}
			return runExternalDiff(cmd.Context(), e, args)
		},
	}
}

// runExternalDiff takes what git gives: seven words; nine where a file was
// renamed; one for a file in an unresolved merge; two from git difftool.
func runExternalDiff(ctx context.Context, e *env, args []string) error {
	var path, old, new string
	switch len(args) {
	case 1:
		_, err := fmt.Fprintf(e.stdout, "* Unmerged path %s\n", oneLine(args[0])) // as git says it
		return err
	case 2:
		path, old, new = args[1], args[0], args[1]
	case 7, 9:
		path, old, new = args[0], args[1], args[4]
		if len(args) == 9 {
			path = args[7]
		}
	default:
		return &usageError{"external-diff takes what git gives a diff driver", "git scene setup --external writes the configuration"}
	}
	c, err := compareFiles(ctx, e, path, old, new)
	var none *scenes.NoManuscriptError
	if errors.As(err, &none) {
		return plainDiff(ctx, e, old, new)
	}
	if err != nil {
		return err
	}
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		repo = nil // git difftool may stand anywhere
	} else {
		defer repo.Close()
	}
	fmt.Fprintf(e.stdout, "scenes of %s\n", oneLine(filepath.ToSlash(path)))
	o := outputOptions{format: "text", color: "auto", noPager: true}
	if err := o.write(e, repo, c.report, false); err != nil {
		return err
	}
	_, err = fmt.Fprintln(e.stdout)
	return err
}

// compareFiles compares two files as two manuscripts.
func compareFiles(ctx context.Context, e *env, path, old, new string) (*comparison, error) {
	s := &sides{committed: true}
	for _, side := range []struct {
		file, rev string
		to        **gitstore.Tree
	}{{old, "old", &s.old}, {new, "new", &s.new}} {
		tree, err := fileTree(e, side.rev, path, side.file)
		if err != nil {
			return nil, err
		}
		*side.to = tree
	}
	return compareSides(ctx, s, nil)
}

// fileTree is a tree of one file that is read where git put it; /dev/null is
// none.
func fileTree(e *env, rev, path, file string) (*gitstore.Tree, error) {
	if file == os.DevNull || file == "/dev/null" {
		return gitstore.FileTree(gitstore.RevEmpty, "", nil), nil
	}
	if !filepath.IsAbs(file) {
		file = filepath.Join(e.dir, file)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return gitstore.FileTree(rev, filepath.Base(path), data), nil
}

// plainDiff lets git show what is no manuscript.
func plainDiff(ctx context.Context, e *env, old, new string) error {
	cmd := exec.CommandContext(ctx, "git", "--no-pager", "diff", "--no-ext-diff", "--no-index", "--", old, new)
	cmd.Dir, cmd.Stdout, cmd.Stderr = e.dir, e.stdout, e.stderr
	err := cmd.Run()
	var failed *exec.ExitError
	if errors.As(err, &failed) && failed.ExitCode() == 1 { // they differ
		return nil
	}
	return err
}

func newTextconvCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "textconv FILE",
		Short: "write a file as canonical scene text, for git's diffs to compare",
		Example: `  git scene textconv book.md
  git scene setup                    let git diff, git log -p and git show do so`,
		Long: `A line opens each scene; each paragraph, bullet or speech is one line, however it
was wrapped. A file that holds no manuscript is written as it is.`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"textconv takes one file", "git scene setup writes the configuration"}
			}
			return runTextconv(e, args[0])
		},
	}
}

func runTextconv(e *env, file string) error {
	tree, err := fileTree(e, "file", file, file)
	if err != nil {
		return err
	}
	m, err := scenes.Parse(tree, scenes.Options{})
	var none *scenes.NoManuscriptError
	if errors.As(err, &none) || err == nil && len(m.Scenes) == 0 {
		data, err := tree.ReadFile(filepath.Base(file))
		if err == nil {
			_, err = e.stdout.Write(data)
		}
		return err
	}
	if err != nil {
		return err
	}
	return report.WriteCanonical(e.stdout, m)
}
