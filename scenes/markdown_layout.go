package scenes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// layout skips a line that holds nothing to read: tags, the fences and classes
// of converters, page breaks. {#id} alone is the author's identity marker; a
// line of nothing but white space in HTML is as good as a blank one.
func (m *scanner) layout() bool {
	if !isLayout(m.lines[m.i]) {
		return false
	}
	line := strings.TrimSpace(m.lines[m.i])
	m.i++
	if _, id := cutAttributes(line); id != "" && line[0] == '{' {
		m.add(block{kind: markBlock, id: id, first: m.i, last: m.i})
	}
	if line[0] == '&' || line == `\` || strings.HasPrefix(line, "<br") {
		m.addGap(m.i, m.i)
	}
	return true
}

// maxLayout is the length of the longest line, in bytes, that is looked at for
// being nothing but layout.
const maxLayout = 400

// isLayout says whether a line holds nothing to read.
func isLayout(line string) bool {
	t := strings.TrimSpace(line)
	if t == "" || len(t) > maxLayout {
		return false
	}
	switch t[0] {
	case '<':
		return t[len(t)-1] == '>' && isBlank(stripTags(t)) && !isRule(t)
	case '&':
		return strings.Trim(strings.ReplaceAll(t, "&nbsp;", ""), " ") == ""
	case ':':
		return strings.HasPrefix(t, ":::") // Pandoc's fenced divs
	case '\\':
		return t == `\` || t == `\newpage` || t == `\pagebreak` || t == `\clearpage`
	case '{':
		return t[len(t)-1] == '}' && isAttributes(t[1:len(t)-1])
	case '[':
		return strings.HasPrefix(t, "[]{") && t[len(t)-1] == '}' || strings.HasPrefix(t, "[//]: #") || strings.EqualFold(t, "[toc]")
	}
	return false
}

// isAttributes tells the inside of {.class}, {#id}, {: .class}, {class: part}
// and {frontmatter} from words that somebody put in braces.
func isAttributes(inner string) bool {
	inner = strings.TrimSpace(inner)
	if inner == "" || strings.ContainsAny(inner, "{}") {
		return false
	}
	if strings.IndexByte("#.:-", inner[0]) >= 0 {
		return true
	}
	end := strings.IndexFunc(inner, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '_' })
	return end < 0 || inner[end] == ':' || inner[end] == '='
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
		if !found {
			return out.String()
		}
		_, after, closed := strings.Cut(rest, shut)
		if !closed {
			return out.String() + open + rest
		}
		s = after
	}
}

// cleanText is lines as running text without comments and hard line breaks.
func cleanText(lines []string) string {
	for i, line := range lines {
		if strings.HasSuffix(line, "\\") {
			lines = append([]string(nil), lines...)
			lines[i] = strings.TrimSuffix(line, "\\")
		}
	}
	text := flow(lines)
	if !strings.Contains(text, "<!--") && !strings.Contains(text, "%%") {
		return text
	}
	return flow([]string{stripPairs(stripPairs(text, "<!--", "-->"), "%%", "%%")})
}

// flow joins lines to running text: layout white space becomes single spaces.
func flow(lines []string) string {
	if len(lines) == 1 && !hasWideSpace(lines[0]) {
		return strings.TrimSpace(lines[0])
	}
	var out strings.Builder
	size := 0
	for _, line := range lines {
		size += len(line) + 1
	}
	out.Grow(size)
	for _, line := range lines {
		for i := 0; i < len(line); {
			start := i
			for i < len(line) && !isSpaceAt(line, i) {
				i += runeLen(line, i)
			}
			if i > start {
				if out.Len() > 0 {
					out.WriteByte(' ')
				}
				out.WriteString(line[start:i])
			}
			for i < len(line) && isSpaceAt(line, i) {
				i += runeLen(line, i)
			}
		}
	}
	return out.String()
}

// hasWideSpace says whether a line has white space other than single blanks.
func hasWideSpace(line string) bool {
	var before rune
	for _, r := range line {
		switch r {
		case ' ':
			if before == ' ' {
				return true
			}
		case '\t', '\v', '\f', '\u0085', '\u00a0', '\u2028', '\u2029', '\u3000':
			return true
		}
		before = r
	}
	return false
}

func isSpaceAt(s string, i int) bool {
	r, _ := decode(s, i)
	return unicode.IsSpace(r)
}

func runeLen(s string, i int) int {
	if s[i] < utf8.RuneSelf {
		return 1
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return size
}
