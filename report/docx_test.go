package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"git-scene/diff"
	"git-scene/scenes"
	"git-scene/story"
)

func demoMemo(t *testing.T) *Memo {
	t.Helper()
	old, new := parse(t, "../testdata/demo/old"), parse(t, "../testdata/demo/new")
	return NewMemo(diff.Classify(diff.Align(old, new), story.Read(old, scenes.Lore{}), story.Read(new, scenes.Lore{})))
}

// TestMemoDocx unzips the file, parses each part, and finds the memo's words
// in it. Twice the same memo is the same bytes.
func TestMemoDocx(t *testing.T) {
	m := demoMemo(t)
	var one, two bytes.Buffer
	for _, b := range []*bytes.Buffer{&one, &two} {
		if err := WriteMemo(b, ".docx", true, m); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("two runs, two files")
	}
	z, err := zip.NewReader(bytes.NewReader(one.Bytes()), int64(one.Len()))
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		said := parseXML(t, f.Name, r)
		if f.Name == "word/document.xml" {
			text = said
		}
	}
	for _, want := range []string{"Odile Ancrum is new to the story", "What to reread", "Newly at stake: freedom."} {
		if !strings.Contains(text, want) {
			t.Errorf("the document does not say %q", want)
		}
	}
}

// parseXML reads a part to its end and returns its text.
func parseXML(t *testing.T, name string, r io.Reader) string {
	t.Helper()
	var text strings.Builder
	d := xml.NewDecoder(r)
	d.Entity = xml.HTMLEntity
	for {
		switch token, err := d.Token(); {
		case err == io.EOF:
			return text.String()
		case err != nil:
			t.Fatalf("%s: %v", name, err)
		default:
			if c, ok := token.(xml.CharData); ok {
				text.Write(c)
			}
		}
	}
}

// TestMemoOpensInLibreOffice has LibreOffice read the file and say what it read.
func TestMemoOpensInLibreOffice(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil || testing.Short() {
		t.Skip("no soffice here, or a short run: whether LibreOffice opens the Word file is not tried")
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "memo.docx")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	m := demoMemo(t)
	m.Book = "<Grease> & other\x02 tales"
	if err := errors.Join(WriteMemo(f, ".docx", true, m), f.Close()); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir, name).CombinedOutput()
	if err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "memo.txt"))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"Revision memo: <Grease> & other", "Odile Ancrum is new to the story", "1,161 came", "the same scene, not a word of it changed", "• Scene 13, “Last Car”"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("LibreOffice does not read %q:\n%.2000s", want, text)
		}
	}
}

// TestMemoHTML parses the page as XML.
func TestMemoHTML(t *testing.T) {
	m := demoMemo(t)
	m.Book = `<script>alert("x")</script> & co`
	var b bytes.Buffer
	if err := WriteMemo(&b, ".html", true, m); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "<script") {
		t.Error("the manuscript's text is markup")
	}
	said := parseXML(t, "memo.html", &b)
	if !strings.Contains(said, `Revision memo: <script>alert("x")</script> & co`) || !strings.Contains(said, "Newly at stake: freedom.") {
		t.Error(said)
	}
}
