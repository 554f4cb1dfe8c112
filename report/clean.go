package report

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// clean makes text harmless on a terminal: control characters, which could
// move the cursor, rename the window or hide words, are shown as pictures or
// left out. So are marks that turn the direction of text.
func clean(s string) string {
	if !strings.ContainsFunc(s, Harmful) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case !Harmful(r):
			return r
		case r < 0x20:
			return 0x2400 + r // ␀ … ␟
		case r == 0x7f:
			return '␡'
		}
		return -1
	}, s)
}

// Harmful says whether a rune does something on a terminal instead of showing.
func Harmful(r rune) bool {
	return unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}

// fit cuts text to columns, with an ellipsis where something is cut off. What
// a reader sees as one character stays whole.
func fit(s string, columns int) string {
	if displaywidth.String(s) <= columns {
		return s
	}
	return strings.TrimRight(displaywidth.TruncateString(s, columns-1, ""), " ") + "…"
}

// fitWords is fit, cut behind a word where one ends in the later half.
func fitWords(s string, columns int) string {
	cut := fit(s, columns)
	if at := strings.LastIndexByte(cut, ' '); cut != s && at > len(cut)/2 && !strings.HasPrefix(s[len(cut)-len("…"):], " ") {
		return strings.TrimRight(cut[:at], " ,;:") + "…"
	}
	return cut
}

// level keeps a name that is written from right to left in its column: without
// a mark on either side of it, which has no width, a terminal that turns such
// text would turn the numbers behind it too.
func level(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, rightToLeft...) }) {
		return s
	}
	return "\u200e" + s + "\u200e"
}

// rightToLeft are the scripts that are written so.
var rightToLeft = []*unicode.RangeTable{
	unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam,
}

// pad fills text up with spaces to columns.
func pad(s string, columns int) string {
	return s + strings.Repeat(" ", max(columns-displaywidth.String(s), 0))
}

// wrap breaks text into lines of at most columns, at spaces; a word that is
// longer stands on a line of its own.
func wrap(s string, columns int) []string {
	var lines []string
	line, width := "", 0
	for _, word := range strings.Fields(s) {
		w := displaywidth.String(word)
		if line != "" && width+1+w > columns {
			lines = append(lines, line)
			line, width = "", 0
		}
		if line != "" {
			line, width = line+" ", width+1
		}
		line, width = line+word, width+w
	}
	return append(lines, line)
}
