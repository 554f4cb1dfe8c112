package scenes

import (
	"fmt"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"
)

// ConfigName is the file at the repository's root in which an author says
// what detection cannot know.
const ConfigName = ".git-scene.yaml"

// Config is the author's own word on how the manuscript is to be read. Every
// key may be left out; a nil Config says nothing.
type Config struct {
	Files  []string `yaml:"files"`  // the story, in reading order: paths or globs (**, *, ?)
	Matter []string `yaml:"matter"` // files that are not story: paths or globs
	Scene  string   `yaml:"scene"`  // the heading that begins a scene: "#" … "######", "bold", "break"
	Breaks []string `yaml:"breaks"` // lines that part scenes, beside those that are known
}

// ReadConfig reads a configuration. An unknown key is an error that names it.
func ReadConfig(data []byte) (*Config, error) {
	c := &Config{}
	d := yaml.NewDecoder(strings.NewReader(string(data)))
	d.KnownFields(true)
	if err := d.Decode(c); err != nil && err.Error() != "EOF" {
		return nil, fmt.Errorf("reading %s: %w", ConfigName, err)
	}
	if c.Scene != "" && c.sceneDepth() == 0 {
		return nil, fmt.Errorf("reading %s: scene: %q is none of #, ##, … ######, bold, break", ConfigName, c.Scene)
	}
	return c, nil
}

// breakLevel stands for the choice that headings are chapters and only breaks
// begin scenes.
const breakLevel = -1

// sceneDepth is the depth of the headings that begin scenes, 0 where the
// author left it to detection.
func (c *Config) sceneDepth() int {
	switch {
	case c == nil:
		return 0
	case c.Scene == "bold":
		return strongDepth
	case c.Scene == "break":
		return breakLevel
	case c.Scene != "" && len(c.Scene) <= 6 && strings.Trim(c.Scene, "#") == "":
		return levelDepth * len(c.Scene)
	}
	return 0
}

func (c *Config) hasFiles() bool { return c != nil && len(c.Files) > 0 }

// names says whether the author names a file as story.
func (c *Config) names(name string) bool {
	return c.hasFiles() && matchAny(c.Files, name)
}

func (c *Config) isMatter(name string) bool {
	return c != nil && matchAny(c.Matter, name)
}

// order is the files that the author names, in the order named; those that
// one glob matches are in natural order.
func (c *Config) order(texts []string) []string {
	if !c.hasFiles() {
		return nil
	}
	var order []string
	for _, pattern := range c.Files {
		for _, name := range texts {
			if matchPath(pattern, name) && !c.isMatter(name) {
				order = append(order, name)
			}
		}
	}
	return order
}

func matchAny(patterns []string, name string) bool {
	for _, p := range patterns {
		if matchPath(p, name) {
			return true
		}
	}
	return false
}

// matchPath matches a path with a pattern: itself, a folder above it, or a
// glob in which ** stands for any folders.
func matchPath(pattern, name string) bool {
	pattern = strings.TrimSuffix(strings.TrimPrefix(pattern, "./"), "/")
	return pattern == name || strings.HasPrefix(name, pattern+"/") || matchParts(strings.Split(pattern, "/"), strings.Split(name, "/"))
}

func matchParts(pattern, name []string) bool {
	switch {
	case len(pattern) == 0:
		return len(name) == 0
	case pattern[0] == "**":
		return matchParts(pattern[1:], name) || len(name) > 0 && matchParts(pattern, name[1:])
	case len(name) == 0:
		return false
	}
	ok, err := path.Match(pattern[0], name[0])
	return ok && err == nil && matchParts(pattern[1:], name[1:])
}
