package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"git-scene/diff"
	"git-scene/gitstore"
	"git-scene/report"
	"git-scene/scenes"
	"git-scene/story"
)

// diffOptions is what "git scene diff" may be asked.
type diffOptions struct {
	revs     []string
	paths    []string
	staged   bool
	exitCode bool
	explain  string
	explains bool
	output   outputOptions
}

const diffExamples = `  git scene diff                     what changed since the last commit
  git scene diff soft                … since the draft tagged "soft"
  git scene diff soft hard           between two drafts; soft..hard is the same
  git scene diff "2 weeks ago"       since the last commit before that day
  git scene diff soft --words        with the words that changed
  git scene diff soft --explain "The Mill"    why is that the same scene?
  git scene diff soft -- part-two    only scenes of some files or folders
  git scene diff --format=markdown soft hard -o round.md`

func newDiffCmd(e *env) *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use:     "diff [REV [REV] | REV..REV | REV...REV] [-- PATH...]",
		Short:   "what changed in the story: scenes added, cut, moved, split, merged, rewritten",
		Example: diffExamples,
		Long: `A revision is whatever git knows by a name (a branch, a tag, a commit, HEAD~3)
or a date. Without a second one, the first is compared with the files as they
are now; without any, the last commit is.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.revs, o.paths = splitArgs(cmd, args)
			o.explains = cmd.Flags().Changed("explain")
			if err := o.check(); err != nil {
				return err
			}
			return wrongCommand(cmd, o.revs, runDiff(cmd.Context(), e, &o))
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.staged, "staged", false, "compare with what is staged for the next commit")
	f.BoolVar(&o.staged, "cached", false, "the same as --staged")
	f.BoolVar(&o.exitCode, "exit-code", false, "exit with 1 where something changed")
	f.StringVar(&o.explain, "explain", "", "say why a scene was paired as it was: its title, its number in git scene list, or old:NUMBER")
	o.output.addFlags(f)
	return cmd
}

// check finds what was asked wrongly before any work is done.
func (o *diffOptions) check() error {
	if o.explains && (o.output.formatName() != "text" || o.output.quiet || o.exitCode) {
		return &usageError{"--explain tells of one scene, in text, and no report", "leave the other flags out"}
	}
	return o.output.check()
}

// splitArgs parts revisions from the paths behind "--".
func splitArgs(cmd *cobra.Command, args []string) (revs, paths []string) {
	if dash := cmd.ArgsLenAtDash(); dash >= 0 {
		return args[:dash], args[dash:]
	}
	return args, nil
}

// runDiff is the picture of DESIGN: two trees, two manuscripts, an alignment,
// a report, bytes.
func runDiff(ctx context.Context, e *env, o *diffOptions) error {
	pick := func(repo *gitstore.Repository) (old, new *gitstore.Tree, err error) {
		return repo.Compare(o.revs, o.staged)
	}
	q := question{&o.output, pick, o.paths, o.output.tellsStory()}
	return q.ask(ctx, e, func(repo *gitstore.Repository, c *comparison) error {
		if o.explains {
			return explain(e, repo, c, o)
		}
		return o.output.write(e, repo, c.report, o.exitCode)
	})
}

// question is what is asked of a repository: what differs between two trees of
// it, and how the answer is to be written.
type question struct {
	output *outputOptions
	pick   func(*gitstore.Repository) (old, new *gitstore.Tree, err error)
	paths  []string
	story  bool // what the story says is asked too
}

// ask compares what is asked about, and hands on what was found.
func (q *question) ask(ctx context.Context, e *env, tell func(*gitstore.Repository, *comparison) error) error {
	repo, err := q.output.open(e)
	if err != nil {
		return err
	}
	defer repo.Close()
	old, new, err := q.pick(repo)
	if err != nil {
		return err
	}
	c, err := compare(ctx, e, &sides{repo: repo, old: old, new: new, paths: q.paths, story: q.story})
	if err != nil {
		return err
	}
	return tell(repo, c)
}

// wrongCommand adds a hint where the first word is no revision, and nearly a command.
func wrongCommand(cmd *cobra.Command, revs []string, err error) error {
	if len(revs) == 0 || !errors.Is(err, gitstore.ErrUnknownRevision) || !strings.Contains(err.Error(), strconv.Quote(revs[0])) {
		return err
	}
	if names := cmd.Root().SuggestionsFor(revs[0]); len(names) > 0 {
		return &usageError{err.Error(), "did you mean the command: git scene " + names[0]}
	}
	return err
}

// sides are two trees to compare, and the paths that are asked about.
type sides struct {
	repo      *gitstore.Repository
	old, new  *gitstore.Tree
	paths     []string
	committed bool           // the configuration counts as it was committed, whatever the working tree says
	read      *scenes.Config // … or it is this one, whatever was committed
	cache     *scenes.Cache  // files read for other sides, nil for none
	story     bool           // what the story says is compared too, for a report that tells it
}

// comparison is what was found out about two trees.
type comparison struct {
	alignment *diff.Alignment
	report    *diff.Report
}

// compare makes the report of two trees. Limits of paths are applied to the
// report and not to the trees: whether a scene came from a file that was not
// asked about must still be known.
func compare(ctx context.Context, e *env, s *sides) (*comparison, error) {
	p := e.progress("reading " + report.SideName(s.old.Rev) + " and " + report.SideName(s.new.Rev))
	defer p.stop()
	return compareSides(ctx, s, p)
}

// compareSides is compare for whoever tells of its progress himself, with p,
// or does not, with nil.
func compareSides(ctx context.Context, s *sides, p *progress) (*comparison, error) {
	limit, err := pathLimit(s)
	if err != nil {
		return nil, err
	}
	config, err := s.config()
	if err != nil {
		return nil, err
	}
	old, new, err := parseBoth(s, config)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p.stage(fmt.Sprintf("comparing %d scenes with %d", len(old.Scenes), len(new.Scenes)))
	var pins []scenes.Pin
	if config != nil {
		pins = config.Pins
	}
	told, err := s.readStory(old, new, config.Lore())
	if err != nil {
		return nil, err
	}
	a := diff.Align(old, new, pins...)
	r := diff.Classify(a, told[0](), told[1]())
	name(&r.Old, s.old)
	name(&r.New, s.new)
	for _, notes := range [][]string{s.old.Notes, s.new.Notes, old.Notes, new.Notes, config.Unmet(old, new)} {
		r.Note(notes...)
	}
	if limit != nil {
		r.Limit(limit)
	}
	return &comparison{a, r}, nil
}

// readStory reads what both sides say of the story, where it is asked and may
// differ. It reads while scenes are paired; what was read can be had once it is
// ready.
func (s *sides) readStory(old, new *scenes.Manuscript, lore scenes.Lore) (told [2]func() *story.Reading, err error) {
	same := !s.story
	if !same {
		if same, err = s.sameStory(); err != nil {
			return told, err
		}
	}
	for i, m := range []*scenes.Manuscript{old, new} {
		told[i] = sync.OnceValue(func() *story.Reading {
			if same {
				return nil
			}
			r := story.Read(m, lore)
			r.Cast() // most of what there is to read
			return r
		})
		if !same {
			go told[i]()
		}
	}
	return told, nil
}

// name says in the report what a side is.
func name(side *diff.Revision, t *gitstore.Tree) {
	side.Rev = t.Rev
	if t.Commit != "" {
		side.Commit, side.Date = &t.Commit, &t.Date
	}
}

// parseBoth reads both manuscripts, at once. A side without a manuscript is an empty
// one where the other side has one: the book began, or ended.
func parseBoth(s *sides, config *scenes.Config) (old, new *scenes.Manuscript, err error) {
	opts := scenes.Options{Config: config, Cache: s.cache}
	if opts.Cache == nil {
		opts.Cache = &scenes.Cache{}
	}
	var oldErr, newErr error
	var other sync.WaitGroup
	other.Go(func() { old, oldErr = parse(s.old, opts) })
	new, newErr = parse(s.new, opts)
	other.Wait()
	var none *scenes.NoManuscriptError
	switch {
	case oldErr == nil && newErr == nil:
		if len(old.Scenes)+len(new.Scenes) == 0 {
			return nil, nil, &scenes.NoManuscriptError{}
		}
	case newErr == nil && errors.As(oldErr, &none) && len(new.Scenes) > 0:
		old = &scenes.Manuscript{Notes: []string{fmt.Sprintf("%s holds no manuscript", report.SideName(s.old.Rev))}}
	case oldErr == nil && errors.As(newErr, &none) && len(old.Scenes) > 0:
		new = &scenes.Manuscript{Notes: []string{fmt.Sprintf("%s holds no manuscript", report.SideName(s.new.Rev))}}
	default:
		return nil, nil, errors.Join(newErr, onlyOther(oldErr, newErr))
	}
	return old, new, nil
}

// onlyOther is the old side's error where the new side had none.
func onlyOther(oldErr, newErr error) error {
	if newErr != nil {
		return nil
	}
	return oldErr
}

func parse(t *gitstore.Tree, opts scenes.Options) (*scenes.Manuscript, error) {
	m, err := scenes.Parse(t, opts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", report.SideName(t.Rev), err)
	}
	return m, nil
}

// pathLimit is the test of the paths that are asked about, nil for all.
func pathLimit(s *sides) (func(path string) bool, error) {
	if len(s.paths) == 0 {
		return nil, nil
	}
	asked := map[string]bool{}
	missing := map[string]int{}
	for _, t := range []*gitstore.Tree{s.old, s.new} {
		limited, err := t.Limit(s.paths)
		if err != nil {
			return nil, err
		}
		for _, p := range limited.Unmatched {
			missing[p]++
		}
		err = fs.WalkDir(limited, ".", func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				asked[p] = true
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	for _, p := range s.paths {
		if missing[p] == 2 {
			return nil, &usageError{fmt.Sprintf("no file matches %q on either side", p), "paths are relative to the folder you are in"}
		}
	}
	return func(p string) bool { return asked[p] }, nil
}

// formatNames lists the formats for help.
func formatNames() string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}
