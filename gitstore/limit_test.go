package gitstore

import (
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const manuscript = `
mkdir -p chapters/two notes 'part one' 'odd[1]'
for f in README.md ch.md chapters/01.md chapters/02.md chapters/two/03.md chapters/two/x.txt chaptersque.md notes/a.md 'part one/a b.md' 'odd[1]/x.md' odd1.md Upper.MD '*.md' ':colon.md' 'back\slash.md' '!bang.md' '-dash.md'; do echo "$f" > "$f"; done
printf x > "$(printf 'latin\351.md')"
c all
`

// TestLimits: every limit takes what "git diff -- LIMIT" takes, from the
// top and from a folder.
func TestLimits(t *testing.T) {
	t.Parallel()
	s := newRepo(t, manuscript)
	limits := []string{".", "./", "ch.md", "./ch.md", "chapters", "chapters/", "chapters/01.md", "chapters/two", "chap", "chaptersque.md", "ch.md/", "chapters/../ch.md",
		"*.md", "chap*", "chap*/", "cha*/01.md", "*/0?.md", "chapters/*.md", "chapters/[0-9]*", "**/*.md", "*", "notes/**", "[a-c]*", "?.md", "part one", "part*",
		"odd[1]", "odd[1]/x.md", `odd\[1\]/x.md`, `back\\slash.md`, `\*.md`, "Upper.md", "-dash.md", "!bang.md", "nowhere", "nowhere/*.md", "latin\xe9.md", "lat*",
		":/", ":/ch.md", ":/*.md", ":/chapters", ":(top)chapters", ":(top,glob)*.md", ":(glob)*.md", ":(glob)**/*.md", ":(glob)chapters/*.md", ":(glob)**", ":(glob)chapters",
		":(literal)*.md", ":(icase)UPPER.md", ":(icase)[C]h.md", ":(icase)[A-Z]h.md", `:(icase)\Ch.md`, ":(icase)[[:upper:]]h.md", ":(icase)CHAPTERS", ":(icase)*.MD", ":(icase,glob)*.md", ":(top,icase)CH*", ":!chapters", ":^*.md", ":(exclude)notes", ":!/chapters", ":/!chapters", ":(top,exclude)ch*", "::colon.md", ":", ":()ch.md", ":(literal):colon.md"}
	s.sh("mkdir -p chapters/two/deep")
	for i, dir := range []string{"", "chapters/two", "odd[1]"} {
		limits := limits
		if i == 2 {
			limits = limits[:30] // enough for a folder whose name is a pattern
		}
		here := s.in(dir)
		tree := must[*Tree](t)(here.open().At("HEAD"))
		for _, limit := range slices.Concat(limits, []string{"..", "../", "../ch.md", "../notes", "../*.md", filepath.Join(s.dir, "chapters"), s.dir, filepath.Join(here.dir, "*.md")}) {
			out, refused := here.tryGit("diff", "--cached", "--no-renames", "--name-only", "-z", emptyTree(40), "--", limit)
			limited, err := tree.Limit([]string{limit})
			if refused != nil || err != nil {
				if (refused != nil) != (err != nil) {
					t.Errorf("in %q: Limit(%q) = %v, git: %v", dir, limit, err, refused)
				}
				continue
			}
			want := []string{}
			for path := range nulTerminated([]byte(out)) {
				want = append(want, shown(path))
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, walked(t, limited)); diff != "" {
				t.Errorf("in %q: Limit(%q) (-git +ours):\n%s", dir, limit, diff)
			}
			if unmatched := len(limited.Unmatched) > 0; unmatched != (len(want) == 0 && !isExcluding(limit)) {
				t.Errorf("in %q: Limit(%q): %d files and unmatched %q", dir, limit, len(want), limited.Unmatched)
			}
		}
	}
}

func isExcluding(limit string) bool {
	return limit[0] == ':' && (strings.ContainsAny(limit, "!^") || strings.Contains(limit, "exclude"))
}

func walked(t *testing.T, tree *Tree) []string {
	t.Helper()
	paths := []string{}
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	slices.Sort(paths)
	return paths
}

// TestLimitedTree: a limited tree is a file system of its own, shares what the
// whole one says, and tells which limits matched nothing.
func TestLimitedTree(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		whole := must[*Tree](t)(r.At("HEAD"))
		tree := must[*Tree](t)(whole.Limit([]string{"part", "nowhere", "*.txt", ":!part/two"}))
		checkFS(t, tree)
		if diff := cmp.Diff([]string{"part/one.md", "part/second.md"}, walked(t, tree)); diff != "" {
			t.Errorf("files (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"nowhere", "*.txt"}, tree.Unmatched); diff != "" {
			t.Errorf("unmatched (-want +got):\n%s", diff)
		}
		if tree.Commit != whole.Commit || tree.Rev != "HEAD" || !tree.Date.Equal(whole.Date) {
			t.Errorf("a limited tree is %s %q of %v", tree.Commit, tree.Rev, tree.Date)
		}
		if diff := cmp.Diff(gitTree(s, "HEAD"), listing(t, whole)); diff != "" {
			t.Errorf("limiting changed the whole tree:\n%s", diff)
		}
		again := must[*Tree](t)(tree.Limit([]string{"*.md", "part/one.md"}))
		if diff := cmp.Diff([]string{"part/one.md", "part/second.md"}, walked(t, again)); diff != "" || again.Unmatched != nil {
			t.Errorf("limited twice: unmatched %q, files:\n%s", again.Unmatched, diff)
		}
		if same := must[*Tree](t)(whole.Limit(nil)); same != whole {
			t.Error("no limits do not give the tree itself")
		}
		none := must[*Tree](t)(whole.Limit([]string{"nowhere"}))
		checkFS(t, none)
	})
}

// TestRefusedLimits: what git refuses is refused with a word on what to do.
func TestRefusedLimits(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	tree := must[*Tree](t)(s.open().At("HEAD"))
	for limit, says := range map[string]string{
		"": "empty", "../up": "outside", "/etc": "outside", ":(nonsense)x": "not understood", ":(attr:x)y": "not understood", ":(top": "parenthesis", ":(glob,literal)x": "both",
	} {
		if _, err := tree.Limit([]string{limit}); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("Limit(%q) = %v, want an error with %q", limit, err, says)
		}
	}
}

// TestPathspecVariables: "git --literal-pathspecs scene" sets a variable.
func TestPathspecVariables(t *testing.T) {
	s := newRepo(t, manuscript)
	tree := must[*Tree](t)(s.open().At("HEAD"))
	for _, variable := range []string{"GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"} {
		t.Run(variable, func(t *testing.T) {
			t.Setenv(variable, "1")
			for _, limit := range []string{"*.md", "*.MD", "chapters", ":/ch.md", ":colon.md", ":(glob)*.md", ":(top)*.md"} {
				out, refused := s.tryGit("diff", "--cached", "--no-renames", "--name-only", "-z", emptyTree(40), "--", limit)
				limited, err := tree.Limit([]string{limit})
				if (refused != nil) != (err != nil) {
					t.Errorf("Limit(%q) = %v, git: %v", limit, err, refused)
				}
				if err != nil || refused != nil {
					continue
				}
				want := map[string]bool{}
				for path := range nulTerminated([]byte(out)) {
					want[shown(path)] = true
				}
				if diff := cmp.Diff(append([]string{}, slices.Sorted(maps.Keys(want))...), walked(t, limited)); diff != "" {
					t.Errorf("Limit(%q) (-git +ours):\n%s", limit, diff)
				}
			}
			if _, err := s.openWith(engineGit).Worktree(); err != nil {
				t.Errorf("the variable confuses the git engine: %v", err)
			}
		})
	}
}
