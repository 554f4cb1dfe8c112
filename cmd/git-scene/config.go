package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"git-scene/gitstore"
	"git-scene/scenes"
)

// readConfig reads the author's word on the manuscript: from the working tree
// where there is one, since it is about how to read and not about what was
// written, else from the newer side.
func readConfig(repo *gitstore.Repository, trees ...*gitstore.Tree) (*scenes.Config, error) {
	return firstConfig(func() ([]byte, error) { return repo.WorktreeFile(scenes.ConfigName) }, trees...)
}

// config is how the manuscript is read. A note on a commit must say the same
// in every clone, so there the working tree has no say, and it is read as that
// commit says: if it took the configuration away, by none.
func (s *sides) config() (*scenes.Config, error) {
	if s.read != nil {
		return s.read, nil
	}
	if s.committed {
		return firstConfig(func() ([]byte, error) { return nil, fs.ErrNotExist }, s.new)
	}
	return readConfig(s.repo, s.new, s.old)
}

// firstConfig is the first configuration that there is.
func firstConfig(first func() ([]byte, error), trees ...*gitstore.Tree) (*scenes.Config, error) {
	reads := []func() ([]byte, error){first}
	for _, t := range trees {
		reads = append(reads, func() ([]byte, error) { return fs.ReadFile(t, scenes.ConfigName) })
	}
	for _, read := range reads {
		data, err := read()
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, gitstore.ErrBareWorktree) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return scenes.ReadConfig(data)
	}
	return nil, nil
}

// configFile reads a configuration that the user names.
func configFile(e *env, name string) (*scenes.Config, error) {
	if !filepath.IsAbs(name) {
		name = filepath.Join(e.dir, name)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return scenes.ReadConfig(data)
}
