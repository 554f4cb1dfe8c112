package scenes

import (
	"strings"
	"unicode/utf8"
)

// paragraph takes lines up to a blank one, or up to one that begins something
// else. A line that is set in begins a new paragraph where the text is set
// that way (typescripts, Chinese, Japanese). A number interrupts a paragraph
// only where it begins a list ("1."), as in CommonMark: wrapped prose has
// lines that begin with any other.
func (m *scanner) paragraph() {
	first := m.i
	for m.i++; m.i < len(m.lines); m.i++ {
		line := m.lines[m.i]
		wrapped := listMarker(line).number > "1" && !isStrong(m.lines[first])
		if setIn(line) || interrupts(line) || !wrapped && !m.runsOn(line) {
			break
		}
	}
	lines := m.lines[first:m.i]
	for n := headingLines(lines); n > 0; n = headingLines(lines) {
		m.addParagraph(lines[:n], first)
		lines, first = lines[n:], first+n
	}
	m.addParagraph(lines, first)
}

// addParagraph adds lines as fields, as a line that may be a heading, or as a
// paragraph.
func (m *scanner) addParagraph(lines []string, first int) {
	n := m.addFields(lines, first)
	lines, first = lines[n:], first+n
	text := cleanText(lines)
	if text == "" {
		return
	}
	b := block{kind: lineKind(lines, text), text: text, first: first + 1, last: first + len(lines)}
	if bare, id := cutAttributes(text); id != "" && len(lines) == 1 { // **Scene 3** {#mill}
		if kind := lineKind([]string{bare}, bare); kind != paragraphBlock {
			b.kind, b.text, b.id = kind, bare, id
		}
	}
	m.add(b)
}

// headingLines is how many lines at the head of a paragraph are a heading with
// text right below: one that says "Scene 3: The Mill". Two are one heading
// where the title of "CHAPTER ONE" is the whole second line; and a list of
// such lines is a list.
func headingLines(lines []string) int {
	if len(lines) < 2 || !startsLabel(lines[0]) || len(lines) == 2 && lineKind(lines, flow(lines)) == labelBlock {
		return 0
	}
	if next := readLabel(lines[1]); next.isTyped() && next.isTitleLike() && !startsLabel(lines[1]) {
		return 0
	}
	return 1
}

// startsLabel says whether a line is a heading by what it calls itself.
func startsLabel(line string) bool {
	if len(line) > maxUnderlined || setIn(line) {
		return false
	}
	l := readLabel(trimColon(stripEmphasis(line)))
	return l.isTyped() && l.isTitleLike() && (l.title == "" || !soundsSpoken(l.title))
}

// startsHeading says whether a line that is not set in begins a heading right
// below a list item: it is bold from end to end, or calls itself something.
func startsHeading(line string) bool {
	return line[0] != ' ' && line[0] != '\t' && (isStrong(line) || startsLabel(line))
}

// interrupts says whether a line begins a heading though it stands in the
// middle of a paragraph: "**Scene 3**" or "Scene 3: The Mill"; or 第三章 and its
// like, since in such texts no blank line need part paragraphs.
func interrupts(line string) bool {
	if len(line) > maxUnderlined {
		return false
	}
	if l, ok := cjkLabel(line); ok {
		return l.title == "" || !soundsSpoken(l.title)
	}
	return startsLabel(line) && (isStrong(line) || strings.Contains(line, ":") && readLabel(line).rank == sceneRank)
}

// setIn says whether a line is set in as the first line of a paragraph: by an
// ideographic space or by a tab; or begins with a corner bracket, as speech
// does that is printed on lines of its own.
func setIn(line string) bool {
	for _, mark := range []string{"\u3000", "\t", "「", "『"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// lineKind tells lines that may be a heading from a paragraph. A plain heading
// may have its title on a second line.
func lineKind(lines []string, text string) blockKind {
	if len(text) > maxUnderlined || len(lines) > 2 {
		return paragraphBlock
	}
	if len(lines) == 2 {
		l, title := readLabel(lines[0]), strings.TrimSpace(lines[1])
		if l.isTyped() && l.number != "" && l.title == "" && len(title) <= maxTitle && !soundsSpoken(title) && !startsLabel(title) {
			return labelBlock
		}
		return paragraphBlock
	}
	bare := stripEmphasis(text)
	switch l := readLabel(bare); {
	case isEndLine(text):
		return endBlock
	case isStrong(text):
		return strongBlock
	case l.isTitleLike(), isStoryTitle(bare) && !soundsSpoken(bare):
		return labelBlock
	case l.number != "" && l.title == "" && l.word == "":
		return numeralBlock
	}
	return paragraphBlock
}

// isEndLine says whether a line is set as the end of a book is: in capitals,
// in bold or italics, or as a title. "The end," somebody said.
func isEndLine(text string) bool {
	bare := stripEmphasis(text)
	return endsBook(bare) && (bare != strings.TrimSpace(text) || bare == strings.ToUpper(bare) || bare == "The End")
}

// isStrong says whether a line is bold from end to end: **Title**, __Title__,
// with a colon inside or after.
func isStrong(line string) bool {
	t := strings.TrimSuffix(strings.TrimSpace(line), ":")
	for _, mark := range []string{"**", "__"} {
		if len(t) > 4 && strings.HasPrefix(t, mark) && strings.HasSuffix(t, mark) {
			return !strings.Contains(strings.Trim(t, "*_"), mark)
		}
	}
	return false
}

// stripEmphasis takes the marks of bold and italic off a line; an underscore
// in a word stays, and so does `code`.
func stripEmphasis(s string) string {
	if !strings.ContainsAny(s, "*_") {
		return strings.TrimSpace(s)
	}
	var out strings.Builder
	code := false
	for i := 0; i < len(s); i++ {
		code = code != (s[i] == '`')
		inWord := func(at int) bool { return at >= 0 && at < len(s) && (s[at] >= utf8.RuneSelf || plainWord[s[at]]) }
		if !code && (s[i] == '*' || s[i] == '_' && !(inWord(i-1) && inWord(i+1))) {
			continue
		}
		out.WriteByte(s[i])
	}
	return strings.TrimSpace(out.String())
}
