package scenes

import "strings"

// Find lists the scenes that a name can mean: those with that id; else those
// with that title; else those whose title, or first words where they have no
// title, begin with it. Case, punctuation and layout do not count. A name may
// say both, title and first words, parted by a slash: "The Mill / Ada swept".
func Find(m *Manuscript, name string) []*Scene {
	id := strings.TrimPrefix(name, "#")
	title, opening, both := cutLast(name, nameParts) // a title may hold one: INT. HOUSE / YARD
	for _, fits := range []func(*Scene) bool{
		func(s *Scene) bool { return s.ID != "" && s.ID == id },
		func(s *Scene) bool { return both && sameWords(s.Title, title) && begins(s.opening(), opening) },
		func(s *Scene) bool { return s.Title != "" && sameWords(s.Title, name) },
		func(s *Scene) bool { return begins(s.Title, name) || s.Title == "" && begins(s.opening(), name) },
	} {
		var found []*Scene
		for _, s := range m.Scenes {
			if fits(s) {
				found = append(found, s)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// begins says whether text begins with the words of start.
func begins(text, start string) bool {
	words := Fold(start)
	return words != "" && strings.HasPrefix(Fold(text), words)
}

// opening is the text with which a scene begins.
func (s *Scene) opening() string {
	if len(s.Beats) == 0 {
		return ""
	}
	return s.Beats[0].Text
}
