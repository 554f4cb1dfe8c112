package scenes

import "strings"

// fieldKeys are the names that authors give to the facts on a scene card, and
// the one name under which a fact is kept. A key that is not here is kept
// under its own name, in lower case, where it stands beside one that is.
var fieldKeys = map[string]string{
	"title": "title", "titel": "title",
	"id": "id", "scene id": "id", "uuid": "id", "uid": "id",
	"pov": "pov", "viewpoint": "pov", "point of view": "pov", "view point": "pov", "perspective": "pov", "narrator": "pov", "perspektive": "pov", "erzähler": "pov", "erzählperspektive": "pov",
	"place": "place", "location": "place", "where": "place", "setting": "place", "ort": "place", "schauplatz": "place", "handlungsort": "place", "lieu": "place", "lugar": "place",
	"time": "time", "when": "time", "date": "time", "story date": "time", "day": "time", "zeit": "time", "wann": "time", "quand": "time",
	"goal": "goal", "want": "goal", "wants": "goal", "objective": "goal", "ziel": "goal",
	"conflict": "conflict", "obstacle": "conflict", "opposition": "conflict", "against": "conflict", "antagonist": "conflict", "konflikt": "conflict",
	"stakes": "stakes", "stake": "stakes", "at stake": "stakes", "what's at stake": "stakes", "risk": "stakes", "einsatz": "stakes", "was auf dem spiel steht": "stakes", "auf dem spiel": "stakes", "risiko": "stakes",
	"outcome": "outcome", "result": "outcome", "disaster": "outcome", "turn": "outcome", "resolution": "outcome",
	"synopsis": "synopsis", "summary": "synopsis", "logline": "synopsis", "description": "synopsis",
	"status": "status", "draft": "status", "stage": "status",
	"cast": "cast", "characters": "cast", "char": "cast", "who": "cast", "on stage": "cast", "figuren": "cast", "personen": "cast",
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

// keyLine reads "POV: Lupe", "**Where:** the mill", "`Goal`: go home". What
// novelWriter puts before its keys, @ and %, is read over before those that
// are known.
func keyLine(line string) (key, value string, ok bool) {
	before, after, found := strings.Cut(strings.TrimSpace(line), ":")
	if !found || len(before) > maxKey+4 {
		return "", "", false
	}
	key = strings.Trim(stripEmphasis(before), "`")
	if marked := strings.TrimLeft(key, "@%"); marked != key && isKnownKey(marked) {
		key = marked
	}
	if key == "" || len(key) > maxKey || strings.ContainsAny(key, ".!?\"“”;()") {
		return "", "", false
	}
	after = strings.TrimPrefix(after, ":") // Dataview writes pov:: Lupe
	value = strings.TrimSpace(strings.TrimLeft(after, "*_"))
	return key, value, value != "" && (after[0] == ' ' || after[0] == '*' || after[0] == '_')
}

// wrappedKey is the length, in bytes, from which on a key line may go on in the
// next, since nobody wraps shorter ones.
const wrappedKey = 50

// addFields takes the key lines at the head of a paragraph as fields of the
// scene it stands in, and says how many lines it took: all or, on a card with
// text right below, some. Half the keys must be known: prose has colons too,
// and so have mails. A line without a key between two that have one, or behind a
// long one, or set in, goes on with the value above it.
func (m *scanner) addFields(lines []string, first int) (taken int) {
	last := lastKey(lines)
	if _, _, ok := keyLine(lines[0]); !ok || last < 0 {
		return 0
	}
	var fields []block
	known := 0
	for i, line := range lines {
		key, value, ok := keyLine(line)
		switch {
		case ok:
			if isKnownKey(key) {
				known++
			}
			fields = append(fields, block{kind: fieldBlock, text: key + ": " + value, first: first + i + 1, last: first + i + 1})
		case i < last || line[0] == ' ' || len(lines[i-1]) >= wrappedKey:
			f := &fields[len(fields)-1]
			f.text, f.last = f.text+" "+strings.TrimSpace(line), first+i+1
		case known < len(fields) || !m.inCard():
			return 0
		default:
			m.blocks = append(m.blocks, fields...)
			return i
		}
	}
	if known*2 < len(fields) || len(fields) == 1 && (len(lines) > 2 || !m.inCard()) {
		return 0
	}
	m.blocks = append(m.blocks, fields...)
	return len(lines)
}

// lastKey is the last of some lines that has a known key, -1 where none has.
func lastKey(lines []string) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if key, _, ok := keyLine(lines[i]); ok && isKnownKey(key) {
			return i
		}
	}
	return -1
}

func isKnownKey(key string) bool {
	_, known := canonicalKey(key)
	return known
}

// addTableFields takes the rows of a table as fields: it has two columns,
// stands at the head of a scene, and half the names in the first are known
// keys.
func (m *scanner) addTableFields(rows []string, first int) bool {
	var fields []block
	known := 0
	for i, row := range rows {
		cells := strings.Split(strings.Trim(strings.TrimSpace(row), "|"), "|")
		if len(cells) != 2 {
			return false
		}
		key, value := strings.Trim(stripEmphasis(trimColon(cells[0])), "`"), strings.TrimSpace(cells[1])
		if strings.Trim(key+value, "-: ") == "" {
			continue // the rule below the head, or an empty row
		}
		if isKnownKey(key) {
			known++
		}
		if key == "" || strings.Contains(key, ":") {
			return false
		}
		fields = append(fields, block{kind: fieldBlock, text: key + ": " + value, first: first + i + 1, last: first + i + 1})
	}
	if len(fields) == 0 || known*2 < len(fields) || !m.inCard() {
		return false
	}
	m.blocks = append(m.blocks, fields...)
	return true
}

// inCard says whether what comes next belongs to a card: it stands at the
// head of a file, right below a heading or a break, or below another field.
// Elsewhere "Note: the mill is shut" is a line of prose.
func (m *scanner) inCard() bool {
	if len(m.blocks) == 0 {
		return true
	}
	switch m.blocks[len(m.blocks)-1].kind {
	case headingBlock, strongBlock, labelBlock, fieldBlock, markBlock, breakBlock:
		return true
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
