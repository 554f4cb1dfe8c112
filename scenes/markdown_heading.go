package scenes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxUnderlined is the length of the longest line, in bytes, that a row of
// dashes or equals signs below it makes a heading. A longer line is a
// paragraph that somebody forgot to part from a break.
const maxUnderlined = 120

// heading takes an ATX heading (## Title) or an underlined one. A heading of
// nothing but ornament ("### * * *", "#" alone) is a break.
func (m *scanner) heading() bool {
	for _, read := range []func(string) (int, string, bool){atxHeading, tightHeading, htmlHeading} {
		if level, text, ok := read(m.lines[m.i]); ok {
			m.addHeading(level, text, m.i, m.i)
			m.i++
			return true
		}
	}
	if m.i+1 >= len(m.lines) {
		return false
	}
	level := underline(m.lines[m.i+1])
	text := strings.TrimSpace(m.lines[m.i])
	switch {
	case level == 0, len(text) > maxUnderlined, isOrnament(text), listMarker(m.lines[m.i]).width > 0, strings.HasPrefix(text, ">"):
		return false
	case m.i > 0 && thematic(m.lines[m.i-1]): // a line between two rules
		return false
	case !underlinesTitle(text, m.lines[m.i+1]):
		return false
	}
	m.addHeading(level, text, m.i, m.i+1)
	m.i += 2
	return true
}

func (m *scanner) addHeading(level int, text string, first, last int) {
	text, id := cutAttributes(text)
	if text == "" || isOrnament(text) && utf8.RuneCountInString(text) > 1 {
		m.add(block{kind: breakBlock, first: first + 1, last: last + 1})
		return
	}
	m.add(block{kind: headingBlock, level: level, text: stripLinks(stripPairedTags(text)), id: id, first: first + 1, last: last + 1})
}

// atxHeading reads "## Title ##": one to six marks, then a space or nothing.
func atxHeading(line string) (level int, text string, ok bool) {
	t := strings.TrimLeft(line, " ")
	if len(line)-len(t) > 3 {
		return 0, "", false
	}
	rest := strings.TrimLeft(t, "#")
	level = len(t) - len(rest)
	if level == 0 || level > 6 || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return 0, "", false
	}
	rest = strings.TrimSpace(rest)
	if shut := strings.TrimRight(rest, "#"); shut == "" || strings.HasSuffix(shut, " ") {
		rest = strings.TrimSpace(shut)
	}
	return level, rest, true
}

// tightHeading reads "##Chapter 3", which lacks its blank: a heading if it
// calls itself something, else a tag.
func tightHeading(line string) (level int, text string, ok bool) {
	rest := strings.TrimLeft(line, "#")
	level = len(line) - len(rest)
	return level, strings.TrimSpace(rest), 0 < level && level <= 6 && startsLabel(rest)
}

// htmlHeading reads "<h2 align="center">Title</h2>" on one line.
func htmlHeading(line string) (level int, text string, ok bool) {
	t := strings.TrimSpace(line)
	if len(t) < 9 || len(t) > maxLayout || t[0] != '<' || t[1] != 'h' && t[1] != 'H' || t[2] < '1' || t[2] > '6' || t[3] != '>' && t[3] != ' ' {
		return 0, "", false
	}
	inner, found := strings.CutSuffix(strings.ToLower(t), "</h"+t[2:3]+">")
	_, start, open := strings.Cut(t[:len(inner)], ">")
	return int(t[2] - '0'), strings.TrimSpace(stripTags(start)), found && open
}

// stripPairedTags takes tags off a heading that has any with an end.
func stripPairedTags(s string) string {
	if !strings.Contains(s, "</") {
		return s
	}
	return strings.TrimSpace(stripTags(s))
}

// stripLinks leaves of [text](target), [[target|text]] and [^note] the text.
func stripLinks(s string) string {
	if !strings.Contains(s, "[") {
		return s
	}
	var out strings.Builder
	for s != "" {
		before, rest, _ := strings.Cut(s, "[")
		out.WriteString(before)
		inner, after, closed := strings.Cut(rest, "]")
		switch wiki, isWiki := strings.CutPrefix(inner, "["); {
		case len(before) == len(s):
			return out.String()
		case !closed:
			return out.String() + "[" + rest
		case isWiki && strings.HasPrefix(after, "]"):
			if _, name, ok := strings.Cut(wiki, "|"); ok {
				wiki = name
			}
			out.WriteString(wiki)
			after = after[1:]
		case strings.HasPrefix(inner, "^"):
		case strings.HasPrefix(after, "(") && strings.Contains(after, ")"):
			out.WriteString(inner)
			_, after, _ = strings.Cut(after, ")")
		default:
			out.WriteString("[" + inner + "]")
		}
		s = after
	}
	return strings.TrimSpace(out.String())
}

// underline is the level that a line gives to the line above it: 1 for
// equals signs, 2 for dashes, 0 for anything else.
func underline(line string) int {
	t := strings.TrimSpace(line)
	switch {
	case len(t) >= 2 && strings.Trim(t, "=") == "":
		return 1
	case len(t) >= 3 && strings.Trim(t, "-") == "":
		return 2
	}
	return 0
}

// underlinesTitle tells a title with its underline from the last line of a
// scene with a break right below it. An underline is about as long as its
// title; a short one under a sentence or a line of speech is a break.
func underlinesTitle(text, under string) bool {
	length := utf8.RuneCountInString(text)
	return length <= 3 || len(strings.TrimSpace(under))*2 >= length && len(strings.TrimSpace(under)) > 3 || !soundsSpoken(text)
}

// cutAttributes parts a heading from {#id .class} at its end.
func cutAttributes(text string) (rest, id string) {
	if !strings.HasSuffix(text, "}") {
		return text, ""
	}
	open := strings.LastIndex(text, "{")
	if open < 0 || open+1 < len(text) && !strings.ContainsRune("#.-", rune(text[open+1])) {
		return text, ""
	}
	for _, f := range strings.Fields(text[open+1 : len(text)-1]) {
		if strings.HasPrefix(f, "#") {
			id = f[1:]
		}
	}
	return strings.TrimSpace(text[:open]), id
}

// ornament takes a line of marks that stands for a break: ***, * * *, ---,
// ~, ⁂, #, centred by tags or by white space or not at all.
func (m *scanner) ornament() bool {
	line := m.lines[m.i]
	if !isOrnament(unwrap(line)) || !thematic(line) && !m.alone() {
		return false
	}
	m.add(block{kind: breakBlock, first: m.i + 1, last: m.i + 1})
	m.i++
	return true
}

// unwrap takes tags, backslashes and a non-breaking space off a line: what is
// left is what a reader sees of it.
func unwrap(line string) string {
	t := strings.TrimSpace(line)
	if len(t) > 80 { // no ornament is that long
		return t
	}
	t = strings.ReplaceAll(stripTags(t), "\\", "")
	t = strings.ReplaceAll(t, "&nbsp;", " ")
	if t = strings.TrimSpace(t); t == "" && isRule(line) {
		return "***"
	}
	return t
}

// isRule says whether a line is an HTML rule: <hr>, <hr/>, <hr class="…">.
func isRule(line string) bool {
	t := strings.ToLower(strings.TrimSpace(line))
	return strings.HasPrefix(t, "<hr") && (len(t) == 4 || len(t) > 4 && strings.ContainsRune(" />", rune(t[3])))
}

// ornaments are the marks that breaks are made of, beside any symbol that is
// neither letter, digit nor ordinary punctuation.
const ornaments = "*＊~～〜#＃⁂•·∙◦§※†‡°"

// isOrnament says whether a line holds marks and nothing else: one to twelve
// of them. A dash or two are somebody's list or speech; three are a break. So
// are oOo and "[scene break]", as typists have them.
func isOrnament(t string) bool {
	if len(t) < 32 {
		switch strings.Trim(t, "-–—~*[]() ") {
		case "oOo", "o0o", "OoO", "0o0", "oOoOo", "scene break", "Scene break", "Scene Break", "SCENE BREAK":
			return true
		}
	}
	n, dashes := 0, 0
	for _, r := range t {
		switch {
		case r == ' ' || r == '\t' || r == '\u00a0':
			continue
		case strings.ContainsRune("-–—―_=", r):
			dashes++
		case strings.ContainsRune(ornaments, r), unicode.Is(unicode.So, r):
		default:
			return false
		}
		if n++; n > 12 && dashes < n {
			return false
		}
	}
	return n > 0 && (dashes < n || n >= 3 || strings.TrimSpace(t) == "—")
}

// thematic says whether a line is a break in Markdown itself, which needs no
// blank lines around it: three or more of one of * - _.
func thematic(line string) bool {
	var mark byte
	n := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
		case c != '*' && c != '-' && c != '_' || mark != 0 && c != mark:
			return false
		default:
			mark = c
			n++
		}
	}
	return n >= 3
}
