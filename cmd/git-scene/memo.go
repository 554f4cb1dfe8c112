package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"git-scene/diff"
	"git-scene/gitstore"
	"git-scene/report"
)

// memoOptions is what "git scene memo" and "git scene reread" may be asked.
type memoOptions struct {
	revs     []string
	since    string
	rounds   string
	trace    bool
	template string
	output   outputOptions
}

func newMemoCmd(e *env) *cobra.Command {
	var o memoOptions
	cmd := &cobra.Command{
		Use:   "memo [REV [REV] | REV..REV]",
		Short: "the revision memo: what a round accomplishes, for an editor",
		Example: `  git scene memo soft hard           the round from one draft to the next
  git scene memo --since soft        … from a draft to the files as they are now
  git scene memo --rounds soft       … a section for each round since, from tag to tag
  git scene memo soft hard -o memo.docx    (or memo.html, memo.md)
  git scene memo soft --trace        … with what each sentence stands on
  git scene memo soft --template letter.tmpl`,
		Long: `A memo in Markdown: the biggest results in sentences, each with quotes; a tally;
what became of each chapter; what to reread; what is open. Each sentence stands
on rows or findings of the report, and --trace says on which: numbers of scenes
as git scene list gives them, places in the lists of git scene diff --format=json.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.takeRevisions("memo", args); err != nil {
				return err
			}
			return runMemo(cmd.Context(), e, &o)
		},
	}
	f := cmd.Flags()
	o.addFlags(f)
	f.StringVar(&o.rounds, "rounds", "", "a section for each round of a range A..B, from tag to tag (A alone: up to HEAD)")
	f.StringVar(&o.template, "template", "", "write it by a text/template file of yours (docs/memo.md)")
	return cmd
}

func (o *memoOptions) addFlags(f *pflag.FlagSet) {
	f.StringVar(&o.since, "since", "", "the older revision; the other is the files as they are now, or the one that is named")
	f.BoolVar(&o.trace, "trace", false, "say after each sentence on what of the report it stands")
	f.StringVarP(&o.output.file, "output", "o", "", "write to a file")
	f.BoolVar(&o.output.noPager, "no-pager", false, "write to the terminal without a pager")
	o.output.format, o.output.color = "markdown", "never"
}

// takeRevisions finds the revisions among --since and the arguments.
func (o *memoOptions) takeRevisions(command string, args []string) error {
	if o.since != "" {
		args = append([]string{o.since}, args...)
	}
	if o.rounds != "" && len(args) > 0 {
		return &usageError{"--rounds names its range itself", "git scene memo --rounds soft..hard"}
	}
	if len(args) == 0 && o.rounds == "" {
		return &usageError{command + " needs the draft to begin with", "git scene " + command + " REV compares it with the files as they are now; git tag lists the drafts that have a name"}
	}
	if o.template != "" && o.trace {
		return &usageError{"--trace is not for a template", "the template can print .Trace of a sentence itself"}
	}
	o.revs = args
	return nil
}

// checkEnding refuses a file whose name promises what is not written.
func (o *memoOptions) checkEnding(known ...string) error {
	name := o.output.file
	if name == "" || name == "-" || slices.Contains(known, strings.ToLower(filepath.Ext(name))) {
		return nil
	}
	return &usageError{fmt.Sprintf("the ending of %q does not say how to write it", name), "it may be " + strings.Join(known, ", ")}
}

func runMemo(ctx context.Context, e *env, o *memoOptions) error {
	if o.template == "" {
		if err := o.checkEnding(".md", ".html", ".docx"); err != nil {
			return err
		}
	}
	write := func(w io.Writer, rounds ...*report.Memo) error {
		return report.WriteMemo(w, filepath.Ext(o.output.file), o.trace, rounds...)
	}
	if o.template != "" {
		t, err := readTemplate(e, o.template)
		if err != nil {
			return err
		}
		write = t.Write
	}
	if o.rounds != "" {
		return runRounds(ctx, e, o, write)
	}
	return o.tell(ctx, e, true, func(w io.Writer, r *diff.Report) error { return write(w, report.NewMemo(r)) })
}

// readTemplate reads the user's own template.
func readTemplate(e *env, name string) (*report.MemoTemplate, error) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(e.dir, name)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the template: %w", err)
	}
	t, err := report.NewMemoTemplate(filepath.Base(name), string(text))
	if err != nil {
		return nil, &usageError{fmt.Sprintf("the template can't be read: %v", err), "docs/memo.md says what a template may use"}
	}
	return t, nil
}

// tell compares the revisions and writes what is told of the report.
func (o *memoOptions) tell(ctx context.Context, e *env, story bool, write func(io.Writer, *diff.Report) error) error {
	pick := func(repo *gitstore.Repository) (old, new *gitstore.Tree, err error) {
		return repo.Compare(o.revs, false)
	}
	q := question{&o.output, pick, nil, story}
	return q.ask(ctx, e, func(repo *gitstore.Repository, c *comparison) error {
		return o.output.deliver(e, repo, func(w io.Writer, _ report.Options) error { return write(w, c.report) })
	})
}
