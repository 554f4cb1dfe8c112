package main

import (
	"fmt"
	"io"
	"slices"

	"git-scene/story/model"
)

// judgement is a passage with the score that a model gave it which had not
// seen its hand.
type judgement struct {
	*passage
	score int
	class string
	ahead int
}

// folds is into how many parts the hands are dealt to be judged.
const folds = 6

// judge reads each hand by a model trained on those of other folds. The parts
// that are laid aside are read and never trained on.
func judge(all []*passage, kin *model.Kin) []judgement {
	fold := map[string]int{}
	for i, hand := range handsOf(all) {
		fold[hand] = i % folds
	}
	var judged []judgement
	for k := range folds {
		others := keep(all, func(p *passage) bool { return fold[p.hand] != k && !p.aside })
		is := model.Train(examples(others, kin), isSettings)
		m := &model.Model{Classes: trainClasses(others)}
		for _, p := range all {
			if fold[p.hand] == k {
				class, ahead := m.Class(p.words)
				judged = append(judged, judgement{p, is.Score(p.features, nil), class, ahead})
			}
		}
	}
	return judged
}

func handsOf(all []*passage) []string {
	var hands []string
	for _, p := range all {
		if !slices.Contains(hands, p.hand) {
			hands = append(hands, p.hand)
		}
	}
	return hands
}

// checkHands writes a table: per hand how many stakes it has, the precision
// and recall above scores, and the share of right classes.
func checkHands(folder string, aside bool, w io.Writer) error {
	kin, err := readFamilies()
	if err != nil {
		return err
	}
	all, err := readPassages(folder, kin)
	if err != nil {
		return err
	}
	every := judge(all, kin)
	judged := slices.DeleteFunc(slices.Clone(every), func(j judgement) bool { return j.aside != aside })
	m := &model.Model{}
	m.Sure, m.Told = calibrate(every)
	fmt.Fprintln(w, "| hand | passages | stakes | precision at 60 % recall | at confidence 0.5: precision | recall | at 0.7: precision | recall | traps taken | class |")
	fmt.Fprintln(w, "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
	for _, hand := range append(handsOf(all), "") {
		of := judged
		name := "all"
		if hand != "" {
			name = hand
			of = slices.DeleteFunc(slices.Clone(judged), func(j judgement) bool { return j.hand != hand })
		}
		tableRow(w, name, of, m)
	}
	return nil
}

func tableRow(w io.Writer, name string, of []judgement, m *model.Model) {
	stakes, right := 0, 0
	for _, j := range of {
		if j.Stakes {
			stakes++
			if j.class == j.Class {
				right++
			}
		}
	}
	half, most := at(of, m, 5000), at(of, m, 7000)
	fmt.Fprintf(w, "| %s | %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.1f %% | %.2f |\n",
		name, len(of), stakes, precisionAt(of, 60), half.precision, half.recall, most.precision, most.recall, 100*most.traps, float64(right)/float64(stakes))
}

// figures are what a threshold comes to.
type figures struct{ precision, recall, traps float64 }

// at counts what a model takes for stakes that it is so sure of.
func at(of []judgement, m *model.Model, sure int) figures {
	var taken, hits, stakes, traps, trapsTaken float64
	for _, j := range of {
		take := m.Confidence(j.score) >= sure
		if j.Stakes {
			stakes++
		}
		if j.Trap {
			traps++
		}
		if take {
			taken++
			if j.Stakes {
				hits++
			}
			if j.Trap {
				trapsTaken++
			}
		}
	}
	return figures{hits / max(1, taken), hits / max(1, stakes), trapsTaken / max(1, traps)}
}

// precisionAt is the best precision at a recall of so many in a hundred or more.
func precisionAt(of []judgement, recall int) float64 {
	sorted := byScore(of)
	stakes := 0
	for _, j := range sorted {
		if j.Stakes {
			stakes++
		}
	}
	hits, best := 0, 0.0
	for i, j := range sorted {
		if j.Stakes {
			hits++
		}
		if hits*100 >= stakes*recall {
			best = max(best, float64(hits)/float64(i+1))
		}
	}
	return best
}

func byScore(of []judgement) []judgement {
	sorted := slices.Clone(of)
	slices.SortStableFunc(sorted, func(a, b judgement) int { return b.score - a.score })
	return sorted
}

// naturalShare is the share, in a hundred, of passages that are stakes in
// running text at most; hands whose running scenes hold more are not counted
// on to say how sure a score makes one.
const naturalShare = 30

// calibrate measures how often a passage of a score is one, over running
// scenes, by models that had not seen its hand.
func calibrate(judged []judgement) (sure, told model.Chances) {
	running := slices.DeleteFunc(slices.Clone(judged), func(j judgement) bool { return j.aside || j.Scene == 0 })
	passages, stakesOf := map[string]int{}, map[string]int{}
	for _, j := range running {
		passages[j.hand]++
		if j.Stakes {
			stakesOf[j.hand]++
		}
	}
	judged = slices.DeleteFunc(running, func(j judgement) bool { return stakesOf[j.hand]*100 > passages[j.hand]*naturalShare })
	sure = chances(judged, -2000, 250, 17, func(j judgement) (int, bool) { return j.score, j.Stakes })
	stakes := slices.DeleteFunc(judged, func(j judgement) bool { return !j.Stakes })
	told = chances(stakes, 0, 50, 17, func(j judgement) (int, bool) { return j.ahead, j.class == j.Class })
	return sure, told
}

// chances measures how often what was judged is right, by score: over all that
// is within a step of it. No score makes less sure than a lower one.
func chances(judged []judgement, from, step, size int, of func(judgement) (score int, right bool)) model.Chances {
	c := model.Chances{From: from, Step: step, At: make([]int, size)}
	for i := range c.At {
		low, high := from+(i-1)*step, from+(i+1)*step
		if i == 0 {
			low = -1 << 30
		}
		if i == size-1 {
			high = 1 << 30
		}
		yes, all := 2.0, 10.0 // ten made-up ones, two of them right, so that a few cannot make it sure
		for _, j := range judged {
			if score, right := of(j); low <= score && score <= high {
				all++
				if right {
					yes++
				}
			}
		}
		c.At[i] = int(10000 * yes / all)
		if i > 0 {
			c.At[i] = max(c.At[i], c.At[i-1])
		}
	}
	return c
}
