package gitstore

import (
	"regexp"
	"strings"
	"sync"
	"time"
)

// The two engines by name.
const (
	engineGoGit = "go-git"
	engineGit   = "git"
)

// row is one line of the decision table. Exactly one of the two conditions is
// set: shape rows choose the engine of a repository, form rows choose who
// resolves one revision expression in a repository that go-git reads.
type row struct {
	name   string
	engine string
	shape  func(*shape) bool
	form   func(rev string) bool
	reason string // completes "git is asked because …"; shown by Repository.Why
}

// table decides which engine answers. The first row that holds, from the top,
// wins; each group ends in a row that always holds, and it is go-git's. A row
// is here because go-git v5.19.3 was seen to refuse the case or, worse, to
// answer it wrongly; each has a repository made by git in decision_test.go.
// Where a row says "git" and there is no git, the answer is ErrNeedsGit with
// the row's reason, never a guess.
var table = []row{
	// Repository shapes.
	{name: "ownership", engine: engineGit, shape: func(s *shape) bool { return s.foreign != "" },
		reason: "the folder belongs to another user, and only git's configuration (safe.directory) says whether that is trusted"},
	{name: "environment", engine: engineGit, shape: func(s *shape) bool { return s.env != "" },
		reason: "a GIT_* variable that go-git does not know moves objects or references"},
	{name: "unreadable configuration", engine: engineGit, shape: func(s *shape) bool { return s.malformed },
		reason: "the repository's configuration cannot be read here; git says what is wrong with it"},
	{name: "sha256", engine: engineGit, shape: func(s *shape) bool { f := s.extension("objectformat"); return f != "" && !strings.EqualFold(f, "sha1") },
		reason: "objects have SHA-256 names, which go-git v5 cannot read"},
	{name: "reftable", engine: engineGit, shape: func(s *shape) bool { f := s.extension("refstorage"); return f != "" && !strings.EqualFold(f, "files") },
		reason: "references are stored in reftables, which go-git v5 cannot read"},
	{name: "partial clone", engine: engineGit, shape: func(s *shape) bool { return s.partial },
		reason: "objects may be missing by intention, which go-git cannot tell from deleted files"},
	{name: "sparse checkout", engine: engineGit, shape: func(s *shape) bool { return s.local.isTrue("core.sparsecheckout") },
		reason: "the working tree leaves out tracked files, which go-git would report as deleted"},
	{name: "worktree configuration", engine: engineGit, shape: func(s *shape) bool { return s.local.isTrue("extensions.worktreeconfig") },
		reason: "each working tree has its own configuration, a format that go-git v5 refuses"},
	{name: "relative worktrees", engine: engineGit, shape: func(s *shape) bool { return s.relative || s.local.isTrue("extensions.relativeworktrees") },
		reason: "working trees are linked by relative paths, a format that go-git v5 refuses"},
	{name: "unknown extension", engine: engineGit, shape: func(s *shape) bool { return s.unknownExtension() != "" },
		reason: "the repository uses an extension of the format that is not known here"},
	{name: "shallow clone", engine: engineGit, shape: func(s *shape) bool { return s.shallow },
		reason: "history ends before the first commit, which go-git reports as damage"},
	{name: "alternates", engine: engineGit, shape: func(s *shape) bool { return s.alternates },
		reason: "objects are borrowed from another repository; go-git finds some, forgets sizes and abbreviations, and loses relative paths"},
	{name: "replaced objects", engine: engineGit, shape: func(s *shape) bool { return s.replaced },
		reason: "git replace is in use, which go-git ignores"},
	{name: "grafts", engine: engineGit, shape: func(s *shape) bool { return s.grafted },
		reason: "info/grafts changes parents, which go-git ignores"},
	{name: "split index", engine: engineGit, shape: func(s *shape) bool { return s.splitIndex },
		reason: "the index is in two files, which go-git v5 cannot read"},
	{name: "ordinary", engine: engineGoGit, shape: func(*shape) bool { return true },
		reason: "go-git reads this repository as git does"},

	// Forms of revision expressions.
	{name: "reflog", engine: engineGit, form: has("@{"),
		reason: "go-git answers @{…} with the tip of the branch, whatever is asked"},
	{name: "message search", engine: engineGit, form: func(rev string) bool { return strings.HasPrefix(rev, ":/") || strings.Contains(rev, "^{/") },
		reason: "go-git does not search messages as git does"},
	{name: "path", engine: engineGit, form: has(":"),
		reason: "go-git answers REV:PATH and :PATH with a commit"},
	{name: "peeling", engine: engineGit, form: has("^{"),
		reason: "go-git answers ^{tree} with a commit"},
	{name: "date", engine: engineGit, form: looksLikeDate,
		reason: "git reads dates"},
	{name: "describe", engine: engineGit, form: matches(describeName),
		reason: "go-git does not read names that git describe makes"},
	{name: "special reference", engine: engineGit, form: matches(specialReference),
		reason: "go-git reads only references below refs/ and HEAD"},
	{name: "unproved form", engine: engineGit, form: func(rev string) bool { return !plainRevision().MatchString(rev) },
		reason: "the expression is not one of the forms that were proved equal"},
	{name: "plain", engine: engineGoGit, form: func(string) bool { return true },
		reason: "a name, HEAD or an id, with ~N and ^N: proved equal to git rev-parse"},
}

// decide returns the row for a repository.
func decide(s *shape) row {
	for _, r := range table {
		if r.shape != nil && r.shape(s) {
			return r
		}
	}
	return row{name: "none", engine: engineGit, reason: "no row of the table holds"}
}

// decideForm returns the row for a revision expression. It looks only at how
// the expression is written: a tag may be named like a date or a description,
// so names are tried first, and the row then says who judges what is left.
func decideForm(rev string) row {
	for _, r := range table {
		if r.form != nil && r.form(rev) {
			return r
		}
	}
	return row{name: "none", engine: engineGit, reason: "no row of the table holds"}
}

func has(part string) func(string) bool {
	return func(rev string) bool { return strings.Contains(rev, part) }
}

// pattern is a regular expression that is compiled when it is first asked for:
// a hook must not pay at its start for what it may never ask.
func pattern(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

func matches(p func() *regexp.Regexp) func(string) bool {
	return func(rev string) bool { return p().MatchString(rev) }
}

var (
	// plainRevision is a reference name or an id with any number of ~N and ^N.
	// The name may hold what git check-ref-format allows; "..", "@{" and a
	// leading "-" are excluded before or by rows above.
	plainRevision = pattern(`^[^-~^:?*\[\\\s\x00-\x20\x7f][^~^:?*\[\\\x00-\x20\x7f]*(?:[~^][0-9]*)*$`)

	// describeName is what git describe prints: TAG-N-gID, possibly shortened to gID by hand.
	describeName = pattern(`-g[0-9a-f]{4,64}(?:[~^][0-9]*)*$`)

	// specialReference is FETCH_HEAD and its like, and other working trees' own references.
	specialReference = pattern(`^(?:(?:[A-Z_]+_HEAD|AUTO_MERGE|BISECT_[A-Z]+)(?:[~^][0-9]*)*|main-worktree/.*|worktrees/.*)$`)

	// moment is a day with a time: "2025-03-01 14:30", "2025-03-01T14:30:05Z",
	// "2025-03-01 14:30 +0100".
	moment = pattern(`^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?$`)

	// ago is a date that counts back from now, as people type it. Git itself
	// takes any words at all for a date (nonsense means "now"), so what counts
	// as one has to be said here.
	ago = pattern(`(?i)^(?:(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ .](?:second|minute|hour|day|week|month|year)s?[ .])+ago` +
		`|yesterday|noon|midnight|last[ .](?:week|month|year|sunday|monday|tuesday|wednesday|thursday|friday|saturday))$`)
)

// days are the ways to write a day: git's, the one in which reports print it,
// and how people type it.
var days = []string{time.DateOnly, "2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "Jan 2, 2006", "January 2, 2006"}

// dayStart is when a day begins where the user is; false for what is no day.
func dayStart(text string) (time.Time, bool) {
	for _, layout := range days {
		if start, err := time.ParseInLocation(layout, text, time.Local); err == nil {
			return start, true
		}
	}
	return time.Time{}, false
}

func looksLikeDate(rev string) bool {
	_, day := dayStart(rev)
	return day || moment().MatchString(rev) || ago().MatchString(rev)
}
