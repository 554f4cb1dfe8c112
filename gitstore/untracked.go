package gitstore

import (
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// untracked walks the working tree for files that are neither in the index nor
// ignored. Ignored folders are not entered (a pattern inside them could not
// bring a file back, says gitignore(5)), nor are repositories inside this one,
// nor symbolic links.
func (g *goGit) untracked(tracked []indexEntry) ([]string, error) {
	config := g.config()
	w := newWalker(g.place.root, newIgnoreRules(g.place, config), config)
	w.track(tracked)
	err := w.walk("", w.rules.base)
	return w.found, err
}

func newWalker(root string, rules *ignoreRules, config *settings) *walker {
	return &walker{root: root, rules: rules, fold: config.isTrue("core.ignorecase"),
		compose: runtime.GOOS == "darwin" && config.isTrue("core.precomposeunicode"),
		known:   map[string]bool{}, modules: map[string]bool{}, folders: map[string]bool{}}
}

// track notes what the index speaks of.
func (w *walker) track(tracked []indexEntry) {
	for _, e := range tracked {
		w.known[w.key(e.path)] = true
		w.modules[w.key(e.path)] = e.mode == modeGitlink
		for folder := path.Dir(e.path); folder != "."; folder = path.Dir(folder) {
			w.folders[w.key(folder)] = true
		}
	}
}

type walker struct {
	root    string
	rules   *ignoreRules
	fold    bool            // core.ignoreCase
	compose bool            // core.precomposeUnicode: macOS lists "é" as two characters, the index has one
	known   map[string]bool // paths in the index
	modules map[string]bool // … that are submodules
	folders map[string]bool // folders that hold such
	found   []string
}

// key is how the index compares paths: with core.ignoreCase, "Ch1.md" on disk
// is the tracked "ch1.md".
func (w *walker) key(path string) string {
	if w.fold {
		return strings.ToLower(path)
	}
	return path
}

// walk visits one folder ("" or "a/b/") under the rules of those above it.
func (w *walker) walk(folder string, above []ignoreFile) error {
	entries, err := os.ReadDir(filepath.Join(w.root, filepath.FromSlash(folder)))
	if err != nil {
		if folder == "" {
			return err
		}
		return nil // git passes over folders that it may not enter, too
	}
	files := w.rules.in(above, w.root, folder)
	for _, entry := range entries {
		name := entry.Name()
		if w.compose {
			name = norm.NFC.String(name)
		}
		at := folder + name
		if w.key(name) == ".git" {
			continue
		}
		switch {
		case entry.IsDir():
			if w.rules.ignored(files, at, true) || w.modules[w.key(at)] || w.isNested(at) {
				continue
			}
			if err := w.walk(at+"/", files); err != nil {
				return err
			}
		case entry.Type().IsRegular():
			if !w.known[w.key(at)] && !w.rules.ignored(files, at, false) {
				w.found = append(w.found, at)
			}
		}
	}
	return nil
}

// isNested reports a repository of its own, whose files are not this one's
// unless the index says so.
func (w *walker) isNested(path string) bool {
	if w.folders[w.key(path)] {
		return false
	}
	gitDir, _, err := followLink(filepath.Join(w.root, filepath.FromSlash(path), ".git"))
	return err == nil && isGitDir(gitDir, commonDir(gitDir))
}
