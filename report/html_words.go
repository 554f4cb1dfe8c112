package report

import (
	"strings"

	"git-scene/diff"
)

// htmlPassage is a beat that changed, or a run of beats that did not.
type htmlPassage struct {
	Kind, Sign, Hue string
	Pieces          []htmlPiece
	From            string // the scene that it came from, "" for its own
	FromRow         int
	Same            []string // what kept beats say
	Count           int      // of kept beats
	Plain           bool     // they are few, and stand as they are
	from            int
}

// htmlPiece is a run of words that stand ("="), came ("+") or went ("-").
type htmlPiece struct{ Op, Text string }

// island is how many words that stand between changed ones are told with
// them: single words left between what is struck and what is underlined can't
// be read.
const island = 2

// around is how many kept beats stand between changed ones as they are; more
// are folded.
const around = 2

// passages tells the beats of a row, runs of kept ones together.
func passages(row diff.Row, detail htmlDetail) []htmlPassage {
	if detail.bare {
		return nil
	}
	var all []htmlPassage
	for _, b := range row.Beats {
		k := beatKind(b.Kind)
		if k.Hue == diff.Calm {
			if len(all) == 0 || all[len(all)-1].Count == 0 {
				all = append(all, htmlPassage{Hue: hueNames[k.Hue]})
			}
			last := &all[len(all)-1]
			last.Count++
			if detail.kept {
				last.Same = append(last.Same, clean(saying(b)))
			}
			continue
		}
		p := htmlPassage{Kind: k.Name, Sign: minus(k.Sign), Hue: hueNames[k.Hue], Pieces: pieces(b, detail.words)}
		if b.FromElsewhere(row) {
			p.from = b.Old[0].Scene
		}
		all = append(all, p)
	}
	for i := range all {
		all[i].Plain = len(all) == 1 && still(row) || all[i].Count <= around
	}
	return all
}

// pieces is what a beat says with what it said: word by word, or whole.
func pieces(b diff.BeatRow, words bool) []htmlPiece {
	switch {
	case len(b.Old) == 0:
		return []htmlPiece{{"+", clean(saying(b))}}
	case len(b.New) == 0:
		return []htmlPiece{{"-", clean(saying(b))}}
	case len(b.Words) == 0:
		return []htmlPiece{{"=", clean(saying(b))}}
	case !words:
		return []htmlPiece{{"-", clean(saying(diff.BeatRow{Old: b.Old}))}, {"+", clean(saying(diff.BeatRow{New: b.New}))}}
	}
	return joined(b.Words)
}

// joined joins the words that changed across small islands of words that stand.
func joined(ops []diff.WordOp) []htmlPiece {
	var all []htmlPiece
	var old, new strings.Builder
	flush := func() {
		went, came, space := parted(old.String(), new.String())
		for _, p := range []htmlPiece{{"-", went}, {"+", came}, {"=", space}} {
			if p.Text != "" {
				all = append(all, htmlPiece{p.Op, clean(p.Text)})
			}
		}
		old.Reset()
		new.Reset()
	}
	for i, op := range ops {
		inside := i > 0 && i < len(ops)-1 && len(strings.Fields(op.Text)) <= island
		switch {
		case op.Op == "-":
			old.WriteString(op.Text)
		case op.Op == "+":
			new.WriteString(op.Text)
		case inside:
			old.WriteString(op.Text)
			new.WriteString(op.Text)
		default:
			flush()
			all = append(all, htmlPiece{"=", clean(op.Text)})
		}
	}
	flush()
	return all
}

// parted parts the space behind words that went and came from them: it is
// neither struck nor underlined.
func parted(went, came string) (string, string, string) {
	if bare, also := strings.TrimSuffix(went, " "), strings.TrimSuffix(came, " "); (went == "" || bare != went) && (came == "" || also != came) && went+came != "" {
		return bare, also, " "
	}
	return went, came, ""
}
