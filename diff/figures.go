package diff

import (
	"strings"
	"unicode"

	"git-scene/scenes"
)

// StrayFigure is a figure with its noun ("six weeks") that is another in one
// scene now and still stands in another scene.
type StrayFigure struct {
	Was, Now   string
	New, Still int // ordinals of new scenes
}

// StrayFigures are found where a beat's figure changed and not the word behind
// it, and a beat that stands elsewhere has both. The figure must be one in
// digits: in which words a language counts is not known here.
func (r *Report) StrayFigures() []StrayFigure {
	var all []StrayFigure
	seen := map[string]bool{}
	for _, row := range r.Scenes {
		for _, b := range row.Beats {
			for i := 1; i+1 < len(b.Words); i++ {
				was, now, rest := b.Words[i-1], b.Words[i], b.Words[i+1]
				if was.Op != "-" || now.Op != "+" || !isFigure(was.Text) || !isFigure(now.Text) {
					continue
				}
				noun := firstWord(rest.Text)
				phrase := strings.TrimSpace(was.Text) + " " + noun
				if noun == "" || seen[phrase] {
					continue
				}
				if still := r.stands(phrase, b.New[0].Scene); still > 0 {
					seen[phrase] = true
					all = append(all, StrayFigure{Was: phrase, Now: strings.TrimSpace(now.Text) + " " + noun, New: b.New[0].Scene, Still: still})
				}
			}
		}
	}
	return all
}

// isFigure says whether a text is one number; points and commas alone are none.
func isFigure(s string) bool {
	s = strings.TrimSpace(s)
	return strings.ContainsFunc(s, unicode.IsDigit) && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' }) < 0
}

// firstWord is the word that opens a text, "" where something else does.
func firstWord(s string) string {
	start, end := scenes.NextWord(s, 0)
	if start == len(s) || strings.TrimSpace(s[:start]) != "" {
		return ""
	}
	return s[start:end]
}

// stands finds a new scene, other than one, of which a beat that is older than
// this round holds a phrase; 0 for none.
func (r *Report) stands(phrase string, other int) int {
	for _, row := range r.Scenes {
		for _, b := range row.Beats {
			for _, beat := range b.New {
				if len(b.Old) > 0 && beat.Scene != other && strings.Contains(beat.Text, phrase) {
					return beat.Scene
				}
			}
		}
	}
	return 0
}
