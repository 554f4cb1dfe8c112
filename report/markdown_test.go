package report

import (
	"bytes"
	"strings"
	"testing"

	"git-scene/diff"
)

// A scene behind the last chapter that is in none has no heading above it.
func TestMarkdownOfNoChapter(t *testing.T) {
	row := func(ordinal int, title string, place ...string) diff.Row {
		s := diff.Scene{Ordinal: ordinal, Title: title, Place: place, Words: 3}
		return diff.Row{Kinds: []string{"added"}, New: []diff.Scene{s}}
	}
	r := &diff.Report{Scenes: []diff.Row{row(1, "One", "CHAPTER 1"), row(2, "Two")}}
	var b bytes.Buffer
	if err := writeMarkdown(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); strings.Contains(got, "### \n") || !strings.Contains(got, "\n---\n\n- **Two**") {
		t.Errorf("the page is\n%s", got)
	}
}
