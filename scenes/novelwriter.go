package scenes

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// novelWriter is the format of the program of that name (novelwriter.io): a
// little Markdown, with facts on lines that begin with @ and comments on lines
// that begin with %. Its project file says which of a project's files are
// story, and in what order; # is a part, ## a chapter, ### a scene.
var novelWriter = format{
	Name:    "novelwriter",
	Doc:     "novelWriter: projects with an nwProject.nwx (.nwd)",
	Exts:    []string{".nwd"},
	Ordered: true,
	Scan:    scanNovelWriter,
}

func scanNovelWriter(s *source) *document {
	lines := make([]string, len(s.lines))
	name, headed := "", false
	for i, line := range s.lines {
		if rest, ok := strings.CutPrefix(line, "%%~name:"); ok {
			name = strings.TrimSpace(rest)
		}
		lines[i] = plainNovelWriter(line)
		headed = headed || strings.HasPrefix(lines[i], "#")
	}
	d := scanMarkdown(&source{path: s.path, encoding: s.encoding, lines: lines, breaks: s.breaks})
	d.source, d.format = s, "novelwriter"
	if !headed {
		d.title = name
	}
	return d
}

// plainNovelWriter is a line as Markdown has it: without comments, without
// marks of layout, and with a section's heading as the text that it is.
func plainNovelWriter(line string) string {
	t := strings.TrimSpace(line)
	switch lower := strings.ToLower(t); {
	case strings.HasPrefix(lower, "%synopsis:"), strings.HasPrefix(lower, "%short:"):
		return "%synopsis: " + strings.TrimSpace(t[strings.Index(t, ":")+1:])
	case strings.HasPrefix(t, "%"), lower == "[newpage]", lower == "[new page]", strings.HasPrefix(lower, "[vspace"):
		return ""
	case strings.HasPrefix(t, "####"):
		return strings.TrimSpace(strings.TrimLeft(t, "#"))
	case strings.HasPrefix(t, "#"):
		marks, title, _ := strings.Cut(t, " ")
		return strings.TrimSuffix(marks, "!") + " " + title
	case strings.HasPrefix(t, ">"), strings.HasSuffix(t, "<"):
		return strings.TrimSpace(strings.TrimRight(strings.TrimLeft(t, ">"), "<"))
	}
	return line
}

// readNovelWriter reads the story's files from a novelWriter project file.
func readNovelWriter(text string) []entry {
	var entries []entry
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return entries
		}
		if err != nil {
			return nil
		}
		item, ok := token.(xml.StartElement)
		if !ok || item.Name.Local != "item" {
			continue
		}
		attrs := map[string]string{}
		for _, a := range item.Attr {
			attrs[a.Name.Local] = a.Value
		}
		if attrs["type"] == "FILE" && attrs["class"] == "NOVEL" && attrs["layout"] != "NOTE" {
			entries = append(entries, entry{target: "content/" + attrs["handle"] + ".nwd"})
		}
	}
}
