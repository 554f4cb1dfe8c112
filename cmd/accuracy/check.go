package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"git-scene/testdata/generate"
)

// check finds the line of every place, and says what is unsound: the rules of
// goldcheck.py, as far as they are about scenes and beats.
func (p *pair) check() error {
	c := checker{pair: p, files: map[string][]string{}}
	for side, list := range p.scenes() {
		c.scenes(side, list)
	}
	for _, l := range p.gold.Links {
		c.link(l)
	}
	for i := range p.gold.BeatMoves {
		m := &p.gold.BeatMoves[i]
		c.resolve(0, &m.Old, "a beat move")
		c.resolve(1, &m.New, "a beat move")
	}
	return errors.Join(c.errs...)
}

type checker struct {
	*pair
	files map[string][]string
	errs  []error
}

func (c *checker) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

func (c *checker) scenes(side int, list []generate.Scene) {
	linked := map[string]int{}
	for _, l := range c.gold.Links {
		for _, k := range ends(l)[side] {
			linked[k]++
		}
	}
	last := map[string]int{}
	for i := range list {
		s := &list[i]
		c.resolve(side, &s.Place, s.Key)
		if s.Line <= last[s.Path] {
			c.fail("%s is out of order in %s", s.Key, s.Path)
		}
		last[s.Path] = s.Line
		if linked[s.Key] != 1 {
			c.fail("%s is in %d rows", s.Key, linked[s.Key])
		}
		delete(linked, s.Key)
	}
	for k := range linked {
		c.fail("scene %s is unknown, or there twice", k)
	}
}

// linkKinds are the kinds that a link of the truth may have.
var linkKinds = strings.Fields("kept retouched rewritten moved retitled split merged added cut")

func (c *checker) link(l generate.Link) {
	for _, k := range l.Kinds {
		if !slices.Contains(linkKinds, k) {
			c.fail("kind %q", k)
		}
	}
	for kind, fits := range map[string]bool{
		"added": len(l.Old) == 0, "cut": len(l.New) == 0, "split": len(l.New) > 1, "merged": len(l.Old) > 1,
	} {
		if fits != slices.Contains(l.Kinds, kind) {
			c.fail("%s does not fit %v → %v", kind, l.Old, l.New)
		}
	}
}

// resolve finds the line on which a place's words stand, which must be one.
func (c *checker) resolve(side int, p *generate.Place, what string) {
	lines, err := c.lines(side, p.Path)
	switch {
	case err != nil:
		c.fail("%s: %w", what, err)
		return
	case p.Quote == "" && (p.Line < 1 || p.Line > len(lines)):
		c.fail("%s: no line %d in %s", what, p.Line, p.Path)
		return
	case p.Quote == "":
		return
	}
	hits := 0
	for i, l := range lines {
		if strings.Contains(l, p.Quote) {
			hits++
			p.Line = i + 1
		}
	}
	if hits != 1 {
		c.fail("%s: %d lines of %s hold %q", what, hits, p.Path, p.Quote)
	}
}

func (c *checker) lines(side int, path string) ([]string, error) {
	key := fmt.Sprint(side, path)
	if c.files[key] == nil {
		data, err := fs.ReadFile(c.texts[side], path)
		if err != nil {
			return nil, err
		}
		text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data))
		c.files[key] = strings.Split(text, "\n")
	}
	return c.files[key], nil
}
