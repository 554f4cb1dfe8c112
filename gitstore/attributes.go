package gitstore

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// attributeSigns says how a word in an attributes file can change contents
// between the disk and the store: line ends only, or in ways that only git can
// follow (programs, encodings, keywords).
var attributeSigns = map[string]conversion{
	"text": convertEOL, "crlf": convertEOL, "eol": convertEOL, "binary": convertEOL, // binary is a macro for -text and more
	"filter": convertAny, "ident": convertAny, "working-tree-encoding": convertAny,
}

// conversion is how far a file on disk may be from what git stores for it.
type conversion int

const (
	convertNone conversion = iota
	convertEOL
	convertAny
)

// attributesIn scans a text of gitattributes(5) for the strongest conversion
// that it speaks of, for whatever path: patterns are git's to match.
func attributesIn(text []byte) conversion {
	strongest := convertNone
	for line := range bytes.Lines(text) {
		fields := strings.Fields(string(line))
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		for _, field := range fields { // the pattern too: one with blanks is several fields
			word, _, _ := strings.Cut(strings.TrimLeft(field, "-!"), "=")
			strongest = max(strongest, attributeSigns[word])
		}
	}
	return strongest
}

// conversions reads all attributes files that may speak of the listed paths:
// the system's, the user's, the repository's, and .gitattributes in each
// folder, which the index stands in for when it is not on disk.
func (w *worktree) conversions(folders map[string]bool, tracked []indexEntry) conversion {
	global, set := w.repo.config().get("core.attributesfile")
	if !set {
		global = userFile("attributes")
	}
	files := []string{under(w.repo.place.root, expandHome(global)), filepath.Join(w.repo.place.commonDir, "info", "attributes")}
	if os.Getenv("GIT_ATTR_NOSYSTEM") == "" {
		files = append(files, "/etc/gitattributes")
	}
	for folder := range folders {
		files = append(files, filepath.Join(w.repo.place.root, filepath.FromSlash(folder), ".gitattributes"))
	}
	strongest := convertNone
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil {
			strongest = max(strongest, attributesIn(text))
		}
	}
	for _, e := range tracked {
		if path.Base(e.path) != ".gitattributes" || fileExists(w.repo.place.root, filepath.FromSlash(e.path)) {
			continue
		}
		if text, err := w.repo.blob(e.id); err == nil {
			strongest = max(strongest, attributesIn(text))
		}
	}
	return strongest
}

// askedAttributes are those that decide about conversion, in this order.
var askedAttributes = []string{"text", "crlf", "eol", "filter", "ident", "working-tree-encoding"}

// askAttributes has git match its patterns: for each path, the values of
// askedAttributes. One process for all paths.
func (w *worktree) askAttributes(git *program, paths []string) (map[string][]string, error) {
	var in bytes.Buffer
	for _, p := range paths {
		in.WriteString(w.fromHere(p))
		in.WriteByte(0)
	}
	out, _, err := git.ask(in.Bytes(), append([]string{"check-attr", "--stdin", "-z"}, askedAttributes...)...)
	if err != nil {
		return nil, err
	}
	var fields []string
	for field := range nulTerminated(out) {
		fields = append(fields, field)
	}
	per := 3 * len(askedAttributes) // PATH, ATTRIBUTE, VALUE for each
	if len(fields) != per*len(paths) {
		return nil, fmt.Errorf("git check-attr answered %d fields for %d paths", len(fields), len(paths))
	}
	values := map[string][]string{}
	for i, p := range paths {
		for j := range askedAttributes {
			values[p] = append(values[p], fields[i*per+j*3+2])
		}
	}
	return values, nil
}

// fromHere is a path from the top as git, run in the user's folder, wants it.
func (w *worktree) fromHere(path string) string {
	if w.repo.place.prefix == "" {
		return path
	}
	return strings.Repeat("../", strings.Count(w.repo.place.prefix, "/")+1) + path
}

// ruleFor reads the values of askedAttributes: which line end rule holds, and
// whether more than line ends is converted. auto is the rule of core.autocrlf,
// for paths of which no attribute speaks (convert.c: convert_attrs).
func ruleFor(values []string, auto eolRule) (rule eolRule, more bool) {
	const unspecified, set, unset = "unspecified", "set", "unset"
	text := values[0]
	if text == unspecified {
		text = values[1]
	}
	switch text {
	case set, "input":
		rule = eolText
	case unset:
		rule = eolKeep
	case "auto":
		rule = eolAuto
	default:
		rule = auto
		if values[2] == "lf" || values[2] == "crlf" {
			rule = eolText
		}
	}
	off := func(value string) bool { return value == unspecified || value == unset }
	return rule, !off(values[3]) || values[4] == set || !off(values[5])
}
