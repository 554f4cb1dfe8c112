package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// snippets are what to tell programs that keep hooks, in the order in which
// help lists them.
var snippets = []struct{ manager, where, text string }{
	{"pre-commit", ".pre-commit-config.yaml, then: pre-commit install -t post-commit, and git scene notes setup", `repos:
  - repo: local
    hooks:
      - id: git-scene-post-commit
        name: annotate the commit
        entry: git-scene hook run post-commit
        language: system
        stages: [post-commit]
        always_run: true
        pass_filenames: false
        verbose: true
`},
	{"lefthook", "lefthook.yml, then: lefthook install", `post-commit:
  commands:
    git-scene:
      run: git-scene hook run post-commit
post-rewrite:
  commands:
    git-scene:
      run: git-scene hook run post-rewrite {0}
      use_stdin: true
`},
	{"husky", "a shell", `echo 'git-scene hook run post-commit' >> .husky/post-commit
echo 'git-scene hook run post-rewrite "$@"' >> .husky/post-rewrite
`},
}

func newHookSnippetCmd(e *env) *cobra.Command {
	var names []string
	for _, s := range snippets {
		names = append(names, s.manager)
	}
	return &cobra.Command{
		Use:     "snippet MANAGER",
		Short:   "what to tell a program that keeps your hooks: " + strings.Join(names, ", "),
		Example: `  git scene hook snippet lefthook >> lefthook.yml`,
		RunE: func(_ *cobra.Command, args []string) error {
			at := -1
			if len(args) == 1 {
				at = slices.Index(names, args[0])
			}
			if at < 0 {
				return &usageError{"snippet takes one of " + strings.Join(names, ", "), "git scene hook install needs none of them"}
			}
			fmt.Fprintf(e.stderr, "git-scene: for %s\n", snippets[at].where)
			_, err := fmt.Fprint(e.stdout, snippets[at].text)
			return err
		},
	}
}
