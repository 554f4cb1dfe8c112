package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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

// manMonth is when what the pages say last changed: the same program writes
// the same pages, on whichever day.
const manMonth = "Nov 2026"

// runMan writes a page a command.
func runMan(e *env, root *cobra.Command, folder string) error {
	if !filepath.IsAbs(folder) {
		folder = filepath.Join(e.dir, folder)
	}
	err := os.MkdirAll(folder, 0o755)
	for _, cmd := range documented(root) {
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, pageOf(cmd)+".1"), manPage(cmd), 0o644)
		}
	}
	if err != nil {
		return fmt.Errorf("writing the manual: %w", err)
	}
	fmt.Fprintf(e.stdout, "wrote the manual to %s\n", folder)
	return nil
}

// documented are a command and those below it, without what nobody calls.
func documented(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			all = append(all, documented(c)...)
		}
	}
	return all
}

// pageOf is the name of a command's page: git-scene-diff.
func pageOf(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

// manPage is the page of a command, in the markup of man(7).
func manPage(cmd *cobra.Command) []byte {
	cmd.InitDefaultHelpFlag()
	var page bytes.Buffer
	section := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&page, ".SH %s\n%s\n", name, text)
		}
	}
	fmt.Fprintf(&page, ".TH %q 1 %q \"git-scene\" \"git scene\"\n.nh\n", strings.ToUpper(pageOf(cmd)), manMonth)
	section("NAME", roff(pageOf(cmd))+` \- `+roff(cmd.Short))
	section("SYNOPSIS", ".B "+roff(cmd.UseLine()))
	section("DESCRIPTION", roff(cmd.Long))
	section("OPTIONS", manFlags(cmd.Flags()))
	if cmd.Example != "" {
		section("EXAMPLES", ".nf\n"+roff(cmd.Example)+"\n.fi")
	}
	status := "0; 2 where it could not be done."
	if cmd.Flags().Lookup("exit-code") != nil {
		status = "0; 1 with --exit-code or --quiet where something changed; 2 where it could not be done."
	}
	section("EXIT STATUS", roff(status))
	var beside []string
	if cmd.HasParent() {
		beside = append(beside, `.BR `+roff(pageOf(cmd.Parent()))+` (1)`)
	}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			beside = append(beside, `.BR `+roff(pageOf(c))+` (1)`)
		}
	}
	section("SEE ALSO", strings.Join(beside, ",\n"))
	return page.Bytes()
}

// manFlags are the flags of a command, each with what it is for.
func manFlags(flags *pflag.FlagSet) string {
	var lines []string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		value, usage := pflag.UnquoteUsage(f)
		if value != "" {
			name += " " + strings.ToUpper(value)
		}
		lines = append(lines, ".TP\n.B "+roff(name)+"\n"+roff(usage))
	})
	return strings.Join(lines, "\n")
}

// roff is text that man shows as it is: no line of it is a request, and no
// mark in it is markup.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
