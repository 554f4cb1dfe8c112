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
	items []int          // indents of the list items that are open, outermost first
	open  map[string]int // marks that nothing behind this line closes: a fence of this length or more, a comment
}

// scanMarkdown divides a file into blocks. It takes the first rule that fits
// at each line, so their order matters: what can hold anything (front matter,
// comments, fences) comes before what looks like something.
func scanMarkdown(s *source) *document {
	m := &scanner{document: &document{source: s, format: "markdown"}, lines: s.lines, open: map[string]int{}}
	m.frontMatter()
	for m.i < len(m.lines) {
		switch {
		case m.blank():
		case m.ownBreak():
		case m.comment("<!--", "-->"):
		case m.comment("%%", "%%"): // Obsidian's
		case m.fence():
		case m.layout():
		case m.heading():
		case m.ornament():
		case m.quote():
		case m.table():
		case m.item():
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
	if m.i-start >= 2 && m.i < len(m.lines) {
		m.addGap(start+1, m.i)
	}
	return m.i > start
}

// addGap adds wide space, or makes the one before wider.
func (m *scanner) addGap(first, last int) {
	switch n := len(m.blocks); {
	case n == 0:
	case m.blocks[n-1].kind == gapBlock:
		m.blocks[n-1].last = last
	default:
		m.add(block{kind: gapBlock, first: first, last: last})
	}
}

// ownBreak takes a line that the author named as one that parts scenes.
func (m *scanner) ownBreak() bool {
	if !m.source.isBreak(m.lines[m.i]) {
		return false
	}
	m.i++
	m.add(block{kind: breakBlock, first: m.i, last: m.i})
	return true
}

// comment skips a comment that begins a line and ends one, and takes an
// identity marker from it: <!-- scene: the-flood -->.
func (m *scanner) comment(open, shut string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(m.lines[m.i]), open)
	if !ok {
		return false
	}
	end := m.i
	if !strings.Contains(rest, shut) {
		if end = m.closer(open, 1, func(line string) bool { return strings.Contains(line, shut) }); end < 0 {
			return false // never closed: it is text
		}
		rest = m.lines[end]
	}
	inner, behind, _ := strings.Cut(rest, shut)
	if !isBlank(behind) {
		return false
	}
	if id, ok := sceneMark(inner); ok && end == m.i {
		m.add(block{kind: markBlock, id: id, first: m.i + 1, last: m.i + 1})
	}
	m.i = end + 1
	return true
}

// closer is the first line behind this one that closes what a mark of some
// length opens, -1 where none does. That none does is remembered, so that a
// file of nothing but open marks is still read once.
func (m *scanner) closer(mark string, length int, closes func(line string) bool) int {
	if n, open := m.open[mark]; open && length >= n {
		return -1
	}
	for i := m.i + 1; i < len(m.lines); i++ {
		if closes(m.lines[i]) {
			return i
		}
	}
	m.open[mark] = length
	return -1
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
	end := m.closer(mark[:1], len(mark), func(line string) bool {
		t := strings.TrimSpace(line)
		return len(t) >= len(mark) && strings.Trim(t, mark[:1]) == ""
	})
	if end < 0 { // never closed: one stray mark must not swallow a book
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
		if _, title, ok := atxHeading(inner); ok && title != "" {
			inner = title
		}
		if inner == "" {
			flush(m.i)
		} else {
			para = append(para, inner)
		}
		m.i++
	}
	flush(m.i)
	return true
}

// table takes rows of cells as one beat; or, where its rows are the facts of a
// card, as fields.
func (m *scanner) table() bool {
	first := m.i
	for m.i < len(m.lines) && strings.HasPrefix(strings.TrimSpace(m.lines[m.i]), "|") {
		m.i++
	}
	if m.i == first {
		return false
	}
	if !m.addTableFields(m.lines[first:m.i], first) {
		m.add(block{kind: tableBlock, text: flow(m.lines[first:m.i]), first: first + 1, last: m.i})
	}
	return true
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }

// alone says whether the next line stands between blank lines, file ends, or
// lines that are only layout.
func (m *scanner) alone() bool {
	empty := func(i int) bool { return i < 0 || i >= len(m.lines) || isBlank(m.lines[i]) || isLayout(m.lines[i]) }
	return empty(m.i-1) && empty(m.i+1)
}
