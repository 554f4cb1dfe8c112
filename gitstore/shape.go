package gitstore

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// shape is what the decision table needs to know of a repository: facts, each
// cheap to see from the outside. Reading it costs about 15 file system calls
// and no git (some 0.1 ms).
type shape struct {
	local      settings // the repository's own configuration, no includes
	malformed  bool     // … and whether it could be read
	foreign    string   // a folder that belongs to another user, or ""
	env        string   // a set GIT_* variable that go-git ignores, or ""
	shallow    bool
	partial    bool
	alternates bool
	replaced   bool
	grafted    bool
	splitIndex bool
	relative   bool // a link between working trees is a relative path
}

// look gathers the facts about the repository at p.
func look(p *place) *shape {
	s := &shape{}
	s.readConfig(p)
	s.foreign = foreignOwner(p)
	s.env = unheardVariable()
	s.shallow = nonEmpty(filepath.Join(p.commonDir, "shallow"))
	s.grafted = nonEmpty(filepath.Join(p.commonDir, "info", "grafts"))
	s.alternates = nonEmpty(filepath.Join(p.commonDir, "objects", "info", "alternates"))
	s.replaced = hasReplacements(p.commonDir) && os.Getenv("GIT_NO_REPLACE_OBJECTS") == "" &&
		!s.local.isFalse("core.usereplacerefs")
	s.splitIndex = holds(p.gitDir, func(name string) bool { return strings.HasPrefix(name, "sharedindex.") })
	s.partial = s.isPartial(p)
	s.relative = hasRelativeLink(p)
	return s
}

func (s *shape) readConfig(p *place) {
	add := func(k, v string) error { s.local.add(k, v); return nil }
	text, err := os.ReadFile(filepath.Join(p.commonDir, "config"))
	s.malformed = err == nil && parseConfig(text, add) != nil
	if !s.local.isTrue("extensions.worktreeconfig") {
		return
	}
	if text, err := os.ReadFile(filepath.Join(p.gitDir, "config.worktree")); err == nil && parseConfig(text, add) != nil {
		s.malformed = true
	}
}

// isPartial: a promisor remote, the extension that older gits wrote, or a pack
// that was fetched from one.
func (s *shape) isPartial(p *place) bool {
	for _, key := range s.local.keys {
		if strings.HasPrefix(key, "remote.") && strings.HasSuffix(key, ".promisor") && s.local.isTrue(key) {
			return true
		}
	}
	if s.extension("partialclone") != "" {
		return true
	}
	return holds(filepath.Join(p.commonDir, "objects", "pack"), func(name string) bool { return strings.HasSuffix(name, ".promisor") })
}

// width is the length of the repository's ids in hex.
func (s *shape) width() int {
	if strings.EqualFold(s.extension("objectformat"), "sha256") {
		return 64
	}
	return 40
}

// extension is the value of extensions.NAME, or "".
func (s *shape) extension(name string) string {
	value, _ := s.local.get("extensions." + name)
	return value
}

// unknownExtension names an extension that changes how a repository is read
// and that no row of the table speaks of, or a format newer than extensions.
// Such repositories are left to git, which knows or refuses.
func (s *shape) unknownExtension() string {
	known := map[string]bool{"noop": true, "preciousobjects": true, "partialclone": true, "worktreeconfig": true,
		"objectformat": true, "refstorage": true, "relativeworktrees": true}
	for _, key := range s.local.keys {
		if name, ok := strings.CutPrefix(key, "extensions."); ok && !known[name] {
			return name
		}
	}
	if v, ok := s.local.get("core.repositoryformatversion"); ok && v != "0" && v != "1" {
		return "repositoryformatversion " + v
	}
	return ""
}

// unheardVariable returns the first set variable that changes which objects,
// references or files git sees and that go-git does not listen to. GIT_DIR,
// GIT_WORK_TREE, GIT_INDEX_FILE and GIT_CEILING_DIRECTORIES are not among them:
// this package honours those itself.
func unheardVariable() string {
	for _, name := range []string{"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR",
		"GIT_NAMESPACE", "GIT_REPLACE_REF_BASE", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE", "GIT_IMPLICIT_WORK_TREE"} {
		if os.Getenv(name) != "" {
			return name
		}
	}
	return ""
}

// hasReplacements looks for refs/replace/, loose or packed.
func hasReplacements(common string) bool {
	if holds(filepath.Join(common, "refs", "replace"), func(string) bool { return true }) {
		return true
	}
	packed, err := os.ReadFile(filepath.Join(common, "packed-refs"))
	return err == nil && bytes.Contains(packed, []byte(" refs/replace/"))
}

// hasRelativeLink reports a relative path in one of the files by which working
// trees and their repository find each other ("git worktree --relative-paths").
// A submodule's ".git" is relative by nature, and read correctly: a linked
// working tree is told from it by its common folder.
func hasRelativeLink(p *place) bool {
	if p.link != "" && p.commonDir != p.gitDir {
		text, _ := os.ReadFile(p.link)
		return !filepath.IsAbs(strings.TrimSpace(strings.TrimPrefix(string(text), "gitdir: ")))
	}
	links := filepath.Join(p.commonDir, "worktrees")
	return holds(links, func(name string) bool {
		text, err := os.ReadFile(filepath.Join(links, name, "gitdir"))
		return err == nil && !filepath.IsAbs(strings.TrimSpace(string(text)))
	})
}

func fileExists(elem ...string) bool {
	_, err := os.Stat(filepath.Join(elem...))
	return err == nil
}

func nonEmpty(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// holds reports whether a folder has an entry that is wanted.
func holds(dir string, wanted func(name string) bool) bool {
	entries, _ := os.ReadDir(dir)
	for _, entry := range entries {
		if wanted(entry.Name()) {
			return true
		}
	}
	return false
}
