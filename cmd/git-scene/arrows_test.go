package main

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rooms are the packages of the house from the bottom up. A room may import
// the rooms that its row names, and no other: an arrow is added here, where a
// reader sees it, or not at all.
var rooms = map[string][]string{
	"scenes":        {},
	"story/model":   {"scenes"},
	"story":         {"story/model", "scenes"},
	"diff":          {"story", "scenes"},
	"history":       {"diff", "story", "scenes"},
	"report":        {"history", "diff", "story", "scenes"},
	"gitstore":      {},
	"cmd/git-scene": {"report", "history", "diff", "story", "scenes", "gitstore", "testdata/demo"},

	"testdata/demo":     {},
	"testdata/generate": {"scenes"},
	"cmd/train":         {"story/model", "scenes"},
	"cmd/accuracy":      {"diff", "story", "scenes", "testdata/generate"},
}

// homes are the third-party modules, each with the rooms that may import it.
var homes = map[string][]string{
	"github.com/go-git/":       {"gitstore"},
	"github.com/spf13/":        {"cmd/git-scene"},
	"github.com/sergi/go-diff": {"diff"},
	"github.com/clipperhouse/": {"report"},
	"go.yaml.in/yaml/":         {"scenes", "story"},
	"golang.org/x/text/":       {"scenes", "gitstore"},
	"golang.org/x/term":        {"cmd/git-scene"},
	"golang.org/x/sys/":        {"gitstore"},
}

func TestArrows(t *testing.T) {
	for _, p := range listPackages(t) {
		room := strings.TrimPrefix(p.ImportPath, "git-scene/")
		allowed, known := rooms[room]
		if !known {
			t.Errorf("%s is a room that nobody knows", room)
		}
		for _, i := range p.Imports {
			switch {
			case strings.HasPrefix(i, "git-scene/"):
				if other := strings.TrimPrefix(i, "git-scene/"); !slices.Contains(allowed, other) {
					t.Errorf("%s imports %s: no such arrow", room, other)
				}
			case strings.Contains(strings.SplitN(i, "/", 2)[0], "."):
				if !mayImport(room, i) {
					t.Errorf("%s imports %s, which lives elsewhere or nowhere", room, i)
				}
			}
		}
	}
}

func mayImport(room, path string) bool {
	for prefix, home := range homes {
		if strings.HasPrefix(path, prefix) {
			return slices.Contains(home, room)
		}
	}
	return false
}

type listed struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "git-scene/...", "git-scene/testdata/demo").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p listed
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 6 {
		t.Fatalf("only %d packages listed", len(all))
	}
	return all
}
