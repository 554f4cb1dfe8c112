package gitstore

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// readConfig reads every scope of git's configuration: through git if it is
// installed, else from the files where they usually are.
func (r *Repository) readConfig() *settings {
	if git := r.program(); git != nil {
		if out, err := git.run("config", "--list", "-z"); err == nil {
			s := &settings{}
			for item := range nulTerminated(out) {
				key, value, set := strings.Cut(item, "\n")
				if !set {
					value = "true"
				}
				s.add(key, value)
			}
			return s
		}
	}
	return readScopes(&r.place)
}

// readScopes reads the configuration files in git's order, later ones winning
// (git-config(1), "Files"). It follows include.path and includeIf with
// "gitdir:" and "onbranch:"; an includeIf it does not know is not followed. A
// malformed file counts as far as it can be read.
func readScopes(p *place) *settings {
	s := &scopes{place: p}
	for _, file := range configFiles(p) {
		s.file(file, 0)
	}
	count, _ := strconv.Atoi(os.Getenv("GIT_CONFIG_COUNT"))
	for i := range count {
		n := strconv.Itoa(i)
		s.found.add(canonicalKey(os.Getenv("GIT_CONFIG_KEY_"+n)), os.Getenv("GIT_CONFIG_VALUE_"+n))
	}
	return &s.found
}

func configFiles(p *place) []string {
	var files []string
	if off := os.Getenv("GIT_CONFIG_NOSYSTEM"); off == "" || off == "0" || off == "false" {
		files = append(files, firstOf(os.Getenv("GIT_CONFIG_SYSTEM"), "/etc/gitconfig"))
	}
	if global, set := os.LookupEnv("GIT_CONFIG_GLOBAL"); set {
		files = append(files, global)
	} else {
		files = append(files, userFile("config"), filepath.Join(home(), ".gitconfig"))
	}
	files = append(files, filepath.Join(p.commonDir, "config"))
	var local settings
	if text, err := os.ReadFile(filepath.Join(p.commonDir, "config")); err == nil {
		_ = parseConfig(text, func(k, v string) error { local.add(k, v); return nil })
	}
	if local.isTrue("extensions.worktreeconfig") {
		files = append(files, filepath.Join(p.gitDir, "config.worktree"))
	}
	return files
}

// includeDepth is git's own limit to includes of includes.
const includeDepth = 10

type scopes struct {
	place *place
	found settings
}

func (s *scopes) file(path string, depth int) {
	text, err := os.ReadFile(path)
	if err != nil || depth > includeDepth {
		return
	}
	_ = parseConfig(text, func(key, value string) error {
		s.found.add(key, value)
		condition, conditional := strings.CutPrefix(key, "includeif.")
		condition, isPath := strings.CutSuffix(condition, ".path")
		if key == "include.path" || conditional && isPath && s.holds(condition, filepath.Dir(path)) {
			s.file(under(filepath.Dir(path), expandHome(value)), depth+1)
		}
		return nil
	})
}

// holds judges the condition of an includeIf found in a file in folder from.
func (s *scopes) holds(condition, from string) bool {
	kind, pattern, _ := strings.Cut(condition, ":")
	flags := wildPath
	switch kind {
	case "gitdir/i":
		flags |= wildFold
	case "gitdir":
	case "onbranch":
		head, err := os.ReadFile(filepath.Join(s.place.gitDir, "HEAD"))
		branch, ok := strings.CutPrefix(strings.TrimSpace(string(head)), "ref: refs/heads/")
		return err == nil && ok && wildMatch(openEnded(pattern), branch, flags)
	default:
		return false
	}
	pattern = filepath.ToSlash(expandHome(pattern))
	if rest, ok := strings.CutPrefix(pattern, "./"); ok {
		pattern = filepath.ToSlash(from) + "/" + rest
	} else if !filepath.IsAbs(pattern) && !strings.HasPrefix(pattern, "/") {
		pattern = "**/" + pattern
	}
	return wildMatch(openEnded(pattern), filepath.ToSlash(s.place.gitDir), flags)
}

// openEnded lets a pattern that ends in a slash match everything below.
func openEnded(pattern string) string {
	if strings.HasSuffix(pattern, "/") {
		return pattern + "**"
	}
	return pattern
}

func expandHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		return filepath.Join(home(), rest) + trailingSlash(rest)
	}
	return path
}

func trailingSlash(path string) string {
	if strings.HasSuffix(path, "/") {
		return "/"
	}
	return ""
}

// userFile is a file in the user's git folder: $XDG_CONFIG_HOME/git/NAME or
// ~/.config/git/NAME.
func userFile(name string) string {
	base := firstOf(os.Getenv("XDG_CONFIG_HOME"), filepath.Join(home(), ".config"))
	return filepath.Join(base, "git", name)
}

// home is the user's home folder, or "".
func home() string {
	dir, _ := os.UserHomeDir()
	return dir
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
