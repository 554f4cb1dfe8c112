package diff

import (
	"math"
	"slices"
	"strings"

	"git-scene/scenes"
	"git-scene/story"
)

// Classify says what the writer did, from which text became which.
//
// A link of scenes becomes a row by this table; a kind's file has its test.
//
//	   old  new   the row is
//	A   0    1    added
//	B   1    0    cut
//	C   1    1    one of kept, retouched, rewritten;  + moved  + retitled
//	D   1    n    split, and as C
//	E   n    1    merged, and as C
//
// Beats inside a row are judged alike; a beat that went to another row is
// moved, and stands under the row where it is now.
//
// What both revisions say of the story is compared along the rows by the
// finders; a nil reading leaves that out.
func Classify(a *Alignment, old, new *story.Reading) *Report {
	c := newClassifier(a)
	r := &Report{
		Schema: Schema, Old: size(a.Old), New: size(a.New), Notes: a.Notes,
		Matter: []Row{}, Divisions: c.follow.divisions(),
	}
	r.Scenes = placeCut(c.rows(sceneKinds))
	r.Matter = classifyMatter(a.Old.Matter, a.New.Matter)
	r.Totals = total(r)
	r.told = compared(a, r.Scenes, old, new)
	r.Findings = r.told.findings()
	if note := unread(r.Scenes, old, new); note != "" {
		r.Note(note)
	}
	tellCast(r.Scenes, old, new)
	return r
}

func size(m *scenes.Manuscript) Revision {
	r := Revision{Scenes: len(m.Scenes), Title: m.Title}
	for _, s := range m.Scenes {
		r.Beats += len(s.Beats)
		r.Words += s.Words
	}
	return r
}

// classifier holds what is worked out once for all links.
type classifier struct {
	*Alignment
	follow  *successors
	beats   [][]BeatRow // of each link
	kept    []int       // words of each link that stand on both sides
	words   [][2]int    // words of each link's sides
	moved   []bool      // out of order
	crossed []bool      // it has changed sides with another surviving scene
	ofOld   []int       // the link of each old scene
	ofNew   []int

	oldPlaces, newPlaces beatPlaces
}

func newClassifier(a *Alignment) *classifier {
	n := len(a.Links)
	c := &classifier{
		Alignment: a, follow: follow(a), beats: make([][]BeatRow, n), kept: make([]int, n), words: make([][2]int, n),
		ofOld: make([]int, len(a.Old.Scenes)), ofNew: make([]int, len(a.New.Scenes)),
		oldPlaces: placesOf(a.Old), newPlaces: placesOf(a.New),
	}
	for i, l := range a.Links {
		for _, x := range l.Old {
			c.ofOld[x] = i
			c.words[i][0] += a.Old.Scenes[x].Words
		}
		for _, y := range l.New {
			c.ofNew[y] = i
			c.words[i][1] += a.New.Scenes[y].Words
		}
	}
	c.order()
	c.judgeBeats()
	return c
}

// order finds the links that are out of order, and those that have changed
// sides with another one at all.
func (c *classifier) order() {
	c.moved, c.crossed = make([]bool, len(c.Links)), make([]bool, len(c.Links))
	var items []placed
	var at []int
	for i, l := range c.Links {
		if len(l.Old) > 0 && len(l.New) > 0 {
			items = append(items, placed{l.Old[0], l.New[0], c.weight(i), c.salt(l)})
			at = append(at, i)
		}
	}
	for k, m := range outOfOrder(items) {
		c.moved[at[k]] = m
	}
	for k, x := range crossings(items) {
		c.crossed[at[k]] = x
	}
}

// weight is what it costs to call a link moved: its words, and twice that
// where it stayed in its chapter, so that of two scenes that changed places
// the one that also left its chapter is the one that moved.
func (c *classifier) weight(i int) int {
	w := c.words[i][0] + c.words[i][1] + 1
	old, new := c.Old.Scenes[c.Links[i].Old[0]].Division, c.New.Scenes[c.Links[i].New[0]].Division
	if c.follow.follows(old, new) {
		w *= 2
	}
	return w
}

// crossings marks the items that have changed sides with another one: some
// item before them in the one order is behind them in the other.
func crossings(items []placed) []bool {
	crossed := make([]bool, len(items))
	byNew := span(0, len(items))
	slices.SortFunc(byNew, func(a, b int) int { return items[a].new - items[b].new })
	high := -1
	for _, i := range byNew {
		crossed[i] = items[i].old < high
		high = max(high, items[i].old)
	}
	low := math.MaxInt
	for _, i := range slices.Backward(byNew) {
		crossed[i] = crossed[i] || items[i].old > low
		low = min(low, items[i].old)
	}
	return crossed
}

// salt is a number that a link has whichever side is the old one.
func (c *classifier) salt(l Link) uint64 {
	h := uint64(0)
	for _, x := range l.Old {
		h += sceneHash(c.Old.Scenes[x])
	}
	for _, y := range l.New {
		h += sceneHash(c.New.Scenes[y])
	}
	return h
}

// sceneHash is a number that depends on a scene's words and title, small enough
// to be summed.
func sceneHash(s *scenes.Scene) uint64 {
	return textHash(append([]*scenes.Beat{{Text: s.Title}}, s.Beats...)...) >> 24
}

// textHash is a number that depends on the text of beats alone: on the start
// of each, which is enough to decide between equals.
func textHash(beats ...*scenes.Beat) uint64 {
	h := uint64(offset64)
	for _, b := range beats {
		for i := 0; i < min(len(b.Text), 32); i++ {
			h = mix(h, uint64(b.Text[i]))
		}
		h = mix(h, uint64(len(b.Text)))
	}
	return h
}

// sceneKinds are the kinds that fit a scene.
func sceneKinds(j *judged) []string {
	names := []string{}
	for _, k := range kinds {
		if k.is(j) {
			names = append(names, k.Name)
		}
	}
	return names
}

// rows judges every link; kindsOf says what it is called.
func (c *classifier) rows(kindsOf func(*judged) []string) []Row {
	rows := make([]Row, len(c.Links))
	for i, l := range c.Links {
		j := c.judge(i)
		row := Row{Kinds: kindsOf(j), Old: []Scene{}, New: []Scene{}, Kept: c.kept[i], Fields: j.fields, Beats: c.beats[i]}
		for _, x := range l.Old {
			row.Old = append(row.Old, Describe(c.Old.Scenes[x]))
		}
		for _, y := range l.New {
			row.New = append(row.New, Describe(c.New.Scenes[y]))
		}
		if j.both {
			row.MatchedBy, row.Score = l.Pass, Score(l.Score)
			if l.Rival.Score > 0 {
				row.RunnerUp = &Considered{l.Rival.Old + 1, l.Rival.New + 1, Score(min(l.Rival.Score, one))}
			}
		}
		if row.Beats == nil {
			row.Beats = []BeatRow{}
		}
		rows[i] = row
	}
	blocks(rows)
	for _, h := range c.Hints {
		possible := &Considered{h.Old + 1, h.New + 1, Score(h.Score)}
		rows[c.ofOld[h.Old]].Possible, rows[c.ofNew[h.New]].Possible = possible, possible
	}
	return rows
}

// judge gathers what the kinds look at.
func (c *classifier) judge(i int) *judged {
	l := c.Links[i]
	j := &judged{link: l, both: len(l.Old) > 0 && len(l.New) > 0}
	if !j.both {
		return j
	}
	var oldTitles, newTitles []string
	for _, x := range l.Old {
		oldTitles = append(oldTitles, c.Old.Scenes[x].Title)
	}
	for _, y := range l.New {
		newTitles = append(newTitles, c.New.Scenes[y].Title)
	}
	j.retitled = newTitle(oldTitles, newTitles)
	j.moved = c.moved[i] || c.changedChapter(i)
	words := c.words[i][0] + c.words[i][1]
	j.survival = one
	if words > 0 {
		j.survival = share(2*c.kept[i], words)
	}
	j.sameWords = 2*c.kept[i] == words && inOrder(c.beats[i])
	j.fields = c.fieldChanges(l)
	for _, f := range j.fields {
		j.noted = j.noted || !scenes.AppField(f.Key)
	}
	if len(l.Old) == 1 && len(l.New) == 1 && !j.retitled {
		j.layout = otherLayout(c.Old.Scenes[l.Old[0]], c.New.Scenes[l.New[0]])
	}
	return j
}

// otherLayout says whether a scene's lines are others. A heading that only one
// side has is the chapter's, which the scene has or had to itself.
func otherLayout(a, b *scenes.Scene) bool {
	return a.Layout != b.Layout || a.Head != 0 && b.Head != 0 && a.Head != b.Head
}

// inOrder says whether no beat of a row changed its place.
func inOrder(beats []BeatRow) bool {
	return !slices.ContainsFunc(beats, func(b BeatRow) bool { return b.Kind == "moved" })
}

// changedChapter says whether a link stands in another chapter than its old
// chapter's successor. Chapters that are only numbered have no identity: there
// it must have changed sides with another scene too, or else the chapters were
// only cut anew.
func (c *classifier) changedChapter(i int) bool {
	old, new := c.Old.Scenes[c.Links[i].Old[0]].Division, c.New.Scenes[c.Links[i].New[0]].Division
	if c.follow.follows(old, new) {
		return false
	}
	return named(old) && named(new) || c.crossed[i]
}

// fieldChanges compares what the author noted on a scene. What a heading or
// slugline says is its title's matter.
func (c *classifier) fieldChanges(l Link) []FieldChange {
	if len(l.Old) != 1 || len(l.New) != 1 {
		return nil
	}
	a, b := c.Old.Scenes[l.Old[0]], c.New.Scenes[l.New[0]]
	var changes []FieldChange
	for _, f := range a.Fields {
		if value := b.Field(f.Key); f.Line != a.Line && scenes.Fold(value) != scenes.Fold(f.Value) {
			changes = append(changes, FieldChange{f.Key, f.Value, value})
		}
	}
	for _, f := range b.Fields {
		if f.Line != b.Line && a.Field(f.Key) == "" {
			changes = append(changes, FieldChange{f.Key, "", f.Value})
		}
	}
	return changes
}

// Describe is a scene as the report names it.
func Describe(s *scenes.Scene) Scene {
	d := Scene{
		Ordinal: s.Ordinal, Path: s.Path, Line: s.Line, EndLine: s.EndLine, Place: s.Place(),
		Number: s.Number, Title: s.Title, Words: s.Words,
	}
	if d.Place == nil {
		d.Place = []string{}
	}
	if s.ID != "" {
		d.ID = &s.ID
	}
	if s.Title == "" && len(s.Beats) > 0 {
		d.Opening = opening(s.Beats[0].Text)
	}
	return d
}

// openingWords is how many first words stand for a title.
const openingWords = 7

func opening(text string) string {
	var first []string
	for word := range strings.FieldsSeq(text) { // not Fields: a beat may be a chapter
		if len(first) == openingWords {
			return strings.TrimRight(strings.Join(first, " "), ",;:") + " …"
		}
		first = append(first, word)
	}
	return text
}
