package main

import (
	"io/fs"
	"regexp"
	"strings"
)

// starter finds where the story text of a scene begins, so that a scene may be
// said to begin at its heading, at its break or at its first words.
type starter struct {
	files fs.FS
	lines map[string][]string
}

// space is white space as Python's expressions have it.
const space = `[\s\v\x{1c}-\x{1f}\x{85}\p{Z}]`

// heading matches a line that begins a scene and is none of its text.
var heading = regexp.MustCompile(`(?i)^` + space + `*(#{1,6}(` + space + `|$)|(\*\*|__).*(\*\*|__):?` + space + `*$|=+` + space + `*$|-{3,}` + space +
	`*$|([*~#_⁂-]` + space + `*){1,7}$|(part|chapter|book|volume|letter|kapitel|scene)([^\pL\pN_].{0,59})?$)`)

// underline matches the line under an underlined heading.
var underline = regexp.MustCompile(`^(=+|-{3,})` + space + `*$`)

// start is the first line of text at or behind a line: front matter, headings,
// breaks and blank lines are passed over.
func (s starter) start(path string, line int) int {
	lines := s.read(path)
	i := max(line-1, frontMatter(lines))
	for i < len(lines) && passedOver(lines, i) {
		i++
	}
	return i + 1
}

func passedOver(lines []string, i int) bool {
	if strings.TrimSpace(lines[i]) == "" || heading.MatchString(lines[i]) {
		return true
	}
	return i+1 < len(lines) && underline.MatchString(lines[i+1])
}

// frontMatter counts the lines of a YAML block at the top.
func frontMatter(lines []string) int {
	if len(lines) == 0 || strings.TrimSpace(lines[0]) != "---" {
		return 0
	}
	for i, l := range lines[1:] {
		if strings.TrimSpace(l) == "---" {
			return i + 2
		}
	}
	return 0
}

func (s starter) read(path string) []string {
	lines, ok := s.lines[path]
	if !ok {
		if data, err := fs.ReadFile(s.files, path); err == nil {
			lines = strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(data)), "\n")
		}
		s.lines[path] = lines
	}
	return lines
}
