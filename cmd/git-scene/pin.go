package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
	"git-scene/report"
	"git-scene/scenes"
)

// pinOptions is what "git scene pin" may be asked.
type pinOptions struct {
	old, new string // revisions
}

const pinLong = `Where the comparison calls a scene cut and another one added, and they are one
scene to you, say so once: the pin is kept in ` + scenes.ConfigName + `, in words that you can
read, and holds from then on.

A scene is named by its title, by its first words, by both ("The Mill / Ada
swept"), or by its id ("#mill"). Pin one old scene to two new ones to say that
it was split, two old ones to a new one to say that they were merged.`

func newPinCmd(e *env) *cobra.Command {
	var o pinOptions
	cmd := &cobra.Command{
		Use:   "pin [OLD NEW]",
		Short: "say that two scenes are one, where the comparison does not see it",
		Example: `  git scene pin "The Mill" "The Weir" --old soft    "The Mill" of soft is "The Weir" now
  git scene pin                                     the pins there are`,
		Long: pinLong,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return listPins(e)
			case 2:
				return runPin(e, &o, args[0], args[1])
			}
			return &usageError{"pin takes an old scene and a new one", `put titles in quotes: git scene pin "The Mill" "The Weir"`}
		},
	}
	cmd.Flags().StringVar(&o.old, "old", "HEAD", "the revision in which OLD is found")
	cmd.Flags().StringVar(&o.new, "new", "", "the revision in which NEW is found (default: the files as they are)")
	return cmd
}

func newUnpinCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:     "unpin SCENE",
		Short:   "take back a pin",
		Example: `  git scene unpin "The Mill"         by either of its scenes`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"unpin takes one scene", `put its title in quotes; git scene pin lists the pins`}
			}
			return runUnpin(e, args[0])
		},
	}
}

func runPin(e *env, o *pinOptions, old, new string) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	var p scenes.Pin
	if p.Old, err = pinName(repo, o.old, old, "--old"); err != nil {
		return err
	}
	if p.New, err = pinName(repo, o.new, new, "--new"); err != nil {
		return err
	}
	if p.Old == p.New {
		return &usageError{fmt.Sprintf("%q is called so on both sides, and is one scene already", p.Old), "git scene diff --explain SCENE says why it was paired"}
	}
	err = editConfig(repo, func(config []byte) ([]byte, error) { return scenes.AddPin(config, p) })
	if err == nil {
		_, err = fmt.Fprintf(e.stdout, "pinned %q to %q in %s\n", p.Old, p.New, scenes.ConfigName)
	}
	return err
}

// pinName is the name by which a scene is found again, from what the author
// called it.
func pinName(repo *gitstore.Repository, rev, called, flag string) (string, error) {
	read, err := readRevision(repo, rev)
	if err != nil {
		return "", err
	}
	side := report.SideName(read.tree.Rev)
	found := scenes.Find(read.manuscript, called)
	switch {
	case len(found) == 0:
		return "", &usageError{fmt.Sprintf("no scene of %s is called %q", side, called),
			fmt.Sprintf("%s says in which revision it is found; git scene list REV shows the scenes", flag)}
	case len(found) > 1:
		return "", &usageError{fmt.Sprintf("%d scenes of %s are called %q", len(found), side, called),
			fmt.Sprintf("add first words: %q", scenes.Name(read.manuscript, found[0]))}
	}
	if name := scenes.Name(read.manuscript, found[0]); name != "" {
		return name, nil
	}
	return "", &usageError{fmt.Sprintf("another scene of %s begins as %q does", side, called), "give it an id of its own: <!-- scene: mill -->"}
}

func runUnpin(e *env, name string) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	var removed []scenes.Pin
	err = editConfig(repo, func(config []byte) (text []byte, err error) {
		text, removed, err = scenes.RemovePins(config, name)
		if err == nil && len(removed) == 0 {
			err = &usageError{fmt.Sprintf("no pin names a scene %q", name), "git scene pin lists the pins"}
		}
		return text, err
	})
	if err != nil {
		return err
	}
	var told strings.Builder
	for _, p := range removed {
		fmt.Fprintf(&told, "%q is no longer pinned to %q\n", p.Old, p.New)
	}
	_, err = io.WriteString(e.stdout, told.String())
	return err
}

// editConfig changes the configuration at the top of the repository.
func editConfig(repo *gitstore.Repository, edit func([]byte) ([]byte, error)) error {
	if repo.Root() == "" {
		return &usageError{"a bare repository has no folder to write to", "pin in a clone of it"}
	}
	config, err := repo.WorktreeFile(scenes.ConfigName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	text, err := edit(config)
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(repo.Root(), scenes.ConfigName), func(w io.Writer) error { _, err := w.Write(text); return err })
}

func listPins(e *env) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	config, err := readConfig(repo)
	if err != nil {
		return err
	}
	told := &strings.Builder{}
	if config == nil || len(config.Pins) == 0 {
		told.WriteString("No pins.\n")
	} else {
		for _, p := range config.Pins {
			fmt.Fprintf(told, "%q\n  is %q\n", p.Old, p.New)
		}
	}
	_, err = io.WriteString(e.stdout, told.String())
	return err
}
