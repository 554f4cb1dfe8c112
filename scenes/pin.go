package scenes

import (
	"strings"
	"unicode"
)

// Pin is its author's word that a scene of one draft is a scene of another,
// whatever detection finds. Both are names as [Find] reads them.
type Pin struct{ Old, New string }

// Name is a name by which [Find] finds that scene and no other: its id, else
// its title and as many of its first words as tell it from the others, at
// least a few. It is "" where another scene begins with the same beat.
//
// A name holds words and no place: it still means that scene after others
// were added, cut or moved.
func Name(m *Manuscript, s *Scene) string {
	if s.ID != "" {
		return unique(m, s, "#"+s.ID)
	}
	words := strings.FieldsFunc(s.opening(), func(r rune) bool { return r == '/' || unicode.IsSpace(r) })
	for n := min(nameWords, len(words)); ; n++ {
		name := strings.Join(words[:n], " ")
		switch {
		case s.Title != "" && n == 0:
			name = s.Title
		case s.Title != "":
			name = s.Title + nameParts + name
		}
		if unique(m, s, name) != "" || n >= len(words) {
			return unique(m, s, name)
		}
	}
}

// nameParts parts the title from the first words in a name.
const nameParts = " / "

// nameWords is how many first words a name has at least.
const nameWords = 5

// unique is the name where it means that scene alone, else "".
func unique(m *Manuscript, s *Scene, name string) string {
	if found := Find(m, name); len(found) == 1 && found[0] == s {
		return name
	}
	return ""
}
