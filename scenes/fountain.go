package scenes

import "strings"

// fountain is Fountain, the plain text of screenplays (fountain.io/syntax).
// A slugline begins a scene; a paragraph of action or a cue with its speech
// is a beat; sections are divisions; synopses are fields. Notes and boneyard
// are the writer's own and are left out. Scene numbers are labels: drafts
// are renumbered.
var fountain = format{
	Name: "fountain",
	Doc:  "Fountain: screenplays (.fountain, .spmd)",
	Exts: []string{".fountain", ".spmd"},
	Scan: scanFountain,
}

// script walks the lines of a screenplay once.
type script struct {
	*document
	lines []string
	i     int
}

func scanFountain(s *source) *document {
	f := &script{document: &document{source: s, format: "fountain"}, lines: stripNotes(s.lines)}
	f.titlePage()
	for f.i < len(f.lines) {
		line := strings.TrimSpace(f.lines[f.i])
		switch {
		case line == "":
			f.i++
		case f.source.isBreak(line):
			f.one(breakBlock, "")
		case isPageBreak(line):
			f.i++
		case strings.HasPrefix(line, "#"):
			f.section(line)
		case strings.HasPrefix(line, "="):
			f.one(synopsisBlock, strings.TrimSpace(line[1:]))
		case f.slug(line):
		case f.mark(line):
		case f.cue(line):
		default:
			f.action()
		}
	}
	return f.document
}

func (f *script) add(b block) { f.blocks = append(f.blocks, b) }

// one adds a block of a single line.
func (f *script) one(kind blockKind, text string) {
	f.i++
	f.add(block{kind: kind, text: text, first: f.i, last: f.i})
}

// titlePage reads "Title: SLIPWAY" and its like up to the first blank line.
// It is matter: the book's title page.
func (f *script) titlePage() {
	if len(f.lines) == 0 || !isTitleKey(f.lines[0]) {
		return
	}
	inTitle := false
	for f.i < len(f.lines) && !isBlank(f.lines[f.i]) {
		line := strings.TrimSpace(f.lines[f.i])
		key, value, keyed := strings.Cut(line, ":")
		if setIn := line != f.lines[f.i]; !keyed || setIn && !isTitleKey(line) { // the value goes on
			value = line
		} else {
			inTitle = strings.EqualFold(key, "title")
		}
		if inTitle {
			f.title = join(f.title, stripEmphasis(value), " ")
		}
		f.one(titleBlock, line)
	}
	f.head = f.i
}

// isTitleKey says whether a script begins with a title page: a key that
// Fountain knows, with a colon.
func isTitleKey(line string) bool {
	key, _, ok := strings.Cut(line, ":")
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "title", "credit", "author", "authors", "source", "notes", "draft date", "date", "contact", "copyright", "revision":
		return ok
	}
	return false
}

func isPageBreak(line string) bool { return len(line) >= 3 && strings.Trim(line, "=") == "" }

func (f *script) section(line string) {
	rest := strings.TrimLeft(line, "#")
	if strings.TrimSpace(rest) == "" {
		f.one(breakBlock, "")
		return
	}
	level := min(len(line)-len(rest), 6)
	f.one(headingBlock, strings.TrimSpace(rest))
	f.blocks[len(f.blocks)-1].level = level
}

// slug takes a scene heading: INT., EXT., EST., I/E and their pairs, or any
// line forced by a full stop. Its number stands between # marks at its end.
func (f *script) slug(line string) bool {
	forced := len(line) > 1 && line[0] == '.' && line[1] != '.'
	if !forced && !isSlugline(line) {
		return false
	}
	text := line
	if forced {
		text = strings.TrimSpace(line[1:])
	}
	text, number := cutSceneNumber(text)
	f.one(slugBlock, text)
	f.blocks[len(f.blocks)-1].number = number
	return true
}

// mark takes the author's identity mark.
func (f *script) mark(line string) bool {
	id, ok := strings.CutPrefix(line, "[[")
	if !ok || !strings.HasSuffix(id, "]]") {
		return false
	}
	f.one(markBlock, "")
	f.blocks[len(f.blocks)-1].id = strings.TrimSuffix(id, "]]")
	return true
}

// cue takes a character's name with all that is said below it, as one beat:
// "MORAG: (dry) And with the boat."
func (f *script) cue(line string) bool {
	forced := strings.HasPrefix(line, "@")
	if !forced && !isCue(line) || f.i+1 >= len(f.lines) || isBlank(f.lines[f.i+1]) || f.i > 0 && !isBlank(f.lines[f.i-1]) {
		return false
	}
	first := f.i
	speech := []string{strings.TrimSpace(strings.TrimRight(strings.TrimPrefix(line, "@"), "^")) + ":"}
	for f.i++; f.i < len(f.lines) && f.lines[f.i] != ""; f.i++ { // two blanks on a line keep a speech going
		speech = append(speech, strings.TrimPrefix(strings.TrimSpace(f.lines[f.i]), "~"))
	}
	f.add(block{kind: dialogueBlock, text: flow(speech), first: first + 1, last: f.i})
	return true
}

// action takes a paragraph of description; a transition or a centred line is
// one too.
func (f *script) action() {
	first := f.i
	var text []string
	for ; f.i < len(f.lines) && !isBlank(f.lines[f.i]); f.i++ {
		line := strings.TrimSpace(f.lines[f.i])
		if f.i > first && (strings.HasPrefix(line, "#") || isSlugline(line)) {
			break
		}
		text = append(text, strings.Trim(strings.TrimPrefix(line, "!"), "><"))
	}
	f.add(block{kind: actionBlock, text: flow(text), first: first + 1, last: f.i})
}
