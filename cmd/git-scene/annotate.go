package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
	"git-scene/report"
	"git-scene/scenes"
)

// notesRef is where notes are kept.
const notesRef = "refs/notes/scenes"

// notesWhy is what the commits of notes say of themselves.
const notesWhy = "Notes added by 'git scene annotate'"

// annotateOptions is what "git scene annotate" may be asked.
type annotateOptions struct {
	arg    string
	all    bool
	force  bool
	dryRun bool
	config string // a file that says how to read, "" for each commit's own
}

const annotateLong = `The summary of a commit, against its first parent, becomes a git note under
` + notesRef + `, a line for each scene. A commit that changed no story gets
none, and a note that is there stays as it is. What was interrupted goes on when
it is asked again.

A note says the same in every clone: the manuscript is read as it was committed,
with the ` + scenes.ConfigName + ` of that commit. --config reads a history that has none,
or a wrong one, with another; all who annotate it must then use the same.`

func newAnnotateCmd(e *env) *cobra.Command {
	o := annotateOptions{arg: "HEAD"}
	cmd := &cobra.Command{
		Use:   "annotate [REV | REV..REV]",
		Short: "write what each commit changed in the story as a git note",
		Example: `  git scene annotate                 the last commit
  git scene annotate soft..          each commit since the draft tagged "soft"
  git scene annotate --all           all of history
  git log --notes=scenes             read it`,
		Long: annotateLong,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 || cmd.ArgsLenAtDash() >= 0 {
				return &usageError{"annotate takes one revision or range, and no paths", "git scene annotate soft..HEAD"}
			}
			if len(args) == 1 {
				o.arg = args[0]
			}
			if o.all && strings.Contains(o.arg, "..") {
				return &usageError{"--all goes back to the first commit, and a range does not", "leave one of them out"}
			}
			return runAnnotate(cmd.Context(), e, &o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.all, "all", false, "the commit and all those before it")
	f.BoolVarP(&o.force, "force", "f", false, "write notes anew that are there")
	f.StringVar(&o.config, "config", "", "read every commit as this file says, in the place of its own "+scenes.ConfigName)
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, "show the notes and write none")
	return cmd
}

func runAnnotate(ctx context.Context, e *env, o *annotateOptions) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	defer repo.Close()
	ids, err := repo.Range(o.arg, o.all)
	if err != nil {
		return err
	}
	a, err := newAnnotator(repo, o)
	if err == nil && o.config != "" {
		a.config, err = configFile(e, o.config)
	}
	if err != nil {
		return err
	}
	p := e.progress("reading history")
	defer p.stop()
	for i, id := range ids {
		p.stage(fmt.Sprintf("commit %d of %d", i+1, len(ids)))
		if err = a.visit(ctx, e, id); err != nil {
			break
		}
	}
	// What was found before an interruption is kept: asking again goes on there.
	err = errors.Join(err, a.flush(context.WithoutCancel(ctx)))
	p.stop()
	a.tell(e, len(ids))
	if err == nil && len(ids) == 1 {
		return a.whyLeft
	}
	return err
}

// annotator writes the notes of commits, one after the other.
type annotator struct {
	repo    *gitstore.Repository
	o       *annotateOptions
	notes   *gitstore.Notes
	config  *scenes.Config // nil for each commit's own
	cache   *scenes.Cache
	cached  int // commits read into the cache
	waiting []gitstore.Note
	written int
	left    int   // commits that are unreadable
	whyLeft error // … the first of them
}

// How many notes are written at once, and after how many commits the files
// that were read are forgotten: a long history holds thousands of versions.
const (
	notesAtOnce   = 200
	commitsCached = 200
)

func newAnnotator(repo *gitstore.Repository, o *annotateOptions) (*annotator, error) {
	notes, err := repo.Notes(notesRef)
	return &annotator{repo: repo, o: o, notes: notes, cache: &scenes.Cache{}}, err
}

// visit makes the note of one commit.
func (a *annotator) visit(ctx context.Context, e *env, id string) error {
	if err := ctx.Err(); err != nil {
		return errors.New("interrupted: asked again, it goes on from here")
	}
	there, err := a.notes.Of(id)
	if err != nil || there != nil && !a.o.force {
		return err
	}
	c, err := a.repo.Commit(id)
	if err != nil {
		return err
	}
	text, err := a.summary(ctx, c)
	if unreadable(err) {
		if a.left++; a.whyLeft == nil {
			a.whyLeft = err
		}
		return nil
	}
	if err != nil || bytes.Equal(text, there) {
		return err
	}
	if a.o.dryRun {
		return showNote(e, c, text)
	}
	a.waiting = append(a.waiting, gitstore.Note{Commit: c, Text: text, IfNone: !a.o.force})
	if len(a.waiting) >= notesAtOnce {
		return a.flush(ctx)
	}
	return nil
}

// unreadable says whether it is the commit that can't be read, and others may
// be: this clone lacks something of it, or its configuration is wrong.
func unreadable(err error) bool {
	var wrong *scenes.ConfigError
	return errors.Is(err, gitstore.ErrMissingObject) || errors.As(err, &wrong)
}

// summary is the text of a commit's note, empty where it changed no story.
func (a *annotator) summary(ctx context.Context, c gitstore.Commit) ([]byte, error) {
	if a.cached++; a.cached%commitsCached == 0 {
		a.cache = &scenes.Cache{}
	}
	old, new, err := a.repo.Parent(c.ID)
	if err != nil {
		return nil, err
	}
	s := &sides{repo: a.repo, old: old, new: new, committed: true, read: a.config, cache: a.cache}
	if same, err := s.sameStory(); err != nil || same {
		return nil, err
	}
	return noteText(ctx, s)
}

// sameStory says whether no file differs that a manuscript could be read from.
// Then nothing need be read at all.
func (s *sides) sameStory() (bool, error) {
	config, err := s.config()
	if err != nil {
		return false, err
	}
	old, err := s.old.Blobs()
	if err != nil {
		return false, err
	}
	new, err := s.new.Blobs()
	if err != nil {
		return false, err
	}
	for path, id := range new {
		if old[path] != id && scenes.Concerns(path, config) {
			return false, nil
		}
	}
	for path := range old {
		if _, there := new[path]; !there && scenes.Concerns(path, config) {
			return false, nil
		}
	}
	return true, nil
}

// noteText is what a note says of two sides: nothing where neither holds a
// manuscript.
func noteText(ctx context.Context, s *sides) ([]byte, error) {
	c, err := compareSides(ctx, s, nil)
	if err != nil {
		return nil, ifStory(err)
	}
	f, err := report.Lookup("note")
	if err != nil {
		return nil, err
	}
	var text bytes.Buffer
	err = f.Write(&text, c.report, report.Options{})
	return text.Bytes(), err
}

// ifStory is an error, but for that of two sides that hold no manuscript: there
// is nothing to be said of them.
func ifStory(err error) error {
	var none *scenes.NoManuscriptError
	if errors.As(err, &none) {
		return nil
	}
	return err
}

// flush writes the notes that wait.
func (a *annotator) flush(ctx context.Context) error {
	if len(a.waiting) == 0 {
		return nil
	}
	if err := a.notes.Update(ctx, a.waiting, notesWhy); err != nil {
		return err
	}
	a.written += len(a.waiting)
	a.waiting = nil
	return nil
}

// showNote shows a note that is not written.
func showNote(e *env, c gitstore.Commit, text []byte) error {
	lines := "    (no note)\n"
	if len(text) > 0 {
		lines = "    " + strings.ReplaceAll(strings.TrimSuffix(string(text), "\n"), "\n", "\n    ") + "\n"
	}
	_, err := fmt.Fprintf(e.stdout, "%.10s %s\n%s\n", c.ID, oneLine(c.Subject), lines)
	return err
}

// tell says what was done, where anything was.
func (a *annotator) tell(e *env, asked int) {
	if a.written > 0 {
		fmt.Fprintf(e.stderr, "git-scene: annotated %s; git log --notes=scenes shows the notes\n", commits(a.written))
	}
	if a.left > 0 && asked > 1 {
		fmt.Fprintf(e.stderr, "git-scene: left out %s: %s\n", commits(a.left), oneLine(a.whyLeft.Error()))
	}
}

func commits(n int) string {
	if n == 1 {
		return "1 commit"
	}
	return fmt.Sprintf("%d commits", n)
}
