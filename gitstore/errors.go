package gitstore

import (
	"errors"
	"fmt"
)

// What a caller may want to branch on, with [errors.Is]. Everything else that
// goes wrong is an ordinary error whose text says what.
var (
	// ErrNotRepository: neither the folder nor one above it is kept in git.
	ErrNotRepository = errors.New("not a git repository")
	// ErrUnknownRevision: no branch, tag, commit, expression or date by that name.
	ErrUnknownRevision = errors.New("unknown revision")
	// ErrAmbiguousRevision: the name or the abbreviated id means several things.
	ErrAmbiguousRevision = errors.New("ambiguous revision")
	// ErrNeedsGit: only the git program can answer, and there is none on PATH.
	ErrNeedsGit = errors.New("the git program is needed")
	// ErrMissingObject: the repository names an object that it does not hold,
	// as partial and shallow clones do. It never looks like [fs.ErrNotExist]:
	// an absent chapter and an undownloaded one are different news.
	ErrMissingObject = errors.New("object is not in this clone")
	// ErrBareWorktree: the repository has no working tree to compare with.
	ErrBareWorktree = errors.New("the repository has no working tree")
)

// hinted is an error for the user: Error says what happened, Hint says what
// to try. Commands find the hint with errors.As and an interface{ Hint() string }.
type hinted struct {
	err  error
	hint string
}

func (e *hinted) Error() string { return e.err.Error() }
func (e *hinted) Unwrap() error { return e.err }

// Hint says what to try, as one sentence without a capital or a full stop.
func (e *hinted) Hint() string { return e.hint }

// withHint attaches what to try to an error.
func withHint(err error, format string, args ...any) error {
	return &hinted{err: err, hint: fmt.Sprintf(format, args...)}
}

// needsGit is the refusal of a question that only the git program can answer.
// Guessing instead would tell a writer, for example, that nothing changed.
func needsGit(subject, reason string) error {
	return withHint(fmt.Errorf("%w: %s: %s", ErrNeedsGit, subject, reason),
		"install git (https://git-scm.com) or put it on PATH")
}

// missing is the error for an object that is named but absent.
func missing(id string) error {
	return withHint(fmt.Errorf("%w: %s", ErrMissingObject, id),
		"fetch it first: \"git fetch --refetch\" in a partial clone, \"git fetch --unshallow\" in a shallow one")
}

// damaged is the error for an object that is there and cannot be read.
func damaged(id string, err error) error {
	return withHint(fmt.Errorf("object %s is damaged: %w", id, err),
		"\"git fsck\" lists what is damaged; another clone may still hold it")
}

// tooLarge is the error for an object that no memory should be asked to hold.
func tooLarge(id string, size int64) error {
	return withHint(fmt.Errorf("object %s has %d bytes, more than the %d that are read here", id, size, maxObject),
		"\"git rev-list --objects --all\" names its file; no manuscript is as large")
}
