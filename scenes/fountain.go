package scenes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// stripNotes blanks boneyard and notes, and keeps the lines' numbers. A mark
// for identity ([[scene: id]]) is left for the scanner.
func stripNotes(lines []string) []string {
	out := make([]string, len(lines))
	shut := "" // what ends the comment that is open
	for i, line := range lines {
		var kept strings.Builder
		for line != "" {
			if shut != "" {
				_, rest, found := strings.Cut(line, shut)
				if !found {
					break
				}
				line, shut = rest, ""
				continue
			}
			at, mark := nextNote(line)
			kept.WriteString(line[:at])
			if at == len(line) {
				break
			}
			shut = map[string]string{"/*": "*/", "[[": "]]"}[mark]
			line = line[at+2:]
			if id, rest, found := strings.Cut(line, "]]"); found && mark == "[[" {
				if id, ok := sceneMark(id); ok {
					kept.WriteString("[[" + id + "]]")
					line, shut = rest, ""
				}
			}
		}
		out[i] = kept.String()
	}
	if shut != "" { // never closed: one stray mark must not swallow a script
		return lines
	}
	return out
}

// nextNote is where the next comment opens in a line, or the line's length.
func nextNote(line string) (at int, mark string) {
	at = len(line)
	for _, m := range []string{"/*", "[["} {
		if i := strings.Index(line, m); i >= 0 && i < at {
			at, mark = i, m
		}
	}
	return at, mark
}

// titlePage reads "Title: SLIPWAY" and its like up to the first blank line.
// It is matter: the book's title page.
func (f *script) titlePage() {
	if len(f.lines) == 0 || !isTitleKey(f.lines[0]) {
		return
	}
	for f.i < len(f.lines) && !isBlank(f.lines[f.i]) {
		line := strings.TrimSpace(f.lines[f.i])
		if key, value, ok := strings.Cut(line, ":"); ok && strings.EqualFold(key, "title") {
			f.title = strings.Trim(stripEmphasis(value), " ")
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

// isSlugline is git's own pattern for Fountain (userdiff.c), without the
// forced form: int, ext, est, int/ext, i/e, then a full stop or a space.
func isSlugline(line string) bool {
	upper := strings.ToUpper(line[:min(len(line), 10)])
	for _, p := range []string{"INT./EXT", "EXT./INT", "INT/EXT", "EXT/INT", "INT", "EXT", "EST", "I/E", "E/I"} {
		if rest, ok := strings.CutPrefix(upper, p); ok {
			return rest != "" && (rest[0] == '.' || rest[0] == ' ')
		}
	}
	return false
}

func cutSceneNumber(text string) (rest, number string) {
	if !strings.HasSuffix(text, "#") {
		return text, ""
	}
	open := strings.LastIndexByte(text[:len(text)-1], '#')
	if open < 0 {
		return text, ""
	}
	return strings.TrimSpace(text[:open]), strings.TrimSpace(text[open+1 : len(text)-1])
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

// isCue says whether a line is a name in capitals, with an extension in
// brackets or none: MORAG, MORAG (V.O.), R2D2 (on the radio).
func isCue(line string) bool {
	name, _, _ := strings.Cut(line, "(")
	letters := 0
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(line))
	return letters > 0 && !strings.HasSuffix(line, " TO:") && last != ':' && !strings.HasPrefix(line, "!") && !strings.HasPrefix(line, ">")
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

// slugSetting is the place and the time that a slugline names: what follows
// INT. or EXT. up to the last dash, and what follows the dash.
func slugSetting(slug string) (place, time string) {
	rest := slug
	for isSlugline(rest + " ") {
		_, after, ok := strings.Cut(rest, " ")
		if !ok {
			break
		}
		rest = strings.TrimSpace(after)
	}
	for _, dash := range []string{" - ", " – ", " — ", " -- "} {
		if i := strings.LastIndex(rest, dash); i >= 0 {
			return strings.TrimSpace(rest[:i]), strings.TrimSpace(rest[i+len(dash):])
		}
	}
	return rest, ""
}
