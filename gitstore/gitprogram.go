package gitstore

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// gitProgram is the engine that asks the git program: one process for all
// objects, one more per other question (1.5 to 3 ms each).
type gitProgram struct {
	git     *program
	shape   *shape
	batch   *catFile
	check   *catFile
	noFetch bool // absent objects stay absent
}

func newGitProgram(git *program, s *shape) *gitProgram {
	noFetch := false
	for _, entry := range git.env {
		noFetch = noFetch || entry == "GIT_NO_LAZY_FETCH=1"
	}
	return &gitProgram{git: git, shape: s, noFetch: noFetch,
		batch: &catFile{git: git, flag: "--batch"}, check: &catFile{git: git, flag: "--batch-check"}}
}

func (g *gitProgram) name() string { return engineGit }

// resolve asks rev-parse. It tries REV^{commit} first: told that a commit is
// wanted, git can tell an abbreviated commit from a blob that begins alike. A
// search (":/words") would swallow that suffix and goes without it.
func (g *gitProgram) resolve(rev string) (string, error) {
	tries := []string{rev + "^{commit}", rev}
	if strings.HasPrefix(rev, ":/") {
		tries = tries[1:]
	}
	if isID(rev) { // rev-parse believes in any full id
		_, err := g.size(strings.ToLower(rev))
		if errors.Is(err, ErrMissingObject) {
			return "", fmt.Errorf("%w %q", ErrUnknownRevision, rev)
		}
		if err == nil {
			return strings.ToLower(rev), nil
		}
	}
	var err error
	for _, try := range tries {
		var out []byte
		var stderr string
		out, stderr, err = g.git.ask(nil, "rev-parse", "--verify", "--end-of-options", try)
		if strings.Contains(stderr, "is ambiguous") {
			return "", ambiguous(rev, candidates(stderr))
		}
		if err == nil {
			return strings.TrimSpace(string(out)), nil
		}
	}
	var failed *runError
	if errors.As(err, &failed) && failed.code == 128 && !isTrouble(failed.said) {
		return "", fmt.Errorf("%w %q", ErrUnknownRevision, rev)
	}
	return "", err
}

// isTrouble tells "there is no such thing" from "I could not look": a refusal
// to enter the repository, or a damaged one.
func isTrouble(said string) bool {
	for _, sign := range []string{"dubious ownership", "repository", "bad config", "corrupt", "unable to"} {
		if strings.Contains(said, sign) {
			return true
		}
	}
	return false
}

// candidates picks the lines in which git lists what an abbreviation may mean:
// "hint:   1a2b3c4 commit 2025-01-01 - Second draft".
func candidates(stderr string) []string {
	var found []string
	for line := range strings.Lines(stderr) {
		if rest, ok := strings.CutPrefix(line, "hint:   "); ok {
			found = append(found, strings.TrimSpace(rest))
		}
	}
	return found
}

// before returns the last commit on HEAD's own line (first parents) whose
// committer date is not after date, in git's own notation of dates.
func (g *gitProgram) before(date string) (string, error) {
	out, err := g.git.run("rev-list", "-1", "--first-parent", "--before="+date, "HEAD", "--")
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(out)), nil
}

func (g *gitProgram) object(id string) (object, error) {
	o, _, err := g.batch.ask(id)
	return o, err
}

func (g *gitProgram) size(id string) (int64, error) {
	_, size, err := g.check.ask(id)
	return size, err
}

func (g *gitProgram) mergeBases(x, y string) ([]string, error) {
	out, err := g.git.run("merge-base", "--all", x, y)
	var failed *runError
	if errors.As(err, &failed) && failed.code == 1 && failed.said == "" {
		return nil, nil // no common ancestor
	}
	if err != nil {
		return nil, err
	}
	return strings.Fields(string(out)), nil
}

func (g *gitProgram) names() ([]string, error) {
	out, err := g.git.run("for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags", "refs/remotes")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, ref := range strings.Fields(string(out)) {
		names = append(names, shortName(ref))
	}
	return names, nil
}

// index lists "TAG MODE ID STAGE\tPATH" lines; tag S marks what a sparse
// checkout leaves out. Names that have no content yet are asked for only if
// an entry has the empty blob's id, which they do.
func (g *gitProgram) index() ([]indexEntry, error) {
	out, err := g.git.run("ls-files", "-t", "--stage", "-z", "--full-name", "--", ":/")
	if err != nil {
		return nil, err
	}
	var entries []indexEntry
	empty := false
	for line := range nulTerminated(out) {
		meta, path, ok := strings.Cut(line, "\t")
		fields := strings.Fields(meta)
		if !ok || len(fields) != 4 || len(fields[3]) != 1 {
			return nil, fmt.Errorf("git ls-files answered %q", line)
		}
		e := indexEntry{path: path, mode: fields[1], id: fields[2], stage: int(fields[3][0] - '0'), skip: fields[0] == "S"}
		empty = empty || e.id == emptyBlob(len(e.id))
		entries = append(entries, e)
	}
	if !empty {
		return entries, nil
	}
	return entries, g.markLater(entries)
}

// markLater finds the "--intent-to-add" entries: an index compared with the
// empty tree shows everything but them.
func (g *gitProgram) markLater(entries []indexEntry) error {
	out, err := g.git.run("diff-index", "--cached", "--name-only", "--no-renames", "--ita-invisible-in-index", "-z", emptyTree(len(entries[0].id)))
	if err != nil {
		return err
	}
	visible := map[string]bool{}
	for path := range nulTerminated(out) {
		visible[path] = true
	}
	for i, e := range entries {
		entries[i].later = e.stage == 0 && !visible[e.path]
	}
	return nil
}

func (g *gitProgram) untracked([]indexEntry) ([]string, error) {
	out, err := g.git.run("ls-files", "--others", "--exclude-standard", "-z", "--full-name", "--", ":/")
	if err != nil {
		return nil, err
	}
	var paths []string
	for path := range nulTerminated(out) {
		if !strings.HasSuffix(path, "/") { // a repository inside the repository
			paths = append(paths, path)
		}
	}
	return paths, nil
}

// absent asks rev-list, which reports missing objects without fetching them
// (lines "?ID"), in one process for the whole tree.
func (g *gitProgram) absent(id string) (map[string]bool, error) {
	if !g.shape.partial || !g.noFetch {
		return nil, nil
	}
	out, err := g.git.run("rev-list", "--objects", "--no-walk", "--missing=print", id)
	if err != nil {
		return nil, err
	}
	found := map[string]bool{}
	for line := range bytes.Lines(out) {
		if gone, ok := bytes.CutPrefix(line, []byte("?")); ok {
			found[string(bytes.TrimSpace(gone))] = true
		}
	}
	return found, nil
}

func (g *gitProgram) close() error {
	return errors.Join(g.batch.close(), g.check.close())
}
