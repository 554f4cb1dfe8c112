package gitstore

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// forked is two branches that went apart after "second", with changes staged and not.
const forked = revisions + `
git checkout -q -b left 'HEAD^{/second}'; at 2025-01-07T12:00:00Z; echo l > left.md; c left
git checkout -q main; echo staged > staged.md; git add staged.md; echo loose > loose.md
`

// TestCompareForms: the forms of git diff, with the sides it gives them.
func TestCompareForms(t *testing.T) {
	t.Parallel()
	s := newRepo(t, forked)
	second := s.git("rev-parse", "HEAD^{/second}")
	commit := func(rev string) string { return s.git("rev-parse", rev+"^{commit}") }
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		for _, c := range []struct {
			args     string
			staged   bool
			old, new string // a commit's id, or the Rev of what has none
		}{
			{"", false, commit("HEAD"), RevWorktree},
			{"side", false, commit("side"), RevWorktree},
			{"side left", false, commit("side"), commit("left")},
			{"side..left", false, commit("side"), commit("left")},
			{"side..", false, commit("side"), commit("HEAD")},
			{"..side", false, commit("HEAD"), commit("side")},
			{"side...left", false, second, commit("left")},
			{"left...", false, second, commit("HEAD")},
			{"...left", false, second, commit("left")},
			{"heavy~1..heavy", false, commit("heavy~1"), commit("heavy")},
			{"HEAD~1..HEAD^0", false, commit("HEAD~1"), commit("HEAD")},
			{"..", false, commit("HEAD"), commit("HEAD")},
			{":/he said... go", false, commit("side"), RevWorktree}, // dots, but one revision
			{"", true, commit("HEAD"), RevIndex},
			{"side", true, commit("side"), RevIndex},
		} {
			args := strings.Fields(c.args)
			if strings.HasPrefix(c.args, ":/") {
				args = []string{c.args}
			}
			old, new, err := r.Compare(args, c.staged)
			if err != nil {
				t.Errorf("Compare(%q, %v): %v", c.args, c.staged, err)
				continue
			}
			if got := [2]string{side(old), side(new)}; got != [2]string{c.old, c.new} {
				t.Errorf("Compare(%q, %v) = %v, want %v", c.args, c.staged, got, [2]string{c.old, c.new})
			}
		}
	})
}

// side is what tells a tree: its commit, or its Rev if it has none.
func side(t *Tree) string {
	if t.Commit != "" {
		return t.Commit
	}
	return t.Rev
}

func TestCompareRefusals(t *testing.T) {
	t.Parallel()
	s := newRepo(t, forked+"git checkout -q --orphan alone; git rm -rqf .; at 2025-01-08T12:00:00Z; c alone; git checkout -q main\n")
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		for _, c := range []struct {
			args   string
			staged bool
			is     error
			says   string
		}{
			{"a b c", false, nil, "too many revisions"},
			{"side left", true, nil, "too many revisions"},
			{"side..left", true, nil, "names both sides"},
			{"nowhere", false, ErrUnknownRevision, `"nowhere"`},
			{"side nowhere", false, ErrUnknownRevision, `"nowhere"`},
			{"side..nowhere", false, ErrUnknownRevision, `"nowhere"`},
			{"nowhere...side", false, ErrUnknownRevision, `"nowhere"`},
			{"alone...main", false, nil, "no common history"},
		} {
			_, _, err := r.Compare(strings.Fields(c.args), c.staged)
			if err == nil || !strings.Contains(err.Error(), c.says) || c.is != nil && !errors.Is(err, c.is) || hintOf(err) == "" {
				t.Errorf("Compare(%q, %v) = %v (hint %q), want an error with %q and a hint", c.args, c.staged, err, hintOf(err), c.says)
			}
		}
	})
}

// TestMergeBases holds our own search against git merge-base on a history with
// forks, merges, and a criss-cross that has two bases.
func TestMergeBases(t *testing.T) {
	t.Parallel()
	s := newRepo(t, `
at 2025-01-01T12:00:00Z; c root
git branch b; at 2025-01-02T12:00:00Z; c a1; git checkout -q b; at 2025-01-03T12:00:00Z; c b1
git branch b-old; at 2025-01-04T12:00:00Z; git merge -q -m cross-b main; git checkout -q main; at 2025-01-05T12:00:00Z; git merge -q -m cross-a b-old
at 2025-01-06T12:00:00Z; c a2; git checkout -q b; at 2025-01-07T12:00:00Z; c b2; git tag -a -m t tagged; git checkout -q main
git checkout -q --orphan other; at 2025-01-08T12:00:00Z; c other; git checkout -q main
`)
	ids := strings.Fields(s.git("rev-list", "--all"))
	fast, slow := newGoGit(&s.open().place, &shape{}, nil), s.openWith(engineGit).engine
	two := 0
	for i, x := range ids {
		for _, y := range ids[i:] {
			got := must[[]string](t)(fast.mergeBases(x, y))
			want := must[[]string](t)(slow.mergeBases(x, y))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("merge bases of %.7s and %.7s (-git +ours):\n%s", x, y, diff)
			}
			if len(want) == 2 {
				two++
			}
		}
	}
	if two == 0 {
		t.Error("no pair has two merge bases: the criss-cross is missing")
	}
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		old, _ := must2(t)(r.Compare([]string{"main...tagged"}, false))
		if len(old.Notes) != 1 || !strings.Contains(old.Notes[0], "2 merge bases") {
			t.Errorf("notes %q, want that there are two merge bases", old.Notes)
		}
		if old.Rev != "merge base of main and tagged" {
			t.Errorf("Rev = %q", old.Rev)
		}
	})
}

func TestParent(t *testing.T) {
	t.Parallel()
	s := newRepo(t, revisions)
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		old, new := must2(t)(r.Parent("heavy"))
		if old.Commit != s.git("rev-parse", "heavy~1") || old.Rev != "heavy^" || new.Rev != "heavy" {
			t.Errorf("Parent(heavy) = %s (%q) and %q", old.Commit, old.Rev, new.Rev)
		}
		old, _ = must2(t)(r.Parent("HEAD~1"))
		if old.Commit != s.git("rev-parse", "HEAD~1^1") || len(old.Notes) != 1 || !strings.Contains(old.Notes[0], "merge") {
			t.Errorf("Parent of a merge = %s with notes %q, want its first parent and a note", old.Commit, old.Notes)
		}
		old, new = must2(t)(r.Parent("heavy~1"))
		if old.Rev != RevEmpty || old.Commit != "" || len(listing(t, old)) != 0 || len(listing(t, new)) != 1 {
			t.Errorf("Parent of the first commit = %q with %d files, want the empty tree", old.Rev, len(listing(t, old)))
		}
		checkFS(t, old)
		if _, _, err := r.Parent("nowhere"); !errors.Is(err, ErrUnknownRevision) {
			t.Errorf("Parent(nowhere) = %v, want ErrUnknownRevision", err)
		}
	})
}

// TestUnborn: on a branch without commits everything is new.
func TestUnborn(t *testing.T) {
	t.Parallel()
	s := newRepo(t, "echo a > a.md; git add a.md; echo b > b.md\n")
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		for _, staged := range []bool{false, true} {
			old, new := must2(t)(r.Compare(nil, staged))
			if old.Rev != RevEmpty || len(listing(t, old)) != 0 {
				t.Errorf("old side is %q with %d files, want the empty tree", old.Rev, len(listing(t, old)))
			}
			if want := map[bool]int{false: 2, true: 1}[staged]; len(listing(t, new)) != want {
				t.Errorf("new side (staged %v) has %d files, want %d", staged, len(listing(t, new)), want)
			}
		}
		_, err := r.At("HEAD")
		if !errors.Is(err, ErrUnknownRevision) || !strings.Contains(err.Error(), "no commits yet") || hintOf(err) == "" {
			t.Errorf("At(HEAD) = %v (hint %q), want ErrUnknownRevision", err, hintOf(err))
		}
	})
	empty := newRepo(t, "")
	bothEngines(t, empty, func(t *testing.T, r *Repository) {
		_, new := must2(t)(r.Compare(nil, false))
		checkFS(t, new)
		if entries := must[[]fs.DirEntry](t)(fs.ReadDir(new, ".")); len(entries) != 0 {
			t.Errorf("a new repository lists %v", entries)
		}
	})
}

// TestBare: revisions compare, the rest is ErrBareWorktree.
func TestBare(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"git clone -q --bare . bare.git\n").in("bare.git")
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		if r.Root() != "" || r.Prefix() != "" {
			t.Errorf("Root, Prefix = %q, %q of a bare repository", r.Root(), r.Prefix())
		}
		old, new := must2(t)(r.Compare([]string{"v1..main"}, false))
		compareWithGit(t, old, gitTree(s, "v1"))
		compareWithGit(t, new, gitTree(s, "main"))
		for _, c := range []struct {
			args   []string
			staged bool
		}{{nil, false}, {nil, true}, {[]string{"main"}, false}} {
			if _, _, err := r.Compare(c.args, c.staged); !errors.Is(err, ErrBareWorktree) || hintOf(err) == "" {
				t.Errorf("Compare(%v, %v) = %v (hint %q), want ErrBareWorktree", c.args, c.staged, err, hintOf(err))
			}
		}
	})
}
