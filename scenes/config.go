package scenes

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// ConfigName is the file at the repository's root in which an author says
// what detection cannot know.
const ConfigName = ".git-scene.yaml"

// Config is the author's own word on how the manuscript is to be read. Every
// key may be left out; a nil Config says nothing.
type Config struct {
	Files  []string // the story, in reading order: paths, folders or globs (**, *, ?)
	Matter []string // files that are not story: the same
	Scene  string   // the heading that begins a scene: "#" … "######", "bold", "break"
	Breaks []string // lines that part scenes, beside those that are known
	Pins   []Pin    // scenes that are one, whatever the comparison finds
	Story  Lore     // what its text does not say
}

// ConfigError says what is wrong in a configuration.
type ConfigError struct {
	Line    int // 1-based, 0 where it is not known
	Problem string
}

func (e *ConfigError) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("reading %s, line %d: %s", ConfigName, e.Line, e.Problem)
	}
	return fmt.Sprintf("reading %s: %s", ConfigName, e.Problem)
}

// Hint lists the keys there are, each with what it holds.
func (e *ConfigError) Hint() string {
	return `the keys are files, matter (lists of paths or globs), scene ("#" to "######", "bold" or "break"), breaks (a list of lines), pins (a list of old: and new: scenes) and story (cast: names, each with a list of aliases; stakes: words, each with its class; not-stakes: a list of words)`
}

// ReadConfig reads a configuration. What is wrong in it is a [ConfigError],
// an unknown key too.
func ReadConfig(data []byte) (*Config, error) {
	if !utf8.Valid(data) {
		return nil, &ConfigError{Problem: "it is not UTF-8"}
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return nil, &ConfigError{Problem: strings.TrimPrefix(err.Error(), "yaml: ")}
	}
	c := &Config{}
	if len(root.Content) == 0 { // nothing but comments
		return c, nil
	}
	top := root.Content[0]
	if top.Kind != yaml.MappingNode {
		return nil, &ConfigError{top.Line, "it holds no keys"}
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(top.Content); i += 2 {
		if key := top.Content[i]; seen[key.Value] {
			return nil, &ConfigError{key.Line, fmt.Sprintf("%s stands there twice", key.Value)}
		}
		seen[top.Content[i].Value] = true
		if err := c.set(top.Content[i], top.Content[i+1]); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// set takes one key. A single value stands for a list of one.
func (c *Config) set(key, value *yaml.Node) error {
	lists := map[string]*[]string{"files": &c.Files, "matter": &c.Matter, "breaks": &c.Breaks}
	list := lists[key.Value]
	switch {
	case key.Value == "pins":
		pins, err := readPins(value)
		c.Pins = pins
		return err
	case key.Value == "story":
		lore, err := readLore(value)
		c.Story = lore
		return err
	case key.Value != "scene" && list == nil:
		return &ConfigError{key.Line, fmt.Sprintf("unknown key %q", key.Value)}
	case value.Tag == "!!null" && key.Value == "scene": // a bare ## is a comment
		return &ConfigError{key.Line, `scene has no value; a heading's marks want quotes: "##"`}
	case value.Tag == "!!null":
		return nil
	case key.Value == "scene":
		c.Scene = value.Value
		if c.sceneDepth() == 0 {
			return &ConfigError{value.Line, fmt.Sprintf("scene: %q is none of #, ##, … ######, bold, break", value.Value)}
		}
		return nil
	case value.Kind == yaml.ScalarNode:
		*list = []string{value.Value}
	case value.Kind != yaml.SequenceNode || value.Decode(list) != nil:
		return &ConfigError{value.Line, fmt.Sprintf("%s is no list", key.Value)}
	}
	if key.Value != "breaks" {
		return checkPatterns(*list, key.Value, value.Line)
	}
	return nil
}

// checkPatterns refuses what can name no file of the repository.
func checkPatterns(patterns []string, key string, line int) error {
	for _, p := range patterns {
		for _, part := range strings.Split(p, "/") {
			if _, err := path.Match(part, ""); err != nil {
				return &ConfigError{line, fmt.Sprintf("%s: %q is no glob", key, p)}
			}
		}
		if clean := path.Clean(p); strings.HasPrefix(p, "/") || clean == ".." || strings.HasPrefix(clean, "../") {
			return &ConfigError{line, fmt.Sprintf("%s: %q leads out of the repository; paths begin at its root", key, p)}
		}
	}
	return nil
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
		return boldDepth
	case c.Scene == "break":
		return breakLevel
	case c.Scene != "" && len(c.Scene) <= 6 && strings.Trim(c.Scene, "#") == "":
		return levelDepth * len(c.Scene)
	}
	return 0
}

// breaks are the lines that the author added to those that part scenes.
func (c *Config) breaks() []string {
	if c == nil {
		return nil
	}
	return c.Breaks
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
