package gitstore

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// shapes are repositories that both engines read. Each script ends in a
// repository at "." or, where dir says so, below.
var shapes = []struct{ name, script, dir string }{
	{name: "loose", script: history},
	{name: "packed", script: history + "git gc -q\n"},
	{name: "packed and loose", script: history + "git gc -q; echo more >> one.md; c more\n"},
	{name: "subfolder", script: history, dir: "part/two"},
	{name: "linked worktree", script: history + "git worktree add -q ../linked-$$ HEAD~1; mv ../linked-$$ linked; git worktree repair linked\n", dir: "linked"},
	{name: "separate git folder", script: history + "mv .git ../apart.git; echo 'gitdir: ../apart.git' > .git; mkdir down; mv ../apart.git apart.git; echo 'gitdir: apart.git' > .git\n"},
	{name: "submodule", script: history + "git init -q --template= -b main sub; cd sub; echo s > s.md; c sub; cd ..; git -c protocol.file.allow=always submodule --quiet add ./sub mod; c mod\n", dir: "mod"},
	{name: "with a submodule", script: history + "git init -q --template= -b main sub; cd sub; echo s > s.md; c sub; cd ..; git -c protocol.file.allow=always submodule --quiet add ./sub mod; rm -rf sub; c mod\n"},
	{name: "detached", script: history + "git checkout -q HEAD~1\n"},
	{name: "packed references", script: history + "git pack-refs --all; git branch later\n"},
	{name: "commit graph and multi-pack index", script: history + "git gc -q; echo x > x.md; c x; git repack -q -d; git multi-pack-index write; git commit-graph write --reachable\n"},
	{name: "odd names", script: history + oddNames},
	{name: "links", script: history + "ln -s one.md inside.md; ln -s part folder; ln -s /etc/passwd outside.md; ln -s nowhere broken.md; c links\n"},
	{name: "executable", script: history + "chmod +x one.md; c x\n"},
	{name: "index version 4", script: history + "git update-index --index-version 4; echo changed > one.md; git add one.md\n"},
	{name: "staged and unstaged", script: history + "echo staged > one.md; git add one.md; echo disk > one.md; rm empty.md; git rm -q --cached part/two/deep.md; echo new > new.md; echo n > n.md; git add -N n.md\n"},
	{name: "many packs with deltas", script: history + "git config gc.auto 0; seq 1 2000 > long.md; for i in 1 2 3 4; do echo $i >> long.md; c $i; git repack -q -d; done; git repack -q -d --depth=50 --window=50; echo 5 >> long.md; c 5; git repack -q -d\n"},
	{name: "unborn branch", script: history + "git checkout -q --orphan fresh; echo other > one.md\n"},
	{name: "in the middle of a rebase", script: history + "git checkout -q -b side HEAD~1; echo side > one.md; c side; git rebase -q main || true\n"},
	{name: "in the middle of a bisection", script: history + "git bisect start HEAD HEAD~2 > bisected; rm bisected\n"},
	{name: "a merge commit", script: history + "git checkout -q -b side HEAD~1; echo side > side.md; c side; git checkout -q main; git merge -q --no-ff -m merged side\n"},
	{name: "case", script: history + "echo x > Chapter.md; echo y > chapter.md; mkdir Part; echo z > Part/one.md; c case; git config core.ignoreCase true\n"},
	{name: "unresolved merge", script: history + "git checkout -q -b a; echo a > one.md; c a; git checkout -q main; echo b > one.md; c b; git merge -q a || true\n"},
}

const history = `
at 2025-01-01T12:00:00Z
mkdir -p part/two
printf 'One.\n' > one.md; printf 'Deep.\n' > part/two/deep.md; : > empty.md
c first
at 2025-02-01T12:00:00Z
printf 'One, again.\n' > one.md; printf 'Two.\n' > part/second.md
c second
git tag -a -m 'an annotated tag' v1
at 2025-03-01T12:00:00+0100
git mv one.md part/one.md; printf 'One.\n' > one.md
c third
`

const oddNames = `
printf q > 'with space.md'; printf q > 'quote".md'; printf q > "apostrophe's.md"; printf q > 'new
line.md'; printf q > 'Größe.md'; printf q > '日本.md'; printf q > "$(printf 'caf\351.md')"; printf q > ':colon.md'; printf q > '-dash.md'; printf q > 'star*.md'
mkdir "$(printf 'fold\351')"; printf q > "$(printf 'fold\351/in.md')"
c odd
`

// TestEnginesAgreeWithGit: for every shape, both engines find the repository
// where git does, list exactly the regular files that git lists, with git's
// ids, modes and contents; and each tree passes the standard library's suite.
func TestEnginesAgreeWithGit(t *testing.T) {
	for _, shape := range shapes {
		t.Run(shape.name, func(t *testing.T) {
			t.Parallel()
			s := newRepo(t, shape.script).in(shape.dir)
			checkPlace(t, s)
			index, worktree := gitIndex(s), gitWorktree(s)
			commits := map[string]gitCommit{}
			for _, rev := range []string{"HEAD", "v1"} {
				if log, err := s.tryGit("log", "-1", "--format=%H %ct", rev, "--"); err == nil { // a submodule has a history of its own
					id, date, _ := strings.Cut(log, " ")
					commits[rev] = gitCommit{id, date, gitTree(s, rev)}
				}
			}
			for _, engine := range []string{engineGoGit, engineGit} {
				r := s.openWith(engine)
				for rev, want := range commits {
					tree := must[*Tree](t)(r.At(rev))
					if tree.Commit != want.id || fmt.Sprint(tree.Date.Unix()) != want.date || tree.Date.Location() != time.UTC {
						t.Errorf("%s: %s is %s of %v, want %s of %s", engine, rev, tree.Commit, tree.Date, want.id, want.date)
					}
					compareWithGit(t, tree, want.files)
					checkFS(t, tree)
				}
				staged := must[*Tree](t)(r.Index())
				compareWithGit(t, staged, index)
				checkFS(t, staged)
				disk := must[*Tree](t)(r.Worktree())
				compareWithGit(t, disk, worktree)
				checkFS(t, disk)
			}
		})
	}
}

type gitCommit struct {
	id, date string
	files    map[string]entry
}

// checkPlace compares where the repository is with what git says.
func checkPlace(t *testing.T, s *sandbox) {
	t.Helper()
	r := s.open()
	got := []string{r.Root(), r.Prefix(), r.GitDir(), r.CommonDir()}
	want := strings.Split(s.git("rev-parse", "--path-format=absolute", "--show-toplevel", "--show-prefix", "--absolute-git-dir", "--git-common-dir"), "\n")
	want[1] = strings.TrimSuffix(want[1], "/")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("root, prefix, git folder, common folder (-git +ours):\n%s", diff)
	}
}

// checkFS runs fstest.TestFS, except on names that are valid in an fs.FS but
// that TestFS itself does not take.
func checkFS(t *testing.T, tree *Tree) {
	t.Helper()
	names := slices.Sorted(maps.Keys(listing(t, tree)))
	for _, name := range names {
		if strings.Contains(name, `\`) {
			return
		}
	}
	if err := fstest.TestFS(tree, names...); err != nil {
		t.Errorf("%s: %v", tree.Rev, err)
	}
}

// entry is what is compared of a file: mode, id and content.
type entry struct{ Exec, ID, Content string }

func listing(t *testing.T, tree fs.FS) map[string]entry {
	t.Helper()
	found := map[string]entry{}
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		content, err := fs.ReadFile(tree, path)
		if err != nil {
			return err
		}
		if int64(len(content)) != info.Size() {
			t.Errorf("%s: size %d, but %d bytes", path, info.Size(), len(content))
		}
		id, _ := info.Sys().(Blob)
		found[path] = entry{fmt.Sprint(info.Mode()&0o111 != 0), string(id), string(content)}
		return nil
	})
	if err != nil {
		t.Errorf("walking: %v", err)
	}
	return found
}

func compareWithGit(t *testing.T, tree *Tree, want map[string]entry) {
	t.Helper()
	if diff := cmp.Diff(want, listing(t, tree)); diff != "" {
		t.Errorf("%s %s (-git +ours):\n%s", tree.repo.Engine(), tree.Rev, diff)
	}
}

// shown is a path of git's as a Tree shows it.
func shown(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		parts[i], _ = safeName(part)
	}
	return strings.Join(parts, "/")
}

func gitTree(s *sandbox, rev string) map[string]entry {
	found := map[string]entry{}
	for line := range nulTerminated([]byte(s.git("ls-tree", "-r", "-z", "--full-tree", rev))) {
		meta, path, _ := strings.Cut(line, "\t")
		fields := strings.Fields(meta) // MODE TYPE ID
		if isRegular(fields[0]) {
			found[shown(path)] = entry{Exec: fmt.Sprint(fields[0] == "100755"), ID: fields[2]}
		}
	}
	return s.fill(found)
}

func gitIndex(s *sandbox) map[string]entry {
	found := map[string]entry{}
	later := map[string]bool{}
	listed := s.git("ls-files", "-s", "-z", "--full-name", ":/")
	if strings.Contains(listed, emptyBlob(40)) { // what "git add -N" leaves, among others
		for path := range nulTerminated([]byte(s.git("diff-files", "-z", "--name-only", "--diff-filter=A", "--ita-invisible-in-index"))) {
			later[path] = true
		}
	}
	for line := range nulTerminated([]byte(listed)) {
		meta, path, _ := strings.Cut(line, "\t")
		fields := strings.Fields(meta) // MODE ID STAGE
		if isRegular(fields[0]) && (fields[2] == "0" || fields[2] == "2") && !later[path] {
			found[shown(path)] = entry{Exec: fmt.Sprint(fields[0] == "100755"), ID: fields[1]}
		}
	}
	return s.fill(found)
}

// fill adds the contents of the ids, in one process.
func (s *sandbox) fill(found map[string]entry) map[string]entry {
	s.t.Helper()
	paths := slices.Sorted(maps.Keys(found))
	var ids strings.Builder
	for _, path := range paths {
		ids.WriteString(found[path].ID + "\n")
	}
	cmd := exec.Command("git", "cat-file", "--batch")
	cmd.Dir, cmd.Stdin = s.dir, strings.NewReader(ids.String())
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatal(err)
	}
	for _, path := range paths {
		e := found[path]
		var id, kind string
		var size int
		header, rest, _ := strings.Cut(string(out), "\n")
		if _, err := fmt.Sscan(header, &id, &kind, &size); err != nil || id != e.ID || kind != "blob" {
			s.t.Fatalf("cat-file answered %q for %s", header, e.ID)
		}
		e.Content, out = rest[:size], []byte(rest[size+1:])
		found[path] = e
	}
	return found
}

// gitWorktree lists what git sees on disk, with the ids that git would give.
func gitWorktree(s *sandbox) map[string]entry {
	s.t.Helper()
	found := map[string]entry{}
	top := &sandbox{s.t, s.git("rev-parse", "--show-toplevel")}
	var paths, plain []string
	for path := range nulTerminated([]byte(top.git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"))) {
		full := filepath.Join(top.dir, path)
		info, err := os.Lstat(full)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		content, err := os.ReadFile(full)
		if err != nil {
			s.t.Fatal(err)
		}
		found[shown(path)] = entry{fmt.Sprint(info.Mode()&0o100 != 0), "", string(content)}
		if paths = append(paths, path); !strings.ContainsAny(path, "\n\"") {
			plain = append(plain, path)
		}
	}
	ids := map[string]string{}
	cmd := exec.Command("git", "hash-object", "--stdin-paths")
	cmd.Dir, cmd.Stdin = top.dir, strings.NewReader(strings.Join(plain, "\n")+"\n")
	out, err := cmd.Output()
	if err != nil && len(plain) > 0 {
		s.t.Fatal(err)
	}
	for i, id := range strings.Fields(string(out)) {
		ids[plain[i]] = id
	}
	for _, path := range paths {
		e := found[shown(path)]
		if e.ID = ids[path]; e.ID == "" {
			e.ID = top.git("hash-object", "--", path)
		}
		found[shown(path)] = e
	}
	return found
}
