package scenes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// slugSetting is the place and the time that a slugline names: what follows
// INT. or EXT. up to the last dash, and what follows the dash.
func slugSetting(slug string) (place, time string) {
	rest := slug
	for isSlugline(rest + " ") {
		_, rest, _ = strings.Cut(rest, " ")
		rest = strings.TrimLeft(rest, " -–—") // EXT - STREET
	}
	for _, dash := range []string{" - ", " – ", " — ", " -- "} {
		if i := strings.LastIndex(rest, dash); i >= 0 {
			return strings.TrimSpace(rest[:i]), strings.TrimSpace(rest[i+len(dash):])
		}
	}
	return rest, ""
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

// stripNotes blanks boneyard and notes, and keeps the lines' numbers. A mark
// for identity ([[scene: id]]) is left for the scanner.
func stripNotes(lines []string) []string {
	out := make([]string, len(lines))
	shut := "" // what ends the comment that is open
	for i, line := range lines {
		out[i], shut = stripLine(line, shut)
	}
	if shut != "" { // never closed: one stray mark must not swallow a script
		return lines
	}
	return out
}

// stripLine is a line without its comments; shut is what ends the one that is
// open at its start, and at its end.
func stripLine(line, shut string) (kept, still string) {
	var out strings.Builder
	for line != "" {
		if shut != "" {
			inner, rest, found := strings.Cut(line, shut)
			if !found {
				break
			}
			if id, ok := sceneMark(inner); ok && shut == "]]" {
				out.WriteString("[[" + id + "]]")
			}
			line, shut = rest, ""
			continue
		}
		at, mark := nextNote(line)
		out.WriteString(line[:at])
		if at == len(line) {
			break
		}
		shut = "*/"
		if mark == "[[" {
			shut = "]]"
		}
		line = line[at+2:]
	}
	return out.String(), shut
}

// nextNote is where the next comment opens in a line, or the line's length.
func nextNote(line string) (at int, mark string) {
	for at = 0; at+1 < len(line); at++ {
		if m := line[at : at+2]; m == "/*" || m == "[[" {
			return at, m
		}
	}
	return len(line), ""
}
