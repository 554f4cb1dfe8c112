package scenes

import "strings"

// marker is what a list item begins with.
type marker struct {
	indent int    // columns before the mark
	width  int    // bytes up to the text; 0 where the line is no item
	number string // of an ordered item: "3"
}

// listMarker reads the mark of a list item: "- ", "* ", "+ ", "3. ", "3) ".
// Numbers have at most three digits: "1914. It was" begins a paragraph.
func listMarker(line string) marker {
	i, indent := 0, 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		if indent++; line[i] == '\t' {
			indent += 3
		}
		i++
	}
	mk := marker{indent: indent}
	switch start := i; {
	case i == len(line):
		return marker{}
	case strings.HasPrefix(line[i:], "• "):
		i += len("•")
	case strings.IndexByte("-*+", line[i]) >= 0:
		i++
	default:
		for i < len(line) && isDigit(rune(line[i])) {
			i++
		}
		if i == start || i-start > 3 || i == len(line) || line[i] != '.' && line[i] != ')' {
			return marker{}
		}
		mk.number = line[start:i]
		i++
	}
	if i == len(line) || line[i] != ' ' && line[i] != '\t' {
		return marker{}
	}
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	if i == len(line) {
		return marker{}
	}
	mk.width = i
	return mk
}

// item takes one list item with the lines that run on from it. A nested item
// is an item of its own, one deeper.
func (m *scanner) item() bool {
	mk := listMarker(m.lines[m.i])
	if mk.width == 0 {
		m.closeItems()
		return false
	}
	first := m.i
	text := []string{m.lines[m.i][mk.width:]}
	for m.i++; m.i < len(m.lines) && m.runsOn(m.lines[m.i]); m.i++ {
		text = append(text, m.lines[m.i])
	}
	m.add(block{kind: itemBlock, level: m.nest(mk.indent), text: cleanText(text), number: mk.number, first: first + 1, last: m.i})
	return true
}

// runsOn says whether a line continues the paragraph or item before it: it is
// not blank and begins nothing else.
func (m *scanner) runsOn(line string) bool {
	if isBlank(line) || listMarker(line).width > 0 || thematic(line) || underline(line) > 0 || strings.HasPrefix(strings.TrimSpace(line), "<!--") {
		return false
	}
	if _, _, ok := atxHeading(line); ok {
		return false
	}
	return fenceMark(line) == "" && !strings.HasPrefix(strings.TrimLeft(line, " "), "> ")
}

// nest is the depth of an item by its indent among the items still open.
// Two columns more make a child, as in every outliner.
func (m *scanner) nest(indent int) int {
	for len(m.items) > 0 && indent < m.items[len(m.items)-1] {
		m.items = m.items[:len(m.items)-1]
	}
	if len(m.items) == 0 || indent >= m.items[len(m.items)-1]+2 {
		m.items = append(m.items, indent)
	}
	return len(m.items) - 1
}

func (m *scanner) closeItems() { m.items = m.items[:0] }

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
		if setIn(line) || !wrapped && !m.runsOn(line) {
			break
		}
	}
	lines := m.lines[first:m.i]
	if m.addFields(lines, first) {
		return
	}
	if text := cleanText(lines); text != "" {
		m.add(block{kind: lineKind(lines, text), text: text, first: first + 1, last: m.i})
	}
}

// setIn says whether a line is set in as the first line of a paragraph: by an
// ideographic space or by a tab.
func setIn(line string) bool {
	return strings.HasPrefix(line, "\u3000") || strings.HasPrefix(line, "\t")
}

// lineKind tells a lone line that may be a heading from a paragraph.
func lineKind(lines []string, text string) blockKind {
	if len(lines) > 1 || len(text) > maxUnderlined {
		return paragraphBlock
	}
	bare := stripEmphasis(text)
	switch l := readLabel(bare); {
	case isStrong(text):
		return strongBlock
	case l.word != "" && l.number != "":
		return labelBlock
	case l.number != "" && l.title == "" && l.word == "":
		return numeralBlock
	}
	return paragraphBlock
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

// stripEmphasis takes the marks of bold and italic off a line.
func stripEmphasis(s string) string {
	if !strings.ContainsAny(s, "*_") {
		return strings.TrimSpace(s)
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "**", ""), "__", "")
	return strings.TrimSpace(strings.Trim(strings.ReplaceAll(s, "*", ""), "_"))
}

// cleanText is lines as running text without comments and hard line breaks.
func cleanText(lines []string) string {
	for i, line := range lines {
		if strings.HasSuffix(line, "\\") {
			lines = append([]string(nil), lines...)
			lines[i] = strings.TrimSuffix(line, "\\")
		}
	}
	return strings.TrimSpace(stripPairs(flow(lines), "<!--", "-->"))
}
