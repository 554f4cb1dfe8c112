package gitstore

import (
	"errors"
	"slices"
	"strings"
)

// ConfigAll lists all values of a git configuration variable, from all scopes.
func (r *Repository) ConfigAll(key string) []string {
	return slices.Clone(r.config().values[canonicalKey(key)])
}

// AddConfig adds a value to a variable of the repository's own configuration,
// beside those that it has. It is git that writes: it keeps the file's form.
func (r *Repository) AddConfig(key, value string) error {
	git := r.program()
	if git == nil {
		return needsGit("to write the configuration", "the file is git's")
	}
	_, err := git.run("config", "--local", "--add", key, value)
	return err
}

// Remotes lists the remotes in the order in which they are configured.
func (r *Repository) Remotes() []string {
	var names []string
	for _, key := range r.config().keys {
		name, remote := strings.CutPrefix(key, "remote.")
		name, url := strings.CutSuffix(name, ".url")
		if remote && url && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// HasRef says whether a reference is there.
func (r *Repository) HasRef(ref string) (bool, error) {
	_, err := r.engine.resolve(ref)
	if errors.Is(err, ErrUnknownRevision) {
		return false, nil
	}
	return err == nil, err
}
