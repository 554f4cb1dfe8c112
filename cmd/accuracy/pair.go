package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"git-scene/diff"
	"git-scene/scenes"
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
	return diff.Classify(diff.Align(old, new)), nil
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

// check finds the line of every place, and says what is unsound: the rules of
// goldcheck.py, as far as they are about scenes and beats.
func (p *pair) check() error {
	c := checker{pair: p, files: map[string][]string{}}
	for side, list := range p.scenes() {
		c.scenes(side, list)
	}
	for _, l := range p.gold.Links {
		c.link(l)
	}
	for i := range p.gold.BeatMoves {
		m := &p.gold.BeatMoves[i]
		c.resolve(0, &m.Old, "a beat move")
		c.resolve(1, &m.New, "a beat move")
	}
	return errors.Join(c.errs...)
}

// scenes lists the truth's scenes of both sides.
func (p *pair) scenes() [2][]generate.Scene {
	return [2][]generate.Scene{p.gold.OldScenes, p.gold.NewScenes}
}

// ends are a link's scenes of both sides.
func ends(l generate.Link) [2][]string { return [2][]string{l.Old, l.New} }

type checker struct {
	*pair
	files map[string][]string
	errs  []error
}

func (c *checker) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

func (c *checker) scenes(side int, list []generate.Scene) {
	linked := map[string]int{}
	for _, l := range c.gold.Links {
		for _, k := range ends(l)[side] {
			linked[k]++
		}
	}
	last := map[string]int{}
	for i := range list {
		s := &list[i]
		c.resolve(side, &s.Place, s.Key)
		if s.Line <= last[s.Path] {
			c.fail("%s is out of order in %s", s.Key, s.Path)
		}
		last[s.Path] = s.Line
		if linked[s.Key] != 1 {
			c.fail("%s is in %d rows", s.Key, linked[s.Key])
		}
		delete(linked, s.Key)
	}
	for k := range linked {
		c.fail("scene %s is unknown, or there twice", k)
	}
}

// linkKinds are the kinds that a link of the truth may have.
var linkKinds = strings.Fields("kept retouched rewritten moved retitled split merged added cut")

func (c *checker) link(l generate.Link) {
	for _, k := range l.Kinds {
		if !slices.Contains(linkKinds, k) {
			c.fail("kind %q", k)
		}
	}
	for kind, fits := range map[string]bool{
		"added": len(l.Old) == 0, "cut": len(l.New) == 0, "split": len(l.New) > 1, "merged": len(l.Old) > 1,
	} {
		if fits != slices.Contains(l.Kinds, kind) {
			c.fail("%s does not fit %v → %v", kind, l.Old, l.New)
		}
	}
}

// resolve finds the line on which a place's words stand, which must be one.
func (c *checker) resolve(side int, p *generate.Place, what string) {
	lines, err := c.lines(side, p.Path)
	switch {
	case err != nil:
		c.fail("%s: %w", what, err)
		return
	case p.Quote == "" && (p.Line < 1 || p.Line > len(lines)):
		c.fail("%s: no line %d in %s", what, p.Line, p.Path)
		return
	case p.Quote == "":
		return
	}
	hits := 0
	for i, l := range lines {
		if strings.Contains(l, p.Quote) {
			hits++
			p.Line = i + 1
		}
	}
	if hits != 1 {
		c.fail("%s: %d lines of %s hold %q", what, hits, p.Path, p.Quote)
	}
}

func (c *checker) lines(side int, path string) ([]string, error) {
	key := fmt.Sprint(side, path)
	if c.files[key] == nil {
		data, err := fs.ReadFile(c.texts[side], path)
		if err != nil {
			return nil, err
		}
		text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data))
		c.files[key] = strings.Split(text, "\n")
	}
	return c.files[key], nil
}

// folders opens folders as file systems.
func folders(dirs []string) (trees []fs.FS) {
	for _, d := range dirs {
		trees = append(trees, os.DirFS(d))
	}
	return trees
}
