package diff

import (
	"slices"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// WordOp is a stretch of a changed text: words that stayed (=), went (-) or
// came (+). The texts of = and - in order are the old text, up to the style of
// quotes and dashes; those of = and + are the new one.
type WordOp struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// maxWordDiff is the longest text, in words and marks left between the common
// ends, that is compared word by word. A longer one (a book on one line) is
// said to be replaced; comparing it would take time without bound.
const maxWordDiff = 20000

// Words compares two texts word by word. Words and marks are interned as
// runes for sergi/go-diff, which finds the fewest changes (Myers) without its
// time-out: with it the answer would depend on the machine. White space is no
// token: with it the search is twenty times as long.
func Words(old, new string) []WordOp {
	ops, _ := newTokens().compare(old, new)
	return ops
}

// compare is Words with the number of words that stayed.
func (t *tokens) compare(old, new string) (ops []WordOp, kept int) {
	clear(t.ids)
	a, b := t.scan(old), t.scan(new)
	for _, r := range t.diff(a, b) {
		switch r.op {
		case diffmatchpatch.DiffDelete:
			space := ""
			if n := len(ops); n > 0 && a.spaced() && !strings.HasSuffix(ops[n-1].Text, " ") {
				space = " " // which the new text does not have here
			}
			ops = append(ops, WordOp{"-", space + a.text(r.n)})
		case diffmatchpatch.DiffInsert:
			ops = append(ops, WordOp{"+", b.text(r.n)})
		default:
			kept += a.words(r.n)
			a.text(r.n)
			ops = append(ops, WordOp{"=", b.text(r.n)})
		}
	}
	return ops, kept
}

// wordRun is a number of tokens that stayed, went or came.
type wordRun struct {
	op diffmatchpatch.Operation
	n  int
}

// diff finds the fewest changes between two streams. Tokens that only one of
// them has can stay in no common run, so they are left out of the search and
// put back afterwards; in rewritten text that is most of them.
func (t *tokens) diff(a, b *stream) []wordRun {
	x, y := t.onBoth(a, b)
	if len(x)+len(y) > maxWordDiff {
		prefix := commonPrefix(a.runes, b.runes)
		suffix := commonSuffix(a.runes[prefix:], b.runes[prefix:])
		if len(a.runes)+len(b.runes)-2*prefix-2*suffix > maxWordDiff {
			return replaced(len(a.runes), len(b.runes), prefix, suffix)
		}
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	return putBack(a.runes, b.runes, dmp.DiffMainRunes(x, y, false), func(r rune) bool { return t.sides[r] == 3 })
}

// onBoth are the tokens of each stream that the other has too.
func (t *tokens) onBoth(a, b *stream) (x, y []rune) {
	t.sides = slices.Grow(t.sides[:0], len(t.ids)+surrogates+1)[:len(t.ids)+surrogates+1]
	clear(t.sides)
	for _, r := range a.runes {
		t.sides[r] |= 1
	}
	for _, r := range b.runes {
		t.sides[r] |= 2
	}
	both := func(runes []rune) []rune {
		kept := make([]rune, 0, len(runes))
		for _, r := range runes {
			if t.sides[r] == 3 {
				kept = append(kept, r)
			}
		}
		return kept
	}
	return both(a.runes), both(b.runes)
}

// putBack makes of the changes between what two streams share the changes
// between the streams. What only one has goes with the change before it.
func putBack(a, b []rune, shared []diffmatchpatch.Diff, both func(rune) bool) []wordRun {
	var runs wordRuns
	i, j := 0, 0
	alone := func() {
		for ; i < len(a) && !both(a[i]); i++ {
			runs.add(diffmatchpatch.DiffDelete, 1)
		}
		for ; j < len(b) && !both(b[j]); j++ {
			runs.add(diffmatchpatch.DiffInsert, 1)
		}
	}
	for _, d := range shared {
		for range d.Text {
			alone()
			if d.Type != diffmatchpatch.DiffInsert {
				i++
			}
			if d.Type != diffmatchpatch.DiffDelete {
				j++
			}
			runs.add(d.Type, 1)
		}
	}
	alone()
	return runs
}

// wordRuns grow at their end. Between two stretches that stayed, what went
// stands before what came.
type wordRuns []wordRun

func (r *wordRuns) add(op diffmatchpatch.Operation, n int) {
	all := *r
	last := len(all) - 1
	switch {
	case n == 0:
	case last >= 0 && all[last].op == op:
		all[last].n += n
	case last >= 1 && op == diffmatchpatch.DiffDelete && all[last].op == diffmatchpatch.DiffInsert && all[last-1].op == op:
		all[last-1].n += n
	case last >= 0 && op == diffmatchpatch.DiffDelete && all[last].op == diffmatchpatch.DiffInsert:
		*r = append(all[:last], wordRun{op, n}, all[last])
	default:
		*r = append(all, wordRun{op, n})
	}
}

// replaced is the comparison of texts too long to compare: what is between
// their common ends went and came.
func replaced(n, m, prefix, suffix int) []wordRun {
	var runs wordRuns
	runs.add(diffmatchpatch.DiffEqual, prefix)
	runs.add(diffmatchpatch.DiffDelete, n-prefix-suffix)
	runs.add(diffmatchpatch.DiffInsert, m-prefix-suffix)
	runs.add(diffmatchpatch.DiffEqual, suffix)
	return runs
}

func commonPrefix(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// Plain shows changed words as git's --word-diff=plain does: [-old-]{+new+}.
func Plain(ops []WordOp) string {
	var b strings.Builder
	for _, op := range ops {
		text := strings.Trim(op.Text, " ")
		before, after, _ := strings.Cut(op.Text, text)
		switch op.Op {
		case "-":
			b.WriteString(before + "[-" + text + "-]" + after)
		case "+":
			b.WriteString(before + "{+" + text + "+}" + after)
		default:
			b.WriteString(op.Text)
		}
	}
	return b.String()
}
