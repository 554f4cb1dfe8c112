package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"git-scene/diff"
	"git-scene/scenes"
)

// SceneLine begins the line that opens a scene in canonical text, and
// SceneLines is the pattern by which git finds those lines.
const (
	SceneLine  = "=== "
	SceneLines = "^=== (.*)$"
)

// WriteCanonical writes a manuscript as text that differs where the story
// does: a line opens each scene with its place, number and title, or its first words
// where it has none, then come
// what its author noted and its beats, each on a line of its own, whatever
// their layout was. What is no story stands at the end.
func WriteCanonical(w io.Writer, m *scenes.Manuscript) error {
	b := bufio.NewWriter(w)
	for _, s := range m.Scenes {
		name := strings.Join(append(s.Place(), strings.TrimSpace(s.Number+" "+diff.Describe(s).Heading())), " / ")
		fmt.Fprintf(b, "%s%s\n\n", SceneLine, clean(strings.TrimSuffix(name, " / ")))
		for _, f := range s.Fields {
			fmt.Fprintf(b, "%s: %s\n\n", clean(f.Key), clean(f.Value))
		}
		for _, beat := range s.Beats {
			fmt.Fprintf(b, "%s\n\n", clean(beat.Text))
		}
	}
	for _, x := range m.Matter {
		fmt.Fprintf(b, "%s(not story) %s\n\n", SceneLine, clean(x.Title))
		for _, beat := range x.Beats {
			fmt.Fprintf(b, "%s\n\n", clean(beat.Text))
		}
	}
	return b.Flush()
}
