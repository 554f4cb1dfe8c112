package report

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"git-scene/story"
)

// ListPerson is somebody of the cast, with how much of the book they have.
type ListPerson struct {
	Name   string `json:"name"`
	Scenes int    `json:"scenes"` // that name them
	Lines  int    `json:"lines"`  // speeches that the text gives to them by name
}

// mostListed is how many of the cast are listed: those of most scenes.
const mostListed = 12

// listPeople are the cast of a reading, those of most scenes first.
func listPeople(r *story.Reading) []ListPerson {
	var all []ListPerson
	for _, p := range r.Cast() {
		if !p.Sure() {
			continue
		}
		person := ListPerson{Name: p.Name, Scenes: len(p.Scenes)}
		for _, s := range p.Scenes {
			person.Lines += s.Lines
		}
		all = append(all, person)
	}
	slices.SortStableFunc(all, func(a, b ListPerson) int { return b.Scenes - a.Scenes })
	return all
}

// listCast tells in a table which share of the scenes names somebody, and which
// share of the speeches is theirs.
func listCast(b *bufio.Writer, paint painter, l *List, width int) {
	if len(l.Cast) == 0 {
		return
	}
	lines := 0
	for _, p := range l.Cast {
		lines += p.Lines
	}
	column := min(width/3, 34)
	fmt.Fprintf(b, "\n%s  %9s  %8s\n", paint.strong(pad("Cast", column+6)), "scenes", "speeches")
	for _, p := range l.Cast[:min(len(l.Cast), mostListed)] {
		said := ""
		if lines > 0 && p.Lines > 0 {
			said = fmt.Sprintf("%d %%", (200*p.Lines+lines)/(2*lines))
		}
		line := fmt.Sprintf("%6s%s  %9s  %8s", "", pad(fit(clean(p.Name), column), column), fmt.Sprintf("%d of %d", p.Scenes, len(l.Scenes)), said)
		fmt.Fprintln(b, strings.TrimRight(line, " "))
	}
	if more := len(l.Cast) - mostListed; more > 0 {
		fmt.Fprintf(b, "%6sand %d more\n", "", more)
	}
}
