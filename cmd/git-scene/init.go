package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
	"git-scene/scenes"
)

// initOptions is what "git scene init" may be asked.
type initOptions struct {
	force bool
	print bool
}

func newInitCmd(e *env) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init",
		Short: "write " + scenes.ConfigName + " with what was detected, to be corrected",
		Example: `  git scene init                     write it at the top of the repository
  git scene init --print             look at it first`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return runInit(e, &o) },
	}
	cmd.Flags().BoolVar(&o.force, "force", false, "write over a file that is there")
	cmd.Flags().BoolVar(&o.print, "print", false, "write to the screen instead")
	return cmd
}

func runInit(e *env, o *initOptions) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	read, err := readRevision(repo, "")
	if err != nil {
		return err
	}
	text, err := withAuthors(repo, scenes.WriteConfig(read.manuscript))
	if err != nil {
		return err
	}
	if o.print {
		_, err := e.stdout.Write(text)
		return err
	}
	if repo.Root() == "" {
		return &usageError{"a bare repository has no folder to write to", "git scene init --print shows what it would hold"}
	}
	name := filepath.Join(repo.Root(), scenes.ConfigName)
	if _, err := os.Lstat(name); !o.force && !errors.Is(err, os.ErrNotExist) {
		return &usageError{fmt.Sprintf("%s is there already", scenes.ConfigName), "--force writes over it"}
	}
	if err := writeFile(name, func(w io.Writer) error { _, err := w.Write(text); return err }); err != nil {
		return err
	}
	fmt.Fprintf(e.stderr, "git-scene: wrote %s; every line is commented out until you change it\n", scenes.ConfigName)
	return nil
}

// withAuthors adds the pins and the story that there are: a configuration that is written over
// must not lose what its author said.
func withAuthors(repo *gitstore.Repository, config string) ([]byte, error) {
	text := []byte(config)
	there, err := readConfig(repo)
	if err != nil || there == nil {
		return text, err
	}
	text = append(text, scenes.WriteLore(there.Lore())...)
	for _, p := range there.Pins {
		if text, err = scenes.AddPin(text, p); err != nil {
			return nil, err
		}
	}
	return text, nil
}
