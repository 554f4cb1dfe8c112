package report

import (
	"bytes"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"git-scene/diff"
	"git-scene/scenes"
	"git-scene/story"
)

// TestMemoIsTraced makes the memo of every pair that the project carries, in
// both directions, from nothing and against itself. Each sentence stands on
// something that is in the report, and each quote is words of the manuscript.
func TestMemoIsTraced(t *testing.T) {
	pairs, _ := filepath.Glob("../testdata/pairs/*")
	empty := &scenes.Manuscript{}
	for _, dir := range append(pairs, "../testdata/demo") {
		old, new := parse(t, filepath.Join(dir, "old")), parse(t, filepath.Join(dir, "new"))
		for name, p := range map[string][2]*scenes.Manuscript{
			"forward": {old, new}, "backward": {new, old}, "from nothing": {empty, new}, "to nothing": {old, empty}, "itself": {old, old},
		} {
			t.Run(filepath.Base(dir)+" "+name, func(t *testing.T) {
				r := diff.Classify(diff.Align(p[0], p[1]), story.Read(p[0], scenes.Lore{}), story.Read(p[1], scenes.Lore{}))
				m := NewMemo(r)
				for _, s := range allSentences(m) {
					checkTrace(t, r, s)
				}
				for _, x := range m.Results {
					checkQuotes(t, r, x.Quotes)
				}
				if n := len(m.Results); m.Calm == "" && (n < 1 || n > mostResults) {
					t.Errorf("%d results", n)
				}
				checkProse(t, m)
			})
		}
	}
}

func allSentences(m *Memo) []diff.Sentence {
	all := slices.Clone(m.Questions)
	for _, r := range m.Results {
		all = append(all, r.Sentences...)
	}
	for _, c := range m.Chapters {
		for _, s := range c.Scenes {
			all = append(all, s.Said)
			for _, f := range s.Findings {
				all = append(all, f.Said)
			}
		}
	}
	for _, s := range m.Reread.Scenes {
		all = append(all, s.Said)
	}
	return all
}

func checkTrace(t *testing.T, r *diff.Report, s diff.Sentence) {
	t.Helper()
	if s.Trace.Empty() {
		t.Errorf("stands on nothing: %s", s.Text)
	}
	for _, n := range s.Trace.Old {
		if r.OldScene(n).Ordinal != n {
			t.Errorf("stands on old scene %d, which is none: %s", n, s.Text)
		}
	}
	for _, n := range s.Trace.New {
		if r.NewScene(n).Ordinal != n {
			t.Errorf("stands on new scene %d, which is none: %s", n, s.Text)
		}
	}
	for _, n := range s.Trace.Findings {
		if n < 1 || n > len(r.Findings) {
			t.Errorf("stands on finding %d, which is none: %s", n, s.Text)
		}
	}
	for _, n := range s.Trace.Divisions {
		if n < 1 || n > len(r.Divisions) {
			t.Errorf("stands on division %d, which is none: %s", n, s.Text)
		}
	}
}

// checkQuotes finds each quote in a beat of its scene.
func checkQuotes(t *testing.T, r *diff.Report, quotes []diff.Evidence) {
	t.Helper()
	for _, q := range quotes {
		found := false
		for _, row := range r.Scenes {
			for _, b := range row.Beats {
				for _, x := range append(slices.Clone(b.Old), b.New...) {
					found = found || x.Scene == q.Scene && strings.Contains(x.Text, q.Quote)
				}
			}
			for _, x := range append(slices.Clone(row.Old), row.New...) {
				found = found || x.Ordinal == q.Scene && strings.Contains(x.Title, q.Quote)
			}
			for _, f := range row.Fields {
				found = found || strings.Contains(f.New, q.Quote) || strings.Contains(f.Old, q.Quote)
			}
		}
		if !found {
			t.Errorf("no beat of %s scene %d says: %s", q.Side, q.Scene, q.Quote)
		}
	}
}

// checkProse finds what nobody would write.
func checkProse(t *testing.T, m *Memo) {
	t.Helper()
	var b bytes.Buffer
	if err := WriteMemo(&b, ".md", false, m); err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if wrong := unsayable.FindString(line); wrong != "" {
			t.Errorf("the memo says %q: %s", wrong, line)
		}
	}
}

var unsayable = regexp.MustCompile(`(^|[^\d,])1 (scenes|words)|\b(one|no) (scenes|words)|  is |[^.]\.\.$|%!|“”|<nil>`)

func TestMemoTemplate(t *testing.T) {
	old, new := parse(t, "../testdata/demo/old"), parse(t, "../testdata/demo/new")
	m := NewMemo(diff.Classify(diff.Align(old, new), story.Read(old, scenes.Lore{}), story.Read(new, scenes.Lore{})))
	tmpl, err := NewMemoTemplate("t", `{{range .Results}}{{range .Sentences}}{{.Text}} [{{.Trace}}]
{{end}}{{end}}{{count .Reread.Count "scene"}}, {{number .Reread.Words}} words`)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := tmpl.Write(&b, m); err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(b.String(), "ten scenes, 2,333 words") || !strings.Contains(b.String(), "Odile Ancrum is new to the story") {
		t.Error(b.String())
	}
}

// TestMemoTellsTheSurest: of many findings of a kind in a scene the surest are
// told, in their order; equals by their places.
func TestMemoTellsTheSurest(t *testing.T) {
	found := []diff.Finding{
		{Kind: "a", Text: "1", Confidence: 5}, {Kind: "a", Text: "2", Confidence: 9}, {Kind: "b", Text: "3", Confidence: 1},
		{Kind: "a", Text: "4", Confidence: 7}, {Kind: "a", Text: "5", Confidence: 7}, {Kind: "a", Text: "6", Confidence: 7},
	}
	for _, test := range []struct {
		new  []diff.Scene
		want string
	}{{[]diff.Scene{{}}, "2 3 4 5"}, {nil, "2 3"}} {
		var got []string
		for _, f := range surestOf(found, diff.Row{New: test.new}) {
			got = append(got, f.Text)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("with %d new scenes %v are told, want %s", len(test.new), got, test.want)
		}
	}
}
