package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"git-scene/diff"
	"git-scene/gitstore"
	"git-scene/report"
	"git-scene/scenes"
)

// explain says why a scene was paired as it was.
func explain(e *env, repo *gitstore.Repository, c *comparison, o *diffOptions) error {
	side, ordinal, err := findScene(c.alignment, o.explain)
	if err != nil {
		return err
	}
	x := c.alignment.Explain(side, ordinal)
	return o.output.deliver(e, repo, func(w io.Writer, opts report.Options) error { return report.WriteExplanation(w, x, opts) })
}

// findScene finds the scene that a user names: by its number on the new side,
// by "old:NUMBER", by its id or by its title, the new side first.
func findScene(a *diff.Alignment, name string) (side string, ordinal int, err error) {
	side, rest := "new", name
	if r, ok := strings.CutPrefix(name, "old:"); ok {
		side, rest = "old", r
	}
	m := map[string]*scenes.Manuscript{"old": a.Old, "new": a.New}
	if n, err := strconv.Atoi(rest); err == nil {
		if n < 1 || n > len(m[side].Scenes) {
			return "", 0, &usageError{fmt.Sprintf("there is no %s scene %d", side, n), fmt.Sprintf("there are %d; git scene list numbers them", len(m[side].Scenes))}
		}
		return side, n, nil
	}
	for _, s := range []string{side, "old"} {
		found := scenes.Find(m[s], rest)
		switch {
		case len(found) == 1:
			return s, found[0].Ordinal, nil
		case len(found) > 1:
			return "", 0, &usageError{fmt.Sprintf("%d scenes of the %s side are called %q", len(found), s, rest), "name it by its number in git scene list"}
		}
	}
	return "", 0, &usageError{fmt.Sprintf("no scene is called %q", rest), "git scene list shows what they are called"}
}
