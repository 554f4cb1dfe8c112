package main

import (
	"fmt"
	"runtime"
	"sync"

	"git-scene/testdata/generate"
)

// The grid: how long scenes are, how much of their text is put in other words,
// and how often each is tried.
var (
	sizes  = []int{15, 60, 150, 400, 900, 3000}
	shares = []float64{0, .05, .10, .20, .30, .50, .70, .80}
	seeds  = []uint64{1, 2, 3}
)

// gridScenes is the most scenes of a book; leastScenes, the fewest that are
// worth a figure.
const (
	gridScenes  = 120
	leastScenes = 8
)

// manner is a way to put a text in other words, a table of the grid.
type manner struct {
	title  string
	of     generate.Unit
	dense  bool
	titles bool // titles stay; else every scene has another one
	git    bool // with git's answers beside
}

var manners = []manner{
	{"words, all over the scene", generate.Words, false, false, true},
	{"words, all in one part of the scene", generate.Words, true, false, false},
	{"sentences, all over the scene", generate.Sentences, false, false, true},
	{"sentences, all over the scene; titles stay", generate.Sentences, false, true, false},
}

// plan is one book of the grid. The shares of what happens to its scenes are
// those of the study that git-scene's alignment was designed from, and beats
// that go to another scene on top.
func (m manner) plan(size int, share float64, seed uint64) generate.Plan {
	p := generate.Plan{
		Seed: seed, SceneWords: size, Scenes: gridScenes,
		Move: .15, Block: int(seed), Split: .08, Merge: .08, Cut: .08, Insert: .08, Extract: .05,
		Retitle: !m.titles,
		Noise:   generate.Noise{Of: m.of, Share: share, Concentrated: m.dense},
	}
	if size < proseWords {
		p.Form = generate.Outline
	}
	return p
}

// proseWords is the length from which a scene is prose; below, it is a few
// bullets of an outline.
const proseWords = 150

// cell is one figure of the grid: its books together.
type cell struct {
	ours     *scores
	gitPairs tally
	words    movedWords
	gitWords movedWords
}

// column names a cell in its manner's table.
type column struct {
	size  int
	share float64
}

// run makes and judges all books of a manner. Sizes of which the source gives
// too few scenes are left out.
func (m manner) run(s *generate.Source) (map[column]*cell, error) {
	cells := map[column]*cell{}
	var mu sync.Mutex
	var failed error
	var group sync.WaitGroup
	slots := make(chan bool, runtime.GOMAXPROCS(0))
	for _, size := range sizes {
		if s.Scenes(size) < leastScenes {
			continue
		}
		for _, share := range shares {
			c := &cell{ours: newScores()}
			cells[column{size, share}] = c
			group.Go(func() {
				slots <- true
				defer func() { <-slots }()
				if err := m.fill(c, s, size, share); err != nil {
					mu.Lock()
					failed = err
					mu.Unlock()
				}
			})
		}
	}
	group.Wait()
	return cells, failed
}

// fill tries one cell.
func (m manner) fill(c *cell, s *generate.Source, size int, share float64) error {
	for _, seed := range seeds {
		p, err := generated(s, m.plan(size, share, seed))
		if err != nil {
			return fmt.Errorf("scenes of %d words: %w", size, err)
		}
		r, err := p.report()
		if err != nil {
			return err
		}
		c.ours.plus(score(p, r))
		c.words.plus(p.markedBy(ourMoves(r)))
		if m.git {
			if err := c.askGit(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// askGit puts git to the same work.
func (c *cell) askGit(p *pair) error {
	g, err := openRepo(p, nameless)
	defer g.remove()
	if err != nil {
		return err
	}
	t, err := g.renames(p, nameless)
	if err != nil {
		return err
	}
	marked, err := g.colorMoved()
	if err != nil {
		return err
	}
	c.gitPairs.plus(t)
	c.gitWords.plus(p.markedBy(marked))
	return nil
}
