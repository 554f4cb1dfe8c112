package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func newManCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "man FOLDER",
		Short: "write the manual pages, which git scene --help shows",
		Example: `  git scene man ~/.local/share/man/man1     where man finds them, for you alone
  git scene man /usr/local/share/man/man1   … for everybody`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return &usageError{"man takes one folder", "git scene man ~/.local/share/man/man1"}
			}
			return runMan(e, cmd.Root(), args[0])
		},
	}
}

// manDate is when what the pages say last changed: the same program writes the
// same pages, on whichever day.
var manDate = time.Date(2026, time.November, 24, 0, 0, 0, 0, time.UTC)

// runMan writes a page a command.
func runMan(e *env, root *cobra.Command, folder string) error {
	if !filepath.IsAbs(folder) {
		folder = filepath.Join(e.dir, folder)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("writing the manual: %w", err)
	}
	root.DisableAutoGenTag = true
	header := &doc.GenManHeader{Section: "1", Manual: "git scene", Source: "git-scene", Date: &manDate}
	if err := doc.GenManTree(root, header, folder); err != nil {
		return fmt.Errorf("writing the manual: %w", err)
	}
	fmt.Fprintf(e.stdout, "wrote the manual to %s\n", folder)
	return nil
}
