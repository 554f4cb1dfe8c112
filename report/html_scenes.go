package report

import (
	"slices"

	"git-scene/diff"
)

// htmlPlace is a part or chapter with the rows that are told under it.
type htmlPlace struct {
	Name []string
	Rows []*htmlRow
}

// htmlRow is a scene, as it is told.
type htmlRow struct {
	N             int // from 1; 0 for what is not story
	Sign, Hue     string
	Number, Title string
	Kinds         []string
	Words         string
	Still         bool
	Asides        []string
	Stood         bool          // its old place is marked, and has a link
	Finds, More   []htmlFinding // as they stand, and folded
	Passages      []htmlPassage
	Ghosts        []htmlGhost // that stood behind it
}

// firstFinds is how many findings of a scene stand as they are above its text.
const firstFinds = 3

// htmlGhost marks where a scene stood that moved away.
type htmlGhost struct {
	Row   int
	Title string
}

// story tells the rows under their places.
func (p *htmlPage) story(x *htmlIndex, detail htmlDetail) {
	told := places(x.r.Scenes)
	ghosts := x.ghosts()
	p.First = ghosts[0]
	for i, row := range x.r.Scenes {
		if i == 0 || !slices.Equal(told[i], told[i-1]) {
			place := htmlPlace{}
			for _, name := range told[i] {
				place.Name = append(place.Name, clean(name))
			}
			p.Places = append(p.Places, place)
		}
		h := newHTMLRow(row, detail)
		h.N, h.Ghosts, h.Stood = i+1, ghosts[i+1], gone(row)
		finds := x.of[i+1]
		few := min(len(finds), firstFinds)
		h.Finds, h.More = finds[:few], finds[few:]
		for _, aside := range x.r.Asides(row) {
			h.Asides = append(h.Asides, clean(aside))
		}
		for k := range h.Passages {
			if from := h.Passages[k].from; from > 0 {
				h.Passages[k].FromRow, h.Passages[k].From = x.sides["old"][from], clean(x.r.OldScene(from).Name())
			}
		}
		last := &p.Places[len(p.Places)-1]
		last.Rows = append(last.Rows, h)
	}
}

func newHTMLRow(row diff.Row, detail htmlDetail) *htmlRow {
	s, k := lead(row), sign(row)
	return &htmlRow{
		Sign: minus(k.Sign), Hue: hueNames[k.Hue], Number: clean(s.Number), Title: title(s),
		Kinds: row.Kinds, Words: change(row), Still: still(row), Passages: passages(row, detail),
	}
}

// matterRow tells of what is not story.
func matterRow(row diff.Row, detail htmlDetail) *htmlRow {
	h := newHTMLRow(row, detail)
	k := beatKind(row.Kinds[0])
	h.Sign, h.Hue = minus(k.Sign), hueNames[k.Hue]
	if s := lead(row); s.Title == "" {
		h.Title = clean(s.Path)
	}
	return h
}

// gone says whether a row's scene is one that stands elsewhere now.
func gone(row diff.Row) bool {
	return sign(row).Hue == diff.Motion && len(row.Old) == 1 && len(row.New) == 1
}

// ghosts finds behind which row each scene stood that moved: that of the
// scene before it which did not, 0 for none.
func (x *htmlIndex) ghosts() map[int][]htmlGhost {
	var old []int // rows, in the old order
	for i, row := range x.r.Scenes {
		if len(row.Old) > 0 {
			old = append(old, i)
		}
	}
	slices.SortStableFunc(old, func(i, j int) int {
		return x.r.Scenes[i].Old[0].Ordinal - x.r.Scenes[j].Old[0].Ordinal
	})
	all := map[int][]htmlGhost{}
	behind := 0
	for _, i := range old {
		if row := x.r.Scenes[i]; gone(row) {
			all[behind] = append(all[behind], htmlGhost{i + 1, title(row.Old[0])})
		} else {
			behind = i + 1
		}
	}
	return all
}
