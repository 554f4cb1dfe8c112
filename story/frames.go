package story

import (
	"regexp"
	"slices"
	"strings"
)

// frame is a way to say a stake outright. Most stakes are said without one:
// those are the model's.
type frame struct {
	example string
	hints   []string // one of them stands in whatever matches
	sure    int      // parts of ten thousand
	class   string   // "" where the frame does not say
	match   *regexp.Regexp
}

// framed finds the surest frame of a text, and where it stands.
func (x *lexicon) framed(text string) (f frame, at int, ok bool) {
	lower := flat(text)
	for _, candidate := range x.frames {
		if candidate.sure <= f.sure || !slices.ContainsFunc(candidate.hints, func(hint string) bool { return strings.Contains(lower, hint) }) {
			continue
		}
		if m := candidate.match.FindStringIndex(lower); m != nil {
			f, at, ok = candidate, m[0], true
		}
	}
	return f, placeIn(text, at), ok
}

// flat is a text as frames are written: in lower case, with plain apostrophes.
func flat(text string) string { return strings.ReplaceAll(strings.ToLower(text), "’", "'") }

// placeIn is where in a text byte at of its flat form stands: an apostrophe of
// three bytes is one byte there.
func placeIn(text string, at int) int {
	for i, r := range text {
		if at <= 0 {
			return i
		}
		at -= len(flat(string(r)))
	}
	return len(text)
}
