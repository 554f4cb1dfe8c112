package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"git-scene/diff"
	"git-scene/scenes"
	"git-scene/story"
)

// void are the elements of HTML that have no end.
var void = []string{"meta", "input", "br"}

// element is an element of a page with its attributes.
type element struct {
	name string
	attr map[string]string
}

// elements reads a page as a strict reader would: every element that begins
// must end, in its order. Style and script are not markup, and are left out.
func elements(t *testing.T, page string) []element {
	t.Helper()
	page = regexp.MustCompile(`(?s)(<style>|<script>).*?(</style>|</script>)`).ReplaceAllString(page, "$1$2")
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict = false
	var all []element
	var open []string
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("line %d: %v", strings.Count(page[:d.InputOffset()], "\n"), err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := element{token.Name.Local, map[string]string{}}
			for _, a := range token.Attr {
				e.attr[a.Name.Local] = a.Value
			}
			all = append(all, e)
			if !slices.Contains(void, e.name) {
				open = append(open, e.name)
			}
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != token.Name.Local {
				t.Fatalf("</%s> ends %v", token.Name.Local, open)
			}
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Fatalf("never ended: %v", open)
	}
	return all
}

func page(t *testing.T, r *diff.Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := writeHTML(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func compared(old, new *scenes.Manuscript) *diff.Report {
	return diff.Classify(diff.Align(old, new), story.Read(old, scenes.Lore{}), story.Read(new, scenes.Lore{}))
}

func manuscript(t *testing.T, text string) *scenes.Manuscript {
	t.Helper()
	m, err := scenes.Parse(fstest.MapFS{"book.md": {Data: []byte(text)}}, scenes.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// hostile is a manuscript that would like to be a program.
const hostile = `# <script>alert(1)</script>

## javascript:alert(2) "><img src=x onerror=alert(3)>

</style></script><script>alert(4)</script> {{.}} <!-- & ]]> 'sha256-x'
[a link](javascript:alert(5)) <a href="https://example.org/">away</a>

## Another ` + "`\u202e`" + `

Deadline: seven days, "or <b>Maya</b> loses <i>everything</i>", said 'Maya'.
`

// reports are all that the tests of the page look at.
func reports(t *testing.T) map[string]*diff.Report {
	t.Helper()
	all := map[string]*diff.Report{}
	pairs, _ := filepath.Glob("../testdata/pairs/*")
	for _, dir := range append(pairs, "../testdata/demo") {
		old, new := parse(t, filepath.Join(dir, "old")), parse(t, filepath.Join(dir, "new"))
		name := filepath.Base(dir)
		all[name] = compared(old, new)
		all[name+" backwards"] = compared(new, old)
		all[name+" with itself"] = compared(old, old)
		all[name+" from nothing"] = compared(&scenes.Manuscript{}, new)
	}
	plain := manuscript(t, "# One\n\nThere is nothing here.\n\n## Another\n\nMaya sleeps.\n")
	all["hostile"] = compared(plain, manuscript(t, hostile))
	all["hostile backwards"] = compared(manuscript(t, hostile), plain)
	all["nothing"] = compared(&scenes.Manuscript{}, &scenes.Manuscript{})
	all["hostile"].New.Rev = `</title><script>alert(6)</script>`
	return all
}

func TestHTMLIsWellFormed(t *testing.T) {
	for name, r := range reports(t) {
		t.Run(name, func(t *testing.T) {
			ids, all := map[string]bool{}, elements(t, page(t, r))
			for _, e := range all {
				if id, ok := e.attr["id"]; ok && ids[id] {
					t.Errorf("two elements are called %q", id)
				} else if ok {
					ids[id] = true
				}
			}
			for _, e := range all {
				for _, key := range []string{"href", "aria-labelledby", "for"} {
					if to, ok := e.attr[key]; ok && !ids[strings.TrimPrefix(to, "#")] {
						t.Errorf("%s %s=%q leads nowhere", e.name, key, to)
					}
				}
			}
		})
	}
}

// TestHTMLRunsNothingOfTheManuscript looks for whatever could load or run.
func TestHTMLRunsNothingOfTheManuscript(t *testing.T) {
	for name, r := range reports(t) {
		text := page(t, r)
		if n := strings.Count(text, "<script"); n != 1 {
			t.Errorf("%s: %d scripts", name, n)
		}
		for _, e := range elements(t, text) {
			if slices.Contains([]string{"img", "iframe", "object", "embed", "link", "base", "use", "image"}, e.name) {
				t.Errorf("%s: <%s>", name, e.name)
			}
			for key, value := range e.attr {
				if strings.HasPrefix(key, "on") || key == "src" || key == "style" || key == "href" && !strings.HasPrefix(value, "#") {
					t.Errorf("%s: <%s %s=%q>", name, e.name, key, value)
				}
			}
		}
	}
	text := page(t, reports(t)["hostile"])
	for _, shown := range []string{"&lt;script&gt;alert(4)&lt;/script&gt;", "javascript:alert(2)", "{{.}}"} {
		if !strings.Contains(text, shown) {
			t.Errorf("%q is not shown as it stands", shown)
		}
	}
	if strings.Contains(text, "\u202e") {
		t.Error("a mark that turns the direction of text is left in")
	}
}

func TestHTMLPolicyAllowsItsOwnBytesAlone(t *testing.T) {
	text := page(t, reports(t)["demo"])
	var policy string
	for _, e := range elements(t, text) {
		if e.attr["http-equiv"] == "Content-Security-Policy" {
			policy = e.attr["content"]
		}
	}
	if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Errorf("policy: %s", policy)
	}
	for _, name := range []string{"style", "script"} {
		found := regexp.MustCompile(`(?s)<` + name + `>(.*?)</` + name + `>`).FindStringSubmatch(text)
		sum := sha256.Sum256([]byte(found[1]))
		if want := fmt.Sprintf("%s-src 'sha256-%s'", name, base64.StdEncoding.EncodeToString(sum[:])); !strings.Contains(policy, want) {
			t.Errorf("the policy is %s, without %s", policy, want)
		}
	}
}

func TestHTMLMapHoldsEverySceneOnce(t *testing.T) {
	for name, r := range reports(t) {
		if calm(r) != "" {
			continue
		}
		var got [2][]string
		side := -1
		for _, e := range elements(t, page(t, r)) {
			if strings.HasPrefix(e.attr["class"], "side ") {
				side++
			}
			if n, ok := e.attr["data-scene"]; ok {
				got[side] = append(got[side], n)
			}
		}
		for i, n := range []int{r.Old.Scenes, r.New.Scenes} {
			var want []string
			for k := range n {
				want = append(want, fmt.Sprint(k+1))
			}
			if !slices.Equal(got[i], want) {
				t.Errorf("%s: side %d of the map holds %v", name, i, got[i])
			}
		}
	}
}

func TestHTMLIsTheSameEachTime(t *testing.T) {
	first := reports(t)
	for name, r := range reports(t) {
		if page(t, r) != page(t, first[name]) {
			t.Errorf("%s: the bytes differ", name)
		}
	}
}

// TestHTMLOfALongBookIsCutDown compares books of which too much changed.
func TestHTMLOfALongBookIsCutDown(t *testing.T) {
	book := func(paragraphs int, word string) *scenes.Manuscript {
		var b strings.Builder
		for i := range 40 {
			fmt.Fprintf(&b, "# Chapter %d\n\n", i+1)
			for k := range paragraphs {
				fmt.Fprintf(&b, "%s\n\n", strings.Repeat(fmt.Sprintf("The %s number %d of %d went by the river again. ", word, k, i), 10))
			}
		}
		return manuscript(t, b.String())
	}
	for _, paragraphs := range []int{5, 60} {
		text := page(t, compared(book(paragraphs, "boat"), book(paragraphs, "horse")))
		if len(text) > mostPage {
			t.Errorf("%d paragraphs a chapter: %d bytes", paragraphs, len(text))
		}
		if cut := strings.Contains(text, "Note: So much changed"); cut != (paragraphs > 5) {
			t.Errorf("%d paragraphs a chapter: said to be cut down: %v", paragraphs, cut)
		}
	}
}
