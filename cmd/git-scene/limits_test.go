package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"git-scene/gitstore"
)

// TestLimits gives the program what no writer has: it must answer, soon, and
// with an exit status of its own.
func TestLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("large inputs")
	}
	long := strings.Repeat("the mill turned and nobody was there to hear it ", 50<<20/48)
	var headings, items strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&headings, "## Scene %d\n\nAda went to the mill and came back %d times.\n\n", i, i)
		fmt.Fprintf(&items, "%s- stone %d\n", strings.Repeat("  ", i%40), i)
	}
	for _, test := range []struct{ name, old, new, want string }{
		{"a line of 50 MB with a word changed", long, long[:25<<20] + " Suddenly " + long[25<<20:], "1 retouched"},
		{"a line of 50 MB against a short one", long, "Nothing was left of it.", "(+5 −"},
		{"a hundred thousand headings, two cut", headings.String(), headings.String()[100:], "2 cut, 99,998 kept"},
		{"a hundred thousand bullets", "# Stones\n\n" + items.String(), "# Stones\n\n" + items.String() + "- last\n", "1 retouched"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			draft := gitstore.Draft{Tag: "soft", Message: "one", When: time.Unix(1e9, 0), Files: os.DirFS(write(t, test.old))}
			if err := gitstore.Create(dir, []gitstore.Draft{draft}); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "book.md"), []byte(test.new), 0o644); err != nil {
				t.Fatal(err)
			}
			var out, errs bytes.Buffer
			e := &env{dir: dir, stdout: &out, stderr: &errs, getenv: func(string) string { return "" }}
			if code := run(context.Background(), e, []string{"diff", "soft"}); code != exitSame {
				t.Fatalf("exit status %d: %s", code, errs.String())
			}
			if !strings.Contains(out.String(), test.want) {
				t.Errorf("it does not say %q: %.300s", test.want, out.String())
			}
		})
	}
}

// write puts a manuscript of one file into a folder.
func write(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "book.md"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestColorAndPager is the order of those who have a say.
func TestColorAndPager(t *testing.T) {
	for _, test := range []struct {
		flag     string
		env      map[string]string
		terminal bool
		want     bool
	}{
		{"auto", nil, true, true},
		{"auto", nil, false, false},
		{"auto", map[string]string{"TERM": "dumb"}, true, false},
		{"auto", map[string]string{"NO_COLOR": "1"}, true, false},
		{"always", map[string]string{"NO_COLOR": "1"}, false, true},
		{"never", map[string]string{"CLICOLOR_FORCE": "1"}, true, false},
		{"auto", map[string]string{"CLICOLOR_FORCE": "1"}, false, true},
		{"auto", map[string]string{"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, true, false},
		{"auto", map[string]string{"GIT_PAGER_IN_USE": "true"}, false, true},
	} {
		e := &env{terminal: test.terminal, getenv: func(k string) string { return test.env[k] }}
		if got, err := e.colored(test.flag, nil); err != nil || got != test.want {
			t.Errorf("colored(%q) with %v, terminal %v: %v, %v; want %v", test.flag, test.env, test.terminal, got, err, test.want)
		}
	}
	for _, test := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"GIT_PAGER": "most", "PAGER": "more"}, "most"},
		{map[string]string{"PAGER": "more"}, "more"},
	} {
		e := &env{getenv: func(k string) string { return test.env[k] }}
		if got := e.pagerCommand(nil); got != test.want {
			t.Errorf("pager with %v is %q, want %q", test.env, got, test.want)
		}
	}
}
