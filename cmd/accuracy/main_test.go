package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"git-scene/testdata/generate"
)

// TestBadFlags wants one clear line, and no document.
func TestBadFlags(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"-nonsense"}, "not defined: -nonsense"},
		{[]string{"extra"}, `"extra" is too much`},
		{[]string{"-corpora", "nowhere"}, "nowhere"},
		{[]string{"-testdata", "main.go"}, "no folder"},
		{[]string{"-date", "yesterday"}, "yesterday"},
		{[]string{"-cost", "much"}, "much"},
	} {
		var out, news bytes.Buffer
		args := append([]string{"-testdata", "../../testdata"}, c.args...)
		if err := run(args, &out, &news); !errors.Is(err, errUsage) {
			t.Errorf("%v: error %v", c.args, err)
		}
		if !strings.Contains(news.String(), c.says) || strings.Count(news.String(), "\n") != 1 || out.Len() > 0 {
			t.Errorf("%v: said %q and wrote %q", c.args, news.String(), out.String())
		}
	}
}

// TestOwnPairsInTheDocument writes the part on the project's own pairs.
func TestOwnPairsInTheDocument(t *testing.T) {
	needGit(t)
	d := &document{news: &bytes.Buffer{}}
	results, err := judgeSets(d, options{testdata: "../../testdata"})
	if err != nil {
		t.Fatal(err)
	}
	writeLabelled(d, results)
	writeBaselines(d, results)
	writeConfusion(d, results[0].confusion)
	for _, want := range []string{"### Own", "| pairs | ", "| own | ", "| retouched | "} {
		if !strings.Contains(d.out.String(), want) {
			t.Errorf("the document does not say %q:\n%s", want, d.out.String())
		}
	}
}

// TestCellOfTheGrid fills one cell.
func TestCellOfTheGrid(t *testing.T) {
	needGit(t)
	c := &cell{ours: newScores()}
	if err := manners[0].fill(c, ownSource(t), 150, .1); err != nil {
		t.Fatal(err)
	}
	const enough, gitsMost = 0.97, 0.5
	if ours, gits := c.ours.tallies["pairs"].f1(), c.gitPairs.f1(); ours < enough || gits > gitsMost {
		t.Errorf("pairs: %.3f, git %.3f", ours, gits)
	}
	if got := manners[0].missed(map[column]*cell{{150, .1}: c}); got != "No target is missed." {
		t.Error(got)
	}
	if got := manners[2].missed(map[column]*cell{{150, .1}: {ours: newScores()}}); got != "No target is missed." {
		t.Errorf("nothing to find: %s", got)
	}
}

func TestFigures(t *testing.T) {
	for f, want := range map[float64]string{1: "1.000", 0.99996: "0.999", 0.9994: "0.999", 0: "0.000", 2.0 / 3: "0.667"} {
		if got := figure(f); got != want {
			t.Errorf("figure(%v) is %s, want %s", f, got, want)
		}
	}
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("thousands(%d) is %s, want %s", n, got, want)
		}
	}
	if got := (tally{hits: 2, false: 1, missed: 2}).f1(); got < .57 || got > .58 {
		t.Errorf("F1 of 2 hits, 1 false, 2 missed is %v", got)
	}
}

// TestCostBooks makes a small book of the kind whose cost is measured.
func TestCostBooks(t *testing.T) {
	p, err := costPair(20, 0)
	if err != nil {
		t.Fatal(err)
	}
	c, err := measure(p)
	if err != nil {
		t.Fatal(err)
	}
	if c.scenes != 20 || c.words < 20*costWords*9/10 || c.words > 20*costWords*11/10 {
		t.Errorf("%d scenes, %d words", c.scenes, c.words)
	}
	r, err := p.report()
	if err != nil {
		t.Fatal(err)
	}
	if n := score(p, r).tallies["pairs"]; n.false+n.missed > 0 {
		t.Errorf("pairs of a made-up book: %+v", *n)
	}
	if _, err := generate.Read(); err != nil {
		t.Error(err)
	}
}
