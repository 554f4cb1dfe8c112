package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"git-scene/scenes"
	"git-scene/story/model"
)

// passage is a labelled passage.
type passage struct {
	ID     string
	Text   string
	Stakes bool
	Class  string
	Trap   bool
	Scene  int  // the running scene that it belongs to, 0 for none
	Pair   bool // the passages of one pair stand next to each other

	hand     string
	aside    bool
	features []model.Feature
	words    []model.Feature
}

// readPassages reads all hands of a folder.
func readPassages(folder string, kin *model.Kin) ([]*passage, error) {
	names, err := filepath.Glob(filepath.Join(folder, "hand-*.jsonl"))
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("no hand-*.jsonl in %q", folder)
	}
	if err != nil {
		return nil, err
	}
	var all []*passage
	for _, name := range names {
		hand, err := readHand(name, kin)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, hand...)
	}
	return all, nil
}

func readHand(name string, kin *model.Kin) ([]*passage, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	hand := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), "hand-"), ".jsonl")
	var all []*passage
	running := map[int]int{} // the running scenes, by their order
	for d := json.NewDecoder(bufio.NewReader(f)); ; {
		p := &passage{hand: hand}
		err := d.Decode(p)
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(strings.TrimPrefix(p.ID, hand))
		if err != nil {
			return nil, fmt.Errorf("id %q: %w", p.ID, err)
		}
		if p.Scene > 0 && running[p.Scene] == 0 {
			running[p.Scene] = len(running) + 1
		}
		p.aside = laidAside(p, n, running)
		p.features, p.words = kin.Features(p.Text), kin.Words(p.Text)
		all = append(all, p)
	}
}

// laidAside says whether a passage, the n-th of its hand, belongs to the third
// that nobody looks at: whole running scenes, whole pairs, single passages.
func laidAside(p *passage, n int, running map[int]int) bool {
	switch {
	case p.Scene > 0:
		n = running[p.Scene]
	case p.Pair:
		n /= 2
	}
	return n%3 == 0
}

func keep(all []*passage, wanted func(*passage) bool) []*passage {
	var kept []*passage
	for _, p := range all {
		if wanted(p) {
			kept = append(kept, p)
		}
	}
	return kept
}

// examples are what the model learns from: the passages, and windows of
// neighbours. Whatever their length, stakes count for as much beside the rest:
// a passage that is labelled as stakes is mostly a longer one, and a model
// that learns that takes every long sentence of a real book for one.
func examples(all []*passage, kin *model.Kin) []model.Example {
	learned := append(slices.Clone(all), join(all, kin)...)
	yes, no := map[int]float64{}, map[int]float64{}
	for _, p := range learned {
		if p.Stakes {
			yes[p.length()]++
		} else {
			no[p.length()]++
		}
	}
	var found []model.Example
	for _, p := range learned {
		x := model.Example{Features: p.features, Yes: p.Stakes, Weight: 1}
		if n := p.length(); p.Stakes {
			x.Weight = max(0.05, min(3, stakesBeside*no[n]/yes[n]))
		}
		found = append(found, x)
	}
	return found
}

// stakesBeside is what the stakes of a length count for beside all else of it.
const stakesBeside = 0.35

// length is a passage's, in steps of eight words; the longest are one.
func (p *passage) length() int { return min(11, len(strings.Fields(p.Text))/8) }

// joined is of how many neighbours a window is made at most.
const joined = 4

// join makes windows of the neighbours in running scenes. A manuscript is read
// in windows, and most long ones hold no stake.
func join(all []*passage, kin *model.Kin) []*passage {
	var made []*passage
	for i, p := range all {
		window := *p
		for j := i + 1; j < min(i+joined, len(all)) && p.Scene > 0 && all[j].Scene == p.Scene && all[j].hand == p.hand; j++ {
			window.Text += " " + all[j].Text
			window.Stakes = window.Stakes || all[j].Stakes
			window.features = kin.Features(window.Text)
			longer := window
			made = append(made, &longer)
		}
	}
	return made
}

// trainClasses makes the models that tell the classes of stakes apart: each
// class against the others.
func trainClasses(all []*passage) []model.Class {
	var classes []model.Class
	for _, name := range scenes.StakeClasses {
		var ex []model.Example
		for _, p := range all {
			if p.Stakes {
				ex = append(ex, model.Example{Features: p.words, Yes: p.Class == name, Weight: 1})
			}
		}
		classes = append(classes, model.Class{Name: name, Is: *model.Train(ex, classSettings)})
	}
	return classes
}
