package diff

import (
	"fmt"
	"strings"

	"git-scene/scenes"
	"git-scene/story"
)

// stakes compares what is at stake along the matched beats:
//
//	   old    new    the finding is
//	A  no     yes    added
//	B  yes    no     removed
//	C  yes    yes    raised or lowered, where one rung is higher; else nothing
//	D  perhaps on either side: nothing
//
// A beat of which no word changed says nothing, wherever it went. Yes is as
// sure as stakesSure; no is below stakesDoubt, so that a word more or less does
// not make a stake.
var stakes = Signal{
	Name: "stakes", Doc: "what somebody stands to lose or win, and what failing will cost", Quoted: true,
	Glance: stakesGlance, Said: stakesSaid, Result: stakesResult, Question: stakesQuestion,
	find: func(t *told) []Finding {
		f := &stakesFinder{told: t, old: map[spot]story.Stake{}, new: map[spot]story.Stake{}}
		for _, row := range t.rows {
			if unworded(row) {
				continue
			}
			f.read(f.old, t.old, row.Old)
			f.read(f.new, t.new, row.New)
		}
		for _, row := range t.rows {
			f.notes(row)
			for _, b := range row.Beats {
				if b.Kind != "kept" && (b.Kind != "moved" || b.Score < one) {
					f.beats(b)
				}
			}
		}
		return f.found
	},
}

// Where a stake is told, and where it is none, parts of [One].
const (
	stakesSure  = 6000
	stakesDoubt = 3500
)

// spot is a beat's place in its manuscript.
type spot struct{ scene, line int }

type stakesFinder struct {
	*told
	old, new map[spot]story.Stake // all that may be one
	found    []Finding
}

// read reads the scenes of one side of a row.
func (f *stakesFinder) read(into map[spot]story.Stake, r *story.Reading, of []Scene) {
	for _, s := range of {
		for _, stake := range r.Stakes(s.Ordinal, stakesDoubt) {
			into[spot{s.Ordinal, stake.Quote.Line}] = stake
		}
	}
}

// beats compares the two sides of a row of beats.
func (f *stakesFinder) beats(b BeatRow) {
	f.compare(strongest(f.old, b.Old), strongest(f.new, b.New))
}

// strongest is the surest stake of some beats.
func strongest(among map[spot]story.Stake, beats []Beat) story.Stake {
	var best story.Stake
	for _, b := range beats {
		if s := among[spot{b.Scene, b.Line}]; s.Confidence > best.Confidence {
			best = s
		}
	}
	return best
}

// notes compares what the author noted of the stakes of scenes.
func (f *stakesFinder) notes(row Row) {
	a, b := noted(f.told.old, row.Old), noted(f.told.new, row.New)
	if scenes.Fold(a.Quote.Text) != scenes.Fold(b.Quote.Text) {
		f.compare(a, b)
	}
}

// noted is the first stake that the author noted on some scenes.
func noted(r *story.Reading, of []Scene) story.Stake {
	for _, s := range of {
		if stake, ok := r.NotedStake(s.Ordinal); ok {
			return stake
		}
	}
	return story.Stake{}
}

// compare is the table.
func (f *stakesFinder) compare(a, b story.Stake) {
	switch {
	case a.Confidence < stakesDoubt && b.Confidence >= stakesSure:
		f.add("added", b, evidence(onNew, b.Quote))
	case b.Confidence < stakesDoubt && a.Confidence >= stakesSure:
		f.add("removed", a, evidence(onOld, a.Quote))
	case min(a.Confidence, b.Confidence) >= stakesSure:
		if up := b.Rung.Above(a.Rung); up > 0 {
			f.add("raised", b, evidence(onOld, a.Quote), evidence(onNew, b.Quote))
		} else if up < 0 {
			f.add("lowered", a, evidence(onOld, a.Quote), evidence(onNew, b.Quote))
		}
	}
}

func (f *stakesFinder) add(change string, s story.Stake, quotes ...Evidence) {
	finding := Finding{Change: change, Class: s.Class, Confidence: Score(s.Confidence), Text: change + ", " + s.Class, Evidence: quotes}
	for i := range quotes {
		if quotes[i].Side == onOld {
			finding.SceneOld = &quotes[i].Scene
		} else {
			finding.SceneNew = &quotes[i].Scene
		}
	}
	f.found = append(f.found, finding)
}

// stakesGlance is "12 added (money 5, time 4, life 3)", "2 removed".
func stakesGlance(found []Finding) []string {
	var said []string
	for _, change := range []string{"added", "raised", "lowered", "removed"} {
		of := map[string]int{}
		var classes []string
		n := 0
		for _, f := range found {
			if f.Change != change {
				continue
			}
			n++
			if of[f.Class]++; of[f.Class] == 1 {
				classes = append(classes, f.Class)
			}
		}
		if n == 0 {
			continue
		}
		for i, c := range classes {
			classes[i] = fmt.Sprintf("%s %d", c, of[c])
		}
		said = append(said, fmt.Sprintf("%d %s (%s)", n, change, strings.Join(classes, ", ")))
	}
	return said
}
