package story

import (
	"regexp"
	"strings"
)

// frame is a way to say a stake outright. Most stakes are said without one:
// those are the model's.
type frame struct {
	example string
	hint    string
	sure    int    // parts of ten thousand
	class   string // "" where the frame does not say
	match   *regexp.Regexp
}

// framed finds the surest frame of a text, and where it stands.
func (x *lexicon) framed(text string) (f frame, at int, ok bool) {
	lower := strings.ReplaceAll(strings.ToLower(text), "’", "'")
	for _, candidate := range x.frames {
		if candidate.sure <= f.sure || !strings.Contains(lower, candidate.hint) {
			continue
		}
		if m := candidate.match.FindStringIndex(lower); m != nil {
			f, at, ok = candidate, m[0], true
		}
	}
	return f, min(at, len(text)-1), ok
}
