// Package generate makes labelled pairs: a book in two drafts, the second made
// from the first by strokes that are written down, so that what truly changed
// is known exactly and in any amount.
//
//	source, err := generate.Read(os.DirFS("frankenstein"))
//	pair, err := generate.Make(source, generate.Plan{Seed: 1, SceneWords: 150, Move: .15, Split: .08})
//	err = pair.Write("pairs/one") // old/, new/, gold.json
//
// The text is somebody's prose, cut into scenes of the wanted length; nothing
// is made up but titles. The strokes are blind: a word that is replaced makes
// way for a random one of the book, which is easier to tell from what stands
// than a writer's second thought would be. What a generated pair shows is
// where an alignment breaks, not how it does on a real revision.
//
// The same source and plan make the same bytes. Every stage draws from its own
// stream of the seed, so that two plans which differ in one stroke agree in
// all the others.
package generate

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing/fstest"
)

// Plan says which book to make and how to revise it. Shares are parts of the
// old draft's scenes, from 0 to 1; a share above 0 means one scene at least,
// where the book has one that it can be done to. No scene gets two of the
// strokes from Move to Copy (Insert is none); the others are for all scenes.
type Plan struct {
	Seed       uint64
	SceneWords int // how long a scene is, about
	Scenes     int // most scenes of the old draft, 0 for all that the source gives

	Form     Form
	Layout   Layout
	Untitled bool // scenes are parted by breaks, and chapters have but a number
	Numbered bool // scenes carry numbers

	Twin    float64 // near-duplicates that stand in both drafts, beside the scenes they copy
	Move    float64 // scenes that go elsewhere
	Block   int     // … so many together, 0 for one
	Far     int     // … so many scenes away, about; 0 for anywhere
	Split   float64 // in two, between beats
	Merge   float64 // two or three neighbours into one
	Extract float64 // some beats go to another scene
	Cut     float64
	Insert  float64 // scenes of the same source that the old draft does not have
	Replace float64 // a scene is cut, and one that the old draft does not have stands in its place
	Copy    float64 // a near-duplicate is put elsewhere, and is a new scene

	Retitle  bool // every scene gets another title
	Renumber bool // every scene gets another number
	Rename   bool // the character named most often gets another name
	Rewrap   bool // lines are broken elsewhere
	Requote  bool // quotes are curled, double hyphens are dashes
	Noise    Noise
}

// Noise says how much of the text is put in other words.
type Noise struct {
	Of           Unit
	Share        float64 // of the words or sentences
	Scenes       float64 // of the scenes, 0 for all
	Concentrated bool    // in one part of each scene, not spread over it
}

// Unit is what noise replaces.
type Unit uint8

// Units of noise.
const (
	Words     Unit = iota // a word is deleted (1 of 4), doubled (1) or replaced by another one of the book (2)
	Sentences             // a sentence is replaced by another one of the book; the rest gets a tenth of word noise
)

// Form is how a scene's beats are written.
type Form uint8

// Forms.
const (
	Prose   Form = iota // a beat is a paragraph
	Outline             // a beat is a bullet
)

// Layout is how the book is laid out in files.
type Layout uint8

// Layouts.
const (
	FilePerChapter Layout = iota
	OneFile
)

// Pair is a book in two drafts and what truly changed between them.
type Pair struct {
	Old, New map[string]string // texts by path
	Gold     *Gold
}

// Make makes a pair. It fails where the plan makes no sense or the source is
// too short for a book of two scenes.
func Make(s *Source, p Plan) (*Pair, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	old, reserve, err := compose(s, p)
	if err != nil {
		return nil, err
	}
	r := revise(s, p, old, reserve)
	pair := &Pair{}
	var at, now []written
	pair.Old, at = render(p, old, false)
	pair.New, now = render(p, r.book, true)
	pair.Gold = label(p, draft{old, at}, draft{r.book, now}, r.steps)
	return pair, nil
}

func (p Plan) check() error {
	if p.SceneWords < minSceneWords {
		return fmt.Errorf("scenes of %d words: %d are the least", p.SceneWords, minSceneWords)
	}
	if p.Scenes < 0 || p.Block < 0 || p.Far < 0 {
		return fmt.Errorf("scenes %d, block %d, far %d: none can be below 0", p.Scenes, p.Block, p.Far)
	}
	for _, share := range []float64{p.Move, p.Split, p.Merge, p.Extract, p.Cut, p.Copy, p.Insert, p.Replace, p.Twin, p.Noise.Share, p.Noise.Scenes} {
		if !(share >= 0 && share <= 1) {
			return fmt.Errorf("a share of %v is not from 0 to 1", share)
		}
	}
	if sum := p.Move + p.Split + p.Merge + p.Extract + p.Cut + p.Replace + p.Copy; sum > 1 {
		return fmt.Errorf("strokes for %v of the scenes, which have but one each", sum)
	}
	return nil
}

// minSceneWords is the least a scene may be asked to hold: one short beat.
const minSceneWords = 8

// Trees gives the drafts as file systems.
func (p *Pair) Trees() (old, new fs.FS) { return tree(p.Old), tree(p.New) }

func tree(files map[string]string) fs.FS {
	t := fstest.MapFS{}
	for name, text := range files {
		t[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return t
}

// Write puts the pair into a folder as old/, new/ and gold.json.
func (p *Pair) Write(dir string) error {
	for side, files := range map[string]map[string]string{"old": p.Old, "new": p.New} {
		for name, text := range files {
			path := filepath.Join(dir, side, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				return err
			}
		}
	}
	data, err := p.Gold.bytes()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "gold.json"), data, 0o644)
}

// Stages that draw at random, each from a stream of its own.
const (
	windowStage uint64 = iota
	titleStage
	twinStage
	roleStage
	moveStage
	insertStage
	copyStage
	noiseStage
	retitleStage
)

func (p Plan) stream(stage uint64) *rand.Rand { return rand.New(rand.NewPCG(p.Seed, stage)) }
