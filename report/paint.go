package report

import "git-scene/diff"

// painter colours text. Blue and yellow stand for what came and what went:
// they stay apart for a reader who can't tell red from green. Every colour
// has a sign or a word beside it.
type painter struct{ on bool }

func newPainter(on bool) painter { return painter{on} }

// hues are the colours of the kinds of change, as terminals number them.
var hues = map[diff.Hue]string{
	diff.Gain:   "94", // bright blue
	diff.Loss:   "33", // yellow
	diff.Edit:   "35", // magenta
	diff.Motion: "36", // cyan
	diff.Name:   "36",
}

// Weights, and what ends them and colours.
const (
	plainly = "0"
	bold    = "1"
	faint   = "2"
	unbold  = "22"
)

func (p painter) hue(h diff.Hue, s string) string { return p.in(hues[h], plainly, s) }

func (p painter) strong(s string) string { return p.in(bold, unbold, s) }

func (p painter) dim(s string) string { return p.in(faint, unbold, s) }

// in is text as a terminal shows it in a colour or weight, up to its end.
func (p painter) in(code, end, s string) string {
	if !p.on || code == "" || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[" + end + "m"
}
