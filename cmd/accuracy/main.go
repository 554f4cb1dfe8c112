// Command accuracy measures how well git-scene finds what changed, and prints
// the figures as a document. It is for who works on git-scene; run it in the
// repository's root:
//
//	go run ./cmd/accuracy [-corpora DIR] [-source DIR] > docs/accuracy.md
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"git-scene/testdata/generate"
)

// options are what the command may be told.
type options struct {
	testdata string
	corpora  string
	source   string
	date     string
	cost     int
}

// errUsage is an error of the one who calls, not of the work.
var errUsage = errors.New("usage")

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errUsage):
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "accuracy:", err)
		os.Exit(1)
	}
}

// run writes the document, whole or not at all.
func run(args []string, out, news io.Writer) error {
	o, err := readFlags(args, news)
	if err != nil {
		return err
	}
	d := &document{news: news}
	if err := write(d, o); err != nil {
		return err
	}
	_, err = io.WriteString(out, d.out.String())
	return err
}

// readFlags reads the flags, and says in one line what is wrong with them.
func readFlags(args []string, news io.Writer) (o options, err error) {
	f := flag.NewFlagSet("accuracy", flag.ContinueOnError)
	f.SetOutput(io.Discard)
	f.StringVar(&o.testdata, "testdata", "testdata", "the project's own labelled `folder`s")
	f.StringVar(&o.corpora, "corpora", "", "a `folder` with the sets mirror, authored and real")
	f.StringVar(&o.source, "source", "", "a `folder` of texts to make books of")
	f.StringVar(&o.date, "date", time.Now().UTC().Format(time.DateOnly), "the document's date")
	f.IntVar(&o.cost, "cost", costSizes[len(costSizes)-1], "the most `scenes` of books whose cost is measured, 0 for none")
	err = f.Parse(args)
	if err == nil && f.NArg() > 0 {
		err = fmt.Errorf("%q is too much: it takes flags alone", f.Arg(0))
	}
	if err == nil {
		_, err = time.Parse(time.DateOnly, o.date)
	}
	for _, dir := range []string{o.testdata, o.corpora, o.source} {
		if err == nil && dir != "" {
			err = isFolder(dir)
		}
	}
	if errors.Is(err, flag.ErrHelp) {
		f.SetOutput(news)
		f.Usage()
	} else if err != nil {
		fmt.Fprintln(news, "accuracy:", err)
		err = errUsage
	}
	return o, err
}

func isFolder(dir string) error {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is no folder", dir)
	}
	return err
}

// write measures everything, section by section.
func write(d *document, o options) error {
	fmt.Fprintf(&d.out, "# Accuracy\n\n*%s.* %s\n", o.date, introText)
	results, err := judgeSets(d, o)
	if err != nil {
		return err
	}
	writeLabelled(d, results)
	d.heading("Which kinds are taken for which")
	d.text(confusionText)
	all := confusion{}
	for _, r := range results {
		all.plus(r.confusion)
	}
	writeConfusion(d, all)
	writeBaselines(d, results)
	if err := writeGrids(d, o); err != nil {
		return err
	}
	if o.cost > 0 {
		if err := writeCost(d, o.cost); err != nil {
			return err
		}
	}
	d.heading("Method")
	d.text(methodText)
	return nil
}

func judgeSets(d *document, o options) ([]labelledResult, error) {
	own, err := ownSet(o.testdata)
	if err != nil {
		return nil, err
	}
	hard, err := rewrittenSet(o.testdata)
	if err != nil {
		return nil, err
	}
	sets := []labelledSet{own, hard}
	if o.corpora != "" {
		more, err := corporaSets(o.corpora)
		if err != nil {
			return nil, err
		}
		sets = append(sets, more...)
	}
	var results []labelledResult
	for _, s := range sets {
		d.progress("labelled pairs: %s", s.name)
		r, err := judgeSet(s)
		if err != nil {
			return nil, err
		}
		results = append(results, r)
	}
	return results, nil
}

func writeGrids(d *document, o options) error {
	sources, err := readSources(o)
	if err != nil {
		return err
	}
	d.heading("Made books")
	d.text(gridText)
	all := confusion{}
	for _, s := range sources {
		c, err := writeGrid(d, s)
		if err != nil {
			return err
		}
		all.plus(c)
	}
	d.subheading("Which kinds are taken for which in made books")
	d.text(madeConfusionText)
	writeConfusion(d, all)
	return writeReplaced(d, sources)
}

// readSources reads the texts to make books of: the project's own, those of
// the corpora that are one author's prose, and the folder that was named.
func readSources(o options) ([]namedSource, error) {
	wanted := []struct {
		name    string
		folders []string
	}{
		{"the project's own stories", []string{
			filepath.Join(o.testdata, "demo", "new"), filepath.Join(o.testdata, "pairs", "outline-dovetail", "new"),
		}},
		{"*Frankenstein* (Mary Shelley, 1818)", []string{filepath.Join(o.corpora, "real", "frankenstein-1818-1831", "old")}},
		{"*Hoborg* (JJ Merelo, CC BY 3.0)", []string{filepath.Join(o.corpora, "real", "hoborg-39924ee", "new")}},
		{"the texts named by -source", []string{o.source}},
	}
	var sources []namedSource
	for _, w := range wanted {
		if strings.Contains(w.name, "*") && o.corpora == "" || w.folders[0] == "" {
			continue
		}
		s, err := generate.Read(folders(w.folders)...)
		if err != nil {
			return nil, err
		}
		sources = append(sources, namedSource{w.name, s})
	}
	return sources, nil
}
