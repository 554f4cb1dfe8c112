package story

import "git-scene/scenes"

// narration is what a scene's narration counts up to.
type narration struct {
	r                  *Reading
	mine, ours, others int // pronouns of the teller's own person, of one among several, and of others
	inMine, in         int // beats that say "I", and those with any pronoun
	past, present      int
	inward             map[*Person]int // what goes on in whose head; nil is nobody known, or the teller
	leads              map[*Person]int // how many sentences are about whom
	acted              [3]*Person      // who was last seen to act, the last first
	opens              *Person         // the first who acts at all
	eyes               string          // whom the text itself names as the one who sees
	eyesQuote          Quote
}

// narration counts pronouns, tenses and inward verbs of what the teller tells.
func (r *Reading) narration(s *scenes.Scene) *narration {
	n := &narration{r: r, inward: map[*Person]int{}, leads: map[*Person]int{}}
	var words []textWord
	for b, quotes := range told(s) {
		words = appendWords(words[:0], b.Text)
		mine, all := n.mine, n.mine+n.ours+n.others
		for i, w := range words {
			if quotes.hold(w.start) {
				continue
			}
			n.count(b.Text, words, i)
			if n.eyes == "" && i < eyesReach+5 {
				if n.eyes = r.eyes(b.Text, words, i); n.eyes != "" {
					n.eyesQuote = quote(s, b, sentenceAt(b.Text, w.start))
				}
			}
		}
		if n.mine > mine {
			n.inMine++
		}
		if n.mine+n.ours+n.others > all {
			n.in++
		}
	}
	return n
}

// count takes word i of a beat into account.
func (n *narration) count(text string, words []textWord, i int) {
	x, w := n.r.words, words[i]
	role := x.roles[w.lower]
	switch {
	case role&isOurs != 0:
		n.ours++
	case role&isFirst != 0:
		n.mine++
	case role&isOther != 0:
		n.others++
	}
	if role&isPast != 0 {
		n.past++
	}
	if role&isPresent != 0 {
		n.present++
	}
	if role&(isHe|isShe|isInward) == 0 && !w.capital {
		return
	}
	opens := opensSentence(text, words, i)
	if p := n.r.named(w); p != nil && n.acts(text, words, i) {
		n.act(p)
		if opens {
			n.leads[p]++
		}
	} else if s := role.sex(); opens && s != neither {
		n.leads[n.who(s)]++
	}
	if role&isInward != 0 && i > 0 && !x.being[words[i-1].lower] { // Jory could be heard
		n.inward[n.thinker(words, i)]++
	}
}

// acts says whether the name at word i is one who acts: a verb behind it, or
// one of speech before it ("said Ines").
func (n *narration) acts(text string, words []textWord, i int) bool {
	x := n.r.words
	return i+1 < len(words) && x.acts(words[i+1].lower) && text[words[i].end:words[i+1].start] == " " ||
		i > 0 && x.speech[words[i-1].lower] && text[words[i-1].end:words[i].start] == " "
}

// act notes that somebody was the last to act.
func (n *narration) act(p *Person) {
	if n.opens == nil {
		n.opens = p
	}
	last := p
	for k, before := range n.acted {
		n.acted[k], last = last, before
		if before == nil || before == p {
			return
		}
	}
}

// who is meant by a pronoun of a sex: the last to act who is known to be of
// it, else the last who may be.
func (n *narration) who(s sex) *Person {
	var maybe *Person
	for _, p := range n.acted {
		switch is := n.r.sexes()[p]; {
		case p == nil:
			return maybe
		case is == s:
			return p
		case is == neither && maybe == nil:
			maybe = p
		}
	}
	return maybe
}

// thinker is whose an inward verb at word i is: the name or the one meant by
// the pronoun before it, or the one who acted last; nil is nobody known, or the
// teller.
func (n *narration) thinker(words []textWord, i int) *Person {
	x := n.r.words
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		w := words[k]
		switch role := x.roles[w.lower]; {
		case role&isFirst != 0:
			return nil
		case n.r.named(w) != nil:
			return n.r.named(w)
		case role.sex() != neither:
			return n.who(role.sex())
		case role&isOther != 0:
			return nil
		}
	}
	return n.acted[0]
}

// eyesReach is how many words may stand before whom a beat names as the one who
// sees: "From the driver's point of view". Further on it is somebody's side of
// the bed.
const eyesReach = 2

// eyes is whom a beat names at word i, and so near its head, as the one who
// sees: "Theo's side of it", "Theo's own scene", "Through Theo's eyes".
func (r *Reading) eyes(text string, words []textWord, i int) string {
	x, from := r.words, i
	word := words[i].lower
	if !x.eyes[word] {
		return ""
	}
	sight := x.sight[word]
	if i > 1 && word == "view" && words[i-1].lower == "of" && words[i-2].lower == "point" {
		from, sight = i-2, true
	}
	own := from > 0 && words[from-1].lower == "own"
	if own {
		from--
	}
	if from == 0 || from > eyesReach+1 || !possessive(text[words[from-1].end:]) || !sight && !r.sees(text, words, i) {
		return ""
	}
	who := words[from-1]
	switch p := r.named(who); {
	case p != nil:
		return p.Name
	case sight, own && who.capital && !x.nobody[who.lower]:
		return text[who.start:who.end]
	}
	return ""
}

// sees says whether word i, of those that may also mean something else, means a
// way to see: it ends its phrase, or is somebody's side of it; eyes are looked
// through.
func (r *Reading) sees(text string, words []textWord, i int) bool {
	if words[i].lower == "eyes" {
		return words[0].lower == "through"
	}
	p := phrase{x: r.words, text: text, words: words, first: i, next: i + 1}
	return p.stops() || words[i+1].lower == "of" && i+2 < len(words) && r.words.tale[words[i+2].lower]
}

// When a scene decides how it is told: a share in a hundred of the words that
// tell, of at least so many. Below, the teller's I may be a slip of speech.
const (
	personWords = 5
	firstWords  = 2
	firstShare  = 12 // of the pronouns in narration: a narrator speaks of others too; one who doesn't says no I
	firstBeats  = 3  // one in so many beats says I: who tells is heard all along, who is quoted only once
	slipBeats   = 8  // one in so many may say I by a slip, where it is told in the third person
	tenseWords  = 5
	tenseShare  = 75
)

func (n *narration) person() string {
	all := n.mine + n.ours + n.others
	switch {
	case all < personWords:
		return ""
	case n.mine >= firstWords && (n.mine+n.ours)*100 >= all*firstShare && n.inMine*firstBeats >= n.in && (n.inMine > 1 || n.in <= 2):
		return "first"
	case n.inMine*slipBeats <= n.in && n.others > n.ours:
		return "third"
	}
	return ""
}

func (n *narration) tense() string {
	all := n.past + n.present
	switch {
	case all < tenseWords:
		return ""
	case n.past*100 >= all*tenseShare:
		return "past"
	case n.present*100 >= all*tenseShare:
		return "present"
	}
	return ""
}

// leadTimes is how many sentences are about one whom a scene is about, and how
// many times as many as about anybody else; as many thoughts tell whose they are.
const leadTimes = 2

// most is who has by far the most of something that is counted, nil for nobody.
func (n *narration) most(count map[*Person]int) *Person {
	var best *Person
	second := 0
	for i := range n.r.Cast() { // in a fixed order
		p := &n.r.Cast()[i]
		switch c := count[p]; {
		case c > 0 && (best == nil || c > count[best]):
			if best != nil {
				second = count[best]
			}
			best = p
		default:
			second = max(second, c)
		}
	}
	if best == nil || count[best] <= leadTimes*second {
		return nil
	}
	return best
}
