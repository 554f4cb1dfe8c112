package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"

	"git-scene/diff"
	"git-scene/scenes"
	"git-scene/story"
	"git-scene/testdata/generate"
)

// pair is a labelled pair: two drafts and the truth, with every place of the
// truth on its line. Sides are numbered: 0 is old, 1 is new.
type pair struct {
	name  string
	texts [2]fs.FS
	gold  *generate.Gold
}

// generated makes a pair of a plan.
func generated(s *generate.Source, p generate.Plan) (*pair, error) {
	made, err := generate.Make(s, p)
	if err != nil {
		return nil, err
	}
	return pairOf(made), nil
}

func pairOf(made *generate.Pair) *pair {
	old, new := made.Trees()
	return &pair{"a made book", [2]fs.FS{old, new}, made.Gold}
}

// readPairs reads every folder of a set that holds a gold.json.
func readPairs(dir string) ([]*pair, error) {
	found, err := filepath.Glob(filepath.Join(dir, "*", "gold.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(found)
	var pairs []*pair
	for _, f := range found {
		p, err := readPair(filepath.Dir(f))
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, p)
	}
	return pairs, nil
}

// readPair reads one labelled pair and checks that its truth is sound.
func readPair(dir string) (*pair, error) {
	p := &pair{name: filepath.Base(dir), gold: &generate.Gold{}}
	data, err := os.ReadFile(filepath.Join(dir, "gold.json"))
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, p.gold); err != nil {
		return nil, fmt.Errorf("%s: %w", p.name, err)
	}
	p.texts = [2]fs.FS{os.DirFS(filepath.Join(dir, "old")), os.DirFS(filepath.Join(dir, "new"))}
	if err := p.check(); err != nil {
		return nil, fmt.Errorf("%s: %w", p.name, err)
	}
	return p, nil
}

// report is what git-scene answers. A side without a manuscript is an empty one.
func (p *pair) report() (*diff.Report, error) {
	old, new, err := p.parse()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.name, err)
	}
	return diff.Classify(diff.Align(old, new), story.Read(old, scenes.Lore{}), story.Read(new, scenes.Lore{})), nil
}

func (p *pair) parse() (old, new *scenes.Manuscript, err error) {
	var sides [2]*scenes.Manuscript
	for side, text := range p.texts {
		m, err := scenes.Parse(text, scenes.Options{})
		var none *scenes.NoManuscriptError
		if errors.As(err, &none) {
			m, err = &scenes.Manuscript{}, nil
		}
		if err != nil {
			return nil, nil, err
		}
		sides[side] = m
	}
	return sides[0], sides[1], nil
}

// scenes lists the truth's scenes of both sides.
func (p *pair) scenes() [2][]generate.Scene {
	return [2][]generate.Scene{p.gold.OldScenes, p.gold.NewScenes}
}

// ends are a link's scenes of both sides.
func ends(l generate.Link) [2][]string { return [2][]string{l.Old, l.New} }

// folders opens folders as file systems.
func folders(dirs []string) (trees []fs.FS) {
	for _, d := range dirs {
		trees = append(trees, os.DirFS(d))
	}
	return trees
}
