package gitstore

import (
	"fmt"
	"strings"
	"time"
)

// Commit is one commit of a history.
type Commit struct {
	ID      string
	Tree    string // the id of its files: equal ids are equal files
	Parents []string
	Date    time.Time // committer date, UTC
	Subject string    // the first line of its message
}

// Commit is the commit that a revision names.
func (r *Repository) Commit(rev string) (Commit, error) {
	id, err := r.resolve(rev)
	if err != nil {
		return Commit{}, err
	}
	return r.commit(id)
}

func (r *Repository) commit(id string) (Commit, error) {
	id, o, err := peelID(r.engine, id)
	if err != nil {
		return Commit{}, err
	}
	if o.kind != kindCommit {
		return Commit{}, fmt.Errorf("%w: %s is a %s, not a commit", ErrUnknownRevision, id, o.kind)
	}
	c, err := parseCommit(id, o.data)
	if err != nil {
		return Commit{}, err
	}
	_, message, _ := strings.Cut(string(o.data), "\n\n")
	return Commit{ID: c.id, Tree: c.tree, Parents: c.parents, Date: c.date, Subject: firstLine(message)}, nil
}

// Range lists the commits that an argument of git log names, parents before
// their children: A..B are those of B that A does not have, A...B those that
// only one of them has. An empty end is HEAD. A revision alone is one commit,
// or, with whole, it and all that it descends from.
func (r *Repository) Range(arg string, whole bool) ([]string, error) {
	a, b, symmetric := strings.Cut(arg, "...")
	ranged := symmetric
	if !symmetric {
		a, b, ranged = strings.Cut(arg, "..")
	}
	if !ranged {
		c, err := r.Commit(arg)
		if err != nil || !whole {
			return []string{c.ID}, err
		}
		return r.engine.commits(c.ID, nil)
	}
	old, err := r.Commit(firstOf(a, "HEAD"))
	if err != nil {
		return nil, err
	}
	new, err := r.Commit(firstOf(b, "HEAD"))
	if err != nil {
		return nil, err
	}
	ids, err := r.engine.commits(new.ID, []string{old.ID})
	if err != nil || !symmetric {
		return ids, err
	}
	others, err := r.engine.commits(old.ID, []string{new.ID})
	return append(others, ids...), err
}

// Unpushed lists the commits that a remote is not known to have, parents
// first: those that id leads back to, without what it says that it has
// ("" for nothing) and what its branches held when they were last seen.
func (r *Repository) Unpushed(id, remote, has string) ([]string, error) {
	var exclude []string
	if has != "" {
		if _, err := r.engine.size(has); err == nil {
			exclude = append(exclude, has)
		}
	}
	names, err := r.engine.names()
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if !strings.HasPrefix(name, remote+"/") {
			continue
		}
		if tip, err := r.engine.resolve("refs/remotes/" + name); err == nil {
			exclude = append(exclude, tip)
		}
	}
	c, err := r.commit(id)
	if err != nil {
		return nil, err
	}
	return r.engine.commits(c.ID, exclude)
}

// commits walks back from include, and lists what it met in the order in which
// a walk would leave it: parents first.
func (g *goGit) commits(include string, exclude []string) ([]string, error) {
	done := map[string]bool{}
	for _, id := range exclude {
		if err := g.ancestors(id, func(c commit) bool { seen := done[c.id]; done[c.id] = true; return !seen }); err != nil {
			return nil, err
		}
	}
	var ids []string
	type step struct {
		id      string
		parents []string // nil before it was read
		read    bool
	}
	for todo := []step{{id: include}}; len(todo) > 0; {
		top := &todo[len(todo)-1]
		switch {
		case done[top.id]:
			todo = todo[:len(todo)-1]
		case !top.read:
			c, err := peelCommit(g, top.id)
			if err != nil {
				return nil, err
			}
			top.parents, top.read = c.parents, true
		case len(top.parents) > 0:
			next := top.parents[0]
			top.parents = top.parents[1:]
			todo = append(todo, step{id: next})
		default:
			done[top.id] = true
			ids = append(ids, top.id)
			todo = todo[:len(todo)-1]
		}
	}
	return ids, nil
}

func (g *gitProgram) commits(include string, exclude []string) ([]string, error) {
	args := []string{"rev-list", "--topo-order", "--reverse", include}
	for _, id := range exclude {
		args = append(args, "^"+id)
	}
	out, err := g.git.run(append(args, "--")...)
	if err != nil {
		return nil, err
	}
	return strings.Fields(string(out)), nil
}
