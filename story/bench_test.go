package story

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"git-scene/scenes"
)

// book is a manuscript of the labelled passages: some 3 MB of prose.
func book(b *testing.B) (m *scenes.Manuscript, size int64) {
	b.Helper()
	files := fstest.MapFS{}
	hands, err := filepath.Glob("testdata/lines/hand-*.jsonl")
	if err != nil || len(hands) == 0 {
		b.Fatal("no passages", err)
	}
	for _, hand := range hands {
		data, err := os.ReadFile(hand)
		if err != nil {
			b.Fatal(err)
		}
		var text strings.Builder
		for lines := bufio.NewScanner(strings.NewReader(string(data))); lines.Scan(); {
			var passage struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &passage); err != nil {
				b.Fatal(err)
			}
			text.WriteString(passage.Text + "\n\n")
		}
		files[filepath.Base(hand)+".md"] = &fstest.MapFile{Data: []byte("## " + hand + "\n\n" + text.String())}
		size += int64(text.Len())
	}
	m, err = scenes.Parse(files, scenes.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return m, size
}

// Each figure is megabytes of prose a second.
func BenchmarkReading(b *testing.B) {
	m, size := book(b)
	for _, signal := range []struct {
		name string
		read func(r *Reading)
	}{
		{"cast", func(r *Reading) { r.Cast() }},
		{"stakes", func(r *Reading) { each(r, func(s int) { r.Stakes(s, 3500) }) }},
		{"viewpoint", func(r *Reading) { each(r, func(s int) { r.Viewpoint(s) }) }},
		{"setting", func(r *Reading) { each(r, func(s int) { r.Setting(s) }) }},
	} {
		b.Run(signal.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				signal.read(Read(m, scenes.Lore{}))
			}
		})
	}
}

func each(r *Reading, read func(scene int)) {
	for _, s := range r.m.Scenes {
		read(s.Ordinal)
	}
}
