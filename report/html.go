package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"git-scene/diff"
)

var htmlFormat = Format{
	Name:  "html",
	Doc:   "a page for a browser, in one file that needs no network",
	Story: true,
	Write: writeHTML,
}

//go:embed html/*.tmpl html/style.css html/script.js
var htmlFiles embed.FS

// mostPage is how large a page is made at most, in bytes: so much opens at
// once on an old machine. What would be larger is told with less detail, and
// that is said.
const mostPage = 2 << 20

// htmlDetails are the ways to tell beats, from all to the least, each with
// what the reader of the page must know of it.
var htmlDetails = []htmlDetail{
	{words: true, kept: true},
	{kept: true, note: "So much changed that reworded paragraphs are shown whole, before and now; git scene diff --words tells every word."},
	{note: "So much changed that paragraphs of which no word changed are counted and not shown."},
	{bare: true, note: "So much changed that the text of the scenes is left out; git scene diff --beats tells it."},
}

type htmlDetail struct {
	words bool // the words that changed inside beats
	kept  bool // what kept beats say
	bare  bool // no beats
	note  string
}

// writeHTML writes the page. It is made in memory: whether it is too large is
// known when it is whole.
func writeHTML(w io.Writer, r *diff.Report, _ Options) error {
	t, err := htmlTemplate()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	for _, detail := range htmlDetails {
		b.Reset()
		if err := t.ExecuteTemplate(&b, "page.tmpl", newPage(r, detail)); err != nil {
			return err
		}
		if b.Len() <= mostPage {
			break
		}
	}
	_, err = w.Write(b.Bytes())
	return err
}

// htmlTemplate parses the templates. It is done for each page, so that a run
// that makes none does not pay for it.
func htmlTemplate() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{
		"number": number, "plural": plural,
	}).ParseFS(htmlFiles, "html/*.tmpl")
}

// asset is a file of the page, and the source by which its policy allows it.
func asset(name string) (text, source string) {
	data, err := htmlFiles.ReadFile("html/" + name)
	if err != nil {
		panic(err) // it is embedded
	}
	sum := sha256.Sum256(data)
	return string(data), "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// embedded is what the page runs and how it looks, and the policy that allows
// just these bytes: nothing that a manuscript says can load or run.
type embedded struct {
	Style  template.CSS
	Script template.JS
	Policy string
}

func newEmbedded() embedded {
	style, styleSource := asset("style.css")
	script, scriptSource := asset("script.js")
	return embedded{
		Style:  template.CSS(style),
		Script: template.JS(script),
		Policy: strings.Join([]string{
			"default-src 'none'", "style-src " + styleSource, "script-src " + scriptSource,
			"base-uri 'none'", "form-action 'none'",
		}, "; "),
	}
}
