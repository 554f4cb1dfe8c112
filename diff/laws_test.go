package diff

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"git-scene/scenes"
	"git-scene/story"
)

// The laws hold for any two manuscripts, related or not. They are tried on
// random ones over a small vocabulary, where everything is alike and ties
// abound, and on every labelled pair that the project carries.

func TestLawsOnRandomManuscripts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old := drawBook(t, "old")
		new := revise(t, old)
		if rapid.IntRange(0, 9).Draw(t, "unrelated") == 0 {
			new = drawBook(t, "new")
		}
		o, n := old.parse(t), new.parse(t)
		checkLaws(t, o, n, drawPins(t, o, n)...)
	})
}

func TestLawsOnPairs(t *testing.T) {
	pairs, _ := filepath.Glob("../testdata/pairs/*")
	for _, dir := range append(pairs, "../testdata/demo") {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			old, new := readPair(t, dir)
			checkLaws(t, old, new)
		})
	}
}

// TestSameBytesOnAnyProcessors is law 5 where it is hardest to keep: work is
// shared out among goroutines, and who is first changes from run to run.
func TestSameBytesOnAnyProcessors(t *testing.T) {
	old, new := readPair(t, "../testdata/demo")
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	runs := 100
	if testing.Short() {
		runs = 10
	}
	want := ""
	for _, n := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(n)
		for run := range runs {
			got := bytesOf(t, classify(old, new))
			if want == "" {
				want = got
			}
			if got != want {
				t.Fatalf("run %d on %d processors gives another report:\n%s\nnot\n%s", run, n, got, want)
			}
		}
	}
}

// readPair reads both sides of a labelled pair.
func readPair(t *testing.T, dir string) (old, new *scenes.Manuscript) {
	t.Helper()
	var sides [2]*scenes.Manuscript
	for i, side := range []string{"old", "new"} {
		m, err := scenes.Parse(os.DirFS(filepath.Join(dir, side)), scenes.Options{})
		if err != nil {
			t.Fatal(err)
		}
		sides[i] = m
	}
	return sides[0], sides[1]
}

// fataler is what *testing.T and *rapid.T have in common.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// classify is the whole way from two manuscripts to a report.
func classify(old, new *scenes.Manuscript, pins ...scenes.Pin) *Report {
	return Classify(Align(old, new, pins...), story.Read(old, scenes.Lore{}), story.Read(new, scenes.Lore{}))
}

func checkLaws(t fataler, old, new *scenes.Manuscript, pins ...scenes.Pin) {
	t.Helper()
	r := classify(old, new, pins...)
	checkConservation(t, r, old, new)
	checkReplay(t, r, new)
	back := classify(new, old, pins...)
	checkMirror(t, r, back)
	checkMirrorOfStory(t, r, back)
	checkEvidence(t, r, old, new)
	checkIdentity(t, old)
	if a, b := bytesOf(t, r), bytesOf(t, classify(old, new, pins...)); a != b {
		t.Fatalf("determinism: two runs differ:\n%s\n%s", a, b)
	}
}

// checkConservation is law 1: every scene and every beat of either side stands
// in exactly one row.
func checkConservation(t fataler, r *Report, old, new *scenes.Manuscript) {
	t.Helper()
	for _, side := range []struct {
		name   string
		m      *scenes.Manuscript
		scenes func(Row) []Scene
		beats  func(BeatRow) []Beat
	}{
		{"old", old, func(w Row) []Scene { return w.Old }, func(b BeatRow) []Beat { return b.Old }},
		{"new", new, func(w Row) []Scene { return w.New }, func(b BeatRow) []Beat { return b.New }},
	} {
		var ordinals []int
		var beats, want []string
		for _, row := range r.Scenes {
			for _, s := range side.scenes(row) {
				ordinals = append(ordinals, s.Ordinal)
			}
			for _, b := range row.Beats {
				for _, x := range side.beats(b) {
					beats = append(beats, fmt.Sprint(x.Scene, ":", x.Line, ":", x.Text))
				}
			}
		}
		sort.Ints(ordinals)
		for i, s := range side.m.Scenes {
			if i >= len(ordinals) || ordinals[i] != s.Ordinal || len(ordinals) != len(side.m.Scenes) {
				t.Fatalf("conservation: %s scenes in rows are %v, want 1…%d", side.name, ordinals, len(side.m.Scenes))
			}
			for _, b := range s.Beats {
				want = append(want, fmt.Sprint(s.Ordinal, ":", b.Line, ":", b.Text))
			}
		}
		sort.Strings(beats)
		sort.Strings(want)
		if !slices.Equal(beats, want) {
			t.Fatalf("conservation: %s beats in rows are\n%q\nwant\n%q", side.name, beats, want)
		}
	}
}

// checkReplay is law 2: the rows applied to the old manuscript give the new
// one. A kept beat brings the old words, a changed one its kept and added
// words; rows stand in the new order.
func checkReplay(t fataler, r *Report, new *scenes.Manuscript) {
	t.Helper()
	last := 0
	got := map[int][]string{}
	for _, row := range r.Scenes {
		for i, s := range row.New {
			if i == 0 && s.Ordinal < last {
				t.Fatalf("replay: the row of scene %d stands behind that of scene %d", s.Ordinal, last)
			}
			if i == 0 {
				last = s.Ordinal
			}
		}
		for _, b := range row.Beats {
			replayBeat(t, b, got)
		}
	}
	for _, s := range new.Scenes {
		var want []string
		for _, b := range s.Beats {
			want = append(want, strings.Fields(scenes.Fold(b.Text))...)
		}
		sort.Strings(want)
		sort.Strings(got[s.Ordinal])
		if !slices.Equal(got[s.Ordinal], want) {
			t.Fatalf("replay: scene %d has the words\n%q\nwant\n%q", s.Ordinal, got[s.Ordinal], want)
		}
	}
}

// replayBeat adds the words that a row of beats puts into each new scene.
func replayBeat(t fataler, b BeatRow, into map[int][]string) {
	t.Helper()
	if len(b.New) == 0 {
		return
	}
	text := ""
	switch {
	case len(b.Words) > 0:
		oldText := ""
		for _, op := range b.Words {
			if op.Op != "-" {
				text += op.Text
			}
			if op.Op != "+" {
				oldText += scenes.Fold(op.Text)
			}
		}
		if want := scenes.Fold(joinTexts(b.Old)); oldText != want {
			t.Fatalf("replay: the = and - words of a beat are %q, want %q", oldText, want)
		}
		if text != joinTexts(b.New) {
			t.Fatalf("replay: the = and + words of a beat are %q, want %q", text, joinTexts(b.New))
		}
	case len(b.Old) > 0:
		text = joinTexts(b.Old)
	default:
		text = joinTexts(b.New)
	}
	// A beat that was divided over scenes of one row is checked as a whole.
	if len(b.New) == 1 || b.New[0].Scene == b.New[len(b.New)-1].Scene {
		into[b.New[0].Scene] = append(into[b.New[0].Scene], strings.Fields(scenes.Fold(text))...)
		return
	}
	for _, x := range b.New {
		into[x.Scene] = append(into[x.Scene], strings.Fields(scenes.Fold(x.Text))...)
	}
}

func joinTexts(beats []Beat) string {
	var texts []string
	for _, b := range beats {
		texts = append(texts, b.Text)
	}
	return strings.Join(texts, " ")
}

// checkMirror is law 3: Diff(new, old) is Diff(old, new) with every kind
// replaced by its inverse.
func checkMirror(t fataler, r, back *Report) {
	t.Helper()
	inverse := map[string]string{}
	for _, k := range kinds {
		inverse[k.Name] = k.Inverse
	}
	forth := rowNotes(r, func(w Row) ([]Scene, []Scene) { return w.Old, w.New }, func(k string) string { return inverse[k] })
	again := rowNotes(back, func(w Row) ([]Scene, []Scene) { return w.New, w.Old }, func(k string) string { return k })
	if !slices.Equal(forth, again) {
		t.Fatalf("mirror:\nforth %q\nback  %q", forth, again)
	}
	beatInverse := map[string]string{}
	for _, k := range beatKinds {
		beatInverse[k.Name] = k.Inverse
	}
	forth = beatNotes(r, func(b BeatRow) ([]Beat, []Beat) { return b.Old, b.New }, func(k string) string { return beatInverse[k] })
	again = beatNotes(back, func(b BeatRow) ([]Beat, []Beat) { return b.New, b.Old }, func(k string) string { return k })
	if !slices.Equal(forth, again) {
		t.Fatalf("mirror of beats:\nforth %q\nback  %q", forth, again)
	}
}

// checkMirrorOfStory is law 3 for what the story says.
func checkMirrorOfStory(t fataler, r, back *Report) {
	t.Helper()
	forth := findingNotes(r, inverse, map[string]string{onOld: onNew, onNew: onOld})
	again := findingNotes(back, func(change string) string { return change }, map[string]string{onOld: onOld, onNew: onNew})
	if !slices.Equal(forth, again) {
		t.Fatalf("mirror of findings:\nforth %q\nback  %q", forth, again)
	}
}

// inverse is the name of a change when old and new change places.
func inverse(change string) string {
	for _, c := range changes {
		if c.Name == change {
			return c.Inverse
		}
	}
	return ""
}

func findingNotes(r *Report, change func(string) string, side map[string]string) []string {
	var notes []string
	for _, f := range r.Findings {
		var quotes []string
		for _, e := range f.Evidence {
			quotes = append(quotes, fmt.Sprint(side[e.Side], e.Scene, ":", e.Line, " ", e.Quote))
		}
		sort.Strings(quotes)
		notes = append(notes, fmt.Sprint(f.Kind, " ", change(f.Change), " ", f.Class, " ", int(f.Confidence), quotes))
	}
	sort.Strings(notes)
	return notes
}

// checkEvidence holds that every quote stands where it is said to stand, and
// that every finding has one.
func checkEvidence(t fataler, r *Report, old, new *scenes.Manuscript) {
	t.Helper()
	for _, f := range r.Findings {
		if len(f.Evidence) == 0 {
			t.Fatalf("evidence: %s %s %q has none", f.Kind, f.Change, f.Name)
		}
		for _, e := range f.Evidence {
			m := map[string]*scenes.Manuscript{onOld: old, onNew: new}[e.Side]
			if !quoted(m.Scenes[e.Scene-1], e) {
				t.Fatalf("evidence: %s %s: %q does not stand in scene %d, line %d of the %s side", f.Kind, f.Change, e.Quote, e.Scene, e.Line, e.Side)
			}
		}
	}
}

func quoted(s *scenes.Scene, e Evidence) bool {
	for _, b := range s.Beats {
		if b.Line == e.Line && b.EndLine == e.EndLine && strings.Contains(b.Text, e.Quote) {
			return e.Quote != ""
		}
	}
	for _, f := range s.Fields {
		if f.Line == e.Line && f.Value == e.Quote {
			return true
		}
	}
	return e.Line == s.Line && e.Quote == s.Title
}

func rowNotes(r *Report, sides func(Row) ([]Scene, []Scene), kind func(string) string) []string {
	var notes []string
	for _, row := range r.Scenes {
		var ks []string
		for _, k := range row.Kinds {
			ks = append(ks, kind(k))
		}
		sort.Strings(ks)
		a, b := sides(row)
		notes = append(notes, fmt.Sprint(ordinalsOf(a), "→", ordinalsOf(b), " ", ks))
	}
	sort.Strings(notes)
	return notes
}

func ordinalsOf(list []Scene) []int {
	var all []int
	for _, s := range list {
		all = append(all, s.Ordinal)
	}
	return all
}

func beatNotes(r *Report, sides func(BeatRow) ([]Beat, []Beat), kind func(string) string) []string {
	var notes []string
	for _, row := range r.Scenes {
		for _, b := range row.Beats {
			x, y := sides(b)
			note := kind(b.Kind)
			for _, beats := range [][]Beat{x, y} {
				note += " |"
				for _, p := range beats {
					note += fmt.Sprint(" ", p.Scene, ":", p.Line)
				}
			}
			notes = append(notes, note)
		}
	}
	sort.Strings(notes)
	return notes
}

// checkIdentity is law 4: a manuscript against itself is all kept.
func checkIdentity(t fataler, m *scenes.Manuscript) {
	t.Helper()
	r := classify(m, m)
	if len(r.Findings) > 0 {
		t.Fatalf("identity: a manuscript tells another story than itself: %+v", r.Findings)
	}
	if r.Changed() {
		t.Fatalf("identity: a manuscript differs from itself: %v", rowNotes(r, func(w Row) ([]Scene, []Scene) { return w.Old, w.New }, func(k string) string { return k }))
	}
}

func bytesOf(t fataler, r *Report) string {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return string(data)
}

// book is a random manuscript: chapters of scenes of beats.
type book []chapter

type chapter struct {
	title  string
	scenes []sketch
}

type sketch struct {
	title string
	beats []string
}

// parse writes the book as Markdown and reads it.
func (b book) parse(t *rapid.T) *scenes.Manuscript {
	var text strings.Builder
	for i, c := range b {
		fmt.Fprintf(&text, "# Chapter %d: %s\n\n", i+1, c.title)
		for _, s := range c.scenes {
			fmt.Fprintf(&text, "## %s\n\n", s.title)
			for _, p := range s.beats {
				fmt.Fprintf(&text, "%s\n\n", p)
			}
		}
	}
	m, err := scenes.Parse(fstest.MapFS{"book.md": {Data: []byte(text.String())}}, scenes.Options{})
	if err != nil {
		t.Fatalf("reading %q: %v", text.String(), err)
	}
	return m
}

// A small vocabulary makes beats that are alike, equal, and equal by chance.
var vocabulary20 = strings.Fields("the mill river said Ada no a rain stone went home under lamp Tom never bread and bell salt if")

func drawText(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.SampledFrom(vocabulary20), 1, 9).Draw(t, "words")
	return strings.Join(words, " ") + "."
}

// drawPins draws pins of any scenes, wrong ones too.
func drawPins(t *rapid.T, old, new *scenes.Manuscript) []scenes.Pin {
	var pins []scenes.Pin
	for range rapid.SampledFrom([]int{0, 0, 1, 2, 4}).Draw(t, "pins") {
		pins = append(pins, scenes.Pin{Old: drawName(t, old), New: drawName(t, new)})
	}
	return pins
}

func drawName(t *rapid.T, m *scenes.Manuscript) string {
	if len(m.Scenes) == 0 {
		return "nobody"
	}
	return scenes.Name(m, rapid.SampledFrom(m.Scenes).Draw(t, "pinned"))
}

func drawSketch(t *rapid.T) sketch {
	s := sketch{title: rapid.SampledFrom([]string{"The Mill", "Rain", "Salt", "Supper", "Home Again"}).Draw(t, "title")}
	for range rapid.IntRange(1, 4).Draw(t, "beats") {
		s.beats = append(s.beats, drawText(t))
	}
	return s
}

func drawBook(t *rapid.T, _ string) book {
	var b book
	for range rapid.IntRange(1, 3).Draw(t, "chapters") {
		c := chapter{title: rapid.SampledFrom([]string{"Water", "Flour", "Time"}).Draw(t, "chapter")}
		for range rapid.IntRange(1, 4).Draw(t, "scenes") {
			c.scenes = append(c.scenes, drawSketch(t))
		}
		b = append(b, c)
	}
	return b
}

// revise makes a new draft of a book by a few strokes of a writer's.
func revise(t *rapid.T, old book) book {
	var all []sketch
	for _, c := range old {
		for _, s := range c.scenes {
			all = append(all, sketch{s.title, slices.Clone(s.beats)})
		}
	}
	for range rapid.IntRange(0, 6).Draw(t, "strokes") {
		i := rapid.IntRange(0, len(all)-1).Draw(t, "scene")
		j := rapid.IntRange(0, len(all)-1).Draw(t, "other")
		s := &all[i]
		switch rapid.IntRange(0, 7).Draw(t, "stroke") {
		case 0:
			all[i], all[j] = all[j], all[i]
		case 1:
			if len(all) > 1 {
				all = slices.Delete(all, i, i+1)
			}
		case 2:
			all = slices.Insert(all, i, drawSketch(t))
		case 3:
			s.title = "Another Title"
		case 4:
			s.beats = append(s.beats, drawText(t))
		case 5:
			s.beats[0] = s.beats[0] + " " + drawText(t)
		case 6: // split
			if n := len(s.beats); n > 1 {
				rest := sketch{"Later", slices.Clone(s.beats[n/2:])}
				s.beats = s.beats[:n/2]
				all = slices.Insert(all, i+1, rest)
			}
		case 7: // merge
			if i != j {
				s.beats = append(s.beats, all[j].beats...)
				all = slices.Delete(all, j, j+1)
			}
		}
	}
	cutAt := rapid.IntRange(1, len(all)).Draw(t, "cut")
	b := book{{title: "Water", scenes: all[:cutAt]}}
	if cutAt < len(all) {
		b = append(b, chapter{title: "Flour", scenes: all[cutAt:]})
	}
	return b
}
