package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
	"git-scene/report"
)

// gitBash is what git's own completion for bash calls behind "git scene".
const gitBash = `
_git_scene() {
	local at=1
	while ((at < cword)) && [ "${words[at]}" != scene ]; do ((at++)); done
	__gitcomp_nl "$(git-scene __complete "${words[@]:at+1:cword-at}" 2>/dev/null | sed -e '/^:[0-9]*$/d' -e 's/	.*//')"
}
`

var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletionCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "tab completion for " + strings.Join(shells, ", "),
		Example: `  source <(git scene completion bash)      in ~/.bashrc; git scene <TAB> too, with git's own completion
  source <(git scene completion zsh)       in ~/.zshrc
  git scene completion fish | source       in config.fish`,
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(shells, args[0]) {
				return &usageError{"completion takes one of " + strings.Join(shells, ", "), "git scene completion bash"}
			}
			return writeCompletion(e, cmd.Root(), args[0])
		},
	}
}

func writeCompletion(e *env, root *cobra.Command, shell string) error {
	switch shell {
	case "zsh":
		return root.GenZshCompletion(e.stdout)
	case "fish":
		return root.GenFishCompletion(e.stdout, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(e.stdout)
	}
	err := root.GenBashCompletionV2(e.stdout, true)
	if err == nil {
		_, err = fmt.Fprint(e.stdout, gitBash)
	}
	return err
}

// complete says what may be written behind commands and flags: revisions where
// the usage line says REV, and formats.
func complete(e *env, root *cobra.Command) {
	for _, cmd := range documented(root) {
		if strings.Contains(cmd.Use, "REV") || cmd == root {
			cmd.ValidArgsFunction = e.completeRevision
		}
		if cmd.Flags().Lookup("format") == nil {
			continue
		}
		names := strings.Split(formatNames(), ", ")
		if cmd.Name() == "list" {
			names = report.ListFormats()
		}
		_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp)) // fails only without the flag
	}
}

// completeRevision offers branches and tags; where none begins so, the shell
// offers files, which may stand behind "--".
func (e *env) completeRevision(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	defer repo.Close()
	names, _ := repo.Names() // there is nobody to tell
	names = slices.DeleteFunc(names, func(name string) bool { return !strings.HasPrefix(name, begun) })
	return names, cobra.ShellCompDirectiveDefault
}
