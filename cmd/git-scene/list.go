package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
	"git-scene/report"
	"git-scene/scenes"
	"git-scene/story"
)

// listOptions is what "git scene list" may be asked.
type listOptions struct {
	rev    string
	format string
	story  bool
	output outputOptions
}

func newListCmd(e *env) *cobra.Command {
	var o listOptions
	cmd := &cobra.Command{
		Use:   "list [REV]",
		Short: "how a revision is read: parts, chapters, scenes, words, first words",
		Example: `  git scene list                     the files as they are now
  git scene list soft                the draft tagged "soft"
  git scene list --story             the reverse outline: who, through whom, where, what is at stake
  git scene list --format=json       for programs, with every beat`,
		Long: `A wrong reading shows at once. What detection gets wrong can be said in
.git-scene.yaml, which git scene init writes.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 || cmd.ArgsLenAtDash() >= 0 {
				return &usageError{"list takes one revision, and no paths", "it lists the whole manuscript: git scene list REV"}
			}
			if len(args) == 1 {
				o.rev = args[0]
			}
			return runList(e, &o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "how to write it: "+strings.Join(report.ListFormats(), ", "))
	f.BoolVar(&o.story, "story", false, "tell each scene's cast, viewpoint, setting and stakes, as far as its text decides them")
	f.StringVarP(&o.output.file, "output", "o", "", "write to a file")
	addColorFlags(f, &o.output.color, &o.output.noPager)
	return cmd
}

func runList(e *env, o *listOptions) error {
	write, err := report.ListWriter(o.format)
	if err != nil {
		return &usageError{err.Error(), ""}
	}
	repo, err := o.output.open(e)
	if err != nil {
		return err
	}
	defer repo.Close()
	read, err := readRevision(repo, o.rev)
	if err != nil {
		return err
	}
	l := report.NewList(read.tree.Rev, read.tree.Commit, read.manuscript)
	if o.story || o.format == "json" {
		l.Tell(story.Read(read.manuscript, read.config.Lore()))
	}
	return o.output.deliver(e, repo, func(w io.Writer, opts report.Options) error {
		opts.Story = o.story
		return write(w, l, opts)
	})
}

// revision is a manuscript with where it was read, and how its author says it
// is to be read, nil where nothing is said.
type revision struct {
	tree       *gitstore.Tree
	config     *scenes.Config
	manuscript *scenes.Manuscript
}

// readRevision reads the manuscript at a revision, "" for the working tree.
func readRevision(repo *gitstore.Repository, rev string) (*revision, error) {
	var tree *gitstore.Tree
	var err error
	if rev == "" && repo.Root() != "" {
		tree, err = repo.Worktree()
	} else {
		if rev == "" {
			rev = "HEAD"
		}
		tree, err = repo.At(rev)
	}
	if err != nil {
		return nil, err
	}
	config, err := readConfig(repo, tree)
	if err != nil {
		return nil, err
	}
	m, err := parse(tree, scenes.Options{Config: config})
	if err == nil && len(m.Scenes) == 0 {
		err = &scenes.NoManuscriptError{}
	}
	if err != nil {
		return nil, err
	}
	m.Notes = slices.Concat(tree.Notes, m.Notes, config.Unmet(m))
	return &revision{tree, config, m}, nil
}
