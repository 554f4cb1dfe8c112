package scenes

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// plan is what is to be read, in reading order.
type plan struct {
	paths  []string
	listed map[string]bool
	matter map[string]bool
	chain  map[string][]above // what the order file has above a file, outermost first
	notes  []string
	gone   int // files that an order file names and that are not there
}

// above is a division that an order file puts files in.
type above struct {
	title string
	part  bool // it stands between the lists, not in one
}

// readOrder decides the reading order: the author's word in .git-scene.yaml,
// else an order file, else the natural order of paths. Under an order file, a
// file that it does not name is matter, and said to be; but an order file that
// names files which are gone is out of date, and then what it does not name is
// story too, in its natural place.
func readOrder(fsys fs.FS, f *found, config *Config) (*plan, error) {
	p := &plan{listed: map[string]bool{}, matter: map[string]bool{}, chain: map[string][]above{}}
	if named := config.order(f.texts); len(named) > 0 {
		p.list(named)
	} else if err := p.readOrderFiles(fsys, f); err != nil {
		return nil, err
	}
	ordered := len(p.paths) > 0
	var forgotten, others []string
	for _, name := range f.texts {
		if config.isMatter(name) {
			p.matter[name] = true
		}
		f := formatOf(name)
		story := tierOf(name) == storyTier && f != nil && !f.Modest && !f.Ordered && !p.matter[name]
		switch {
		case p.listed[name]:
		case !ordered:
			p.paths = append(p.paths, name)
		default:
			if story {
				forgotten = append(forgotten, name)
			}
			if !story || p.gone == 0 {
				others = append(others, name)
				p.matter[name] = true
			}
		}
	}
	if p.gone > 0 {
		p.insertAll(forgotten)
	}
	p.paths = append(p.paths, others...)
	if len(forgotten) > 0 && !config.hasFiles() {
		p.notes = append(p.notes, p.forgot(forgotten))
	}
	return p, nil
}

// forgot says what was done with files that the order file does not name.
func (p *plan) forgot(names []string) string {
	if p.gone > 0 {
		gone := "a file that is"
		if p.gone > 1 {
			gone = fmt.Sprintf("%d files that are", p.gone)
		}
		return fmt.Sprintf("the order file names %s gone; %s not in it and read as story all the same", gone, countNames(names))
	}
	return countNames(names) + " not in the order file and read as matter, not story"
}

// insertAll lists files where they stand by the natural order of paths: each
// behind the last listed one that comes before it.
func (p *plan) insertAll(names []string) {
	keys := make([]pathKey, len(p.paths))
	for i, other := range p.paths {
		keys[i] = naturalKey(other)
	}
	for _, name := range names {
		at, key := len(keys), naturalKey(name)
		for at > 0 && keys[at-1].compare(key) > 0 {
			at--
		}
		keys = slices.Insert(keys, at, key)
		p.paths = slices.Insert(p.paths, at, name)
		p.listed[name] = true
	}
}

func countNames(names []string) string {
	if len(names) == 1 {
		return names[0] + " is"
	}
	return fmt.Sprintf("%s and %d more are", names[0], len(names)-1)
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

// readOrderFiles follows every order file of the tree. One that was followed
// is no text of the book.
func (p *plan) readOrderFiles(fsys fs.FS, f *found) error {
	names := map[string]bool{}
	for _, name := range f.texts {
		names[name] = true
	}
	books := map[string]bool{}
	for _, name := range f.orders {
		kind := orderOf(name)
		if kind.Folder != nil && !mayIndex(name) {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		s, err := newSource(name, data)
		if err != nil || len(data) > maxOrderFile {
			continue
		}
		text, dir := strings.Join(s.lines, "\n"), path.Dir(name)
		if kind.Folder != nil {
			dir = kind.Folder(text, dir)
		}
		if p.follow(kind.Read(text), dir, names) {
			p.listed[name] = true
			books[path.Dir(name)] = true
		}
	}
	for _, name := range f.texts {
		if besideBook(name) && books[path.Dir(name)] {
			p.listed[name] = true
		}
	}
	return nil
}

// follow lists what an order file names, as far as it is there, and says
// whether anything is.
func (p *plan) follow(entries []entry, dir string, names map[string]bool) (found bool) {
	gone, part := 0, ""
	var open []entry
	for i, e := range entries {
		if e.target == "" {
			part, open = e.title, nil
			continue
		}
		for len(open) > 0 && open[len(open)-1].depth >= e.depth {
			open = open[:len(open)-1]
		}
		chain := chainOf(part, open)
		open = append(open, e)
		name := resolve(e.target, dir, names)
		switch {
		case name != "":
			if i+1 < len(entries) && entries[i+1].depth > e.depth { // a chapter's opening stands in the chapter
				chain = append(chain, above{title: e.title})
			}
			p.list([]string{name})
			p.chain[name] = chain
			found = true
		case formatOf(e.target) != nil || path.Ext(e.target) == "":
			gone++
		}
	}
	if found {
		p.gone += gone
	}
	return found
}

// chainOf is what stands above an entry, outermost first.
func chainOf(part string, open []entry) []above {
	var chain []above
	if part != "" {
		chain = append(chain, above{part, true})
	}
	for _, e := range open {
		chain = append(chain, above{title: e.title})
	}
	return chain
}
