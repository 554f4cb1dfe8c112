package main

import (
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"git-scene/diff"
)

// movedWords counts the words of the new text that stand in scenes that truly
// moved or truly did not, and how many of either are marked as moved. Scenes
// of which both may be said are left out, and so are those that are new.
type movedWords struct{ moved, marked, stayed, wrong int }

func (m *movedWords) plus(n movedWords) {
	m.moved += n.moved
	m.marked += n.marked
	m.stayed += n.stayed
	m.wrong += n.wrong
}

// markedBy asks of each line of the new text whether it is marked as moved.
func (p *pair) markedBy(marked func(path string, line int) bool) (m movedWords) {
	fate := p.mobility()
	for _, s := range spansOf(p.gold.NewScenes) {
		data, err := fs.ReadFile(p.texts[1], s.Path)
		if err != nil || fate[s.Key] == open {
			continue
		}
		lines := strings.Split(string(data), "\n")
		for i := s.Line; i <= min(s.last, len(lines)); i++ {
			n := len(strings.Fields(lines[i-1]))
			if heading.MatchString(lines[i-1]) {
				continue // the next chapter's, maybe
			}
			yes := 0
			if marked(s.Path, i) {
				yes = n
			}
			if fate[s.Key] == gone {
				m.moved += n
				m.marked += yes
			} else {
				m.stayed += n
				m.wrong += yes
			}
		}
	}
	return m
}

// What may be said of a new scene's place.
const (
	open = iota // either, or nothing: it is new
	gone
	here
)

func (p *pair) mobility() map[string]int {
	fate := map[string]int{}
	for _, l := range p.gold.Links {
		for _, k := range l.New {
			switch {
			case l.Optional || len(l.Old) == 0 || slices.Contains(l.Maybe, "moved"):
			case slices.Contains(l.Kinds, "moved"):
				fate[k] = gone
			default:
				fate[k] = here
			}
		}
	}
	return fate
}

// ourMoves marks the lines of the scenes that a report says moved.
func ourMoves(r *diff.Report) func(string, int) bool {
	spans := map[string][]diff.Scene{}
	for _, row := range r.Scenes {
		if slices.Contains(row.Kinds, "moved") {
			for _, s := range row.New {
				spans[s.Path] = append(spans[s.Path], s)
			}
		}
	}
	return func(path string, line int) bool {
		return slices.ContainsFunc(spans[path], func(s diff.Scene) bool { return s.Line <= line && line <= s.EndLine })
	}
}

// What marks new lines in git's answer, moved and other ones, and what ends a
// colour.
const (
	movedColor = "\x1b[34m"
	newColor   = "\x1b[32m"
	plainColor = "\x1b[m"
)

// colorMoved asks git which lines of the new manuscript it marks as moved, in
// its default way of marking.
func (g gitRepo) colorMoved() (func(string, int) bool, error) {
	args := []string{"-c", "color.diff.meta=normal", "-c", "color.diff.frag=normal", "-c", "color.diff.func=normal", "-c", "color.diff.new=green"}
	for _, c := range []string{"newMoved", "newMovedDimmed", "newMovedAlternative", "newMovedAlternativeDimmed"} {
		args = append(args, "-c", "color.diff."+c+"=blue")
	}
	out, err := g.git(nil, append(args, "diff", "-U0", "--color=always", "--color-moved", "old", "new")...)
	if err != nil {
		return nil, err
	}
	marked := readMoved(string(out))
	return func(path string, line int) bool { return marked[path][line] }, nil
}

var hunk = regexp.MustCompile(`^@@ -\S+ \+(\d+)`)

// readMoved reads a coloured patch: the lines of each new file that are marked.
func readMoved(patch string) map[string]set[int] {
	marked := map[string]set[int]{}
	file, line := "", math.MinInt
	for _, l := range strings.Split(patch, "\n") {
		if name, ok := strings.CutPrefix(l, "+++ b/"); ok {
			file = strings.TrimRight(strings.TrimSuffix(name, plainColor), "\t")
			marked[file] = set[int]{}
		} else if m := hunk.FindStringSubmatch(l); m != nil {
			line, _ = strconv.Atoi(m[1])
		} else if strings.HasPrefix(l, movedColor+"+") || strings.HasPrefix(l, newColor+"+") {
			marked[file][line] = strings.HasPrefix(l, movedColor)
			line++
		}
	}
	return marked
}
