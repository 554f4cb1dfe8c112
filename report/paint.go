package report

import (
	"github.com/fatih/color"

	"git-scene/diff"
)

// painter colours text. Blue and yellow stand for what came and what went:
// they stay apart for a reader who can't tell red from green. Every colour
// has a sign or a word beside it.
type painter struct {
	hues       map[diff.Hue]*color.Color
	bold, dull *color.Color
}

func newPainter(on bool) painter {
	p := painter{
		hues: map[diff.Hue]*color.Color{
			diff.Gain:   color.New(color.FgHiBlue),
			diff.Loss:   color.New(color.FgYellow),
			diff.Edit:   color.New(color.FgMagenta),
			diff.Motion: color.New(color.FgCyan),
			diff.Name:   color.New(color.FgCyan),
		},
		bold: color.New(color.Bold),
		dull: color.New(color.Faint),
	}
	for _, c := range p.hues {
		toggle(c, on)
	}
	toggle(p.bold, on)
	toggle(p.dull, on)
	return p
}

// toggle sets a colour on or off for good: the library's own guess is made
// once, from the process's output, and is wrong in front of a pager.
func toggle(c *color.Color, on bool) {
	if on {
		c.EnableColor()
	} else {
		c.DisableColor()
	}
}

func (p painter) hue(h diff.Hue, s string) string {
	if c := p.hues[h]; c != nil && s != "" {
		return c.Sprint(s)
	}
	return s
}

func (p painter) strong(s string) string { return p.bold.Sprint(s) }

func (p painter) dim(s string) string { return p.dull.Sprint(s) }
