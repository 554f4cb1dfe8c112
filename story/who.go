package story

import (
	"slices"
	"strings"

	"git-scene/scenes"
)

// Who is in a scene, given its ordinal, by name, in the order of the cast: on
// stage, and merely mentioned. Whom the author notes on the scene's card is on
// stage, and stands first.
func (r *Reading) Who(scene int) (onStage, mentioned []string) {
	for _, name := range noteNames(r.m.Scenes[scene-1].Field("cast")) {
		if p := r.called(name); p != nil {
			name = p.Name
		}
		if !slices.Contains(onStage, name) {
			onStage = append(onStage, name)
		}
	}
	for _, p := range r.Cast() {
		seen, ok := p.In(scene)
		switch {
		case !ok || !p.Sure() || slices.Contains(onStage, p.Name):
		case seen.OnStage:
			onStage = append(onStage, p.Name)
		default:
			mentioned = append(mentioned, p.Name)
		}
	}
	return onStage, mentioned
}

// Acts says whether a text tells what somebody does, as far as the words beside
// the name say: "Ethan works late", not "to Ethan".
func (r *Reading) Acts(p *Person, text string) bool {
	if r.words == nil {
		return false
	}
	for _, m := range r.words.mentionsOf(&scenes.Beat{Text: text}, wordsOf(text), r.lore) {
		if q := r.person(strings.ToLower(m.names[0])); q != nil && q.Name == p.Name && (m.signs.speaks || m.signs.acts) {
			return true
		}
	}
	return false
}

// called is the first of the cast of whose name all words of a text are, nil
// for nobody.
func (r *Reading) called(name string) *Person {
	if found := Called(r.Cast(), name); len(found) > 0 {
		return &r.Cast()[found[0]]
	}
	return nil
}

// noteNames are the names of a list on a card: "Ada, Tom; [[Mrs. Orr]]".
func noteNames(list string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' }) {
		if name = strings.Trim(name, " []@*_\"'"); scenes.CountWords(name) > 0 && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// Named are the sure ones of the cast whom a text names with a capital, in the
// order in which it does.
func (r *Reading) Named(text string) []*Person {
	var found []*Person
	for _, w := range wordsOf(text) {
		if p := r.person(w.lower); w.capital && p != nil && p.Sure() && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return found
}
