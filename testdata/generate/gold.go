package generate

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
)

// Gold is the truth about a labelled pair, the content of its gold.json. Keys
// that speak of findings in the story are left out.
type Gold struct {
	About          string   `json:"about"`
	Form           string   `json:"form"`
	Layout         string   `json:"layout"`
	Unit           string   `json:"unit,omitempty"` // "file": units may hold several scenes, and only pairs are judged
	OldScenes      []Scene  `json:"old_scenes"`
	NewScenes      []Scene  `json:"new_scenes"`
	Links          []Link   `json:"links"`
	BeatMoves      []Move   `json:"beat_moves"`
	ScoreBeatMoves *bool    `json:"score_beat_moves,omitempty"` // nil is true
	ScoreFindings  *bool    `json:"score_findings,omitempty"`
	Steps          []string `json:"steps,omitempty"` // what the generator did
}

// Place is a place in a draft: a line by its number, or by words that stand on
// it and on no other.
type Place struct {
	Path  string `json:"path"`
	Quote string `json:"quote,omitempty"`
	Line  int    `json:"line,omitempty"`
}

// Scene is where a scene begins.
type Scene struct {
	Key string `json:"key"`
	Place
	Title    string `json:"title"`
	Optional bool   `json:"optional,omitempty"`
}

// Link says which old scenes became which new ones, and what happened to them.
type Link struct {
	Old      []string `json:"old"`
	New      []string `json:"new"`
	Kinds    []string `json:"kinds"`
	Maybe    []string `json:"maybe,omitempty"`
	Optional bool     `json:"optional,omitempty"`
}

// Move is a beat that went into a scene that is not its scene's successor.
type Move struct {
	Old Place `json:"old"`
	New Place `json:"new"`
}

func oldKey(i int) string { return fmt.Sprintf("o%d", i+1) }
func newKey(i int) string { return fmt.Sprintf("n%d", i+1) }

func (g *Gold) bytes() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(g)
	return b.Bytes(), err
}

// draft is a book as it was written.
type draft struct {
	book
	at []written
}

func (d draft) scenes(key func(int) string) []Scene {
	all := []Scene{}
	for i, s := range d.book.scenes {
		all = append(all, Scene{Key: key(i), Place: Place{Path: d.at[i].path, Line: d.at[i].line}, Title: s.title})
	}
	return all
}

// label writes down what truly changed.
func label(p Plan, old, new draft, steps []string) *Gold {
	no := false
	g := &Gold{
		About:     fmt.Sprintf("Generated from seed %d, in scenes of about %d words; the steps say what was done.", p.Seed, p.SceneWords),
		Form:      []string{Prose: "prose", Outline: "outline"}[p.Form],
		Layout:    []string{FilePerChapter: "file-per-chapter", OneFile: "single-file"}[p.Layout],
		OldScenes: old.scenes(oldKey), NewScenes: new.scenes(newKey),
		BeatMoves: []Move{}, ScoreFindings: &no, Steps: steps,
	}
	l := linker{plan: p, old: old, new: new}
	l.link()
	l.judge()
	for i, x := range l.links {
		g.Links = append(g.Links, l.gold(i, x))
	}
	g.BeatMoves = append(g.BeatMoves, l.beatMoves()...)
	if p.Noise.Of == Sentences {
		g.ScoreBeatMoves = &no // a sentence that was replaced may stand elsewhere now by accident
	}
	return g
}

// beatMoves lists the beats that stand in a scene that their old scene did not
// become.
func (l *linker) beatMoves() []Move {
	var moves []Move
	for j, s := range l.new.book.scenes {
		for k, b := range s.beats {
			if b.scene == none || slices.Contains(s.from, b.scene) {
				continue
			}
			from, to := l.old.at[b.scene], l.new.at[j]
			moves = append(moves, Move{
				Old: Place{Path: from.path, Line: from.beats[b.index]},
				New: Place{Path: to.path, Line: to.beats[k]},
			})
		}
	}
	return moves
}
