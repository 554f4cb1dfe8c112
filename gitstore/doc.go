// Package gitstore is the only room that knows git: it turns a revision, the
// index or the working tree into an [io/fs.FS], and knows nothing of what the
// files say.
//
//	repo, err := gitstore.Open(".")
//	old, new, err := repo.Compare([]string{"soft..hard"}, false)
//	old, err = old.Limit([]string{"chapters"})
//	text, err := fs.ReadFile(old, "chapters/01.md")
//
// # Two engines
//
// go-git is built in and the default, so that the tool works where no git is
// installed and starts no process for an ordinary comparison. The git program
// answers what go-git v5 refuses or gets wrong. Both stand behind one small
// interface (engine.go), read the same objects through the same parsers, and
// pass one suite that holds them against git itself (conformance_test.go).
//
// For go-git's part, objects are read where they lie, in packs and loose files,
// several at once (direct.go, pack.go); go-git finds what these don't. A pack that
// lies about lengths or leads in a circle is an error, and so is an object past
// a gigabyte.
//
// # The decision table
//
// decision.go holds the table as data: a row has a name, a condition, an
// engine and a reason, and the first row that holds decides. There are two
// groups.
//
// Shapes choose who reads a repository. To git go: folders of another user
// (safe.directory), GIT_* variables that move objects, unreadable
// configuration, SHA-256, reftable, partial and shallow clones, sparse
// checkouts, per-worktree configuration, relative worktrees, unknown
// extensions, alternates, replaced objects, grafts, and split indexes. What is
// left is ordinary and go-git's.
//
// Forms choose who resolves a revision in an ordinary repository. go-git is
// trusted with names of branches, tags and remote branches, HEAD, full and
// abbreviated ids, and any number of ~N and ^N after them: these were proved
// equal to git rev-parse. Everything else is git's: @{…}, :/words, ^{…},
// REV:PATH, names that git describe makes, FETCH_HEAD and its like, dates.
//
// Where the table says git and there is none, the answer is [ErrNeedsGit] with
// the row's reason. Nothing is guessed: an answer that is quietly wrong would
// tell a writer that nothing changed. For the same reason a name that is both
// a branch and a tag, or an abbreviation of several ids, is
// [ErrAmbiguousRevision], and a content that the clone does not hold is
// [ErrMissingObject].
//
// # What git adds to a comparison of files
//
// Contents of the working tree are those that git would store. The line ends
// of core.autocrlf are converted here; where attributes speak of line ends,
// git is asked to match them; filters, encodings and $Id$ are left to git,
// file by file. Where git is missing and attributes might change a file, the
// file is read as it is on disk, without a [Blob] that could lie.
//
// # What is written
//
// Notes ([Notes.Update], [Notes.Merge]), by both engines: the reference is
// compared and swapped under git's own lock, and the tree of notes is the one
// that git would make (notetree.go). Hooks ([InstallHook]) in a folder, one
// file each, beside the one that was there. Variables of the configuration
// ([Repository.AddConfig]), by git. Nothing else is ever written.
//
// Not done: symbolic links are not followed and not listed; submodules are not
// entered; safe.bareRepository is left to git; a search for the repository
// crosses file systems, which git's does not.
package gitstore
