package gitstore

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWorktreeListing: what is tracked and what is not ignored, as git lists
// it, in the situations that go wrong elsewhere.
func TestWorktreeListing(t *testing.T) {
	for _, c := range []struct{ name, script string }{
		{"deleted", "rm one.md; git rm -q part/one.md; git rm -q --cached part/second.md"},
		{"file replaced by a folder", "rm one.md; mkdir one.md; echo x > one.md/x.md"},
		{"folder replaced by a file", "rm -r part; echo x > part"},
		{"folder replaced by a link", "mv part elsewhere; ln -s elsewhere part"},
		{"file replaced by a link", "rm one.md; ln -s part/one.md one.md"},
		{"links", "ln -s /etc/passwd out.md; ln -s one.md in.md; ln -s part folder; ln -s ../../../../etc up; ln -s loop loop; git add in.md folder"},
		{"empty files and folders", "mkdir -p void/deep; : > nothing.md"},
		{"repository inside", "git init -q inner; echo x > inner/x.md; git init -q born; cd born; echo y > y.md; c y; cd ..; mkdir -p notrepo/.git; echo z > notrepo/z.md"},
		{"ignored", `printf '*.bak\n/drafts/\n!keep.bak\nnotes/*\n!notes/keep.md\n# comment\n\\#hash.md\ntrail\\ \nspace   \nsub/dir/\n**/deep.log\na/**/z.md\n*.[oa]\n' > .gitignore
mkdir -p drafts notes sub/dir other/sub/dir x/y a/b/c part/drafts
for f in a.bak keep.bak drafts/d.md notes/n.md notes/keep.md '#hash.md' 'trail ' space sub/dir/f.md other/sub/dir/f.md x/y/deep.log deep.log a/z.md a/b/c/z.md b.o c.a c.b part/drafts/ok.md; do echo x > "$f"; done
printf '!*.bak\none.*\n' > part/.gitignore; echo x > part/p.bak; echo x > part/one.txt; git add -f drafts/d.md; echo x > drafts/untracked.md`},
		{"ignored with windows line ends", `printf '\357\273\277*.bak\r\ndrafts/\r\n' > .gitignore; echo x > a.bak; mkdir drafts; echo x > drafts/d.md; echo x > ok.md`},
		{"exclude files", `mkdir -p .git/info; echo 'mine.*' > .git/info/exclude; echo x > mine.md; echo 'global.*' > .git/global; git config core.excludesFile .git/global; echo x > global.md; echo '!mine.txt' > .gitignore; echo x > mine.txt`},
		{"ignoring in any case", `git config core.ignoreCase true; printf '*.BAK\nDrafts/\n' > .gitignore; echo x > a.bak; mkdir drafts; echo x > drafts/x.md; echo x > ONE.txt`},
		{"a gitignore that is a link", `echo '*.md' > .git/rules; ln -s .git/rules .gitignore; echo x > fresh.md`},
		{"odd names", oddNames + "git reset -q --soft HEAD~1; git rm -rq --cached .\n"},
		{"no links possible", "ln -s one.md link.md; c link; git config core.symlinks false; rm link.md; printf one.md > link.md"},
		{"skip-worktree and assume-unchanged", "git update-index --skip-worktree one.md; git update-index --assume-unchanged part/one.md; echo changed > part/one.md"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newRepo(t, history+c.script)
			want := gitWorktree(s)
			if c.name == "no links possible" {
				delete(want, "link.md")
			}
			if c.name == "folder replaced by a link" { // git deletes what lies behind a link
				maps.DeleteFunc(want, func(path string, _ entry) bool { return strings.HasPrefix(path, "part/") })
			}
			for _, engine := range []string{engineGoGit, engineGit} {
				tree := must[*Tree](t)(s.openWith(engine).Worktree())
				compareWithGit(t, tree, want)
				checkFS(t, tree)
			}
		})
	}
}

// TestRandomIgnores: for patterns and paths made of a few troublesome parts,
// we leave out exactly what git leaves out.
func TestRandomIgnores(t *testing.T) {
	t.Parallel()
	s := newRepo(t, "")
	parts := []string{"a", "b", "ab", "a.md", "b.md", ".hid", "[x]", "x y"}
	var paths []string
	for _, one := range parts {
		paths = append(paths, one+"1")
		for _, two := range parts {
			paths = append(paths, one+"/"+two+"2")
			paths = append(paths, one+"/sub/"+two)
		}
	}
	for _, path := range paths {
		s.write(path, "")
	}
	patterns := []string{"a*", "*b", "/a", "a/", "a/b*", "**/sub", "a/**", "**/b.md", "a/**/a.md", "*.md", "!a.md", "!*.md2", "[ab]", "[!a]?1", "?", "x\\ y", "\\[x\\]/", "[[]x]*",
		"*/", "/*/", "**", "!*/", "[[:alpha:]].md", "a//b", "*/*/a", "**a", "a**b", "[a-", "sub/", "!sub/", ".h*", "/*1", "[^[:space:]]", "[]x]", "a\\", "", " ", "#a", "\\!a", "b/sub/*.md", "*\\", "[\\]]", "[a-a]*"}
	for round := range 40 {
		var text strings.Builder
		for i := range 1 + round%3 {
			text.WriteString(patterns[(round*7+i*13+round/3)%len(patterns)] + "\n")
		}
		s.write(".gitignore", text.String())
		s.write("a/.gitignore", patterns[(round*11+5)%len(patterns)]+"\n")
		want := slices.Sorted(nulTerminated([]byte(s.git("ls-files", "-z", "--others", "--exclude-standard"))))
		got := must[[]string](t)(s.openWith(engineGoGit).engine.untracked(nil))
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("ignoring %q, in a %q (-git +ours):\n%s", text.String(), patterns[(round*11+5)%len(patterns)], diff)
		}
	}
}

// TestConversions: where git changes a file while taking it in, content and id
// are those that git would store; without git, an id that could lie is left out.
func TestConversions(t *testing.T) {
	utf16 := `printf '\377\376h\000i\000\n\000' > wide.md`
	for _, c := range []struct {
		name, script string
		alone        string // without git: files that have no Blob
	}{
		{"none", `printf 'a\r\nb\r\n' > dos.md`, ""},
		{"autocrlf", `git config core.autocrlf true; printf 'a\r\nb\n' > dos.md; printf 'a\nb\n' > unix.md`, ""},
		{"autocrlf input", `git config core.autocrlf input; printf 'a\r\nb\r\n' > one.md; printf 'a\rb\r\n' > mac.md; printf '\000\r\n' > binary.md; printf 'x\r\n\032' > dos-end.md; printf '\001\002\r\n' > control.md`, ""},
		{"autocrlf and the index has CRLF", `printf 'a\r\nb\r\n' > dos.md; git add dos.md; git config core.autocrlf true; printf 'a\r\nb\r\nc\r\n' > dos.md`, ""},
		{"text=auto", `echo '* text=auto' > .gitattributes; printf 'a\r\nb\r\n' > dos.md; printf 'a\n' > unix.md`, "dos.md"},
		{"text and -text", `printf '*.md text\n*.raw -text\nkeep.md !text\n' > .gitattributes; printf 'a\r\n\000\r\n' > dos.md; printf 'a\r\n' > dos.raw; printf 'a\r\n' > keep.md`, "dos.md dos.raw keep.md"},
		{"eol", `printf '*.md eol=crlf\n' > .gitattributes; printf 'a\r\nb\r\n' > dos.md`, "dos.md"},
		{"crlf, the old name", `printf '*.md crlf\n*.txt -crlf\n*.in crlf=input\n' > .gitattributes; printf 'a\r\n' > dos.md; printf 'a\r\n' > dos.txt; printf 'a\r\n' > dos.in`, "dos.md dos.txt dos.in"},
		{"binary", `git config core.autocrlf true; printf '*.md binary\n' > .gitattributes; printf 'a\r\n' > dos.md`, "dos.md"},
		{"macro", `printf '[attr]prose text eol=lf\n*.md prose\n' > .gitattributes; printf 'a\r\n' > dos.md`, "dos.md"},
		{"info/attributes", `mkdir -p .git/info; printf '*.md text\n' > .git/info/attributes; printf 'a\r\n' > dos.md`, "dos.md"},
		{"deeper and deleted attributes", `printf 'second.md text\n' > part/.gitattributes; git add .; rm part/.gitattributes; printf 'a\r\n' > part/second.md`, "part/second.md"},
		{"encoding", `printf 'wide.md working-tree-encoding=UTF-16\n' > .gitattributes; ` + utf16, "*"},
		{"ident", `printf '*.md ident\n' > .gitattributes; printf '$Id: something $\n' > dos.md`, "*"},
		{"filter", `printf 'loud.md filter=loud\n' > .gitattributes; git config filter.loud.clean 'tr a-z A-Z'; echo quiet > loud.md`, "*"},
		{"filter for others", `printf '*.png filter=lfs diff=lfs merge=lfs -text\n' > .gitattributes; printf 'a\r\n' > dos.md`, "*"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newRepo(t, history+c.script)
			want := gitAdded(s)
			tree := must[*Tree](t)(s.open().Worktree())
			got := listing(t, tree)
			for path, e := range want {
				if got[path].ID != e.ID {
					t.Errorf("%s: id %s, want %s as git would store it; content %q", path, got[path].ID, e.ID, got[path].Content)
				}
				if id := blobID([]byte(got[path].Content), 40); string(id) != got[path].ID {
					t.Errorf("%s: id %s, but the content %q has %s", path, got[path].ID, got[path].Content, id)
				}
			}
			checkFS(t, tree)
			r := must[*Repository](t)(open(s.dir, options{noGit: true}))
			checkAlone(t, must[*Tree](t)(r.Worktree()), want, c.alone)
		})
	}
}

// gitAdded is what "git add" would store, found with an index of its own. It is
// not what "git hash-object" says: that does not look at the index, on which
// attributes and line ends can depend.
func gitAdded(s *sandbox) map[string]entry {
	s.t.Helper()
	found := map[string]entry{}
	for line := range nulTerminated([]byte(s.sh("cp .git/index .git/trial; export GIT_INDEX_FILE=.git/trial; git add -A -- . ':!part/.gitattributes' 2>/dev/null; git ls-files -s -z"))) {
		meta, path, _ := strings.Cut(line, "\t")
		fields := strings.Fields(meta)
		if _, err := os.Lstat(filepath.Join(s.dir, path)); err == nil {
			found[path] = entry{ID: fields[1]}
		}
	}
	return found
}

// checkAlone: without git, a Blob is right or absent, and it is absent exactly
// for the files named ("*": all).
func checkAlone(t *testing.T, tree *Tree, want map[string]entry, unsure string) {
	t.Helper()
	for path, got := range listing(t, tree) {
		mayBeAbsent := unsure == "*" || slices.Contains(strings.Fields(unsure), path)
		switch {
		case got.ID == "" && !mayBeAbsent:
			t.Errorf("without git: %s has no Blob", path)
		case got.ID != "" && mayBeAbsent:
			t.Errorf("without git: %s has a Blob, which nobody can vouch for", path)
		case got.ID != "" && got.ID != want[path].ID:
			t.Errorf("without git: the Blob of %s lies: %s, git has %s", path, got.ID, want[path].ID)
		}
	}
	if hasNote := len(tree.Notes) > 0; hasNote != (unsure == "*") {
		t.Errorf("without git: notes %q", tree.Notes)
	}
}

// TestConversionLeavesNoTrace: having git convert a file writes nothing into
// the repository and leaves nothing behind.
func TestConversionLeavesNoTrace(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	s := newRepo(t, history+"printf 'loud.md filter=loud\\n' > .gitattributes; git config filter.loud.clean 'tr a-z A-Z'; echo quiet > loud.md\n")
	before := s.sh("find .git -type f | sort")
	tree := must[*Tree](t)(s.open().Worktree())
	if got := string(must[[]byte](t)(fs.ReadFile(tree, "loud.md"))); got != "QUIET\n" {
		t.Errorf("loud.md reads %q", got)
	}
	if after := s.sh("find .git -type f | sort"); after != before {
		t.Errorf("the repository changed:\n%s", cmp.Diff(before, after))
	}
	if left := must[[]os.DirEntry](t)(os.ReadDir(temp)); len(left) > 1 { // the sandbox itself lies elsewhere
		t.Errorf("left behind: %v", left)
	}
}

// TestConversionFromBelow: attributes and filters hold for the same files when
// the user stands in a folder.
func TestConversionFromBelow(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"printf 'loud.md filter=loud\npart/*.md text\n' > .gitattributes; git config filter.loud.clean 'tr a-z A-Z'; echo quiet > loud.md; printf 'a\r\n' > part/one.md; printf 'a\r\n' > one.md\n")
	for _, dir := range []string{"part", "part/two"} {
		got := listing(t, must[*Tree](t)(s.in(dir).open().Worktree()))
		for path, want := range map[string]string{"loud.md": "QUIET\n", "part/one.md": "a\n", "one.md": "a\r\n"} {
			if got[path].Content != want {
				t.Errorf("from %s: %s reads %q, want %q", dir, path, got[path].Content, want)
			}
		}
	}
}

// TestFailingFilter: a file that git cannot convert is an error of that file.
func TestFailingFilter(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"printf 'loud.md filter=loud\\n' > .gitattributes; git config filter.loud.clean false; git config filter.loud.required true; echo quiet > loud.md\n")
	tree := must[*Tree](t)(s.open().Worktree())
	if _, err := fs.ReadFile(tree, "loud.md"); err == nil || errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "convert") {
		t.Errorf("reading loud.md: %v, want that it cannot be converted", err)
	}
	if info := must[fs.FileInfo](t)(fs.Stat(tree, "loud.md")); info.Sys() != nil {
		t.Errorf("loud.md has the Blob %v", info.Sys())
	}
	if _, err := fs.ReadFile(tree, "one.md"); err != nil {
		t.Errorf("another file: %v", err)
	}
}

// TestReadOnce: content and id of a file stay those of the first reading.
func TestReadOnce(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	tree := must[*Tree](t)(s.open().Worktree())
	id := must[fs.FileInfo](t)(fs.Stat(tree, "one.md")).Sys()
	s.write("one.md", "written meanwhile\n")
	data := must[[]byte](t)(fs.ReadFile(tree, "one.md"))
	if blobID(data, 40) != id {
		t.Errorf("content %q does not have the id %v that was given for it", data, id)
	}
	if err := os.Remove(filepath.Join(s.dir, "part/one.md")); err != nil {
		t.Fatal(err)
	}
	if _, err := fs.ReadFile(tree, "part/one.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that went away since it was listed: %v, want fs.ErrNotExist", err)
	}
}

// TestOutsideLinks: a file swapped for a link after listing is not followed
// out of the working tree.
func TestOutsideLinks(t *testing.T) {
	t.Parallel()
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("secret"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newRepo(t, history)
	tree := must[*Tree](t)(s.open().Worktree())
	s.sh(fmt.Sprintf("rm one.md; ln -s '%s' one.md", secret))
	if data, err := fs.ReadFile(tree, "one.md"); err == nil {
		t.Errorf("a link out of the tree was followed: %q", data)
	}
}

// TestIndexFileOfHooks: "git commit FILE" gives hooks an index of its own, by
// a path relative to the top; a linked working tree's hook gets GIT_DIR.
func TestIndexFileOfHooks(t *testing.T) {
	s := newRepo(t, history+"cp .git/index .git/next-index; echo x > x.md; GIT_INDEX_FILE=.git/next-index git add x.md; echo y > part/y.md\n")
	t.Setenv("GIT_INDEX_FILE", ".git/next-index")
	for _, dir := range []*sandbox{s, s.in("part")} {
		bothEngines(t, dir, func(t *testing.T, r *Repository) {
			tree := must[*Tree](t)(r.Index())
			compareWithGit(t, tree, gitIndex(s))
			if _, err := fs.Stat(tree, "x.md"); err != nil {
				t.Errorf("the other index was not read: %v", err)
			}
		})
	}
	t.Setenv("GIT_INDEX_FILE", "")
	os.Unsetenv("GIT_INDEX_FILE")
	t.Setenv("GIT_DIR", ".git")
	t.Setenv("GIT_WORK_TREE", "part")
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		if want := filepath.Join(s.dir, "part"); r.Root() != want || r.Root() != s.in("part").git("-C", s.dir, "rev-parse", "--show-toplevel") {
			t.Errorf("Root = %q, want %q", r.Root(), want)
		}
		if _, err := fs.Stat(must[*Tree](t)(r.Worktree()), "y.md"); err != nil {
			t.Errorf("GIT_WORK_TREE was not listed: %v", err)
		}
	})
}

// TestComposedNames: macOS lists accents as letters of their own; the index
// has them composed, and the file is tracked all the same.
func TestComposedNames(t *testing.T) {
	t.Parallel()
	s := newRepo(t, "")
	s.write("Cafe\u0301/e\u0301.md", "x")
	s.write("o\u0308.md", "x")
	config := &settings{}
	w := newWalker(s.dir, newIgnoreRules(&s.open().place, config), config)
	w.compose = true
	w.track([]indexEntry{{path: "Café/é.md", mode: "100644"}})
	if err := w.walk("", nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"ö.md"}, w.found); diff != "" {
		t.Errorf("untracked (-want +got):\n%s", diff)
	}
}

func TestWorktreeFile(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"echo '*.conf' > .gitignore; echo set > part/scene.conf; ln -s /etc/passwd out.md; git clone -q --bare . bare.git\n")
	r := s.open()
	if data, err := r.WorktreeFile("part/scene.conf"); err != nil || string(data) != "set\n" {
		t.Errorf("WorktreeFile = %q, %v", data, err)
	}
	if _, err := r.WorktreeFile("nowhere"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is not there: %v, want fs.ErrNotExist", err)
	}
	for _, name := range []string{"out.md", "../x", "/etc/passwd"} {
		if data, err := r.WorktreeFile(name); err == nil {
			t.Errorf("WorktreeFile(%q) left the working tree: %q", name, data)
		}
	}
	if _, err := s.in("bare.git").open().WorktreeFile("one.md"); !errors.Is(err, ErrBareWorktree) {
		t.Errorf("in a bare repository: %v, want ErrBareWorktree", err)
	}
}
