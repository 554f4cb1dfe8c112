package scenes

import (
	"fmt"
	"sort"
	"strings"

	"go.yaml.in/yaml/v3"
)

// frontMatter reads YAML between --- lines at the top of a file. What does
// not parse as a map is text, with a break above and below it.
func (m *scanner) frontMatter() {
	if len(m.lines) == 0 || strings.TrimRight(m.lines[0], " \t") != "---" {
		return
	}
	end := 1
	for end < len(m.lines) && !isFence(m.lines[end]) {
		end++
	}
	if end == len(m.lines) || end == 1 {
		return
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(strings.Join(m.lines[1:end], "\n")), &root); err != nil || len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return
	}
	m.i, m.head = end+1, end+1
	pairs := root.Content[0].Content
	for i := 0; i+1 < len(pairs); i += 2 {
		m.entry(pairs[i], pairs[i+1])
	}
}

func isFence(line string) bool {
	t := strings.TrimRight(line, " \t")
	return t == "---" || t == "..."
}

// entry takes one key of the front matter.
func (m *scanner) entry(k, v *yaml.Node) {
	value := scalar(v)
	if value == "" {
		return
	}
	switch key, _ := canonicalKey(k.Value); key {
	case "title":
		m.title = value
	case "id":
		m.id = value
	case "part", "act", "book":
		m.part = groupName(key, value)
	case "chapter":
		m.chapter = groupName(key, value)
	default:
		line := k.Line + 1 // the node counts from the line below ---
		m.fields = append(m.fields, Field{Span{m.source.path, line, line}, key, value})
	}
}

// groupName is the name of the division that front matter puts a file in: a
// mere number needs the key.
func groupName(key, value string) string {
	if leadingNumber(value, false) == value {
		return key + " " + value
	}
	return value
}

// scalar is a value as one line: lists are joined, maps are their values in
// the order of their keys.
func scalar(n *yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		if n.Tag == "!!null" {
			return ""
		}
		return flow(strings.Split(n.Value, "\n"))
	case yaml.SequenceNode:
		var parts []string
		for _, c := range n.Content {
			if s := scalar(c); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	case yaml.MappingNode:
		var parts []string
		for i := 0; i+1 < len(n.Content); i += 2 {
			if s := scalar(n.Content[i+1]); s != "" {
				parts = append(parts, fmt.Sprintf("%s: %s", n.Content[i].Value, s))
			}
		}
		sort.Strings(parts)
		return strings.Join(parts, ", ")
	}
	return "" // an alias: YAML bombs are made of them
}
