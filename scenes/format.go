package scenes

import (
	"path"
	"slices"
	"strings"
)

// format is a syntax that manuscripts are written in.
type format struct {
	Name    string
	Doc     string
	Exts    []string // file name endings, lower case, with the dot
	Modest  bool     // read only where no other format finds a story
	Ordered bool     // what an order file does not name is no story
	Scan    func(*source) *document
}

// formats are all that Parse can read. The first whose ending fits reads a
// file; an ending stands in one format only.
var formats = []format{
	markdown,
	fountain,
	novelWriter,
	plain,
}

// Extensions lists the endings of the files that hold manuscripts, without
// those that seldom do (.txt).
func Extensions() []string {
	var exts []string
	for _, f := range formats {
		if !f.Modest {
			exts = append(exts, f.Exts...)
		}
	}
	return exts
}

// formatOf is the format that reads a path, nil where none does.
func formatOf(name string) *format {
	ext := strings.ToLower(path.Ext(name))
	for i := range formats {
		if slices.Contains(formats[i].Exts, ext) {
			return &formats[i]
		}
	}
	return nil
}

// read scans a file and counts its words.
func (f *format) read(s *source) *document {
	d := f.Scan(s)
	for i := range d.blocks {
		d.blocks[i].words = CountWords(d.blocks[i].text)
	}
	return d
}
