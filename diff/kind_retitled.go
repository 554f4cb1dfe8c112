package diff

import (
	"strings"

	"git-scene/scenes"
)

var retitled = Kind{
	Name: "retitled", Doc: "a scene under another title; a number is no title",
	Sign: "=", Letter: "R", Hue: Name, Inverse: "retitled",
	division: "was %s",
	is:       func(j *judged) bool { return j.retitled },
	aside: func(_ *Report, row Row) string {
		if len(row.Old) > 1 || len(row.New) > 1 {
			return "" // a split or a merge names both sides
		}
		return "was " + names(row.Old)
	},
}

// newTitle says whether scenes that are one scene have another title now: no
// title of the old side goes on. A scene that had none, or has none now, is
// not retitled.
func newTitle(old, new []string) bool {
	titled := false
	for _, a := range old {
		for _, b := range new {
			if a == "" || b == "" {
				continue
			}
			if sameName(a, b) {
				return false
			}
			titled = true
		}
	}
	return titled
}

// sameName says whether two titles are one: they have the same words, or one
// is the other with a remark in brackets behind it ("The Archive", "The
// Archive (Emotional Core)"). A subtitle makes another title.
func sameName(a, b string) bool {
	return scenes.Fold(a) == scenes.Fold(b) || extends(a, b) || extends(b, a)
}

// extends says whether long is short with a remark in brackets behind it.
func extends(long, short string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(long), strings.ToLower(strings.TrimRight(short, ". ")))
	rest = strings.TrimLeft(rest, ". ")
	return ok && (strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "["))
}
