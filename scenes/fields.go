package scenes

import "strings"

// fieldKeys are the names that authors give to the facts on a scene card, and
// the one name under which a fact is kept. A key that is not here is kept
// under its own name, in lower case, where it stands beside one that is.
var fieldKeys = map[string]string{
	"title": "title", "titel": "title",
	"id": "id", "scene id": "id", "uuid": "id", "uid": "id",
	"pov": "pov", "viewpoint": "pov", "point of view": "pov", "view point": "pov", "perspective": "pov", "narrator": "pov", "perspektive": "pov", "erzähler": "pov",
	"place": "place", "location": "place", "where": "place", "setting": "place", "ort": "place", "schauplatz": "place", "lieu": "place", "lugar": "place",
	"time": "time", "when": "time", "date": "time", "story date": "time", "day": "time", "zeit": "time", "wann": "time", "quand": "time",
	"goal": "goal", "want": "goal", "wants": "goal", "objective": "goal", "ziel": "goal",
	"conflict": "conflict", "obstacle": "conflict", "opposition": "conflict", "against": "conflict", "antagonist": "conflict", "konflikt": "conflict",
	"stakes": "stakes", "stake": "stakes", "at stake": "stakes", "what's at stake": "stakes", "risk": "stakes", "einsatz": "stakes",
	"outcome": "outcome", "result": "outcome", "disaster": "outcome", "turn": "outcome", "resolution": "outcome",
	"synopsis": "synopsis", "summary": "synopsis", "logline": "synopsis", "description": "synopsis",
	"status": "status", "draft": "status", "stage": "status",
	"cast": "cast", "characters": "cast", "who": "cast", "on stage": "cast", "figuren": "cast",
	"thread": "thread", "plot": "thread", "plotline": "thread", "storyline": "thread", "arc": "thread",
	"purpose": "purpose", "function": "purpose", "hook": "hook", "mood": "mood", "tone": "mood", "theme": "theme", "weather": "weather",
	"value": "value", "value shift": "value", "tags": "tags", "keywords": "tags", "label": "label",
	"notes": "notes", "note": "notes", "words": "words", "word count": "words", "wordcount": "words", "target": "words",
}

// AppField says whether a canonical key belongs to the tool or the process
// rather than to the story: a change in it changes nothing that a reader of
// the book would notice.
func AppField(key string) bool {
	switch key {
	case "pov", "place", "time", "goal", "conflict", "stakes", "outcome", "synopsis", "cast", "title":
		return false
	}
	return true
}

// canonicalKey is the name under which a key is kept, and whether it is one
// that this package knows.
func canonicalKey(key string) (name string, known bool) {
	key = strings.ToLower(stripEmphasis(key))
	if name, known = fieldKeys[key]; known {
		return name, true
	}
	return key, false
}

// maxKey is the length of the longest key of a card, in bytes.
const maxKey = 24

// keyLine reads "POV: Lupe", "**Where:** the mill", "`Goal`: go home".
func keyLine(line string) (key, value string, ok bool) {
	before, after, found := strings.Cut(strings.TrimSpace(line), ":")
	if !found || len(before) > maxKey+4 {
		return "", "", false
	}
	key = strings.Trim(stripEmphasis(before), "`")
	if key == "" || len(key) > maxKey || strings.ContainsAny(key, ".!?\"“”;()") {
		return "", "", false
	}
	value = strings.TrimSpace(strings.TrimPrefix(strings.TrimLeft(after, "*_"), " "))
	return key, value, value != "" && (after[0] == ' ' || after[0] == '*' || after[0] == '_')
}

// addFields takes a paragraph of key lines as fields of the scene it stands
// in. Every line must be one and at least one key must be known: prose has
// colons too.
func (m *scanner) addFields(lines []string, first int) bool {
	known := 0
	for _, line := range lines {
		key, _, ok := keyLine(line)
		if !ok {
			return false
		}
		if _, k := canonicalKey(key); k {
			known++
		}
	}
	if known == 0 || len(lines) == 1 && !m.startsCard(lines[0]) {
		return false
	}
	for i, line := range lines {
		key, value, _ := keyLine(line)
		m.add(block{kind: fieldBlock, text: key + ": " + value, first: first + i + 1, last: first + i + 1})
	}
	return true
}

// startsCard says whether a single key line belongs to a card: it stands
// right below a heading or below another field. Elsewhere "Note: the mill
// is shut" is a line of prose.
func (m *scanner) startsCard(line string) bool {
	if len(m.blocks) == 0 {
		return false
	}
	switch m.blocks[len(m.blocks)-1].kind {
	case headingBlock, strongBlock, labelBlock, fieldBlock, markBlock:
		key, _, _ := keyLine(line)
		_, known := canonicalKey(key)
		return known
	}
	return false
}

// itemField reads a bullet at the head of a card: "- **POV:** Lupe". Only keys
// that are known count, since outlines are full of "- Result: he stays".
func itemField(text string) (key, value string, ok bool) {
	key, value, ok = keyLine(text)
	if !ok {
		return "", "", false
	}
	key, known := canonicalKey(key)
	return key, value, known
}
