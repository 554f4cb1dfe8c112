package gitstore

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// ignoreRules are the patterns that say which untracked files do not count
// (gitignore(5)). Our own, because the reader that comes with go-git takes no
// trailing escapes, no character classes and no info/exclude.
type ignoreRules struct {
	fold bool         // core.ignoreCase
	base []ignoreFile // weakest first: core.excludesFile, then info/exclude
}

// ignoreFile is one list of patterns, which hold below a folder ("" or "a/b/").
type ignoreFile struct {
	folder   string
	patterns []ignorePattern
}

type ignorePattern struct {
	text     string
	negated  bool // "!pattern": what it matches does count
	foldered bool // "pattern/": folders only
	anchored bool // holds a slash: matches the whole path below the folder, else the last element
}

// newIgnoreRules reads the rules that hold in the whole working tree.
func newIgnoreRules(p *place, config *settings) *ignoreRules {
	rules := &ignoreRules{fold: config.isTrue("core.ignorecase")}
	global, set := config.get("core.excludesfile")
	if !set {
		global = userFile("ignore")
	}
	if global != "" {
		rules.base = append(rules.base, readIgnoreFile(under(p.root, expandHome(global)), ""))
	}
	rules.base = append(rules.base, readIgnoreFile(filepath.Join(p.commonDir, "info", "exclude"), ""))
	return rules
}

// in adds the .gitignore of a folder to the files that hold above it. A
// .gitignore that is a symbolic link is not followed, as by git.
func (r *ignoreRules) in(above []ignoreFile, root, folder string) []ignoreFile {
	path := filepath.Join(root, filepath.FromSlash(folder), ".gitignore")
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return above
	}
	return append(above[:len(above):len(above)], readIgnoreFile(path, folder))
}

// ignored judges one path, whose folders above are known not to be ignored.
// The last pattern that matches in the strongest file decides.
func (r *ignoreRules) ignored(files []ignoreFile, path string, isFolder bool) bool {
	for i := len(files) - 1; i >= 0; i-- {
		below, ok := strings.CutPrefix(path, files[i].folder)
		if !ok {
			continue
		}
		for j := len(files[i].patterns) - 1; j >= 0; j-- {
			if pattern := &files[i].patterns[j]; pattern.matches(below, isFolder, r.fold) {
				return !pattern.negated
			}
		}
	}
	return false
}

func (p *ignorePattern) matches(path string, isFolder, fold bool) bool {
	if p.foldered && !isFolder {
		return false
	}
	flags := wildFlags(0)
	if fold {
		flags = wildFold
	}
	if p.anchored {
		return wildMatch(p.text, path, flags|wildPath)
	}
	return wildMatch(p.text, path[strings.LastIndexByte(path, '/')+1:], flags)
}

func readIgnoreFile(path, folder string) ignoreFile {
	text, _ := os.ReadFile(path) // none is as good as an empty one
	return ignoreFile{folder: folder, patterns: parseIgnore(text)}
}

func parseIgnore(text []byte) []ignorePattern {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	var patterns []ignorePattern
	for line := range strings.SplitSeq(string(text), "\n") {
		line = trimBlanks(strings.TrimSuffix(line, "\r"))
		if line == "" || line[0] == '#' {
			continue
		}
		var p ignorePattern
		if line[0] == '!' {
			p.negated, line = true, line[1:]
		}
		if strings.HasSuffix(line, "/") {
			p.foldered, line = true, line[:len(line)-1]
		}
		p.anchored = strings.Contains(line, "/")
		p.text = strings.TrimPrefix(line, "/")
		patterns = append(patterns, p)
	}
	return patterns
}

// trimBlanks drops trailing spaces unless a backslash protects them.
func trimBlanks(line string) string {
	end := 0
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case ' ':
			continue
		case '\\':
			i = min(i+1, len(line)-1)
		}
		end = i + 1
	}
	return line[:end]
}
