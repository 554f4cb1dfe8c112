package story

import "strings"

// done says whether somebody does something before word k, or the sentence
// begins there: else what stands behind word k belongs to a thing, as in "his
// life in Bremen was over".
func (p phrase) done(k int) bool {
	if k <= 1 || p.verbless() {
		return true
	}
	for _, w := range p.words[:k] {
		if p.x.acts(w.lower) {
			return true
		}
	}
	return false
}

// moved says whether somebody moves in the words before word k.
func (p phrase) moved(k int) bool {
	for i := k - 1; i >= 0 && i >= k-placeReach && p.text[p.words[i].end:p.words[i+1].start] == " "; i-- {
		if p.x.motion[p.words[i].lower] {
			return true
		}
	}
	return false
}

// away says whether the sentence speaks, up to the preposition at word k, of
// what is not here and now: a word of memory, of wishing, of likeness; a deed
// done before; a clause behind one who says or thinks it. A colon ends that, or
// another clause.
func (p phrase) away(k int) bool {
	verbs, comma := 0, false
	for i := k - 1; i >= 0; i-- {
		gap := p.text[p.words[i].end:p.words[i+1].start]
		w, after := p.words[i].lower, p.words[i+1].lower
		comma = comma || strings.Contains(gap, ",")
		switch {
		case strings.ContainsAny(gap, ";:—"), w == "and" && i+1 < k && p.x.pronoun(after):
			return false
		case p.x.elsewhere[w], !comma && (w == "not" || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t")):
			return true
		case (p.x.speech[w] || p.x.inward[w]) && verbs > 0:
			return true
		case w == "had" && i+1 < k && p.past(i+1):
			return true
		case p.x.verbs[w]:
			verbs++
		}
	}
	return false
}

// past says whether "had", before word i, tells of what was done before, and
// not of a way that has brought somebody here.
func (p phrase) past(i int) bool {
	w := p.words[i].lower
	if p.x.nobody[w] && i+1 < len(p.words) { // had never lived
		w = p.words[i+1].lower
	}
	if p.x.motion[w] {
		return false
	}
	for _, end := range []string{"ed", "en", "wn", "ne"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return p.x.verbs[w]
}

// pronoun says whether a word is one that a clause may begin with.
func (x *lexicon) pronoun(w string) bool { return x.first[w] || x.others[w] || w == "it" }
