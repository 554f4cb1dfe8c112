package scenes

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// orderKind is a kind of file that gives a book's reading order.
type orderKind struct {
	Name   string
	Doc    string
	Claims func(base string) bool               // by the file's name, lower case
	Read   func(text string) []entry            // what it lists, in order
	Folder func(text string, dir string) string // where its entries lie; nil: beside it
}

// entry is a line of an order file.
type entry struct {
	target string // a path, perhaps without its ending; "" for a part's title
	title  string
	depth  int // nesting, from 0
}

// orderKinds are the order files that are known. A file that names no
// existing file is none: a SUMMARY.md may hold the story's summary.
var orderKinds = []orderKind{
	{Name: "summary", Doc: "SUMMARY.md of mdBook and GitBook: a nested list of links", Claims: is("summary.md"), Read: readSummary},
	{Name: "book", Doc: "Book.txt of Leanpub: a path a line", Claims: is("book.txt"), Read: readPathList},
	{Name: "quarto", Doc: "_quarto.yml, _bookdown.yml: a list of chapters", Claims: is("_quarto.yml", "_quarto.yaml", "_bookdown.yml", "_bookdown.yaml"), Read: readYAMLOrder},
	{Name: "list", Doc: "a YAML list of files: order.yaml, manuscript.yaml, book.yaml, chapters.yaml, scenes.yaml", Claims: is(
		"order.yaml", "order.yml", "manuscript.yaml", "manuscript.yml", "book.yaml", "book.yml", "chapters.yaml", "chapters.yml", "scenes.yaml", "scenes.yml", "contents.yaml", "contents.yml"), Read: readYAMLOrder},
	{Name: "novelwriter", Doc: "nwProject.nwx of novelWriter: the project's tree", Claims: is("nwproject.nwx"), Read: readNovelWriter},
	{Name: "longform", Doc: "a Longform index: scenes in its YAML front matter", Claims: func(base string) bool { return strings.HasSuffix(base, ".md") }, Read: readLongform, Folder: longformFolder},
}

func is(names ...string) func(string) bool {
	return func(base string) bool { return slices.Contains(names, base) }
}

// orderOf is the kind of order file that a name claims to be, nil for none.
func orderOf(name string) *orderKind {
	base := strings.ToLower(path.Base(name))
	for i := range orderKinds {
		if orderKinds[i].Claims(base) {
			return &orderKinds[i]
		}
	}
	return nil
}

// besideBook says whether a file is one of those in which Leanpub keeps parts
// of the order for other purposes.
func besideBook(name string) bool {
	base := strings.ToLower(path.Base(name))
	return base == "sample.txt" || base == "subset.txt"
}

// mayIndex says whether a Markdown file may be a Longform index: by its name,
// so that no other file need be read for it.
func mayIndex(name string) bool {
	stem := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	dir := strings.ToLower(path.Base(path.Dir(name)))
	return stem == "index" || stem == "_index" || stem == dir || stem == "longform" || stem == "manuscript"
}

// resolve finds the file that an entry means, "" where there is none.
func resolve(target, dir string, names map[string]bool) string {
	spellings := []string{target}
	if plain, err := url.PathUnescape(target); err == nil {
		plain, _, _ = strings.Cut(plain, "#")
		spellings = append(spellings, plain)
	}
	for _, t := range spellings {
		name := path.Join(dir, strings.TrimPrefix(t, "/"))
		for _, ext := range []string{"", ".md", ".markdown", ".fountain", ".txt"} {
			if names[name+ext] {
				return name + ext
			}
		}
	}
	return ""
}

// readSummary reads a list of links; a heading between lists names a part.
func readSummary(text string) []entry {
	var entries []entry
	var indents []int
	for _, line := range strings.Split(text, "\n") {
		if _, text, ok := atxHeading(line); ok {
			if len(entries) > 0 || !strings.EqualFold(text, "summary") {
				entries = append(entries, entry{title: text})
			}
			continue
		}
		title, target, ok := link(line)
		if !ok {
			continue
		}
		indent := listMarker(line).indent
		for len(indents) > 0 && indents[len(indents)-1] >= indent {
			indents = indents[:len(indents)-1]
		}
		entries = append(entries, entry{target: target, title: title, depth: len(indents)})
		indents = append(indents, indent)
	}
	if len(entries) > 0 && entries[0].target == "" && !slices.ContainsFunc(entries[1:], func(e entry) bool { return e.target == "" }) {
		return entries[1:] // the only heading names the book, not a part
	}
	return entries
}

// link reads the first [title](target) of a line. Brackets in the target must
// match.
func link(line string) (title, target string, ok bool) {
	open := strings.IndexByte(line, '[')
	mid := strings.Index(line, "](")
	if open < 0 || mid < open {
		return "", "", false
	}
	depth := 0
	for i := mid + 1; i < len(line); i++ {
		switch line[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				target = strings.Trim(line[mid+2:i], "<> ")
				return strings.TrimSpace(line[open+1 : mid]), target, target != ""
			}
		}
	}
	return "", "", false
}

// readPathList reads a path a line; # begins a comment, "part:" names a part.
func readPathList(text string) []entry {
	var entries []entry
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") || strings.HasSuffix(line, ":") {
			continue
		}
		entries = append(entries, entry{target: line})
	}
	return entries
}

// readYAMLOrder reads a list of files at the top of a YAML file or under a
// key that says so.
func readYAMLOrder(text string) []entry {
	var root yaml.Node
	if yaml.Unmarshal([]byte(text), &root) != nil || len(root.Content) == 0 {
		return nil
	}
	return yamlEntries(root.Content[0], 0)
}

// yamlEntries walks lists and the maps that hold them. A list in a list
// nests under the entry before it.
func yamlEntries(n *yaml.Node, depth int) []entry {
	switch n.Kind {
	case yaml.SequenceNode:
		var entries []entry
		for _, c := range n.Content {
			switch c.Kind {
			case yaml.ScalarNode:
				entries = append(entries, fileEntry(c.Value, depth))
			case yaml.SequenceNode:
				entries = append(entries, yamlEntries(c, depth+1)...)
			case yaml.MappingNode:
				entries = append(entries, yamlGroup(c, depth)...)
			}
		}
		return entries
	case yaml.MappingNode:
		return yamlGroup(n, depth)
	}
	return nil
}

// yamlGroup reads a map with lists of files, and the part's title or file that
// may stand above them. A title holds for this map alone.
func yamlGroup(n *yaml.Node, depth int) []entry {
	var entries []entry
	titled := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i].Value, n.Content[i+1]
		switch {
		case key == "part" && value.Kind == yaml.ScalarNode && formatOf(value.Value) != nil:
			entries = append(entries, fileEntry(value.Value, depth))
			depth++
		case key == "part" && value.Kind == yaml.ScalarNode:
			entries = append(entries, entry{title: strings.TrimPrefix(value.Value, "# ")})
			titled = true
		case slices.Contains(orderKeys, key):
			entries = append(entries, yamlEntries(value, depth)...)
		}
	}
	if titled {
		entries = append(entries, entry{})
	}
	return entries
}

// fileEntry is the entry for a file that is named and not titled.
func fileEntry(target string, depth int) entry {
	title := path.Base(target)
	if formatOf(title) != nil {
		title = strings.TrimSuffix(title, path.Ext(title))
	}
	return entry{target: target, title: title, depth: depth}
}

// orderKeys are the keys under which lists of files stand.
var orderKeys = []string{"book", "chapters", "rmd_files", "files", "scenes", "order", "manuscript", "contents", "parts", "sections", "longform"}

// readLongform reads the scenes of an Obsidian Longform index.
func readLongform(text string) []entry {
	if index := longformIndex(text); index != nil {
		return yamlEntries(index, 0)
	}
	return nil
}

// longformFolder is the folder in which the scenes of an index lie.
func longformFolder(text, dir string) string {
	if index := longformIndex(text); index != nil {
		for i := 0; i+1 < len(index.Content); i += 2 {
			if index.Content[i].Value == "sceneFolder" {
				return path.Join(dir, strings.TrimPrefix(index.Content[i+1].Value, "/"))
			}
		}
	}
	return dir
}

// longformIndex is the value of the front matter's "longform", nil where
// there is none.
func longformIndex(text string) *yaml.Node {
	rest, ok := strings.CutPrefix(text, "---\n")
	head, _, closed := strings.Cut(rest, "\n---")
	var front struct{ Longform yaml.Node }
	if !ok || !closed || yaml.Unmarshal([]byte(head), &front) != nil || front.Longform.Kind != yaml.MappingNode {
		return nil
	}
	return &front.Longform
}
