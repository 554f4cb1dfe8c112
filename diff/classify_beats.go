package diff

import (
	"slices"
	"strings"

	"git-scene/scenes"
)

// judgeBeats makes the rows of beats of every link, in the new order; a beat
// that is gone follows the one that stood before it.
func (c *classifier) judgeBeats() {
	inner := c.movedInside()
	judged := make([]BeatRow, len(c.Beats))
	inParallelWith(len(c.Beats), newTokens, func(t *tokens, k int) {
		l := c.Beats[k]
		_, inside := c.linkOf(l)
		judged[k] = c.beatRow(t, &judgedBeat{link: l, moved: inner[k] || len(l.Old) > 0 && len(l.New) > 0 && !inside})
	})
	under := make([][]int, len(c.Links)) // of each link of scenes: its links of beats
	for k, l := range c.Beats {
		at, inside := c.linkOf(l)
		if inside {
			c.kept[at] += judged[k].kept
		}
		under[at] = append(under[at], k)
	}
	for i, list := range under {
		c.beats[i] = make([]BeatRow, 0, len(list))
		for _, k := range inNewOrder(list, c.placeOf) {
			c.beats[i] = append(c.beats[i], judged[k])
		}
	}
}

// placeOf is where a link of beats stands on both sides, -1 where it does not
// or where it came from another scene.
func (c *classifier) placeOf(k int) (old, new int) {
	old, new = -1, -1
	l := c.Beats[k]
	if len(l.New) > 0 {
		new = c.newPlaces.of(l.New[0])
	}
	if _, inside := c.linkOf(l); len(l.Old) > 0 && inside {
		old = c.oldPlaces.of(l.Old[0])
	}
	return old, new
}

// beatPlaces are the places of beats among all of their manuscript: of each
// scene, that of its first one.
type beatPlaces []int

func placesOf(m *scenes.Manuscript) beatPlaces {
	p := make(beatPlaces, len(m.Scenes))
	n := 0
	for i, s := range m.Scenes {
		p[i] = n
		n += len(s.Beats)
	}
	return p
}

func (p beatPlaces) of(r BeatRef) int { return p[r.Scene] + r.Beat }

// linkOf is the link under which a link of beats is told: that of the scene it
// is in now. inside says whether it came from the same one.
func (c *classifier) linkOf(l BeatLink) (at int, inside bool) {
	if len(l.New) == 0 {
		return c.ofOld[l.Old[0].Scene], true
	}
	at = c.ofNew[l.New[0].Scene]
	return at, len(l.Old) == 0 || c.ofOld[l.Old[0].Scene] == at
}

// movedInside marks the links of beats that are out of order in their scene.
func (c *classifier) movedInside() []bool {
	groups := make([][]placed, len(c.Links))
	index := make([][]int, len(c.Links))
	for k, l := range c.Beats {
		if len(l.Old) == 0 || len(l.New) == 0 {
			continue
		}
		if at, inside := c.linkOf(l); inside {
			old, new := c.Old.Scenes[l.Old[0].Scene].Beats[l.Old[0].Beat], c.New.Scenes[l.New[0].Scene].Beats[l.New[0].Beat]
			groups[at] = append(groups[at], placed{
				c.oldPlaces.of(l.Old[0]), c.newPlaces.of(l.New[0]),
				old.Words + new.Words + 1, textHash(old)>>24 + textHash(new)>>24,
			})
			index[at] = append(index[at], k)
		}
	}
	moved := make([]bool, len(c.Beats))
	for at, items := range groups {
		for k, m := range outOfOrder(items) {
			moved[index[at][k]] = m
		}
	}
	return moved
}

// beatRow judges a link of beats and counts the words that stand.
func (c *classifier) beatRow(t *tokens, j *judgedBeat) BeatRow {
	row := BeatRow{}
	for _, k := range beatKinds {
		if k.is(j) {
			row.Kind = k.Name
			break
		}
	}
	oldText, oldWords := texts(&row.Old, c.Old, j.link.Old)
	newText, _ := texts(&row.New, c.New, j.link.New)
	if len(row.Old) == 0 || len(row.New) == 0 {
		return row
	}
	row.kept = oldWords
	if j.link.Score < one || len(row.Old) > 1 || len(row.New) > 1 {
		row.Words, row.kept = t.compare(oldText, newText)
	}
	if row.Kind != "kept" {
		row.Score = Score(j.link.Score)
	}
	return row
}

// texts describes beats and joins what they say.
func texts(row *[]Beat, m *scenes.Manuscript, refs []BeatRef) (text string, words int) {
	all := make([]string, 0, len(refs))
	*row = make([]Beat, 0, len(refs))
	for _, r := range refs {
		s := m.Scenes[r.Scene]
		b := s.Beats[r.Beat]
		*row = append(*row, Beat{Scene: s.Ordinal, Path: b.Path, Line: b.Line, EndLine: b.EndLine, Text: b.Text, words: b.Words})
		all = append(all, b.Text)
		words += b.Words
	}
	return strings.Join(all, " "), words
}

// total counts the rows by what they say.
func total(r *Report) Totals {
	t := Totals{Scenes: map[string]int{}, Beats: map[string]int{}, Words: WordTotals{Old: r.Old.Words, New: r.New.Words}}
	for _, k := range kinds {
		t.Scenes[k.Name] = 0
	}
	for _, k := range beatKinds {
		t.Beats[k.Name] = 0
	}
	for _, row := range r.Scenes {
		for _, k := range row.Kinds {
			t.Scenes[k]++
		}
		for _, b := range row.Beats {
			t.Beats[b.Kind]++
			t.Words.Added += wordsOf(b.New) - b.kept
			t.Words.Cut += wordsOf(b.Old) - b.kept
		}
	}
	return t
}

func wordsOf(beats []Beat) int {
	n := 0
	for _, b := range beats {
		n += b.words
	}
	return n
}

// classifyMatter compares what is not story, as if it were: only what is
// kept, changed, added and cut is said of it.
func classifyMatter(old, new []*scenes.Matter) []Row {
	a := Align(asScenes(old), asScenes(new))
	c := newClassifier(a)
	rows := c.rows(func(j *judged) []string { return []string{matterKind(j)} })
	for i := range rows {
		rows[i].Possible, rows[i].RunnerUp = nil, nil
		for _, side := range [][]Scene{rows[i].Old, rows[i].New} {
			for k := range side {
				side[k].Ordinal, side[k].ID = 0, nil
			}
		}
		for k := range rows[i].Beats {
			for _, side := range [][]Beat{rows[i].Beats[k].Old, rows[i].Beats[k].New} {
				for n := range side {
					side[n].Scene = 0
				}
			}
		}
	}
	return slices.Clip(rows)
}

func matterKind(j *judged) string {
	switch {
	case len(j.link.Old) == 0:
		return "added"
	case len(j.link.New) == 0:
		return "cut"
	case j.sameWords && !j.retitled:
		return "kept"
	}
	return "changed"
}

// asScenes makes pieces of matter comparable. Their headings say what they
// are, so that a heading is an identity here; a title page is one by standing
// first in its file.
func asScenes(matter []*scenes.Matter) *scenes.Manuscript {
	m := &scenes.Manuscript{}
	for i, x := range matter {
		id := scenes.Fold(x.Title)
		if x.Line == 1 {
			id = "first of " + x.Path
		}
		m.Scenes = append(m.Scenes, &scenes.Scene{Span: x.Span, Ordinal: i + 1, ID: id, Title: x.Title, Beats: x.Beats, Words: x.Words})
	}
	return m
}
