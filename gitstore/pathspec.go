package gitstore

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// pathspec is one limit as git reads it (gitglossary(7), "pathspec").
type pathspec struct {
	given   string // as the user wrote it
	pattern string // from the top of the working tree; "" is everything
	folder  string // the leading part of pattern that came from the user's folder: never a pattern
	exclude bool
	literal bool
	glob    bool // "*" stops at slashes
	fold    bool
}

// parsePathspec reads PATH, ":/PATH", ":!PATH", ":(top,glob)PATH" and so on,
// relative to the user's folder. "attr:" is refused: attributes of another
// revision are not at hand.
func (r *Repository) parsePathspec(given string) (pathspec, error) {
	p := pathspec{given: given, literal: isOn("GIT_LITERAL_PATHSPECS"), glob: isOn("GIT_GLOB_PATHSPECS"), fold: isOn("GIT_ICASE_PATHSPECS")}
	noGlob := isOn("GIT_NOGLOB_PATHSPECS")
	if given == "" {
		return p, withHint(fmt.Errorf("an empty path limits nothing"), "\".\" is the folder you are in")
	}
	rest, top := given, false
	if !p.literal && strings.HasPrefix(given, ":") {
		magic, path, err := splitMagic(given)
		if err != nil {
			return p, err
		}
		rest = path
		for _, word := range magic {
			switch word {
			case "top":
				top = true
			case "exclude":
				p.exclude = true
			case "literal":
				p.literal = true
			case "glob":
				p.glob, noGlob = true, false
			case "icase":
				p.fold = true
			case "":
			default:
				return p, withHint(fmt.Errorf("the path limit %q uses %q, which is not understood", given, word), "top, exclude, literal, glob and icase are")
			}
		}
	}
	if p.literal && p.glob && given[0] == ':' {
		return p, fmt.Errorf("the path limit %q is both literal and glob", given)
	}
	p.literal = p.literal || noGlob && !p.glob
	return p, r.anchor(&p, rest, top)
}

func isOn(variable string) bool {
	switch strings.ToLower(os.Getenv(variable)) {
	case "", "0", "false", "no", "off":
		return false
	}
	return true
}

// splitMagic reads ":(a,b)PATH" and the short ":/!^PATH".
func splitMagic(given string) (magic []string, rest string, err error) {
	if long, ok := strings.CutPrefix(given, ":("); ok {
		words, rest, closed := strings.Cut(long, ")")
		if !closed {
			return nil, "", fmt.Errorf("the path limit %q has no closing parenthesis", given)
		}
		return strings.Split(words, ","), rest, nil
	}
	short := map[byte]string{'/': "top", '!': "exclude", '^': "exclude"}
	rest = given[1:]
	for rest != "" && short[rest[0]] != "" {
		magic = append(magic, short[rest[0]])
		rest = rest[1:]
	}
	return magic, strings.TrimPrefix(rest, ":"), nil
}

// anchor makes rest a path from the top: relative to the user's folder, or
// absolute inside the working tree, never outside it.
func (r *Repository) anchor(p *pathspec, rest string, top bool) error {
	slash := strings.HasSuffix(rest, "/")
	base := r.place.prefix
	if top {
		base = ""
	}
	if r.place.root != "" && filepath.IsAbs(rest) && !top {
		if folder, err := filepath.EvalSymlinks(filepath.Dir(rest)); err == nil {
			rest = filepath.Join(folder, filepath.Base(rest)) // the root is without links, too
		}
		rel, err := filepath.Rel(r.place.root, filepath.Clean(rest))
		if err != nil || !filepath.IsLocal(rel) {
			return r.outside(p.given)
		}
		base, rest = "", filepath.ToSlash(rel)
	}
	joined := path.Join(base, rest)
	if joined == ".." || strings.HasPrefix(joined, "../") || strings.HasPrefix(joined, "/") {
		return r.outside(p.given)
	}
	if joined == "." {
		joined = ""
	}
	p.folder = commonFolder(base, joined)
	if p.pattern = joined; slash && joined != "" {
		p.pattern += "/"
	}
	return nil
}

func (r *Repository) outside(given string) error {
	return withHint(fmt.Errorf("%q is outside the repository at %q", given, r.place.root), "paths are relative to the folder you are in")
}

// commonFolder is what remains of base at the front of joined, as "a/b/" or "".
func commonFolder(base, joined string) string {
	for base != "" && base != "." {
		if joined == base || strings.HasPrefix(joined, base+"/") {
			return joined[:min(len(base)+1, len(joined))]
		}
		base = path.Dir(base)
	}
	return ""
}

// matches reports whether the limit takes in a file, by its path from the top:
// the file itself, a folder above it, or a pattern (dir.c: match_pathspec_item).
func (p *pathspec) matches(file string) bool {
	pattern := p.pattern
	same := func(x, y string) bool { return x == y }
	if p.fold {
		same = func(x, y string) bool { return foldASCII(x) == foldASCII(y) }
	}
	whole := strings.TrimSuffix(pattern, "/")
	switch {
	case pattern == "":
		return true
	case len(file) == len(pattern) && same(file, pattern):
		return true
	case len(file) > len(whole) && file[len(whole)] == '/' && same(file[:len(whole)], whole):
		return true
	case p.literal || !strings.ContainsAny(pattern[len(p.folder):], `*?[\`):
		return false
	case len(file) < len(p.folder) || !same(file[:len(p.folder)], p.folder):
		return false
	}
	flags := wildFlags(0)
	if p.glob {
		flags |= wildPath
	}
	if p.fold {
		flags |= wildFold
	}
	return wildMatch(pattern[len(p.folder):], file[len(p.folder):], flags)
}
