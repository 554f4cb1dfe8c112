package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"git-scene/diff"
)

// The labelled corpora and the tools stand beside the repository where the
// project is worked on; a clone has neither.
const (
	sharedCorpora = "../../../shared/corpora"
	sharedTools   = "../../../shared/tools"
)

// needShared skips a test where the workshop's folders, or Python, are missing.
func needShared(t *testing.T, dirs ...string) {
	t.Helper()
	for _, d := range dirs {
		if _, err := os.Stat(d); err != nil {
			t.Skipf("the folder %s is not beside the repository", filepath.Base(d))
		}
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("python3 is not installed")
	}
}

// labelledFolders are all labelled pairs that are here.
func labelledFolders() (dirs []string) {
	for _, pattern := range []string{"../../testdata/demo", "../../testdata/pairs/*", sharedCorpora + "/*/*"} {
		found, _ := filepath.Glob(filepath.Join(pattern, "gold.json"))
		for _, f := range found {
			dirs = append(dirs, filepath.Dir(f))
		}
	}
	return dirs
}

// scoreAll is score.py put to many reports: one line of figures for each pair
// of arguments, a report and the folder it is about.
const scoreAll = `
import json, sys
sys.path.insert(0, sys.argv[1])
import score, goldcheck
for report, pair in zip(sys.argv[2::2], sys.argv[3::2]):
    T = {k: score.Tally() for k in score.KEYS}
    T.update({"degree": [0, 0], "class": [0, 0], "traps": [0, 0]})
    score.score(goldcheck.load(pair), json.load(open(report, encoding="utf-8")), T, pair)
    print(json.dumps({k: [t.tp, t.fp, t.fn] if isinstance(t, score.Tally) else t for k, t in T.items()}))
`

// TestLikeScorePy holds score to score.py, pair by pair, on what git-scene
// answers and on answers that were spoilt: the same hits, false alarms and
// misses for the same report.
func TestLikeScorePy(t *testing.T) {
	needShared(t, sharedCorpora, sharedTools)
	if testing.Short() {
		t.Skip("it takes a few seconds")
	}
	dir := t.TempDir()
	var names []string
	var ours []*scores
	args := []string{"-c", scoreAll, sharedTools}
	for _, folder := range labelledFolders() {
		p, err := readPair(folder)
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.report()
		if err != nil {
			t.Fatal(err)
		}
		for _, spoil := range []func(*diff.Report){func(*diff.Report) {}, exchangePartners, tearApart} {
			spoil(r)
			name := filepath.Join(dir, fmt.Sprintf("%s-%d.json", filepath.Base(folder), len(names)%3))
			writeJSON(t, name, r)
			names, ours, args = append(names, name), append(ours, score(p, r)), append(args, name, folder)
		}
	}
	out, err := exec.Command("python3", args...).Output()
	if err != nil {
		t.Fatalf("score.py: %v", err)
	}
	for i, line := range bytes.Split(bytes.TrimSpace(out), []byte("\n")) {
		t.Run(filepath.Base(names[i]), func(t *testing.T) { sameFigures(t, ours[i], line) })
	}
}

// exchangePartners gives neighbouring rows each other's new scenes.
func exchangePartners(r *diff.Report) {
	for i := 0; i+1 < len(r.Scenes); i += 5 {
		a, b := &r.Scenes[i], &r.Scenes[i+1]
		a.New, b.New = b.New, a.New
		a.Kinds, b.Kinds = append([]string{"moved"}, a.Kinds...), append([]string{"retitled"}, b.Kinds...)
	}
}

// tearApart makes a cut and an addition of some rows.
func tearApart(r *diff.Report) {
	for i := 0; i < len(r.Scenes); i += 4 {
		if row := r.Scenes[i]; len(row.Old) > 0 && len(row.New) > 0 {
			r.Scenes[i].Old, r.Scenes[i].Kinds = []diff.Scene{}, []string{"added"}
			r.Scenes = append(r.Scenes, diff.Row{Kinds: []string{"cut"}, Old: row.Old, New: []diff.Scene{}, Beats: []diff.BeatRow{}})
		}
	}
}

func writeJSON(t *testing.T, name string, r *diff.Report) {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func sameFigures(t *testing.T, got *scores, scorePyLine []byte) {
	t.Helper()
	all := map[string][]int{}
	if err := json.Unmarshal(scorePyLine, &all); err != nil {
		t.Fatal(err)
	}
	for _, m := range measures {
		if f := all[m]; *got.tallies[m] != (tally{f[0], f[1], f[2]}) {
			t.Errorf("%s: %+v, score.py says %v", m, *got.tallies[m], f)
		}
	}
	if f := all["degree"]; got.degree != (share{f[0], f[1]}) {
		t.Errorf("degree: %+v, score.py says %v", got.degree, f)
	}
}

// TestScoreCountsMistakes tears one right pair of the demo apart.
func TestScoreCountsMistakes(t *testing.T) {
	p, err := readPair("../../testdata/demo")
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.report()
	if err != nil {
		t.Fatal(err)
	}
	before := score(p, r)
	for i, row := range r.Scenes {
		if len(row.Old) == 1 && len(row.New) == 1 {
			r.Scenes[i].New, r.Scenes[i].Kinds = nil, []string{"cut"}
			break
		}
	}
	after := score(p, r)
	if b, a := before.tallies["pairs"], after.tallies["pairs"]; a.missed != b.missed+1 || a.hits != b.hits-1 {
		t.Errorf("pairs: %+v, before a pair was torn apart %+v", *a, *b)
	}
	if b, a := before.tallies["cut"], after.tallies["cut"]; a.false != b.false+1 {
		t.Errorf("cut: %+v, before %+v", *a, *b)
	}
	if b, a := before.degree.of, after.degree.of; a != b-1 {
		t.Errorf("degree is asked of %d pairs, before of %d", a, b)
	}
}
