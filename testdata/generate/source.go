package generate

import (
	"fmt"
	"io/fs"

	"git-scene/scenes"
)

// Source is text to make books of: somebody's prose, in stretches that its
// author parted by headings or breaks.
type Source struct {
	stretches  [][]string // paragraphs
	words      int
	vocabulary []string        // every word as often as it stands there, without its punctuation
	lower      map[string]bool // the words that stand there in lower case
}

// Read takes the story out of one or more folders of texts. Headings, tables,
// code and a screenplay's speeches are left out, and so is markup.
func Read(texts ...fs.FS) (*Source, error) {
	s := &Source{lower: map[string]bool{}}
	for _, fsys := range texts {
		m, err := scenes.Parse(fsys, scenes.Options{})
		if err != nil {
			return nil, fmt.Errorf("reading the source: %w", err)
		}
		for _, scene := range m.Scenes {
			s.add(scene)
		}
	}
	return s, nil
}

func (s *Source) add(scene *scenes.Scene) {
	var stretch []string
	for _, b := range scene.Beats {
		if b.Kind != scenes.Paragraph && b.Kind != scenes.Bullet && b.Kind != scenes.Quote && b.Kind != scenes.Action {
			continue
		}
		text := clean(b.Text)
		if text == "" {
			continue
		}
		stretch = append(stretch, text)
		for _, w := range fields(text) {
			s.words++
			if _, word, _ := parse(w); word != "" {
				s.vocabulary = append(s.vocabulary, word)
				s.lower[word] = true
			}
		}
	}
	if len(stretch) > 0 {
		s.stretches = append(s.stretches, stretch)
	}
}

// Words counts the source's words.
func (s *Source) Words() int { return s.words }

// Scenes counts the scenes of about so many words that the source gives.
func (s *Source) Scenes(words int) int { return len(s.cut(words)) }

// cut divides the source into scenes of about so many words, each a list of
// beats. A scene ends where the author ended one, if that is near enough.
func (s *Source) cut(words int) [][]string {
	const nearEnough = 0.6
	var all [][]string
	var beats []string
	held := 0
	end := func() {
		all = append(all, beats)
		beats, held = nil, 0
	}
	for _, stretch := range s.stretches {
		for _, paragraph := range stretch {
			for _, beat := range pieces(paragraph, beatWords(words)) {
				n := count(beat)
				if held > 0 && held+n-words > words-held {
					end()
				}
				beats = append(beats, beat)
				held += n
			}
		}
		if float64(held) >= nearEnough*float64(words) {
			end()
		}
	}
	return all // what is left over is too short
}

// beatWords is how long a beat may be in a scene of so many words: a scene has
// three beats or so, but no paragraph is longer than prose has them.
func beatWords(sceneWords int) int {
	const short, long = 8, 120
	return min(max(sceneWords/3, short), long)
}

// pieces divides a paragraph that is much longer than wanted between its
// sentences, and those between their clauses where even they are too long.
func pieces(paragraph string, limit int) []string {
	long := limit + limit/2
	if count(paragraph) <= long {
		return []string{paragraph}
	}
	var units []string
	for _, sentence := range sentences(paragraph) {
		if count(sentence) > 2*limit {
			units = append(units, clauses(sentence)...)
		} else {
			units = append(units, sentence)
		}
	}
	return gather(units, limit)
}

// gather joins neighbours until each piece has the wanted length. A last one
// that is short goes with the one before.
func gather(units []string, limit int) []string {
	var all []string
	piece := ""
	for _, u := range units {
		piece = join(piece, u)
		if count(piece) >= limit {
			all = append(all, piece)
			piece = ""
		}
	}
	if piece != "" && len(all) > 0 && count(piece) < limit/2 {
		all[len(all)-1] = join(all[len(all)-1], piece)
	} else if piece != "" {
		all = append(all, piece)
	}
	var begun []string
	for _, p := range all {
		if p = begin(p); p != "" {
			begun = append(begun, p)
		}
	}
	return begun
}
