package story

// sex is by which pronoun somebody is meant.
type sex uint8

const (
	neither sex = iota
	he
	she
)

// sex is the sex that a pronoun tells.
func (r role) sex() sex {
	switch {
	case r&isHe != 0:
		return he
	case r&isShe != 0:
		return she
	}
	return neither
}

// sexVotes is how many times as many pronouns of one sex as of the other
// decide by which somebody is meant.
const sexVotes = 2

// readSexes finds by which pronoun everybody of the cast is meant: it counts
// those that can hardly mean anybody else.
func readSexes(r *Reading) map[*Person]sex {
	votes := map[*Person]*[3]int{}
	var words []textWord
	for _, s := range r.m.Scenes {
		for b, quotes := range told(s) {
			words = appendWords(words[:0], b.Text)
			r.vote(b.Text, words, quotes, func(p *Person, s sex) {
				if votes[p] == nil {
					votes[p] = new([3]int)
				}
				votes[p][s]++
			})
		}
	}
	sexes := map[*Person]sex{}
	for p, v := range votes {
		switch {
		case v[he] >= sexVotes*v[she]:
			sexes[p] = he
		case v[she] >= sexVotes*v[he]:
			sexes[p] = she
		}
	}
	return sexes
}

// vote finds the pronouns of a text that tell somebody's sex: one's own in a
// sentence that names nobody else before it ("Owen wiped his boots"), and the
// first word of the sentence behind one that names but one ("Clara knew. She
// noticed").
func (r *Reading) vote(text string, words []textWord, quotes spans, cast func(*Person, sex)) {
	var named, before *Person // the only one named in this sentence, and in the last
	several := false
	for i, w := range words {
		if quotes.hold(w.start) {
			named, before = nil, nil
			continue
		}
		opens := i == 0 || w.capital && opensSentence(text, words, i)
		if opens {
			before, named, several = named, nil, false
		}
		if p := r.named(w); p != nil {
			several = several || named != nil && named != p
			named = p
			if several {
				named = nil
			}
			continue
		}
		if named == nil && before == nil {
			continue
		}
		switch role := r.words.roles[w.lower]; {
		case role.sex() == neither:
		case opens && before != nil:
			cast(before, role.sex())
		case !opens && named != nil && role&isOwn != 0:
			cast(named, role.sex())
		}
	}
}
