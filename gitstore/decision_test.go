package gitstore

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shapeCase is a repository for one row of the decision table.
type shapeCase struct {
	row     string
	script  string
	dir     string
	refused string                                        // what git's own refusal to open it says, if it refuses
	check   func(t *testing.T, s *sandbox, r *Repository) // what only this shape has
}

// twoRepos makes "there" with history, to be cloned to "here".
const twoRepos = "mkdir there; cd there; git init -q --template= -b main .\n" + history +
	"git config uploadpack.allowFilter true; git config uploadpack.allowAnySHA1InWant true; cd ..\n"

var shapeCases = []shapeCase{
	{row: "sha256", script: "rm -rf .git; git init -q --template= -b main --object-format=sha256 .\n" + history, check: checkSHA256},
	{row: "partial clone", script: twoRepos + "git clone -q --filter=blob:none --no-checkout \"file://$PWD/there\" here; cd here; git read-tree HEAD\n", dir: "here", check: checkPartial},
	{row: "sparse checkout", script: history + "git sparse-checkout set --cone part/two\n", check: checkSparse},
	{row: "worktree configuration", script: history + "git config extensions.worktreeConfig true\n"},
	{row: "relative worktrees", script: history + "git worktree add -q linked HEAD~1; echo 'gitdir: ../.git/worktrees/linked' > linked/.git\n", dir: "linked"},
	{row: "relative worktrees", script: history + "git worktree add -q linked HEAD~1; echo ../../../linked/.git > .git/worktrees/linked/gitdir\n"},
	{row: "unknown extension", script: history + "git config core.repositoryformatversion 1; git config extensions.fromTheFuture 1\n", refused: "extension"},
	{row: "unknown extension", script: history + "git config core.repositoryformatversion 7\n", refused: "version"},
	{row: "unreadable configuration", script: history + "echo '[core' >> .git/config\n", refused: "bad config"},
	{row: "shallow clone", script: twoRepos + "git clone -q --depth=1 \"file://$PWD/there\" here\n", dir: "here", check: checkShallow},
	{row: "alternates", script: twoRepos + "git clone -q --shared there here; cd here; echo x > x.md; c here\n", dir: "here", check: checkAbbreviations},
	{row: "alternates", script: twoRepos + "git clone -q --shared there here; echo ../../../there/.git/objects > here/.git/objects/info/alternates\n", dir: "here", check: checkAbbreviations},
	{row: "replaced objects", script: history + "git replace HEAD~1 HEAD~2\n", check: checkReplaced},
	{row: "replaced objects", script: history + "git replace HEAD~1 HEAD~2; git pack-refs --all\n", check: checkReplaced},
	{row: "grafts", script: history + "mkdir -p .git/info; git rev-parse HEAD > .git/info/grafts\n", check: checkGrafts},
	{row: "split index", script: history + "git update-index --split-index; echo changed > one.md; git add one.md\n"},
	{row: "ordinary", script: history},
	{row: "ordinary", script: history + "git replace HEAD~1 HEAD~2; git config core.useReplaceRefs false\n"},
}

// TestShapeRows makes a repository for each row with git and holds the answers
// of the engine that the row chooses against git's.
func TestShapeRows(t *testing.T) {
	for _, c := range shapeCases {
		t.Run(c.row, func(t *testing.T) {
			t.Parallel()
			s := newRepo(t, c.script).in(c.dir)
			if got := rowAt(t, s.dir); got.name != c.row {
				t.Fatalf("row %q (%s), want %q", got.name, got.reason, c.row)
			}
			if c.row != "ordinary" {
				checkNeedsGit(t, s, c.row)
			}
			if c.refused != "" {
				_, err := Open(s.dir)
				if err == nil || !strings.Contains(err.Error(), c.refused) {
					t.Errorf("Open = %v, want git's refusal with %q", err, c.refused)
				}
				return
			}
			r := s.open()
			want := engineGit
			if c.row == "ordinary" {
				want = engineGoGit
			}
			if r.Engine() != want || !strings.HasPrefix(r.Why(), c.row+": ") {
				t.Errorf("Engine, Why = %s, %q; want %s and row %q", r.Engine(), r.Why(), want, c.row)
			}
			checkPlace(t, s)
			if c.row != "partial clone" {
				compareWithGit(t, must[*Tree](t)(r.At("HEAD")), gitTree(s, "HEAD"))
				compareWithGit(t, must[*Tree](t)(r.Index()), gitIndex(s))
			}
			if c.row != "sparse checkout" {
				compareWithGit(t, must[*Tree](t)(r.Worktree()), gitWorktree(s))
			}
			if c.check != nil {
				c.check(t, s, r)
			}
		})
	}
}

// TestFetchingPartial: who sets GIT_NO_LAZY_FETCH=0 gets what is missing, as
// from git.
func TestFetchingPartial(t *testing.T) {
	t.Setenv("GIT_NO_LAZY_FETCH", "0")
	for _, c := range shapeCases {
		if c.row != "partial clone" {
			continue
		}
		s := newRepo(t, c.script).in(c.dir)
		tree := must[*Tree](t)(s.open().At("HEAD"))
		if text := must[[]byte](t)(fs.ReadFile(tree, "one.md")); string(text) != "One.\n" {
			t.Errorf("one.md reads %q", text)
		}
		if len(tree.Notes) > 0 {
			t.Errorf("notes: %q", tree.Notes)
		}
	}
}

// TestNotesInEveryShape: notes are written and read where git writes and reads
// them, in every repository that git opens.
func TestNotesInEveryShape(t *testing.T) {
	for _, c := range shapeCases {
		if c.refused != "" {
			continue
		}
		t.Run(c.row, func(t *testing.T) {
			t.Parallel()
			s := newRepo(t, c.script).in(c.dir)
			r := s.open()
			head := must[Commit](t)(r.Commit("HEAD"))
			n := must[*Notes](t)(r.Notes(notesRef))
			if err := n.Update(t.Context(), []Note{{Commit: head, Text: []byte("a line\n")}}, "shape"); err != nil {
				t.Fatal(err)
			}
			if got := s.git("notes", "--ref=scenes", "show", "HEAD"); got != "a line" {
				t.Errorf("git shows %q", got)
			}
			s.git("notes", "--ref=scenes", "append", "-m", "another", "HEAD")
			n = must[*Notes](t)(r.Notes(notesRef))
			if got := string(must[[]byte](t)(n.Of(head.ID))); got != "a line\n\nanother\n" {
				t.Errorf("the note reads %q", got)
			}
			must[[]string](t)(r.Range("HEAD", true))
		})
	}
}

// checkNeedsGit: where the table says git and there is none, Open says so and
// why, and never guesses.
func checkNeedsGit(t *testing.T, s *sandbox, row string) {
	t.Helper()
	_, err := open(s.dir, options{noGit: true})
	if !errors.Is(err, ErrNeedsGit) || !strings.Contains(err.Error(), row) || !strings.Contains(hintOf(err), "install git") {
		t.Errorf("without git: Open = %v (hint %q), want ErrNeedsGit", err, hintOf(err))
	}
}

func rowAt(t *testing.T, dir string) row {
	t.Helper()
	p := must[place](t)(find(dir))
	return decide(look(&p))
}

func checkSHA256(t *testing.T, s *sandbox, r *Repository) {
	tree := must[*Tree](t)(r.At("HEAD"))
	if len(tree.Commit) != 64 {
		t.Errorf("Commit = %q, want 64 digits", tree.Commit)
	}
	checkFS(t, tree)
	old, new := must2(t)(r.Parent("HEAD~2"))
	if old.Rev != RevEmpty || len(listing(t, new)) == 0 {
		t.Errorf("Parent of the first commit: %q, %d files", old.Rev, len(listing(t, new)))
	}
}

// checkPartial: absent contents are errors of their own kind, are counted in a
// note, and nothing is fetched.
func checkPartial(t *testing.T, s *sandbox, r *Repository) {
	for _, tree := range []*Tree{must[*Tree](t)(r.At("HEAD")), must[*Tree](t)(r.Index())} {
		info := must[fs.FileInfo](t)(fs.Stat(tree, "one.md"))
		if _, ok := info.Sys().(Blob); !ok {
			t.Errorf("%s: an absent file has no Blob", tree.Rev)
		}
		for range 2 { // the second time, the process that died has been replaced
			_, err := fs.ReadFile(tree, "one.md")
			if !errors.Is(err, ErrMissingObject) || errors.Is(err, fs.ErrNotExist) || hintOf(err) == "" {
				t.Errorf("%s: reading an absent file: %v (hint %q), want ErrMissingObject and a hint", tree.Rev, err, hintOf(err))
			}
		}
	}
	tree := must[*Tree](t)(r.At("HEAD"))
	if diff := cmp.Diff([]string{"5 files are missing from this partial clone"}, tree.Notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	limited := must[*Tree](t)(tree.Limit([]string{"one.md"}))
	if diff := cmp.Diff([]string{"1 file is missing from this partial clone"}, limited.Notes); diff != "" {
		t.Errorf("notes of one file (-want +got):\n%s", diff)
	}
	if left := s.git("rev-list", "--objects", "--all", "--missing=print"); !strings.Contains(left, "?") {
		t.Error("objects were fetched that nobody asked for")
	}
	if _, err := r.At("1234567890123456789012345678901234567890"); !errors.Is(err, ErrUnknownRevision) {
		t.Errorf("an id from elsewhere: %v, want ErrUnknownRevision", err)
	}
}

func checkSparse(t *testing.T, s *sandbox, r *Repository) {
	tree := must[*Tree](t)(r.Worktree())
	if got := string(must[[]byte](t)(fs.ReadFile(tree, "part/one.md"))); got != "One, again.\n" {
		t.Errorf("a file outside the sparse checkout reads %q", got)
	}
	if _, err := os.Lstat(filepath.Join(s.dir, "part/two/deep.md")); err != nil {
		t.Error(err)
	}
	if diff := cmp.Diff(listing(t, must[*Tree](t)(r.Index())), listing(t, tree)); diff != "" {
		t.Errorf("a sparse working tree without changes differs from the index:\n%s", diff)
	}
}

func checkShallow(t *testing.T, s *sandbox, r *Repository) {
	if _, err := r.At("HEAD~1"); !errors.Is(err, ErrUnknownRevision) {
		t.Errorf("beyond the end of history: %v, want ErrUnknownRevision", err)
	}
	if _, _, err := r.Parent("HEAD"); !errors.Is(err, ErrMissingObject) || !strings.Contains(hintOf(err), "deepen") {
		t.Errorf("Parent at the end of history: %v (hint %q), want ErrMissingObject", err, hintOf(err))
	}
}

func checkAbbreviations(t *testing.T, s *sandbox, r *Repository) {
	id := s.git("rev-parse", "HEAD~1")
	if tree := must[*Tree](t)(r.At(id[:8])); tree.Commit != id {
		t.Errorf("At(%s) = %s, want %s", id[:8], tree.Commit, id)
	}
}

func checkReplaced(t *testing.T, s *sandbox, r *Repository) {
	got := listing(t, must[*Tree](t)(r.At("HEAD~1")))
	if diff := cmp.Diff(gitTree(s, "HEAD~1"), got); diff != "" {
		t.Errorf("the replaced commit (-git +ours):\n%s", diff)
	}
	if got["one.md"].Content != "One.\n" {
		t.Errorf("one.md of the replaced commit is %q", got["one.md"].Content)
	}
}

func checkGrafts(t *testing.T, s *sandbox, r *Repository) {
	old, _ := must2(t)(r.Parent("HEAD"))
	if old.Rev != RevEmpty {
		t.Errorf("Parent of a commit that a graft made the first: %q, want the empty tree", old.Rev)
	}
}

func must2(t *testing.T) func(*Tree, *Tree, error) (*Tree, *Tree) {
	return func(old, new *Tree, err error) (*Tree, *Tree) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return old, new
	}
}

// TestReftable needs a git that can make such a repository; the row itself is
// tested on the configuration that such a git writes.
func TestReftable(t *testing.T) {
	s := newRepo(t, history+"git config core.repositoryformatversion 1; git config extensions.refStorage reftable\n")
	if got := rowAt(t, s.dir); got.name != "reftable" || got.engine != engineGit {
		t.Errorf("row %q, engine %q; want reftable, git", got.name, got.engine)
	}
	real := newFolder(t)
	if _, err := real.tryGit("init", "-q", "-b", "main", "--ref-format=reftable", "."); err != nil {
		t.Skipf("%s cannot make a reftable repository (that takes 2.45): only the row was tested", real.git("version"))
	}
	real.sh(history)
	r := real.open()
	compareWithGit(t, must[*Tree](t)(r.At("v1")), gitTree(real, "v1"))
	id := real.git("rev-parse", "HEAD")
	if err := must[*Notes](t)(r.Notes(notesRef)).Update(t.Context(), notesOn("ours\n", id), "here"); err != nil {
		t.Fatal(err)
	}
	if got := real.git("notes", "--ref=scenes", "show", id); got != "ours" {
		t.Errorf("git reads the note as %q", got)
	}
}

func TestOwnershipRow(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only the superuser can give a folder to somebody else")
	}
	s := newRepo(t, history)
	if err := os.Chown(s.dir, 4711, 4711); err != nil {
		t.Skipf("cannot give the folder away: %v", err)
	}
	if got := rowAt(t, s.dir); got.name != "ownership" {
		t.Fatalf("row %q, want ownership", got.name)
	}
	_, err := Open(s.dir)
	if err == nil || !strings.Contains(err.Error(), "dubious ownership") || !strings.Contains(hintOf(err), "safe.directory") {
		t.Errorf("Open = %v (hint %q), want git's refusal and safe.directory", err, hintOf(err))
	}
	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "safe.directory")
	t.Setenv("GIT_CONFIG_VALUE_0", s.dir)
	compareWithGit(t, must[*Tree](t)(s.open().At("HEAD")), gitTree(s, "HEAD"))
	t.Setenv("SUDO_UID", "4711")
	if got := rowAt(t, s.dir); got.name != "ordinary" {
		t.Errorf("row %q for the caller of sudo, want ordinary", got.name)
	}
}

func TestEnvironmentRow(t *testing.T) {
	s := newRepo(t, history)
	apart := filepath.Join(t.TempDir(), "objects")
	if err := os.Rename(filepath.Join(s.dir, ".git/objects"), apart); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(s.dir, ".git/objects"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GIT_OBJECT_DIRECTORY", apart)
	if got := rowAt(t, s.dir); got.name != "environment" {
		t.Errorf("row %q, want environment", got.name)
	}
	compareWithGit(t, must[*Tree](t)(s.open().At("HEAD")), gitTree(s, "HEAD"))
}

// TestTableIsWhole: every row has a name, an engine, a reason, one condition
// and a test; and each group ends in a row that always holds.
func TestTableIsWhole(t *testing.T) {
	tested := map[string]bool{"reftable": true, "ownership": true, "environment": true}
	for _, c := range shapeCases {
		tested[c.row] = true
	}
	for _, c := range formCases {
		tested[c.row] = true
	}
	for _, r := range table {
		if r.name == "" || r.reason == "" || (r.shape == nil) == (r.form == nil) || r.engine != engineGit && r.engine != engineGoGit {
			t.Errorf("row %q is not whole", r.name)
		}
		if !tested[r.name] {
			t.Errorf("row %q has no test", r.name)
		}
	}
	if r := decide(&shape{}); r.name != "ordinary" {
		t.Errorf("an empty shape falls to row %q", r.name)
	}
}
