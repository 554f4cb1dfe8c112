package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"git-scene/diff"
	"git-scene/gitstore"
	"git-scene/report"
)

// outputOptions say how a report is written; commands that write one share them.
type outputOptions struct {
	format     string
	stat       bool
	nameStatus bool
	plain      bool
	beats      bool
	words      bool
	only       []string
	sure       float64
	file       string
	color      string
	noPager    bool
	quiet      bool
	marker     string
}

func (o *outputOptions) addFlags(f *pflag.FlagSet) {
	f.StringVar(&o.format, "format", "text", "how to write it: "+formatNames())
	f.BoolVar(&o.beats, "beats", false, "tell the beats of changed scenes: bullets, paragraphs, blocks of script")
	f.BoolVar(&o.words, "words", false, "tell the words that changed inside beats: [-old-]{+new+}")
	f.BoolVar(&o.stat, "stat", false, "a line a changed scene, with a bar for its words")
	f.BoolVar(&o.nameStatus, "name-status", false, "a line a changed scene, with letters: "+letters())
	f.BoolVar(&o.plain, "plain", false, "to be read aloud, by a screen reader: the same as --format=plain")
	f.StringSliceVar(&o.only, "only", nil, "of what the story says otherwise, tell only: "+signalNames())
	f.Float64Var(&o.sure, "min-confidence", 0, "tell only findings that are at least so sure, from 0 to 1")
	f.StringVar(&o.marker, "marker", "", "with --format=markdown: a comment for a pull request, found again by this name; none where no story changed")
	f.Lookup("marker").NoOptDefVal = "git-scene"
	f.StringVarP(&o.file, "output", "o", "", "write to a file")
	f.BoolVarP(&o.quiet, "quiet", "q", false, "write nothing; the exit status says whether something changed")
	addColorFlags(f, &o.color, &o.noPager)
}

// open opens the repository of a command that writes to a screen. What git's
// configuration says of that takes another program 5 ms to read: it is asked
// while the manuscript is read.
func (o *outputOptions) open(e *env) (*gitstore.Repository, error) {
	repo, err := gitstore.Open(e.dir)
	if err == nil && o.file == "" && !o.quiet && o.color == "auto" {
		go repo.Config("color.ui")
	}
	return repo, err
}

// signalNames lists the kinds of finding for help.
func signalNames() string {
	var all []string
	for _, s := range diff.Signals() {
		all = append(all, s.Name)
	}
	return strings.Join(all, ", ")
}

// letters lists the letters of the kinds for help.
func letters() string {
	var all []string
	for _, k := range diff.Kinds() {
		all = append(all, k.Letter+" "+k.Name)
	}
	return strings.Join(all, ", ")
}

// addColorFlags adds the flags of every command that writes to a screen.
func addColorFlags(f *pflag.FlagSet, color *string, noPager *bool) {
	f.StringVar(color, "color", "auto", "colour: always, never, or auto")
	f.Lookup("color").NoOptDefVal = "always"
	f.BoolVar(noPager, "no-pager", false, "write to the terminal without a pager")
}

// formatName is the format that the flags ask for.
func (o *outputOptions) formatName() string {
	switch {
	case o.stat:
		return "stat"
	case o.nameStatus:
		return "name-status"
	case o.plain:
		return "plain"
	}
	return o.format
}

// tellsStory says whether the report tells what the story says otherwise, so
// that it must be read.
func (o *outputOptions) tellsStory() bool {
	f, err := report.Lookup(o.formatName())
	return err == nil && f.Story && !o.quiet
}

// check finds what was asked wrongly before any work is done.
func (o *outputOptions) check() error {
	ways := 0
	for _, asked := range []bool{o.format != "text", o.stat, o.nameStatus, o.plain} {
		if asked {
			ways++
		}
	}
	if ways > 1 {
		return &usageError{"--format, --stat, --name-status and --plain are ways to write one report", "give one of them"}
	}
	if _, err := report.Lookup(o.formatName()); err != nil {
		return &usageError{err.Error(), ""}
	}
	for _, name := range o.only {
		if !slices.ContainsFunc(diff.Signals(), func(s diff.Signal) bool { return s.Name == name }) {
			return &usageError{fmt.Sprintf("no kind of finding is called %q", name), "there are " + signalNames()}
		}
	}
	if o.sure < 0 || o.sure > 1 {
		return &usageError{"--min-confidence is from 0 to 1", "0.8 leaves out what is less sure than four in five"}
	}
	if o.marker != "" && (o.formatName() != "markdown" || strings.ContainsAny(o.marker, "<>\n") || strings.Contains(o.marker, "--")) {
		return &usageError{"--marker is a name in a comment of --format=markdown", "git scene diff --format=markdown --marker=my-book"}
	}
	return checkColor(o.color)
}

// write writes a report where the user wants it, and says whether it tells of
// a change.
func (o *outputOptions) write(e *env, repo *gitstore.Repository, r *diff.Report, exitCode bool) error {
	f, err := report.Lookup(o.formatName())
	if err != nil {
		return &usageError{err.Error(), ""}
	}
	r.Keep(o.only, diff.Score(o.sure*diff.One))
	if !o.quiet {
		err = o.deliver(e, repo, func(w io.Writer, opts report.Options) error { return f.Write(w, r, opts) })
	}
	if err == nil && (exitCode || o.quiet) && r.Changed() {
		return errChanged
	}
	return err
}

// deliver writes to a file, to the pager, or to stdout.
func (o *outputOptions) deliver(e *env, repo *gitstore.Repository, write func(io.Writer, report.Options) error) error {
	opts := report.Options{Width: e.width, Beats: o.beats, Words: o.words, Marker: o.marker}
	if o.file != "" && o.file != "-" {
		name := o.file
		if !filepath.IsAbs(name) {
			name = filepath.Join(e.dir, name)
		}
		return writeFile(name, func(w io.Writer) error { return write(w, opts) })
	}
	color, err := e.colored(o.color, repo)
	if err != nil {
		return err
	}
	opts.Color = color
	w, done := e.pager(repo, o.noPager)
	b := bufio.NewWriter(w)
	err = errors.Join(write(b, opts), b.Flush())
	if closeErr := done(); err == nil {
		err = closeErr
	}
	return err
}

// writeFile writes a file whole or not at all: into a temporary one beside it,
// which then takes its place and its permissions. A link is followed, and what
// is no plain file (a pipe, a device) is written to as it stands.
func writeFile(name string, write func(io.Writer) error) error {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		return writing(name, f, err, write)
	}
	temporary := filepath.Join(filepath.Dir(name), fmt.Sprintf(".git-scene-%d", os.Getpid()))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err := writing(name, f, err, write); err != nil {
		if f != nil {
			os.Remove(temporary)
		}
		return err
	}
	if info, err := os.Stat(name); err == nil {
		os.Chmod(temporary, info.Mode().Perm()) // where it can't be kept, the file is worth more
	}
	if err := os.Rename(temporary, name); err != nil {
		os.Remove(temporary)
		return fmt.Errorf("writing %q: %w", name, err)
	}
	return nil
}

// writing writes to a file that was opened, or could not be, and closes it.
func writing(name string, f *os.File, err error, write func(io.Writer) error) error {
	if err == nil {
		b := bufio.NewWriter(f)
		err = errors.Join(write(b), b.Flush(), f.Close())
	}
	if err != nil {
		return fmt.Errorf("writing %q: %w", name, err)
	}
	return nil
}
