package scenes

import (
	"bufio"
	"fmt"
	"io/fs"
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
	Read   func(data []byte) []entry            // what it lists, in order
	Folder func(data []byte, dir string) string // where its entries lie; nil: beside it
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

// plan is what is to be read, in reading order.
type plan struct {
	paths  []string
	listed map[string]bool
	matter map[string]bool
	chain  map[string][]string // titles of the order file's entries and parts above a file
	notes  []string
	gone   int // files that an order file names and that are not there
}

// readOrder decides the reading order: the author's word in .git-scene.yaml,
// else an order file, else the natural order of paths. Under an order file, a
// file that it does not name is matter, and said to be; but an order file that
// names files which are gone is out of date, and then what it does not name is
// story too, in its natural place.
func readOrder(fsys fs.FS, f *found, config *Config) (*plan, error) {
	p := &plan{listed: map[string]bool{}, matter: map[string]bool{}, chain: map[string][]string{}}
	if named := config.order(f.texts); len(named) > 0 {
		p.list(named)
	} else if err := p.readOrderFiles(fsys, f); err != nil {
		return nil, err
	}
	ordered := len(p.paths) > 0
	var forgotten []string
	for _, name := range f.texts {
		if config.isMatter(name) {
			p.matter[name] = true
		}
		story := tierOf(name) == storyTier && formatOf(name) != nil && !formatOf(name).Modest && !p.matter[name]
		switch {
		case p.listed[name] || orderFileOnly(name):
		case !ordered:
			p.paths = append(p.paths, name)
		case p.gone > 0 && story:
			p.insert(name)
			forgotten = append(forgotten, name)
		default:
			p.paths = append(p.paths, name)
			p.matter[name] = true
			if story {
				forgotten = append(forgotten, name)
			}
		}
	}
	if len(forgotten) > 0 && !config.hasFiles() {
		p.notes = append(p.notes, p.forgot(forgotten))
	}
	return p, nil
}

// forgot says what was done with files that the order file does not name.
func (p *plan) forgot(names []string) string {
	if p.gone > 0 {
		return fmt.Sprintf("the order file names %d files that are gone; %s not in it and read as story all the same", p.gone, countNames(names))
	}
	return countNames(names) + " not in the order file and read as matter, not story"
}

// insert lists a file where it stands by the natural order of paths: behind
// the last listed one that comes before it.
func (p *plan) insert(name string) {
	at := 0
	for i, other := range p.paths {
		if p.listed[other] && naturalLess(other, name) {
			at = i + 1
		}
	}
	p.paths = slices.Insert(p.paths, at, name)
	p.listed[name] = true
}

func countNames(names []string) string {
	if len(names) == 1 {
		return names[0] + " is"
	}
	return fmt.Sprintf("%s and %d more are", names[0], len(names)-1)
}

// orderFileOnly says whether a text file does nothing but give an order.
func orderFileOnly(name string) bool {
	base := strings.ToLower(path.Base(name))
	return base == "book.txt" || base == "sample.txt" || base == "subset.txt"
}

func (p *plan) list(names []string) {
	for _, name := range names {
		if !p.listed[name] {
			p.listed[name] = true
			p.paths = append(p.paths, name)
		}
	}
}

// maxOrderFile is the size of the largest order file, in bytes; and the part
// of a Markdown file in which a Longform index has its front matter.
const maxOrderFile = 1 << 20

// readOrderFiles follows every order file of the tree.
func (p *plan) readOrderFiles(fsys fs.FS, f *found) error {
	names := map[string]bool{}
	for _, name := range f.texts {
		names[name] = true
	}
	for _, name := range f.orders {
		kind := orderOf(name)
		if kind.Folder != nil && !mayIndex(name) {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		if len(data) > maxOrderFile {
			continue
		}
		dir := path.Dir(name)
		if kind.Folder != nil {
			dir = kind.Folder(data, dir)
		}
		if p.follow(kind.Read(data), dir, names) && strings.HasSuffix(name, ".md") {
			p.listed[name] = true // read, and no text of the book
		}
	}
	return nil
}

// mayIndex says whether a Markdown file may be a Longform index: by its name,
// so that no other file need be read for it.
func mayIndex(name string) bool {
	stem := strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	dir := strings.ToLower(path.Base(path.Dir(name)))
	return stem == "index" || stem == "_index" || stem == dir || stem == "longform" || stem == "manuscript"
}

// follow lists what an order file names, as far as it is there.
func (p *plan) follow(entries []entry, dir string, names map[string]bool) bool {
	any, gone := false, 0
	part := ""
	var above []entry
	for _, e := range entries {
		if e.target == "" {
			part, above = e.title, nil
			continue
		}
		for len(above) > 0 && above[len(above)-1].depth >= e.depth {
			above = above[:len(above)-1]
		}
		name := resolve(e.target, dir, names)
		if name != "" {
			p.list([]string{name})
			p.chain[name] = chainOf(part, above)
			any = true
		} else if formatOf(e.target) != nil {
			gone++
		}
		above = append(above, e)
	}
	p.openParents(entries, dir, names)
	if any {
		p.gone += gone
	}
	return any
}

// openParents puts an entry that others nest under into its own division, so
// that a chapter's opening stands in the chapter.
func (p *plan) openParents(entries []entry, dir string, names map[string]bool) {
	for i, e := range entries {
		if i+1 < len(entries) && entries[i+1].depth > e.depth && e.target != "" {
			if name := resolve(e.target, dir, names); name != "" {
				p.chain[name] = append(slices.Clone(p.chain[name]), e.title)
			}
		}
	}
}

func chainOf(part string, above []entry) []string {
	var chain []string
	if part != "" {
		chain = append(chain, part)
	}
	for _, e := range above {
		chain = append(chain, e.title)
	}
	return chain
}

// resolve finds the file that an entry means, "" where there is none.
func resolve(target, dir string, names map[string]bool) string {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target, _, _ = strings.Cut(target, "#")
	name := path.Join(dir, strings.TrimPrefix(target, "/"))
	for _, ext := range []string{"", ".md", ".markdown", ".fountain", ".txt"} {
		if names[name+ext] {
			return name + ext
		}
	}
	return ""
}

// readSummary reads a list of links; a heading between lists names a part.
func readSummary(data []byte) []entry {
	var entries []entry
	var indents []int
	lines := bufio.NewScanner(strings.NewReader(string(data)))
	for lines.Scan() {
		line := lines.Text()
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
	return dropBookTitle(entries)
}

// dropBookTitle leaves out the first heading where the list has no other: it
// names the book, not a part.
func dropBookTitle(entries []entry) []entry {
	if len(entries) > 0 && entries[0].target == "" {
		return entries[1:]
	}
	return entries
}

// link reads the first [title](target) of a line.
func link(line string) (title, target string, ok bool) {
	open := strings.IndexByte(line, '[')
	mid := strings.LastIndex(line, "](")
	if open < 0 || mid < open {
		return "", "", false
	}
	end := strings.IndexByte(line[mid:], ')')
	if end < 0 {
		return "", "", false
	}
	target = strings.Trim(line[mid+2:mid+end], "<> ")
	return strings.TrimSpace(line[open+1 : mid]), target, target != ""
}

// readPathList reads a path a line; # begins a comment, "part:" names a part.
func readPathList(data []byte) []entry {
	var entries []entry
	for _, line := range strings.Split(string(data), "\n") {
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
func readYAMLOrder(data []byte) []entry {
	var root yaml.Node
	if yaml.Unmarshal(data, &root) != nil || len(root.Content) == 0 {
		return nil
	}
	return yamlEntries(root.Content[0], 0)
}

// yamlEntries walks lists and the maps that hold them.
func yamlEntries(n *yaml.Node, depth int) []entry {
	var entries []entry
	switch n.Kind {
	case yaml.SequenceNode:
		for _, c := range n.Content {
			if c.Kind == yaml.ScalarNode {
				entries = append(entries, entry{target: c.Value, depth: depth})
			} else {
				entries = append(entries, yamlEntries(c, depth+1)...)
			}
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i].Value, n.Content[i+1]
			switch {
			case key == "part" && value.Kind == yaml.ScalarNode:
				entries = append(entries, entry{title: strings.TrimPrefix(value.Value, "# ")})
			case slices.Contains(orderKeys, key):
				entries = append(entries, yamlEntries(value, 0)...)
			}
		}
	}
	return entries
}

// orderKeys are the keys under which lists of files stand.
var orderKeys = []string{"book", "chapters", "rmd_files", "files", "scenes", "order", "manuscript", "contents", "parts", "sections", "longform"}

// readLongform reads the scenes of an Obsidian Longform index.
func readLongform(data []byte) []entry {
	if index := longformIndex(data); index != nil {
		return yamlEntries(index, 0)
	}
	return nil
}

// longformFolder is the folder in which the scenes of an index lie.
func longformFolder(data []byte, dir string) string {
	if index := longformIndex(data); index != nil {
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
func longformIndex(data []byte) *yaml.Node {
	_, rest, ok := strings.Cut(string(data), "---\n")
	head, _, closed := strings.Cut(rest, "\n---")
	var front struct{ Longform yaml.Node }
	if !ok || !closed || yaml.Unmarshal([]byte(head), &front) != nil || front.Longform.Kind != yaml.MappingNode {
		return nil
	}
	return &front.Longform
}
