package report

import (
	"fmt"
	"io"
	"strings"

	"git-scene/diff"
)

// WriteExplanation says why a scene was paired as it was.
func WriteExplanation(w io.Writer, e *diff.Explanation, o Options) error {
	o = o.sized()
	paint := newPainter(o.Color)
	other := map[string]string{"old": "new", "new": "old"}[e.Side]
	fmt.Fprintf(w, "%s (%s scene %d, %s:%d, %s)\n", paint.strong(clean(e.Scene.Name())), e.Side, e.Scene.Ordinal, clean(e.Scene.Path), e.Scene.Line, plural(e.Scene.Words, "word"))
	if len(e.Partners) == 0 {
		fmt.Fprintf(w, "is paired with no %s scene: none is likely enough.\n", other)
	} else {
		var names []string
		for _, p := range e.Partners {
			names = append(names, clean(p.Name()))
		}
		fmt.Fprintf(w, "is the %s %s: %s.\n", other, strings.Join(names, " and "), diff.Reason(e.Pass))
	}
	fmt.Fprintf(w, "\nUnrelated scenes of this book are alike by %s.\n", percent(e.Background))
	for _, c := range e.Candidates {
		explainCandidate(w, paint, c, o.Width)
	}
	return nil
}

func explainCandidate(w io.Writer, paint painter, c diff.Candidate, width int) {
	mark, name := " ", clean(c.Scene.Name())
	if c.Partner {
		mark, name = "=", paint.strong(name)
	}
	fmt.Fprintf(w, "\n%s %s (scene %d)\n", mark, name, c.Scene.Ordinal)
	g := c.Grounds
	parts := []string{"words " + signedPercent(g.Text), "people and places " + percent(g.Names)}
	if g.Title > 0 {
		parts = append(parts, "the same title")
	}
	if g.Place > 0 {
		parts = append(parts, "between the same neighbours")
	}
	if c.Beats > 0 {
		parts = append(parts, plural(c.Beats, "beat")+" in common")
	}
	fmt.Fprintf(w, "    %s\n", strings.Join(parts, ", "))
	if len(c.Words) > 0 {
		for _, line := range wrap("rare words of both: "+clean(strings.Join(c.Words, ", ")), width-4) {
			fmt.Fprintf(w, "    %s\n", paint.dim(line))
		}
	}
}

func percent(parts int) string { return fmt.Sprintf("%d %%", (parts*100+diff.One/2)/diff.One) }

func signedPercent(parts int) string {
	if parts < 0 {
		return "no more alike than unrelated scenes"
	}
	return percent(parts) + " above unrelated scenes"
}
