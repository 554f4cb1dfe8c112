package gitstore

import (
	"strings"
	"testing"
)

// TestRounds: the tags on the line of first parents, in order, between the ends.
func TestRounds(t *testing.T) {
	s := newRepo(t, history+`git tag a-third; git tag third
git checkout -q -b side HEAD~1; echo s > side.md; c side; git tag aside
git checkout -q main; git merge -q --no-ff -m merge side; git tag merged
echo o >> other.txt; c other; git tag -a -m last last; git branch v2
`)
	tests := []struct {
		arg  string
		more string // what is done before
		want string // revisions, or what the error says
	}{
		{arg: "HEAD~4..", want: "HEAD~4 v1 a-third merged last"},
		{arg: "v1..third", want: "v1 third"},
		{arg: "v1..v2", want: "v1 a-third merged v2"},
		{arg: "v1", want: "v1 a-third merged last"},
		{arg: "v1", more: "c nothing-written --allow-empty", want: "v1 a-third merged last"},
		{arg: "v1", more: "echo x >> one.md; c more", want: "v1 a-third merged last HEAD"},
		{arg: "last..HEAD", want: "last HEAD"},
		{arg: "aside..HEAD", want: "does not lead back"},
		{arg: "last..v1", want: "does not lead back"},
		{arg: "v1..v1", want: "nothing was written"},
		{arg: "v1...HEAD", want: "no range of rounds"},
		{arg: "..HEAD", want: "no range of rounds"},
		{arg: "nowhere..HEAD", want: "unknown revision"},
	}
	for _, test := range tests {
		if test.more != "" {
			s.sh(test.more)
		}
		for _, engine := range []string{engineGoGit, engineGit} {
			revs, err := s.openWith(engine).Rounds(test.arg)
			if got := strings.Join(revs, " "); got != test.want && (err == nil || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("%s: %s are %q (%v), want %q", engine, test.arg, got, err, test.want)
			}
		}
	}
}
