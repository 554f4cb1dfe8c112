package report

import (
	"fmt"
	"slices"
	"strings"

	"git-scene/diff"
)

// memoScene says what became of a scene: "“The Mandate” has a new title and is
// rewritten: 29 words came and 10 went. It was called “The Blessing”."
func memoScene(r *diff.Report, row diff.Row) MemoScene {
	said := lead(row).Name() + " " + diff.Verbs(row) + wordsSaid(row) + "."
	for _, clause := range r.Clauses(row) {
		said += " " + clause
	}
	scene := MemoScene{Said: diff.Sentence{Text: said, Trace: diff.TraceOf(row)}}
	var quiet []string
	asides := diff.TraceOf(row)
	for _, f := range surestOf(r.FindingsOf(row), row) {
		place := 1 + slices.IndexFunc(r.Findings, func(g diff.Finding) bool { return sameFinding(f, g) })
		if s := signalOf(f); s.Calm {
			quiet, asides.Findings = append(quiet, inShort(f, s)), append(asides.Findings, place)
		} else {
			trace := diff.TraceOf(row)
			trace.Findings = []int{place}
			scene.Findings = append(scene.Findings, MemoFinding{diff.Sentence{Text: diff.Capital(s.Said(f)), Trace: trace}, f.Evidence[len(f.Evidence)-1]})
		}
	}
	if len(quiet) > 0 {
		scene.Findings = append(scene.Findings, MemoFinding{Said: diff.Sentence{Text: diff.Capital(strings.Join(quiet, "; ")) + ".", Trace: asides}})
	}
	return scene
}

// mostFindings is how many findings of a kind are told of a scene; of one that
// is cut, of which all is gone, the surest alone.
const mostFindings = 3

// surestOf are the findings of a scene that are told, in their order.
func surestOf(found []diff.Finding, row diff.Row) []diff.Finding {
	most := mostFindings
	if len(row.New) == 0 {
		most = 1
	}
	return slices.DeleteFunc(slices.Clone(found), func(f diff.Finding) bool {
		surer, same := 0, true // equals count where they stand before
		for _, g := range found {
			same = same && !sameFinding(f, g)
			if g.Kind == f.Kind && (g.Confidence > f.Confidence || g.Confidence == f.Confidence && same) {
				surer++
			}
		}
		return surer >= most
	})
}

// sameFinding says whether two copies are of one finding.
func sameFinding(a, b diff.Finding) bool {
	return a.Kind == b.Kind && a.Change == b.Change && a.Text == b.Text && slices.Equal(a.Evidence, b.Evidence)
}

// wordsSaid says how many words came and went.
func wordsSaid(row diff.Row) string {
	gained, lost := words(row)
	switch {
	case len(row.Old) == 0:
		return ", with " + plural(gained, "word")
	case len(row.New) == 0:
		return ", with " + plural(lost, "word")
	case gained > 0 && lost > 0:
		return fmt.Sprintf(": %s came and %s went", plural(gained, "word"), number(lost))
	case gained > 0:
		return fmt.Sprintf(": %s came", plural(gained, "word"))
	case lost > 0:
		return fmt.Sprintf(": %s went", plural(lost, "word"))
	}
	return ""
}

// standing says of neighbours that they stand as they were.
func standing(rows []diff.Row) diff.Sentence {
	var names []string
	for _, row := range rows {
		names = append(names, lead(row).Name())
	}
	said := diff.List(names)
	for _, k := range diff.Kinds() {
		if has(rows[0], k.Name) && k.Verb != "" {
			verb := k.Verb
			if len(rows) > 1 {
				verb = k.Verbs
			}
			said += " " + verb
		}
	}
	return diff.Sentence{Text: said + ".", Trace: diff.TraceOf(rows...)}
}
