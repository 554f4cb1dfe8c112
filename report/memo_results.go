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
		gone := fmt.Sprintf("It used to %s on %s, %s.", end.verb[:len(end.verb)-1], called(r, end.old, oldScenes), whereTo(r, was))
		result.Sentences = append(result.Sentences, diff.Sentence{Text: said, Trace: diff.TraceOf(*is)}, diff.Sentence{Text: gone, Trace: diff.TraceOf(*was)})
		if q, ok := r.Quote(diff.Fresh, end.new); ok {
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
		return fmt.Sprintf("which was scene %d", row.Old[0].Ordinal)
	}
	return fmt.Sprintf("which was scene %d, %s", row.Old[0].Ordinal, row.Old[0].Name())
}

func whereTo(r *diff.Report, row *diff.Row) string {
	if len(row.New) == 0 {
		return "which is cut"
	}
	return fmt.Sprintf("which is scene %d of %d now", row.New[0].Ordinal, r.New.Scenes)
}

// renamings says which parts and chapters are called otherwise; one that has
// another number alone is not. Divisions that came or went are told too: by
// their titles, where the scenes of one went to another and a new one took its
// title over.
func renamings(r *diff.Report) []diff.Sentence {
	var renamed, came, went []string
	var trace [3]diff.Trace
	tell := func(of *[]string, change int, at int, said string) {
		*of, trace[change].Divisions = append(*of, said), append(trace[change].Divisions, at+1)
	}
	taken, left := titlesOf(r.Divisions)
	for i, d := range r.Divisions {
		switch {
		case d.Old == nil:
			if !taken[d.New.Title] {
				tell(&came, 1, i, quoted(d.New.Name()))
			}
		case d.New == nil:
			if !left[d.Old.Title] {
				tell(&went, 2, i, quoted(d.Old.Name()))
			}
		case d.Old.Title == d.New.Title:
		case taken[d.Old.Title]:
			tell(&came, 1, i, quoted(d.New.Name()))
		case left[d.New.Title]:
			tell(&went, 2, i, quoted(d.Old.Name()))
		default:
			tell(&renamed, 0, i, fmt.Sprintf("%s is now %s", quoted(d.Old.Name()), quoted(d.New.Name())))
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

// titlesOf are the titles that new divisions took over, and those that old ones
// left to others.
func titlesOf(all []diff.Division) (taken, left map[string]bool) {
	came, went := map[string]bool{}, map[string]bool{}
	taken, left = map[string]bool{}, map[string]bool{}
	for _, d := range all {
		switch {
		case d.Old == nil:
			came[d.New.Title] = d.New.Title != ""
		case d.New == nil:
			went[d.Old.Title] = d.Old.Title != ""
		}
	}
	for _, d := range all {
		if d.Old == nil || d.New == nil || d.Old.Title == d.New.Title {
			continue
		}
		taken[d.Old.Title], left[d.New.Title] = came[d.Old.Title], went[d.New.Title]
	}
	for title := range came {
		if came[title] && went[title] {
			taken[title], left[title] = true, true
		}
	}
	return taken, left
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
		names = append(names, fmt.Sprintf("%s in %s", quoted(e.Word), diff.Numeral(len(e.New))))
		trace.New = append(trace.New, e.New...)
		if e.Quote.Scene != first.Quote.Scene && len(result.Quotes) < 2 {
			result.Quotes = append(result.Quotes, e.Quote)
		}
	}
	if len(names) > 0 {
		slices.Sort(trace.New)
		trace.New = slices.Compact(trace.New)
		verb := "So do "
		if len(names) == 1 {
			verb = "So does "
		}
		result.Sentences = append(result.Sentences, diff.Sentence{Text: verb + diff.List(names) + ".", Trace: trace})
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
		block := 0
		for _, row := range rowsOf(r, k) {
			if row.Block > 0 && row.Block == block {
				continue // its first one is told for all
			}
			block = row.Block
			said := lead(row).Name() + " " + k.Verb + ": " + diff.Small(k.Clause(r, row))
			result.Sentences = append(result.Sentences, diff.Sentence{Text: said, Trace: diff.TraceOf(row)})
		}
	}
	const most = 6
	result.Sentences = result.Sentences[:min(len(result.Sentences), most)]
	return result
}
