package report

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"git-scene/diff"
)

// namedQuote is a quote with the scene that says it.
type namedQuote struct {
	diff.Evidence
	Name string
}

func (m *Memo) quotesOf(r diff.Result) []namedQuote {
	var all []namedQuote
	for _, q := range r.Quotes {
		name := m.SceneName(q)
		q.Quote = paired(q.Quote)
		all = append(all, namedQuote{q, name})
	}
	return all
}

// SceneName is how the scene of a quote is called; of a scene that is gone
// that is said.
func (m *Memo) SceneName(q diff.Evidence) string {
	if q.Side == "old" {
		return m.report.OldScene(q.Scene).Name() + ", in the old draft"
	}
	return m.report.NewScene(q.Scene).Name()
}

// inQuotes sets a passage in quotation marks, where it does not begin with some.
func inQuotes(s string) string {
	s = paired(s)
	if first, _ := utf8.DecodeRuneInString(s); strings.ContainsRune("\"“„«»", first) {
		return s
	}
	return quoted(s)
}

// emphasized is a passage between marks of emphasis, with what stands before and
// behind them.
var emphasized = regexp.MustCompile(`(^|[^\pL\pN*_])(?:\*{1,3}|_{1,3})([^\s*_](?:[^*_]*[^\s*_])?)(?:\*{1,3}|_{1,3})($|[^\pL\pN*_])`)

// paired is a passage with both marks of a speech of which one stands outside
// of it, and without marks of emphasis.
func paired(s string) string {
	s = emphasized.ReplaceAllString(s, "$1$2$3")
	for _, mark := range []string{"*", "_"} {
		if strings.Count(s, mark)%2 == 1 {
			s = strings.TrimSuffix(strings.TrimPrefix(s, mark), mark)
		}
	}
	straight := strings.Count(s, "\"")%2 == 1
	open, shut := "“", "”"
	if strings.Contains(s, "„") {
		open, shut = "„", "“" // as in German
	}
	switch opens, shuts := strings.Count(s, open), strings.Count(s, shut); {
	case straight && strings.HasPrefix(s, "\""):
		return s + "\""
	case straight && strings.HasSuffix(s, "\""):
		return "\"" + s
	case opens > shuts:
		return s + shut
	case shuts > opens:
		return open + s
	}
	return s
}
