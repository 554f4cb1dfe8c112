package report

import (
	"fmt"
	"slices"

	"git-scene/diff"
)

// frame says on what the book opens and closes now, where that is another
// scene, and which parts and chapters have other names.
func frame(r *diff.Report) diff.Result {
	var result diff.Result
	if r.Old.Scenes == 0 || r.New.Scenes == 0 {
		return result
	}
	for _, end := range []struct {
		verb     string
		old, new int
	}{{"opens", 1, 1}, {"closes", r.Old.Scenes, r.New.Scenes}} {
		was, is := rowWith(r, end.old, oldScenes), rowWith(r, end.new, newScenes)
		if was == nil || is == nil || was == is {
			continue
		}
		said := fmt.Sprintf("The book now %s on %s, %s.", end.verb, called(r, end.new, newScenes), whereFrom(is))
		gone := fmt.Sprintf("It used to %s on %s, %s.", end.verb[:len(end.verb)-1], called(r, end.old, oldScenes), whereTo(was))
		result.Sentences = append(result.Sentences, diff.Sentence{Text: said, Trace: diff.TraceOf(*is)}, diff.Sentence{Text: gone, Trace: diff.TraceOf(*was)})
		if q, ok := r.Quote(diff.Fresh, "", end.new); ok {
			result.Quotes = append(result.Quotes, q)
		}
	}
	result.Sentences = append(result.Sentences, renamings(r)...)
	return result
}

func oldScenes(row diff.Row) []diff.Scene { return row.Old }
func newScenes(row diff.Row) []diff.Scene { return row.New }

// rowWith is the row that holds a scene, given its ordinal; nil for none.
func rowWith(r *diff.Report, ordinal int, side func(diff.Row) []diff.Scene) *diff.Row {
	for i := range r.Scenes {
		if slices.ContainsFunc(side(r.Scenes[i]), func(s diff.Scene) bool { return s.Ordinal == ordinal }) {
			return &r.Scenes[i]
		}
	}
	return nil
}

func called(r *diff.Report, ordinal int, side func(diff.Row) []diff.Scene) string {
	for _, s := range side(*rowWith(r, ordinal, side)) {
		if s.Ordinal == ordinal {
			return s.Name()
		}
	}
	return ""
}

// whereFrom and whereTo say what a scene at an end of the book is, and was.
func whereFrom(row *diff.Row) string {
	switch {
	case len(row.Old) == 0:
		return "a new scene"
	case row.Old[0].Heading() == row.New[0].Heading():
		return "which stood elsewhere before"
	}
	return "which was " + row.Old[0].Name()
}

func whereTo(row *diff.Row) string {
	if len(row.New) == 0 {
		return "which is cut"
	}
	return "which stands elsewhere now"
}

// renamings says which parts and chapters are called otherwise; one that has
// another number alone is not. Divisions that came or went are told too.
func renamings(r *diff.Report) []diff.Sentence {
	var renamed, came, went []string
	var trace [3]diff.Trace
	for i, d := range r.Divisions {
		switch {
		case d.Old == nil:
			came, trace[1].Divisions = append(came, quoted(d.New.Name())), append(trace[1].Divisions, i+1)
		case d.New == nil:
			went, trace[2].Divisions = append(went, quoted(d.Old.Name())), append(trace[2].Divisions, i+1)
		case d.Old.Title != d.New.Title:
			name := d.New.Name()
			if d.Old.Label == d.New.Label && d.Old.Number == d.New.Number {
				name = d.New.Title
			}
			said := fmt.Sprintf("%s is now %s", quoted(d.Old.Name()), quoted(name))
			renamed, trace[0].Divisions = append(renamed, said), append(trace[0].Divisions, i+1)
		}
	}
	var said []diff.Sentence
	if len(renamed) > 0 {
		said = append(said, diff.Sentence{Text: diff.List(renamed) + ".", Trace: trace[0]})
	}
	for i, x := range []struct {
		names     []string
		one, many string
	}{{came, " is new.", " are new."}, {went, " is gone.", " are gone."}} {
		if verb := x.many; len(x.names) > 0 {
			if len(x.names) == 1 {
				verb = x.one
			}
			said = append(said, diff.Sentence{Text: diff.List(x.names) + verb, Trace: trace[i+1]})
		}
	}
	return said
}

func quoted(s string) string { return "“" + s + "”" }

// mostEmphases is how many words are told that run through the book.
const mostEmphases = 4

// emphasis says which words run through the new draft that the old one did
// not have.
func emphasis(r *diff.Report) diff.Result {
	var result diff.Result
	all := slices.DeleteFunc(r.Emphases(), func(e diff.Emphasis) bool { return e.Quote.Quote == "" })
	if len(all) == 0 {
		return result
	}
	all = all[:min(len(all), mostEmphases)]
	first := all[0]
	said := fmt.Sprintf("The word %s comes up in %s now, and came up in none.", quoted(first.Word), diff.Count(len(first.New), "scene"))
	result.Sentences = append(result.Sentences, diff.Sentence{Text: said, Trace: diff.Trace{New: first.New}})
	result.Quotes = append(result.Quotes, first.Quote)
	var names []string
	var trace diff.Trace
	for _, e := range all[1:] {
		names = append(names, fmt.Sprintf("%s (in %s)", quoted(e.Word), diff.Numeral(len(e.New))))
		trace.New = append(trace.New, e.New...)
		if e.Quote.Scene != first.Quote.Scene && len(result.Quotes) < 2 {
			result.Quotes = append(result.Quotes, e.Quote)
		}
	}
	if len(names) > 0 {
		slices.Sort(trace.New)
		trace.New = slices.Compact(trace.New)
		result.Sentences = append(result.Sentences, diff.Sentence{Text: "As new are: " + diff.List(names) + ".", Trace: trace})
	}
	return result
}

// shape says which scenes stand elsewhere, or are several now, or one.
func shape(r *diff.Report) diff.Result {
	var result diff.Result
	for _, k := range diff.Kinds() {
		if k.Hue != diff.Motion {
			continue
		}
		for _, row := range rowsOf(r, k) {
			said := lead(row).Name() + " " + k.Verb + ". " + k.Clause(r, row)
			result.Sentences = append(result.Sentences, diff.Sentence{Text: said, Trace: diff.TraceOf(row)})
		}
	}
	const most = 6
	result.Sentences = result.Sentences[:min(len(result.Sentences), most)]
	return result
}
