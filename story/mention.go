package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"git-scene/scenes"
)

// mention is a run of words with capitals that may be a name, where it stands.
type mention struct {
	scene, beat int      // indices
	start, end  int      // bytes of the beat's text
	title       string   // as written, with its point: "Mr."
	loose       bool     // the title may merely open the sentence: "Old Petrus"
	names       []string // its words as written, without the title; "" for none
	own         int      // 1 + the index of the author's cast whose name it is, 0 for none
	signs       signs
}

// signs are what stands around a mention and says what it names.
type signs struct {
	opens  bool // it opens its sentence or is shouted, so that its capital says nothing
	cue    bool // it is a script's cue
	strong bool // it stands in bold at the head of a paragraph, as the cues of a stage play do
	speaks bool // a verb of speech beside it, or it is a cue
	acts   bool // a verb behind it
	owns   bool // 's behind it
	at     bool // a preposition of place before it
	the    bool // an article before it
	place  bool // it ends as names of places do
	met    bool // "and X", "X and", "with X": company
	said   bool // inside quotes: talked of or to, maybe elsewhere
	full   bool // two names or more, none of a place: "Gus Dooley"
	post   bool // who it is stands behind a comma: "Yusra Behr, pilot", "Gus, who"
	aside  bool // it stands alone between commas or at an end: "No, Ally."
}

// textWord is a word of a text.
type textWord struct {
	start, end int
	lower      string
	capital    bool
	shout      bool // all capitals, more than one
}

// wordsOf are the words of a text, a possessive 's cut off.
func wordsOf(text string) []textWord {
	return appendWords(make([]textWord, 0, len(text)/5), text)
}

func appendWords(words []textWord, text string) []textWord {
	for i := 0; ; {
		start, end := scenes.NextWord(text, i)
		if start == len(text) {
			return words
		}
		i = end
		w := text[start:end]
		if last := w[len(w)-1]; last == 's' {
			w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		}
		t := textWord{start: start, end: start + len(w), lower: w}
		if first := w[0]; first < 'a' || first > 'z' {
			r, _ := utf8.DecodeRuneInString(w)
			t.capital = unicode.IsUpper(r)
		}
		if t.capital {
			t.lower = strings.ToLower(w)
			t.shout = len(w) > 1 && shouted(w)
		}
		words = append(words, t)
	}
}

// shouted says whether a word that begins with a capital is all capitals.
func shouted(w string) bool {
	if second := w[1]; 'a' <= second && second <= 'z' { // nearly all
		return false
	}
	return strings.ToUpper(w) == w
}

// mentionsOf finds the runs of a beat that may be names, given its words.
func (x *lexicon) mentionsOf(b *scenes.Beat, words []textWord, own *lore) []mention {
	text := b.Text
	var found []mention
	quotes := quotedSpans(text)
	for i := 0; i < len(words); {
		var m mention
		next := i
		if words[i].capital {
			m, next = x.mentionAt(text, words, i, b.Kind == scenes.Dialogue || b.Kind == scenes.Action)
		}
		if o, end, ok := own.mentionAt(x, text, words, i); ok && end >= next {
			m, next = o, end
		} else if len(m.names) > 0 {
			m = own.claim(m)
		}
		if len(m.names) > 0 {
			m.signs.said = quotes.hold(m.start)
			x.look(&m, text, words, i, next)
			if b.Kind == scenes.Dialogue && m.start == 0 && m.end < len(text) && text[m.end] == ':' {
				m.signs.speaks, m.signs.cue = true, true
			}
			m.signs.strong = b.Kind == scenes.Paragraph && strongHead(text, m)
			found = append(found, m)
		}
		i = max(next, i+1)
	}
	return found
}

// strongHead says whether a mention is all that is bold at the head of a text:
// "**Faust.** Was ist das?" A colon makes a label of it.
func strongHead(text string, m mention) bool {
	rest, ok := strings.CutPrefix(text[m.end:], "**")
	if !ok {
		rest, ok = strings.CutPrefix(text[m.end:], ".**")
	}
	return ok && rest != "" && m.start == len("**") && text[:m.start] == "**"
}

// mentionAt reads the run that begins with word i: titles, then names, joined
// by single spaces, points of titles and initials, and particles. A script
// shouts its names: LIV is nobody's number there, unless a name stands before it.
func (x *lexicon) mentionAt(text string, words []textWord, i int, script bool) (mention, int) {
	m := mention{start: words[i].start, signs: signs{opens: words[i].shout || opensSentence(text, words, i)}}
	k := i
	for ; k < len(words) && (k == i || x.joined(text, words, k-1)); k++ {
		w := words[k]
		switch {
		case w.capital && x.titles[w.lower] && len(m.names) == 0 && k+1 < len(words) && words[k+1].capital && x.joined(text, words, k):
			title := titleCase(strings.TrimSpace(text[w.start:words[k+1].start]))
			if name, ok := x.bentTitles[w.lower]; ok {
				title = name
			}
			m.title = join(m.title, title)
		case w.capital && x.nobody[beforeApostrophe(w.lower)], numeral(text[w.start:w.end]) && !(script && k == i && w.shout):
			if len(m.names) > 0 || m.title != "" || k > i {
				m.end = words[k-1].end
				return m, k
			}
			return m, k + 1
		case w.capital:
			if last := len(m.names) - 1; last >= 0 && initial(m.names[last]) && text[words[k-1].end:w.start] == ". " {
				m.names[last] += "." // R. Walton
			}
			m.names = append(m.names, properCase(text[w.start:w.end], w.shout))
			m.end = w.end
			if w.end < len(text) && possessive(text[w.end:]) {
				return m, k + 1
			}
		case len(m.names) > 0 && x.particles[w.lower] && w.lower != "of" && k+1 < len(words) && words[k+1].capital && x.joined(text, words, k) && x.named(words[k+1].lower):
			m.names = append(m.names, w.lower)
		default:
			return m, k
		}
	}
	return m, k
}

// named says whether a word with a capital may stand in a name.
func (x *lexicon) named(word string) bool { return len(x.nounEnds) == 0 || !x.nobody[word] }

// look gathers the signs around a mention of the words from i up to next.
func (x *lexicon) look(m *mention, text string, words []textWord, i, next int) {
	s := &m.signs
	s.place = m.own == 0 && x.places[strings.ToLower(m.names[len(m.names)-1])] && len(m.names) > 1
	s.owns = m.end < len(text) && possessive(text[m.end:])
	s.full = len(m.names) > 1 && !s.place && !initial(m.names[0])
	if next < len(words) && !s.owns {
		w := words[next]
		gap := text[m.end:w.start]
		switch {
		case gap == " " && !w.capital:
			s.speaks = x.speech[w.lower]
			s.acts = x.acts(w.lower)
			s.met = x.and[w.lower]
		case strings.TrimSpace(gap) == "(":
			s.acts = true // GRACE (40)
		case gap == ", " && !w.capital:
			s.post = x.who[w.lower] || s.full && !x.nobody[w.lower]
		}
	}
	if i > 0 {
		w := words[i-1]
		if text[w.end:m.start] == " " {
			s.speaks = s.speaks || x.speech[w.lower]
			s.at = x.at[w.lower]
			s.the = x.markers[w.lower] && (m.title == "" || len(x.nounEnds) == 0) // der Herr Sele
			s.met = s.met || x.and[w.lower] || x.with[w.lower]
		}
	}
	s.aside = s.said && vocative(text, m.start, m.end)
}

// acts says whether a word behind a name is what somebody does: a known verb,
// or a word that ends as a verb's third person or past does.
func (x *lexicon) acts(word string) bool {
	if x.verbs[word] {
		return true
	}
	if x.nobody[word] || x.particles[word] || len(word) < 4 {
		return false
	}
	return x.verbEnds.end(word) && !x.otherEnds.end(word)
}

// opensSentence says whether word i is the first of a sentence, a line of
// speech or a clause behind a colon.
func opensSentence(text string, words []textWord, i int) bool {
	if i == 0 {
		return true
	}
	return strings.ContainsAny(text[words[i-1].end:words[i].start], ".!?…:;\"“”‘—–([*_")
}

// joined says whether words k and k+1 stand in one name: a space between them,
// a point behind a title or an initial (Mr. Sele, J. Orr), a hyphen.
func (x *lexicon) joined(text string, words []textWord, k int) bool {
	switch text[words[k].end:words[k+1].start] {
	case " ", "-":
		return true
	case ". ":
		return x.points[words[k].lower] || initial(words[k].lower)
	}
	return false
}

func possessive(rest string) bool {
	return strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s")
}

// numeral says whether a word is a number, Roman ones too.
func numeral(w string) bool {
	return w[0] >= '0' && w[0] <= '9' || strings.Trim(w, "IVXLC") == ""
}

// beforeApostrophe is I of I've, and the word itself where it has none.
func beforeApostrophe(w string) string {
	if i := strings.IndexAny(w, "'’"); i > 0 {
		return w[:i]
	}
	return w
}

// titleCase is a title as it is written elsewhere: MR. is Mr.
func titleCase(title string) string { return title[:1] + strings.ToLower(title[1:]) }

// properCase is a shouted name as it is written elsewhere: MORAG is Morag.
// Short ones may be acronyms and stay.
func properCase(w string, shout bool) string {
	if !shout || len(w) <= 3 {
		return w
	}
	_, size := utf8.DecodeRuneInString(w)
	return w[:size] + strings.ToLower(w[size:])
}

// vocative says whether a name stands alone between marks, as one who is
// spoken to does: "No, Ally."
func vocative(text string, start, end int) bool {
	before := strings.TrimRight(text[:start], " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(text[end:])
	return (before == "" || strings.ContainsRune(",“\"„»«‘", last)) && (end == len(text) || strings.ContainsRune(",.!?\"”“«»’", next))
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}
