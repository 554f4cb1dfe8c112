package gitstore

// engine is the seam between what this package promises and who does the work.
// It is small on purpose: trees and commits are parsed in one place for both,
// so the engines can only differ in finding things, and the conformance suite
// compares that. Ids are full and in lower-case hex. Methods may be called from
// several goroutines.
type engine interface {
	name() string
	// resolve turns an expression into the id of an object, not peeled.
	// ErrUnknownRevision, ErrAmbiguousRevision, or trouble.
	resolve(rev string) (id string, err error)
	// object reads one object whole. ErrMissingObject if it is not there.
	object(id string) (object, error)
	// size is the length of an object in bytes, without reading it where possible.
	size(id string) (int64, error)
	// mergeBases lists the best common ancestors of two commits, git's choice first.
	mergeBases(x, y string) ([]string, error)
	// names lists branches, remote branches and tags, shortened: what a hint may suggest.
	names() ([]string, error)
	// index lists the entries of the index in its order; none if there is no index.
	index() ([]indexEntry, error)
	// untracked lists files in the working tree that are neither in the index
	// nor ignored, as slash-separated paths from its top.
	untracked(tracked []indexEntry) ([]string, error)
	// absent lists which objects below a tree or commit a partial clone has not fetched.
	absent(id string) (map[string]bool, error)
	// commits lists the commits that include leads back to and none of exclude
	// does, parents before their children.
	commits(include string, exclude []string) ([]string, error)
	// store writes objects, all of them or an error. Nothing refers to them yet.
	store(objects []object) error
	// swap sets a reference to the commit new if it still is old ("" for none),
	// under git's own lock; errSwapped if it is not, or somebody holds the lock.
	// why is what the reference's log says of it.
	swap(ref, old, new, why string) error
	close() error
}

// The kinds of git object.
const (
	kindCommit = "commit"
	kindTree   = "tree"
	kindBlob   = "blob"
	kindTag    = "tag"
)

// object is a git object without its header. The bytes are shared: not to be changed.
type object struct {
	kind string
	data []byte
}

// indexEntry is one line of the index.
type indexEntry struct {
	path  string // slash-separated bytes, as git has them
	mode  string // octal, as "git ls-files -s" prints it
	id    string
	stage int  // 0, or 1 to 3 in an unresolved merge
	skip  bool // left out of the working tree by a sparse checkout
	later bool // "git add --intent-to-add": a name without content yet
}
