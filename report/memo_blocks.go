package report

import (
	"fmt"

	"git-scene/diff"
)

// block is a piece of a page, whatever the page is written in.
type block struct {
	style style
	text  string
	note  string     // what a sentence stands on, where that is asked for
	flows bool       // it goes on with the paragraph of the block before it
	by    string     // of a quote: the scene that says it
	table [][]string // of a table: its rows, the first its head
}

// style is what a piece of a page is.
type style uint8

const (
	titled     style = iota // the page's title
	section                 // a heading
	chapter                 // a heading below it
	subchapter              // … and one below that, where a document has several rounds
	paragraph               // running text
	lead1                   // the first sentence of a result, which carries it
	quotation               // words of the manuscript
	item                    // of a list
	subitem                 // … of a list below it
	tabular                 // a table
)

// blocksOf lay a document out: one memo, or a section for each of several.
func blocksOf(rounds []*Memo, trace bool) []block {
	if len(rounds) == 1 {
		return rounds[0].blocks(trace)
	}
	first, last := rounds[0], rounds[len(rounds)-1]
	l := &layout{}
	l.add(block{style: titled, text: last.title()})
	l.add(block{style: paragraph, text: fmt.Sprintf("From %s to %s, in %s.", first.Old, last.New, diff.Count(len(rounds), "round"))})
	for _, m := range rounds {
		l.add(block{style: section, text: "From " + m.Old + " to " + m.New})
		for _, b := range m.blocks(trace)[2:] { // behind its title and what it is of
			if below, ok := map[style]style{section: chapter, chapter: subchapter}[b.style]; ok {
				b.style = below
			}
			l.add(b)
		}
	}
	return l.all
}

// title is what a memo is called.
func (m *Memo) title() string {
	if m.Book == "" {
		return "Revision memo"
	}
	return "Revision memo: " + m.Book
}

// blocks lay a memo out. With trace each sentence says what it stands on.
func (m *Memo) blocks(trace bool) []block {
	l := &layout{trace: trace}
	l.add(block{style: titled, text: m.title()})
	l.add(block{style: paragraph, text: "From " + m.Old + " to " + m.New + "."})
	if m.Calm != "" {
		l.add(block{style: paragraph, text: m.Calm})
	} else {
		l.results(m)
		l.tally(m)
		l.chapters(m)
		l.reread(m.Reread)
		l.questions(m)
	}
	for _, n := range m.Notes {
		l.add(block{style: paragraph, text: "Note: " + n})
	}
	return l.all
}

// numeric says whether a column of a table holds numbers: all but the first and
// the last do.
func numeric(column int, row []string) bool { return column > 0 && column < len(row)-1 }

type layout struct {
	all   []block
	trace bool
}

func (l *layout) add(b block) { l.all = append(l.all, b) }

// say adds a sentence.
func (l *layout) say(s style, said diff.Sentence) {
	b := block{style: s, text: said.Text}
	if l.trace {
		b.note = said.Trace.String()
	}
	l.add(b)
}

func (l *layout) results(m *Memo) {
	l.add(block{style: section, text: "What this revision accomplishes"})
	for _, r := range m.Results {
		for i, s := range r.Sentences {
			l.say([]style{lead1, paragraph}[min(i, 1)], s)
			l.all[len(l.all)-1].flows = i > 0
		}
		for _, q := range m.quotesOf(r) {
			l.add(block{style: quotation, text: q.Quote, by: q.Name})
		}
	}
}

func (l *layout) tally(m *Memo) {
	l.add(block{style: section, text: "The tally"})
	rows := [][]string{{"", "scenes", "words", ""}}
	for _, t := range m.Tally {
		rows = append(rows, []string{t.Kind, number(t.Scenes), number(t.Words), t.Doc})
	}
	l.add(block{style: tabular, table: rows})
	w := m.Words
	said := fmt.Sprintf("The old draft had %s, and the new one has %s: %s came and %s went.", plural(w.Old, "word"), number(w.New), number(w.Added), number(w.Cut))
	l.say(paragraph, diff.Sentence{Text: said, Trace: diff.Trace{Totals: true}})
	l.add(block{style: paragraph, text: "A scene stands in each line that is true of it; a cut scene counts with the words that it had."})
}

func (l *layout) chapters(m *Memo) {
	l.add(block{style: section, text: "Chapter by chapter"})
	for _, c := range m.Chapters {
		if c.Name != "" {
			l.add(block{style: chapter, text: c.Name})
		}
		for _, s := range c.Scenes {
			l.say(item, s.Said)
			for _, f := range s.Findings {
				said := f.Said
				if f.Quote.Quote != "" {
					said.Text += " " + inQuotes(f.Quote.Quote)
				}
				l.say(subitem, said)
			}
		}
	}
}

// reread lays the reading list out; the command of its own prints it alone.
func (l *layout) reread(r *Reread) {
	l.add(block{style: section, text: "What to reread"})
	l.say(paragraph, diff.Sentence{Text: r.Sentence(), Trace: diff.Trace{Totals: true}})
	if n := r.Seams(); n > 0 {
		said := "One scene more is a seam: not a word of it changed, but it stands beside another neighbour."
		if n > 1 {
			said = diff.Capital(diff.Count(n, "scene")) + " more are seams: not a word of them changed, but they stand beside other neighbours."
		}
		l.say(paragraph, diff.Sentence{Text: said, Trace: diff.Trace{Totals: true}})
	}
	for _, s := range r.Scenes {
		text := fmt.Sprintf("Scene %d, %s (%s), %s", s.Scene.Ordinal, s.Scene.Name(), plural(s.Scene.Words, "word"), s.Said.Text)
		if s.Seam {
			text = fmt.Sprintf("Seam: scene %d, %s, %s", s.Scene.Ordinal, s.Scene.Name(), s.Said.Text)
		}
		l.say(item, diff.Sentence{Text: text + ".", Trace: s.Said.Trace})
	}
}

func (l *layout) questions(m *Memo) {
	if len(m.Questions) == 0 {
		return
	}
	l.add(block{style: section, text: "Open questions"})
	for _, q := range m.Questions {
		l.say(item, q)
	}
}
