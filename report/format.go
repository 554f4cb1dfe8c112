// Package report turns a report into bytes, one file per format. It loops
// over kinds as data and knows no threshold and no kind by name.
//
//	f, _ := report.Lookup("markdown")
//	err := f.Write(os.Stdout, r, report.Options{Width: 80})
package report

import (
	"fmt"
	"io"
	"strings"

	"git-scene/diff"
)

// Format is a way to write a report.
type Format struct {
	Name  string
	Doc   string
	Story bool // it tells what the story says otherwise
	Write func(w io.Writer, r *diff.Report, o Options) error
}

// Options are what a reader may ask of a report. The zero value is plain text
// of 80 columns that tells scenes.
type Options struct {
	Width int  // columns of the reader's screen, 0 for 80
	Color bool // colour beside the signs
	Beats bool // tell the beats of changed scenes
	Words bool // tell the words that changed inside beats; it tells beats too
	Story bool // of a list: tell what each scene says of the story

	// Marker makes Markdown a comment that a program writes again and again: a
	// hidden line says by what name to find it, the scenes are folded away, it
	// is as short as a forge takes, and there is none where no story changed.
	Marker string
}

// sized is with the width that a reader has who says none.
func (o Options) sized() Options {
	if o.Width <= 0 {
		o.Width = 80
	}
	return o
}

// formats are all that can be written, in the order in which help lists them.
var formats = []Format{
	text,
	plain,
	markdown,
	htmlFormat,
	jsonFormat,
	stat,
	nameStatus,
	note,
}

// Formats lists the formats.
func Formats() []Format { return append([]Format(nil), formats...) }

// Lookup finds a format by its name.
func Lookup(name string) (Format, error) {
	var names []string
	for _, f := range formats {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, unknownFormat(name, names)
}

func unknownFormat(name string, names []string) error {
	return fmt.Errorf("unknown format %q (there are %s)", name, strings.Join(names, ", "))
}
