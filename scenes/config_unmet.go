package scenes

import (
	"fmt"
	"slices"
)

// Unmet tells what the author says in the configuration that none of some
// manuscripts, read by it, has: files that are not there, headings that no
// scene begins with. One that has it is enough, since drafts differ.
func (c *Config) Unmet(manuscripts ...*Manuscript) []string {
	if c == nil {
		return nil
	}
	var notes []string
	for _, p := range c.Files {
		if !slices.ContainsFunc(manuscripts, func(m *Manuscript) bool { return m.hasFile(p) }) {
			notes = append(notes, fmt.Sprintf("%q, under files: in %s, names no file that was read", p, ConfigName))
		}
	}
	begins := func(s *Scene) bool { return s.form == c.Scene }
	if c.Scene != "" && !slices.ContainsFunc(manuscripts, func(m *Manuscript) bool { return slices.ContainsFunc(m.Scenes, begins) }) {
		notes = append(notes, fmt.Sprintf("no scene begins with %q, as %s says", c.Scene, ConfigName))
	}
	return notes
}

// hasFile says whether a file that was read fits a pattern.
func (m *Manuscript) hasFile(pattern string) bool {
	return slices.ContainsFunc(m.Files, func(f File) bool { return matchPath(pattern, f.Path) })
}
