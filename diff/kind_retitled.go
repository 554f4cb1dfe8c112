package diff

import (
	"strings"

	"git-scene/scenes"
)

var retitled = Kind{
	Name: "retitled", Doc: "a scene under another title; a number is no title",
	Sign: "=", Letter: "R", Hue: Name, Inverse: "retitled",
	Verb: "has a new title", Verbs: "have new titles",
	clause: func(_ *Report, row Row) string {
		if len(row.Old) > 1 || len(row.New) > 1 {
			return ""
		}
		return "It was called " + names(row.Old) + "."
	},
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
// title of the old side goes on, and where several scenes are on one side,
// they do not share the words of the other's title out among them
// ("Screenshots and PDFs" into "The Screenshot Epidemic" and "The PDFs That
// Would Not Die"). A scene that had no title, or has none now, is not
// retitled.
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
	shared := len(new) > 1 && sharedOut(old[0], new) || len(old) > 1 && sharedOut(new[0], old)
	return titled && !shared
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

// sharedOut says whether a title names several things, and each piece names
// one of them.
func sharedOut(whole string, pieces []string) bool {
	taken := map[string]bool{}
	for _, p := range pieces {
		some := false
		for stem := range stems(p) {
			if stems(whole)[stem] && !taken[stem] {
				taken[stem], some = true, true
			}
		}
		if !some {
			return false
		}
	}
	return len(taken) == len(stems(whole))
}

// stems are the words of a title that name something, cut to what inflection
// leaves alone. Words of three letters name something only in capitals.
func stems(title string) map[string]bool {
	const stem, short = 5, 3
	all := map[string]bool{}
	for _, w := range strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune(" ,;:.!?–—-()“”\"", r) }) {
		runes := []rune(w)
		if len(runes) > short || strings.ToUpper(w) == w {
			all[strings.ToLower(string(runes[:min(len(runes), stem)]))] = true
		}
	}
	return all
}
