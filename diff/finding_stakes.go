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
// sure as [story.StakeSure]; no is below stakesDoubt, so that a word more or less does
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
			f.read(f.old, t.old, row.Old, t.oldWorded)
			f.read(f.new, t.new, row.New, t.newWorded)
		}
		for _, row := range t.rows {
			f.notes(row)
			for _, b := range row.Beats {
				if changed(b) {
					f.beats(b)
				}
			}
		}
		return f.found
	},
}

// stakesDoubt is where a stake is none, in parts of [One].
const stakesDoubt = 3500

// spot is a beat's place in its manuscript.
type spot struct{ scene, line int }

type stakesFinder struct {
	*told
	old, new map[spot]story.Stake // all that may be one
	found    []Finding
}

// changed says whether words of a row of beats differ.
func changed(b BeatRow) bool { return b.Kind != "kept" && (b.Kind != "moved" || b.Score < one) }

// worded are the places on each side of the beats whose words differ.
func worded(rows []Row) (old, new map[spot]bool) {
	old, new = map[spot]bool{}, map[spot]bool{}
	for _, row := range rows {
		for _, b := range row.Beats {
			if !changed(b) {
				continue
			}
			for _, x := range b.Old {
				old[spot{x.Scene, x.Line}] = true
			}
			for _, y := range b.New {
				new[spot{y.Scene, y.Line}] = true
			}
		}
	}
	return old, new
}

// read reads the beats that are asked for of the scenes of one side of a row.
func (f *stakesFinder) read(into map[spot]story.Stake, r *story.Reading, of []Scene, asked map[spot]bool) {
	for _, s := range of {
		in := func(b *scenes.Beat) bool { return asked[spot{s.Ordinal, b.Line}] }
		for _, stake := range r.StakesOf(s.Ordinal, stakesDoubt, in) {
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
	case a.Confidence < stakesDoubt && b.Confidence >= story.StakeSure:
		b = b.Told()
		f.add("added", b, evidence(onNew, b.Quote))
	case b.Confidence < stakesDoubt && a.Confidence >= story.StakeSure:
		a = a.Told()
		f.add("removed", a, evidence(onOld, a.Quote))
	case min(a.Confidence, b.Confidence) >= story.StakeSure:
		a, b = a.Told(), b.Told()
		if up := b.Above(a); up > 0 {
			f.add("raised", b, evidence(onOld, a.Quote), evidence(onNew, b.Quote))
		} else if up < 0 {
			f.add("lowered", a, evidence(onOld, a.Quote), evidence(onNew, b.Quote))
		}
	}
}

func (f *stakesFinder) add(change string, s story.Stake, quotes ...Evidence) {
	finding := Finding{Change: change, Class: s.Class, ClassSure: Score(s.ClassSure), Confidence: Score(s.Confidence), Text: change, Evidence: quotes}
	if s.ClassSure >= story.ClassTold {
		finding.Text += ", " + s.Class
	}
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
			if f.ClassSure < story.ClassTold {
				continue
			}
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
		one := fmt.Sprintf("%d %s", n, change)
		if len(classes) > 0 {
			one += " (" + strings.Join(classes, ", ") + ")"
		}
		said = append(said, one)
	}
	return said
}
