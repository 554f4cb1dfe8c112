package scenes

import "strings"

// markdown is Markdown as manuscripts use it. It reads every flavour's
// headings, breaks, lists, quotes, fences and front matter; it leaves inline
// marks in the text, where words are found without them.
//
// Two things depart from CommonMark, since novels are not documentation:
// indented text is prose, not code, and a line of any ornament that stands
// alone is a break.
var markdown = format{
	Name: "markdown",
	Doc:  "Markdown: outlines and prose (.md, .markdown, .mdown, .mkd, .qmd, .rmd)",
	Exts: []string{".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"},
	Scan: scanMarkdown,
}

// plain is text without markup: chapters are named by plain lines. Whatever
// Markdown it holds is read as such.
var plain = format{
	Name:   "text",
	Doc:    "plain text: CHAPTER ONE, * * *, blank lines (.txt, .text)",
	Exts:   []string{".txt", ".text"},
	Modest: true,
	Scan: func(s *source) *document {
		d := scanMarkdown(s)
		d.format = "text"
		return d
	},
}

// scanner walks a file's lines once, from the top; i is the next line's index.
type scanner struct {
	*document
	lines []string
	i     int
	items []int // indents of the list items that are open, outermost first
}

// scanMarkdown divides a file into blocks. It takes the first rule that fits
// at each line, so their order matters: what can hold anything (front matter,
// comments, fences) comes before what looks like something.
func scanMarkdown(s *source) *document {
	m := &scanner{document: &document{source: s, format: "markdown"}, lines: s.lines}
	m.frontMatter()
	for m.i < len(m.lines) {
		switch {
		case m.blank():
		case m.comment():
		case m.fence():
		case m.heading():
		case m.ornament():
		case m.quote():
		case m.table():
		case m.item():
		case m.htmlOnly():
		default:
			m.paragraph()
		}
	}
	return m.document
}

func (m *scanner) add(b block) { m.blocks = append(m.blocks, b) }

// blank skips empty lines; two or more of them are a gap, which may be a
// break in a manuscript that has no other.
func (m *scanner) blank() bool {
	start := m.i
	for m.i < len(m.lines) && isBlank(m.lines[m.i]) {
		m.i++
	}
	if n := m.i - start; n >= 2 && m.i < len(m.lines) && len(m.blocks) > 0 {
		m.add(block{kind: gapBlock, level: n, first: start + 1, last: m.i})
	}
	return m.i > start
}

// comment skips an HTML comment that begins a line, and takes an identity
// marker from it: <!-- scene: the-flood -->.
func (m *scanner) comment() bool {
	line := strings.TrimSpace(m.lines[m.i])
	if !strings.HasPrefix(line, "<!--") {
		return false
	}
	end := m.i
	for end < len(m.lines) && !strings.Contains(m.lines[end], "-->") {
		end++
	}
	if end == len(m.lines) { // never closed: it is text
		return false
	}
	if _, rest, _ := strings.Cut(m.lines[end], "-->"); !isBlank(rest) {
		return false
	}
	if end == m.i {
		inner := strings.TrimSuffix(strings.TrimPrefix(line, "<!--"), "-->")
		if id, ok := sceneMark(inner); ok {
			m.add(block{kind: markBlock, id: id, first: m.i + 1, last: m.i + 1})
		}
	}
	m.i = end + 1
	return true
}

// sceneMark reads the inside of an identity comment.
func sceneMark(inner string) (id string, ok bool) {
	key, value, found := strings.Cut(strings.TrimSpace(inner), ":")
	if !found {
		return "", false
	}
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "scene", "scene-id", "id":
		id = strings.TrimSpace(value)
		return id, id != "" && !strings.ContainsAny(id, " \t")
	}
	return "", false
}

// fence takes a fenced block as one beat, whatever stands in it. A bare ~~~
// between blank lines is an ornament that writers use, not a fence.
func (m *scanner) fence() bool {
	mark := fenceMark(m.lines[m.i])
	if mark == "" {
		return false
	}
	info := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(m.lines[m.i]), "`~"))
	if mark[0] == '~' && info == "" && m.alone() {
		return false
	}
	end := m.i + 1
	for end < len(m.lines) && (!strings.HasPrefix(strings.TrimSpace(m.lines[end]), mark) || strings.Trim(m.lines[end], " \t"+mark[:1]) != "") {
		end++
	}
	if end == len(m.lines) { // never closed: one stray mark must not swallow a book
		return false
	}
	m.add(block{kind: codeBlock, text: flow(m.lines[m.i+1 : end]), first: m.i + 1, last: end + 1})
	m.i = end + 1
	return true
}

// fenceMark is the run of three or more backquotes or tildes that a line begins with.
func fenceMark(line string) string {
	t := strings.TrimSpace(line)
	for _, c := range "`~" {
		if n := len(t) - len(strings.TrimLeft(t, string(c))); n >= 3 {
			return t[:n]
		}
	}
	return ""
}

// quote takes a block quotation, a beat a paragraph. Headings in it are
// quoted: nobody's scene begins there.
func (m *scanner) quote() bool {
	if !strings.HasPrefix(strings.TrimLeft(m.lines[m.i], " \t"), ">") {
		return false
	}
	var para []string
	first := m.i
	flush := func(end int) {
		if text := flow(para); text != "" {
			m.add(block{kind: quoteBlock, text: text, first: first + 1, last: end})
		}
		para, first = nil, end+1
	}
	for m.i < len(m.lines) {
		t := strings.TrimLeft(m.lines[m.i], " \t")
		if !strings.HasPrefix(t, ">") {
			break
		}
		inner := strings.TrimLeft(t, "> \t")
		if inner == "" {
			flush(m.i)
		} else {
			para = append(para, strings.TrimLeft(inner, "# "))
		}
		m.i++
	}
	flush(m.i)
	return true
}

// table takes rows of cells as one beat.
func (m *scanner) table() bool {
	first := m.i
	for m.i < len(m.lines) && strings.HasPrefix(strings.TrimSpace(m.lines[m.i]), "|") {
		m.i++
	}
	if m.i == first {
		return false
	}
	m.add(block{kind: tableBlock, text: flow(m.lines[first:m.i]), first: first + 1, last: m.i})
	return true
}

// htmlOnly skips a line that holds nothing but tags: it is layout.
func (m *scanner) htmlOnly() bool {
	t := strings.TrimSpace(m.lines[m.i])
	if !strings.HasPrefix(t, "<") || !strings.HasSuffix(t, ">") || !isBlank(stripTags(t)) {
		return false
	}
	m.i++
	return true
}

// stripTags removes <…> from a line.
func stripTags(s string) string { return stripPairs(s, "<", ">") }

// stripPairs removes every stretch from an open mark to the next close mark.
func stripPairs(s, open, shut string) string {
	if !strings.Contains(s, open) {
		return s
	}
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(s, open)
		out.WriteString(before)
		_, after, closed := strings.Cut(rest, shut)
		if !found {
			return out.String()
		}
		if !closed {
			return out.String() + open + rest
		}
		s = after
	}
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// alone says whether the next line stands between blank lines (or file ends).
func (m *scanner) alone() bool {
	return (m.i == 0 || isBlank(m.lines[m.i-1])) && (m.i+1 >= len(m.lines) || isBlank(m.lines[m.i+1]))
}

// flow joins lines to running text: layout white space becomes single spaces.
func flow(lines []string) string {
	if len(lines) == 1 && !strings.ContainsAny(lines[0], "\t") && !strings.Contains(lines[0], "  ") {
		return strings.TrimSpace(lines[0])
	}
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
}
