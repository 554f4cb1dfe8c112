package gitstore

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// errLeft: go-git does not try this expression; the decision table says why.
var errLeft = errors.New("left to git")

var (
	suffixes = pattern(`(?:[~^][0-9]*)+$`)
	oneStep  = pattern(`[~^][0-9]*`)
)

// resolve reads the one form that go-git is trusted with: a name or an id,
// then any number of ~N and ^N. Order and refusals are those of git
// (object-name.c: get_oid_1, refs.c: ref_rev_parse_rules).
func (g *goGit) resolve(rev string) (string, error) {
	if !plainRevision().MatchString(rev) || strings.Contains(rev, "@{") || specialReference().MatchString(rev) {
		return "", errLeft
	}
	base := suffixes().ReplaceAllString(rev, "")
	steps := rev[len(base):]
	id, err := g.base(base)
	if errors.Is(err, ErrUnknownRevision) {
		return "", fmt.Errorf("%w %q", ErrUnknownRevision, rev)
	}
	if err != nil || steps == "" {
		return id, err
	}
	for _, step := range oneStep().FindAllString(steps, -1) {
		if id, err = g.walk(id, step); err != nil {
			if errors.Is(err, ErrUnknownRevision) {
				return "", fmt.Errorf("%w %q", ErrUnknownRevision, rev)
			}
			return "", err
		}
	}
	return id, nil
}

// base resolves a full id, else a reference, else an abbreviated id.
func (g *goGit) base(name string) (string, error) {
	if name == "@" {
		name = "HEAD"
	}
	if isHex(name, 40) {
		id := strings.ToLower(name)
		if _, err := g.object(id); errors.Is(err, ErrMissingObject) {
			return "", ErrUnknownRevision
		}
		return id, nil
	}
	if name != "HEAD" && !strings.HasPrefix(name, "refs/") && isStrayFile(g.place, name) {
		return "", errLeft // git would read .git/NAME, if it is a reference
	}
	if strings.HasPrefix(name, "/") || strings.HasSuffix(name, "/") || strings.Contains(name, "//") {
		return "", ErrUnknownRevision
	}
	id, err := g.byReference(name)
	if !errors.Is(err, ErrUnknownRevision) {
		return id, err
	}
	return g.byAbbreviation(strings.ToLower(name))
}

// byReference tries git's places for a name in git's order. Git takes the
// first and warns if there are more; a tool that shows differences must not
// choose silently between a tag and a branch, so that is refused.
func (g *goGit) byReference(name string) (string, error) {
	places := []string{"%s", "refs/%s", "refs/tags/%s", "refs/heads/%s", "refs/remotes/%s", "refs/remotes/%s/HEAD"}
	var id string
	var full []string
	for _, place := range places {
		ref := strings.Replace(place, "%s", name, 1)
		got, found, err := g.reference(ref)
		if err != nil {
			return "", err
		}
		if !found {
			continue
		}
		if full = append(full, ref); len(full) == 1 {
			id = got
		}
	}
	switch {
	case len(full) == 0:
		return "", ErrUnknownRevision
	case len(full) > 1:
		return "", ambiguous(name, full)
	}
	return id, nil
}

// byAbbreviation finds the one commit, or tag of a commit, whose id begins so.
// Like git when a commit is wanted, it passes over trees and blobs, unless
// there is nothing else.
func (g *goGit) byAbbreviation(prefix string) (string, error) {
	if len(prefix) < 4 || !isHex(prefix, len(prefix)) {
		return "", ErrUnknownRevision
	}
	ids, err := g.withPrefix(prefix)
	if err != nil {
		return "", err
	}
	var commits []string
	for _, id := range ids {
		if o, err := peel(g, id); err == nil && o.kind == kindCommit {
			commits = append(commits, id)
		}
	}
	if len(commits) > 0 {
		ids = commits
	}
	switch len(ids) {
	case 0:
		return "", ErrUnknownRevision
	case 1:
		return ids[0], nil
	}
	slices.Sort(ids)
	return "", ambiguous(prefix, ids)
}

// walk takes one step: "~N" N first parents up, "^N" to the Nth parent; "^0"
// and "~0" are the commit itself.
func (g *goGit) walk(id, step string) (string, error) {
	n := 1
	if len(step) > 1 {
		var err error
		if n, err = strconv.Atoi(step[1:]); err != nil {
			return "", ErrUnknownRevision
		}
	}
	times, parent := n, 1
	if step[0] == '^' {
		times, parent = min(n, 1), n
	}
	c, err := peelCommit(g, id)
	for ; err == nil && times > 0; times-- {
		if len(c.parents) < parent {
			return "", ErrUnknownRevision
		}
		c, err = peelCommit(g, c.parents[parent-1])
	}
	return c.id, err
}

// isStrayFile reports a file directly in the repository's folder that has the
// name's name. Git would try to read it as a reference before any branch.
func isStrayFile(p *place, name string) bool {
	for _, dir := range []string{p.gitDir, p.commonDir} {
		if info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name))); err == nil && !info.IsDir() {
			return true
		}
	}
	return false
}
