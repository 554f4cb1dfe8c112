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
	if mk.width == 0 || mk.number != "" && m.alone() && startsLabel(m.lines[m.i]) { // 3. KAPITEL
		m.closeItems()
		return false
	}
	first := m.i
	text := []string{m.lines[m.i][mk.width:]}
	for m.i++; m.i < len(m.lines) && m.runsOn(m.lines[m.i]) && !startsHeading(m.lines[m.i]); m.i++ {
		text = append(text, m.lines[m.i])
	}
	m.add(block{kind: itemBlock, level: m.nest(mk.indent), text: cleanText(text), number: mk.number, first: first + 1, last: m.i})
	return true
}

// runsOn says whether a line continues the paragraph or item before it: it is
// not blank and begins nothing else.
func (m *scanner) runsOn(line string) bool {
	if isBlank(line) || listMarker(line).width > 0 || thematic(line) || underline(line) > 0 || m.source.isBreak(line) || isLayout(line) {
		return false
	}
	if t := strings.TrimSpace(line); strings.HasPrefix(t, "<!--") || strings.HasPrefix(t, "%%") {
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
