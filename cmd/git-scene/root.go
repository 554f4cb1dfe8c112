package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"
)

// commands make the commands, in the order in which help lists them.
var commands = []func(*env) *cobra.Command{
	newDiffCmd,
	newShowCmd,
	newMemoCmd,
	newRereadCmd,
	newListCmd,
	newInitCmd,
	newPinCmd,
	newUnpinCmd,
	newAnnotateCmd,
	newHookCmd,
	newNotesCmd,
	newSetupCmd,
	newTextconvCmd,
	newExternalDiffCmd,
	newDemoCmd,
	newManCmd,
	newCompletionCmd,
	newVersionCmd,
}

// run is the whole program but for the process around it.
func run(ctx context.Context, e *env, args []string) int {
	if len(args) > 1 && args[0] == "hook" && args[1] == "run" { // git waits: no time for a tree of commands
		runHook(ctx, e, args[2:])
		return exitSame
	}
	root := newRoot(e)
	if len(args) == 1 && args[0] == "--version" { // as of any program
		args = []string{"version"}
	}
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitSame
	case errors.Is(err, errChanged):
		return exitChanged
	}
	e.errorf(err)
	return exitTrouble
}

// newRoot is "git scene". Without a command it is "git scene diff": what it
// was asked for most of the time.
func newRoot(e *env) *cobra.Command {
	root := newDiffCmd(e)
	root.Use = "git-scene [command]"
	root.Short = "what changed in the story between two revisions of a manuscript"
	root.Example = strings.Replace(diffExamples, "git scene diff\n", "git scene\n", 1) + `
  git scene list                     how the manuscript is read: parts, chapters, scenes
  git scene demo                     try it on a small book that comes with the program`
	root.Args = cobra.ArbitraryArgs // git scene soft is git scene diff soft
	root.SuggestionsMinimumDistance = 2
	root.SilenceErrors, root.SilenceUsage = true, true
	root.SetOut(e.stdout)
	root.SetErr(e.stderr)
	root.SetHelpTemplate(helpTemplate)
	root.SetUsageTemplate(helpTemplate)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return &usageError{err.Error(), strings.Replace(c.CommandPath(), "git-scene", "git scene", 1) + " -h lists the flags"}
	})
	for _, make := range commands {
		root.AddCommand(make(e))
	}
	complete(e, root)
	return root
}

// helpTemplate puts examples first: that is what a reader of -h looks for.
const helpTemplate = `{{with .Short}}{{.}}{{end}}

{{if .HasExample}}Examples:
{{.Example}}

{{end}}{{with .Long}}{{. | trimTrailingWhitespaces}}

{{end}}Usage:
  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}

Commands:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}

Exit status: 0;{{if .Flags.Lookup "exit-code"}} 1 with --exit-code or --quiet where something changed;{{end}} 2 where it could not be done.
`
