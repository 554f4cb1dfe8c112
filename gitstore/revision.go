package gitstore

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// resolve turns what the user typed into the id of an object: a name first, as
// a tag may be called "2025-03-01", then a date. See the decision table for
// who answers.
func (r *Repository) resolve(rev string) (string, error) {
	switch {
	case rev == "":
		return "", withHint(fmt.Errorf("%w: it is empty", ErrUnknownRevision), "HEAD is the last commit")
	case strings.HasPrefix(rev, "-"):
		return "", fmt.Errorf("%w %q: a revision cannot begin with a dash", ErrUnknownRevision, rev)
	case strings.ContainsRune(rev, 0):
		return "", fmt.Errorf("%w %q", ErrUnknownRevision, rev)
	}
	id, err := r.byName(rev)
	if errors.Is(err, ErrUnknownRevision) && looksLikeDate(rev) {
		id, err = r.byDate(rev)
	}
	if errors.Is(err, ErrUnknownRevision) {
		return "", r.unknown(rev, err)
	}
	return id, err
}

// byName asks the repository's engine, and git for what go-git leaves to it.
func (r *Repository) byName(rev string) (string, error) {
	id, err := r.engine.resolve(rev)
	if !errors.Is(err, errLeft) && (r.engine.name() == engineGit || !errors.Is(err, ErrUnknownRevision)) {
		return id, err
	}
	if looksLikeDate(rev) {
		return "", fmt.Errorf("%w %q", ErrUnknownRevision, rev)
	}
	row := decideForm(rev)
	if row.engine == engineGoGit && !errors.Is(err, errLeft) {
		return "", err
	}
	git := r.asGit()
	if git == nil {
		if row.engine == engineGoGit {
			row.reason = "a file in the repository's own folder has that name, or go-git refuses it"
		}
		return "", needsGit(fmt.Sprintf("to read %q", rev), row.reason)
	}
	return git.resolve(rev)
}

// byDate finds the last commit of HEAD before a date. A plain day means its
// beginning where the user is, so that "2025-03-01" compares with everything
// written since that day began; git would take the present time on that day,
// an answer that changes by the hour.
func (r *Repository) byDate(date string) (string, error) {
	git := r.asGit()
	if git == nil {
		return "", needsGit(fmt.Sprintf("to read the date %q", date), decideForm(date).reason)
	}
	moment := date
	if start, ok := dayStart(date); ok {
		moment = "@" + strconv.FormatInt(start.Unix()-1, 10)
	}
	id, err := git.before(moment)
	if err != nil {
		return "", err
	}
	if id == "" {
		return "", withHint(fmt.Errorf("%w: HEAD has no commit before %q", ErrUnknownRevision, date), "\"git log\" shows the dates")
	}
	return id, nil
}

// unknown adds to an error what the user may have meant.
func (r *Repository) unknown(rev string, err error) error {
	var has *hinted
	if errors.As(err, &has) {
		return err
	}
	if r.unborn() && strings.HasPrefix(rev, "HEAD") {
		return withHint(fmt.Errorf("%w: there are no commits yet", err), "\"git commit\" makes the first one")
	}
	if isID(rev) {
		return withHint(err, "no object of that id is in this clone; \"git fetch\" may bring it")
	}
	names, _ := r.engine.names() // only for the hint
	base := strings.TrimRight(rev, "~^0123456789")
	if close := closest(base, names); len(close) > 0 {
		return withHint(err, "did you mean %s?", strings.Join(quoteAll(close), " or "))
	}
	if r.place.root != "" && fileExists(under(r.place.dir, filepath.FromSlash(rev))) {
		return withHint(err, "%q is a file or folder here: write it after \"--\"", rev)
	}
	return withHint(err, "\"git log --oneline\" shows the revisions")
}

// Names lists branches, remote branches and tags, as short as git shows them.
func (r *Repository) Names() ([]string, error) { return r.engine.names() }

// unborn reports that HEAD names a branch without commits.
func (r *Repository) unborn() bool {
	_, err := r.engine.resolve("HEAD")
	return errors.Is(err, ErrUnknownRevision)
}

// ambiguous refuses a name that means several things and lists them.
func ambiguous(rev string, meanings []string) error {
	err := fmt.Errorf("%w %q", ErrAmbiguousRevision, rev)
	if len(meanings) == 0 {
		return withHint(err, "write \"heads/%s\" for the branch, \"tags/%s\" for the tag", rev, rev)
	}
	return withHint(err, "it may mean %s", strings.Join(meanings, ", "))
}
