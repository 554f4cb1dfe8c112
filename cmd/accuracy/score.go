package main

import (
	"math"
	"slices"

	"git-scene/diff"
	"git-scene/testdata/generate"
)

// judge compares one report with the truth. Its rules are those of the
// project's score.py, as far as they are about scenes and beats, number for
// number: TestLikeScorePy holds it to that.
type judge struct {
	*pair
	report   *diff.Report
	spans    [2][]goldSpan
	key      [2]map[int]string // a reported scene's ordinal to the true scene that it mostly is
	optional set[string]       // true scenes about which careful readers differ
}

// goldSpan is where a true scene stands: up to the next one in its file.
type goldSpan struct {
	generate.Scene
	last int
}

// score judges one report.
func score(p *pair, r *diff.Report) *scores {
	j := newJudge(p, r)
	s := newScores()
	if p.gold.Unit != "file" {
		j.segments(s.tallies["segments"])
	}
	j.pairs(s.tallies["pairs"])
	if p.gold.Unit == "file" {
		return s
	}
	for _, k := range scoredKinds {
		j.kind(k, s.tallies[k])
	}
	j.degree(&s.degree)
	if p.gold.ScoreBeatMoves == nil || *p.gold.ScoreBeatMoves {
		j.beatMoves(s.tallies["beat_moves"])
	}
	j.confuse(s.confusion)
	return s
}

func newJudge(p *pair, r *diff.Report) *judge {
	j := &judge{pair: p, report: r, optional: p.optional()}
	for side, list := range p.scenes() {
		j.key[side] = map[int]string{}
		j.spans[side] = spansOf(list)
		for _, ref := range j.refs(side) {
			j.key[side][ref.Ordinal] = holder(j.spans[side], ref)
		}
	}
	return j
}

// optional lists the true scenes about which careful readers differ.
func (p *pair) optional() set[string] {
	optional := set[string]{}
	for _, list := range p.scenes() {
		for _, s := range list {
			if s.Optional {
				optional[s.Key] = true
			}
		}
	}
	for _, l := range p.gold.Links {
		for _, k := range slices.Concat(l.Old, l.New) {
			if l.Optional {
				optional[k] = true
			}
		}
	}
	return optional
}

func spansOf(list []generate.Scene) []goldSpan {
	var spans []goldSpan
	for _, s := range list {
		last := math.MaxInt32
		for _, t := range list {
			if t.Path == s.Path && t.Line > s.Line {
				last = min(last, t.Line-1)
			}
		}
		spans = append(spans, goldSpan{s, last})
	}
	return spans
}

// sidesOf are a row's scenes of both sides.
func sidesOf(row diff.Row) [2][]diff.Scene { return [2][]diff.Scene{row.Old, row.New} }

// refs lists the reported scenes of a side.
func (j *judge) refs(side int) []diff.Scene {
	var refs []diff.Scene
	for _, row := range j.report.Scenes {
		refs = append(refs, sidesOf(row)[side]...)
	}
	return refs
}

// holder is the true scene that holds most lines of a reported one, "" for none.
func holder(spans []goldSpan, ref diff.Scene) string {
	best, size := "", 0
	for _, g := range spans {
		if n := min(g.last, ref.EndLine) - max(g.Line, ref.Line) + 1; g.Path == ref.Path && n > size {
			best, size = g.Key, n
		}
	}
	return best
}

// keys are the true scenes that a row's scenes of one side are.
func (j *judge) keys(row diff.Row, side int) []string {
	var keys []string
	for _, ref := range sidesOf(row)[side] {
		if k := j.key[side][ref.Ordinal]; k != "" && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}

// segments asks whether scenes begin on the right lines, with a line of slack.
func (j *judge) segments(t *tally) {
	type at struct {
		path string
		line int
	}
	for side, list := range j.scenes() {
		starts := starter{j.texts[side], map[string][]string{}}
		truth, free, found := set[at]{}, set[at]{}, set[at]{}
		for _, s := range list {
			into := truth
			if s.Optional {
				into = free
			}
			into[at{s.Path, starts.start(s.Path, s.Line)}] = true
		}
		for _, ref := range j.refs(side) {
			line := starts.start(ref.Path, ref.Line)
			for _, near := range []int{line, line - 1, line + 1} {
				if truth[at{ref.Path, near}] {
					line = near
					break
				}
			}
			found[at{ref.Path, line}] = true
		}
		for k := range free {
			if !truth[k] {
				delete(found, k)
			}
		}
		add(t, found, truth)
	}
}

// two are an old and a new scene that are one.
type two struct{ old, new string }

// pairs asks which scenes are said to be one.
func (j *judge) pairs(t *tally) {
	found := set[two]{}
	for _, row := range j.report.Scenes {
		for _, o := range j.keys(row, 0) {
			for _, n := range j.keys(row, 1) {
				found[two{o, n}] = true
			}
		}
	}
	t.plus(j.judgePairs(found))
}

// truePairs lists the scenes that are one.
func (p *pair) truePairs() set[two] {
	truth := set[two]{}
	for _, l := range p.gold.Links {
		for _, o := range l.Old {
			for _, n := range l.New {
				if !l.Optional {
					truth[two{o, n}] = true
				}
			}
		}
	}
	return truth
}

// kind asks of which scenes one kind is said: of old ones for a cut, of new
// ones for all others.
func (j *judge) kind(kind string, t *tally) {
	side := 1
	if kind == "cut" {
		side = 0
	}
	truth, found, maybe := set[string]{}, set[string]{}, set[string]{}
	for _, l := range j.gold.Links {
		for _, k := range ends(l)[side] {
			if slices.Contains(l.Maybe, kind) || j.optional[k] {
				maybe[k] = true
			} else if slices.Contains(l.Kinds, kind) && !l.Optional {
				truth[k] = true
			}
		}
	}
	for _, row := range j.report.Scenes {
		if slices.Contains(row.Kinds, kind) {
			for _, k := range j.keys(row, side) {
				found[k] = true
			}
		}
	}
	add(t, found.minus(maybe), truth.minus(maybe))
}

// degrees say how much of a scene's text stands.
var degrees = []string{"kept", "retouched", "rewritten"}

// degree asks of right one-to-one pairs how much is said to stand.
func (j *judge) degree(s *share) {
	truth := map[two]generate.Link{}
	for _, l := range j.gold.Links {
		if len(l.Old) == 1 && len(l.New) == 1 && !l.Optional {
			truth[two{l.Old[0], l.New[0]}] = l
		}
	}
	for _, row := range j.report.Scenes {
		if len(row.Old) != 1 || len(row.New) != 1 {
			continue
		}
		l, ok := truth[two{j.key[0][row.Old[0].Ordinal], j.key[1][row.New[0].Ordinal]}]
		if !ok {
			continue
		}
		s.of++
		if slices.ContainsFunc(slices.Concat(l.Kinds, l.Maybe), func(k string) bool {
			return slices.Contains(degrees, k) && slices.Contains(row.Kinds, k)
		}) {
			s.right++
		}
	}
}
