package scenes

import (
	"io/fs"
	"path"
	"strings"
)

// found is what a tree holds.
type found struct {
	texts  []string // files that a format can read, in natural order
	orders []string // files that may give the reading order
	total  int      // regular files of any kind
}

// findFiles walks a tree. Hidden folders and folders of other people's code
// hold no manuscript.
func findFiles(fsys fs.FS, config *Config) (*found, error) {
	f := &found{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if base := path.Base(name); name != "." && (strings.HasPrefix(base, ".") || base == "node_modules" || base == "vendor") {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			f.total++
			f.sort(name, config)
		}
		return nil
	})
	sortNaturally(f.texts)
	sortNaturally(f.orders)
	return f, err
}

// Concerns says whether a file may have a part in what Parse reads. Where no
// such file changed, the manuscript did not.
func Concerns(name string, config *Config) bool {
	return name == ConfigName || orderOf(name) != nil || formatOf(name) != nil || config.names(name)
}

func (f *found) sort(name string, config *Config) {
	if orderOf(name) != nil {
		f.orders = append(f.orders, name)
	}
	if formatOf(name) != nil || config.names(name) {
		f.texts = append(f.texts, name)
	}
}
