package gitstore

import (
	"errors"
	"os/exec"
	"strings"
	"testing"
)

// revisions makes branches, tags, a merge, a remote, a stash, and names that
// look like other things.
const revisions = `
at 2025-01-01T12:00:00Z; echo 1 > a.md; c 'first draft'
at 2025-01-02T12:00:00Z; echo 2 > a.md; c 'second draft'; git tag light; git tag -a -m 'words' heavy; git tag -a -m 'tag of a tag' heavier heavy
git checkout -q -b side; at 2025-01-03T12:00:00Z; echo s > s.md; c 'aside: he said... go'
git checkout -q main; at 2025-01-04T12:00:00Z; echo 3 > a.md; c third
at 2025-01-05T12:00:00Z; git merge -q --no-ff -m merged side
at 2025-01-06T12:00:00Z; echo 4 > a.md; c fourth
git tag 2025-01-03 HEAD~3; git branch drafts/soft HEAD~1; git branch Größe HEAD~1; git branch feature-1.2+x HEAD^
git branch deadbeef HEAD~2; git tag x-1-gabcdef HEAD~1
git update-ref refs/remotes/origin/main HEAD~1; git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
git config remote.origin.url /nowhere; git config remote.origin.fetch '+refs/heads/*:refs/remotes/origin/*'
git config branch.main.remote origin; git config branch.main.merge refs/heads/main
echo stashed > a.md; git stash -q; git checkout -q side; git checkout -q main; git update-ref ORIG_HEAD HEAD~2
`

// formCase is a revision expression, and the row of the table that it falls to.
type formCase struct{ rev, row string }

var formCases = []formCase{
	{"HEAD", "plain"}, {"@", "plain"}, {"main", "plain"}, {"side", "plain"}, {"light", "plain"}, {"heavy", "plain"}, {"heavier", "plain"},
	{"heads/main", "plain"}, {"refs/heads/side", "plain"}, {"tags/heavy", "plain"}, {"refs/tags/light", "plain"},
	{"origin", "plain"}, {"origin/main", "plain"}, {"remotes/origin/main", "plain"}, {"origin/HEAD", "plain"}, {"refs/remotes/origin/main", "plain"},
	{"drafts/soft", "plain"}, {"Größe", "plain"}, {"feature-1.2+x", "plain"}, {"deadbeef", "plain"}, {"stash", "plain"},
	{"HEAD~", "plain"}, {"HEAD^", "plain"}, {"HEAD~0", "plain"}, {"HEAD^0", "plain"}, {"HEAD~1", "plain"}, {"HEAD~3", "plain"}, {"@~2", "plain"},
	{"HEAD~1^2", "plain"}, {"main~1^2~1", "plain"}, {"HEAD^^2", "plain"}, {"HEAD^^^", "plain"}, {"heavy~1", "plain"}, {"heavier^0", "plain"}, {"heavier^", "plain"},
	{"light~0~0^0", "plain"}, {"HEAD~00001", "plain"}, {"deadbeef^", "plain"}, {"stash^2", "plain"},
	{"HEAD~99", "plain"}, {"HEAD^2", "plain"}, {"HEAD^3", "plain"}, {"HEAD~99999999999999999999", "plain"},
	{"nowhere", "plain"}, {"heads/nowhere", "plain"}, {"refs/heads", "plain"}, {"ma", "plain"}, {"MAIN", "plain"}, {"main/", "plain"}, {"/main", "plain"}, {"heads//main", "plain"},
	{"logs", "plain"}, {"config", "plain"}, {"index", "plain"}, {"description", "plain"}, {"head", "plain"}, {"a.md", "plain"},
	{"HEAD@{0}", "reflog"}, {"HEAD@{1}", "reflog"}, {"main@{1}", "reflog"}, {"@{-1}", "reflog"}, {"main@{u}", "reflog"}, {"@{upstream}", "reflog"}, {"@{u}~1", "reflog"}, {"side@{u}", "reflog"},
	{":/second", "message search"}, {"HEAD^{/second}", "message search"}, {":/nothing like it", "message search"},
	{"HEAD^{commit}", "peeling"}, {"heavy^{}", "peeling"}, {"heavier^{commit}~1", "peeling"},
	{"x-1-gabcdef", "describe"}, {"light-0-g0000000", "describe"}, {"heavy-4-gHEAD", "plain"},
	{"ORIG_HEAD", "special reference"}, {"ORIG_HEAD~1", "special reference"}, {"FETCH_HEAD", "special reference"}, {"main-worktree/HEAD", "special reference"},
	{"a b", "unproved form"}, {"HEAD~1~x", "unproved form"}, {"HEAD^!", "unproved form"}, {"HEAD^@", "unproved form"}, {"HEAD^-", "unproved form"}, {"[a]", "unproved form"}, {`a\b`, "unproved form"}, {"HEAD*", "unproved form"},
	{":a.md", "path"}, {"HEAD:a.md", "path"}, {"HEAD:nowhere.md", "path"},
	{"2025-01-03", "date"}, {"yesterday", "date"},
}

// TestRevisionForms: for every form, the chosen engine and the git engine give
// the commit that git rev-parse gives, or refuse what it refuses. The row says
// who is asked.
func TestRevisionForms(t *testing.T) {
	t.Parallel()
	s := newRepo(t, revisions)
	fast, slow := s.open(), s.openWith(engineGit)
	if fast.Engine() != engineGoGit {
		t.Fatalf("engine %q: %s", fast.Engine(), fast.Why())
	}
	cases := formCases
	for _, rev := range []string{"HEAD", "HEAD~1", "side", "heavy", "heavier"} {
		id := s.git("rev-parse", rev) // of the tag itself, where it is one
		for _, short := range []string{id, strings.ToUpper(id), id[:39], id[:12], id[:9], id[:8], id[:7], id[:7] + "~1", id + "^0"} {
			cases = append(cases, formCase{short, "plain"})
		}
	}
	for i, c := range cases {
		if got := decideForm(c.rev); got.name != c.row {
			t.Errorf("%q falls to row %q, want %q", c.rev, got.name, c.row)
		}
		if c.rev == "yesterday" {
			continue
		}
		want, wantErr := s.tryGit("rev-parse", "-q", "--verify", "--end-of-options", c.rev+"^{commit}")
		if strings.HasPrefix(c.rev, ":/") {
			want, wantErr = s.tryGit("rev-parse", "-q", "--verify", "--end-of-options", c.rev)
		}
		for _, r := range []*Repository{fast, slow} {
			if r == slow && c.row == "plain" && i%5 > 0 {
				continue // the git engine is rev-parse: a sample is enough
			}
			tree, err := r.At(c.rev)
			switch {
			case wantErr != nil && !errors.Is(err, ErrUnknownRevision):
				t.Errorf("%s: At(%q) = %v, want ErrUnknownRevision as git refuses it", r.Engine(), c.rev, err)
			case wantErr == nil && err != nil:
				t.Errorf("%s: At(%q): %v, want %s", r.Engine(), c.rev, err, want)
			case wantErr == nil && (tree.Commit != want || tree.Rev != c.rev):
				t.Errorf("%s: At(%q) = %s (Rev %q), want %s", r.Engine(), c.rev, tree.Commit, tree.Rev, want)
			}
		}
	}
}

// bothEngines runs a check on one repository with each engine.
func bothEngines(t *testing.T, s *sandbox, check func(t *testing.T, r *Repository)) {
	t.Helper()
	for _, engine := range []string{engineGoGit, engineGit} {
		t.Run(engine, func(t *testing.T) { check(t, s.openWith(engine)) })
	}
}

// TestAmbiguousNames: a name for two things is refused, and the hint says how
// to name each; the full names work.
func TestAmbiguousNames(t *testing.T) {
	t.Parallel()
	s := newRepo(t, revisions+"git branch draft HEAD~1; git tag draft HEAD~2\n")
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		for _, rev := range []string{"draft", "draft~1"} {
			if _, err := r.At(rev); !errors.Is(err, ErrAmbiguousRevision) || !strings.Contains(hintOf(err), "heads/draft") || !strings.Contains(hintOf(err), "tags/draft") {
				t.Errorf("At(%q) = %v (hint %q), want ErrAmbiguousRevision", rev, err, hintOf(err))
			}
		}
		for _, rev := range []string{"heads/draft", "tags/draft"} {
			if got, want := must[*Tree](t)(r.At(rev)).Commit, s.git("rev-parse", rev); got != want {
				t.Errorf("At(%q) = %s, want %s", rev, got, want)
			}
		}
	})
}

// TestAbbreviations: with 1500 commits some ids begin alike in four digits.
// Every prefix of every id that git refuses is refused, and none other.
func TestAbbreviations(t *testing.T) {
	t.Parallel()
	s := newRepo(t, `
i=0; while [ $i -lt 700 ]; do i=$((i+1)); printf 'commit refs/heads/main\ncommitter A <a@x> %d +0000\ndata 2\nx\nM 100644 inline f%d.md\ndata 4\n%04d\n' $((1700000000+i)) $((i%7)) $i; done | git fast-import --quiet
`)
	fast := s.open()
	ids := strings.Fields(s.git("rev-list", "--all"))
	short := map[string]int{}
	for _, id := range ids {
		short[id[:4]]++
		short[id[:5]]++
	}
	want := s.batchCheck(short)
	refused := 0
	for prefix := range short {
		tree, err := fast.At(prefix)
		switch answer := want[prefix]; {
		case answer == "ambiguous":
			refused++
			if !errors.Is(err, ErrAmbiguousRevision) {
				t.Errorf("At(%q) = %v, want ErrAmbiguousRevision", prefix, err)
			}
		case err != nil || tree.Commit != answer:
			t.Errorf("At(%q) = %v, %v; want %s", prefix, tree, err, answer)
		}
	}
	if refused == 0 {
		t.Error("no abbreviation was ambiguous: this test shows nothing")
	}
	for prefix, answer := range want { // git's own refusal, once
		if answer == "ambiguous" {
			if _, err := s.openWith(engineGit).At(prefix); !errors.Is(err, ErrAmbiguousRevision) || !strings.Contains(hintOf(err), "it may mean") {
				t.Errorf("git: At(%q) = %v (hint %q), want ErrAmbiguousRevision", prefix, err, hintOf(err))
			}
			break
		}
	}
	if _, err := fast.At(ids[0][:3]); !errors.Is(err, ErrUnknownRevision) {
		t.Errorf("three digits: %v, want ErrUnknownRevision", err)
	}
}

// batchCheck asks git which commit each abbreviation means, in one process.
func (s *sandbox) batchCheck(prefixes map[string]int) map[string]string {
	s.t.Helper()
	var names []string
	for prefix := range prefixes {
		names = append(names, prefix)
	}
	cmd := exec.Command("git", "cat-file", "--batch-check")
	cmd.Dir, cmd.Stdin = s.dir, strings.NewReader(strings.Join(names, "^{commit}\n")+"^{commit}\n")
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatal(err)
	}
	answers := map[string]string{}
	for i, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		answers[names[i]] = strings.Fields(line)[0]
		if strings.HasSuffix(line, " ambiguous") || strings.HasSuffix(line, " missing") {
			answers[names[i]] = "ambiguous"
		}
	}
	return answers
}

// TestUnknownRevisions: the hint offers what was probably meant.
func TestUnknownRevisions(t *testing.T) {
	t.Parallel()
	s := newRepo(t, revisions)
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		for _, c := range []struct{ rev, hint string }{
			{"mian", `did you mean "main"?`},
			{"sied~2", `did you mean "side"?`},
			{"soft", `did you mean "drafts/soft"?`},
			{"Light", `did you mean "light"?`},
			{"groesse", `"git log --oneline" shows the revisions`},
			{"a.md", `"a.md" is a file or folder here: write it after "--"`},
			{"0123456789012345678901234567890123456789", `no object of that id is in this clone; "git fetch" may bring it`},
			{"", "HEAD is the last commit"},
		} {
			_, err := r.At(c.rev)
			if !errors.Is(err, ErrUnknownRevision) || hintOf(err) != c.hint {
				t.Errorf("At(%q) = %v (hint %q), want ErrUnknownRevision (hint %q)", c.rev, err, hintOf(err), c.hint)
			}
		}
		for _, rev := range []string{"--all", "-1", "a\x00b", "main\n"} {
			if _, err := r.At(rev); !errors.Is(err, ErrUnknownRevision) {
				t.Errorf("At(%q) = %v, want ErrUnknownRevision", rev, err)
			}
		}
		if _, err := r.At("HEAD:a.md"); !errors.Is(err, ErrUnknownRevision) || !strings.Contains(err.Error(), "one file") {
			t.Errorf("a revision that is a file: %v", err)
		}
	})
}

// TestTreesWithoutCommit: what git knows as files without a commit is a state
// of files, too.
func TestTreesWithoutCommit(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history)
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		for _, rev := range []string{"HEAD^{tree}", s.git("rev-parse", "HEAD^{tree}"), "HEAD:part"} {
			tree := must[*Tree](t)(r.At(rev))
			compareWithGit(t, tree, gitTree(s, rev))
			if tree.Commit != "" || !tree.Date.IsZero() {
				t.Errorf("%q has the commit %q of %v, want none", rev, tree.Commit, tree.Date)
			}
		}
		if _, _, err := r.Parent("HEAD^{tree}"); !errors.Is(err, ErrUnknownRevision) {
			t.Errorf("Parent of a tree: %v, want ErrUnknownRevision", err)
		}
	})
}

// TestDates: a date is the last commit of HEAD's own line before it; a tag of
// that name comes first; a day means its beginning, where the user is.
func TestDates(t *testing.T) {
	s := newRepo(t, revisions+"at \"$(date -u -d '10 days ago' +%Y-%m-%dT%H:%M:%SZ)\"; c recent\n")
	bothEngines(t, s, func(t *testing.T, r *Repository) {
		for _, c := range []struct{ date, want string }{
			{"2025-01-03", "2025-01-03^{commit}"}, // the tag
			{"2025-01-02", ":/first draft"},
			{"2025-01-02 12:00:00 +0000", ":/second draft"},
			{"2025-01-02T11:59:59Z", ":/first draft"},
			{"2 Jan 2025", ":/first draft"}, // as the report prints it
			{"jan 2 2025", ":/first draft"},
			{"January 2, 2025", ":/first draft"},
			{"6 Jan 2025", ":/merged"},
			{"noon", "HEAD"},
			{"2025-01-04", ":/second draft"}, // not the commit on the side branch, which was not HEAD's yet
			{"2025-01-06", ":/merged"},
			{"2 weeks ago", "HEAD^{/fourth}"},
			{"2.weeks.ago", "HEAD^{/fourth}"},
			{"3 days ago", "HEAD"},
			{"2 weeks 1 day ago", "HEAD^{/fourth}"},
			{"yesterday", "HEAD"},
		} {
			tree, err := r.At(c.date)
			if err != nil || tree.Commit != s.git("rev-parse", c.want) || tree.Rev != c.date {
				t.Errorf("At(%q) = %+v, %v; want %s", c.date, tree, err, c.want)
			}
		}
		_, err := r.At("2024-12-31")
		if !errors.Is(err, ErrUnknownRevision) || !strings.Contains(err.Error(), "no commit before") {
			t.Errorf("before the first commit: %v, want ErrUnknownRevision", err)
		}
		for _, nonsense := range []string{"banana", "2025-1-1", "32 Jan 2025", "Jan 2025", "weeks ago", "tomorrow", "5 o'clock"} {
			if _, err := r.At(nonsense); !errors.Is(err, ErrUnknownRevision) {
				t.Errorf("At(%q) = %v, want ErrUnknownRevision: git itself would take it for now", nonsense, err)
			}
		}
	})
}

// TestFormsNeedGit: without git, what only git reads is refused with the
// reason, and what go-git is trusted with still works.
func TestFormsNeedGit(t *testing.T) {
	s := newRepo(t, revisions)
	tag := s.git("rev-parse", "2025-01-03")
	withoutGit(t)
	r := s.open()
	for _, c := range formCases {
		row := decideForm(c.rev)
		_, err := r.At(c.rev)
		switch c.rev {
		case "2025-01-03", "x-1-gabcdef", "light-0-g0000000", "config", "index", "description":
			continue // a tag, a branch, and names of files in .git: below
		}
		if row.engine == engineGit && !errors.Is(err, ErrNeedsGit) {
			t.Errorf("At(%q) = %v, want ErrNeedsGit", c.rev, err)
		}
		if row.engine == engineGoGit && err != nil && !errors.Is(err, ErrUnknownRevision) {
			t.Errorf("At(%q): %v", c.rev, err)
		}
	}
	if got := must[*Tree](t)(r.At("2025-01-03")).Commit; got != tag {
		t.Errorf("a tag named like a date is %s, want %s", got, tag)
	}
	if _, err := r.At("x-1-gabcdef"); err != nil {
		t.Errorf("a branch named like a description: %v", err)
	}
	for _, rev := range []string{"light-0-g0000000", "config"} {
		if _, err := r.At(rev); !errors.Is(err, ErrNeedsGit) {
			t.Errorf("At(%q) = %v, want ErrNeedsGit", rev, err)
		}
	}
}

// TestDamagedReference: an empty reference file is an error, not an older value.
func TestDamagedReference(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+"git pack-refs --all; echo x > x.md; c x; : > .git/refs/heads/main\n")
	if _, err := s.openWith(engineGoGit).At("main"); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("At(main) = %v, want an error", err)
	}
	_, err := s.openWith(engineGit).At("main")
	if err == nil {
		t.Error("git: At(main) succeeded, want an error")
	}
}

// TestClosest: nearest names first, and none that are far.
func TestClosest(t *testing.T) {
	names := []string{"main", "mean", "maine", "drafts/soft", "origin/main", "v1.0", "v1.1", "v2.0"}
	for typed, want := range map[string]string{
		"mian": "main,mean", "man": "main,mean", "main2": "main,maine", "MAIN": "main,origin/main,maine",
		"soft": "drafts/soft", "v1": "", "v1.2": "v1.0,v1.1", "nothing": "", "": "",
	} {
		if got := strings.Join(closest(typed, names), ","); got != want {
			t.Errorf("closest(%q) = %q, want %q", typed, got, want)
		}
	}
}
