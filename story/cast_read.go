package story

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"git-scene/scenes"
)

// What a sign is worth as evidence that a name is a person's, in points, and
// what makes one. A thing or a place gathers none of the first four, and
// points against it; one stray sign, or a verb that is none, makes nobody.
const (
	titleWorth  = 6
	speaksWorth = 5
	actsWorth   = 3
	asideWorth  = 4
	postWorth   = 3
	fullWorth   = 2
	ownsWorth   = 1
	metWorth    = 1
	atCost      = 3
	theCost     = 3
	placeCost   = 8
	personScore = 5 // about two acts
	nounScore   = 9 // … three, where any noun may be taken for a name
	nounShown   = 5 // … and one mention in so many must show it: of a common noun any may by chance
)

// How sure a reader may be of a person, parts of ten thousand: few points
// leave a doubt, many nearly none.
const (
	doubtful  = 5000
	perPoint  = 250
	confident = 9500
)

func (s signs) worth(title bool) int {
	worth := 0
	for _, sign := range []struct {
		seen  bool
		worth int
	}{
		{title, titleWorth}, {s.speaks, speaksWorth}, {s.acts && !s.the && !s.at, actsWorth}, {s.aside, asideWorth},
		{s.post, postWorth}, {s.owns && !s.at, ownsWorth}, {s.met, metWorth},
		{s.at, -atCost}, {s.the, -theCost}, {s.place, -placeCost},
	} {
		if sign.seen {
			worth += sign.worth
		}
	}
	return worth
}

// readCast finds the people of a manuscript.
//
//  1. Every run of words with capitals is a mention (mention.go), but for
//     scenes in another language.
//  2. A word that opens a sentence counts only if it has a capital elsewhere,
//     or is never written without one.
//  3. Mentions that share a word are one person: Lupe, Lupe Arrizaga, Mrs.
//     Arrizaga; not by a surname that two people bear.
//  4. What stands around the mentions decides whether they are a person.
func readCast(r *Reading) *castReading {
	c := &castReading{named: map[string]bool{}, known: map[string]*Person{}, in: map[string][]int{}}
	c.nameHeads(r.m)
	if r.words == nil {
		c.nameCapitals(r.m)
		return c
	}
	names := r.words.forNames(r.m)
	var all []mention
	var small plainWords
	var words []textWord
	for i, s := range r.m.Scenes {
		first, foreign := len(all), r.foreign(s)
		for k, b := range readable(s) {
			words = appendWords(words[:0], b.Text)
			small.add(words)
			c.see(words, s.Ordinal)
			if foreign {
				continue
			}
			for _, m := range names.mentionsOf(b, words, r.lore) {
				m.scene, m.beat = i, k
				all = append(all, m)
			}
		}
		stageCues(all[first:])
	}
	if names != r.words {
		untangle(all)
	}
	all = c.trusted(r, all, &small)
	for i, group := range joinNames(all, r.lore) {
		if p, ok := r.joined(group, i); ok {
			c.people = append(c.people, p)
		}
	}
	slices.SortStableFunc(c.people, func(a, b Person) int {
		return inOrder(a.first, b.first)
	})
	for i := range c.people {
		for _, w := range c.people[i].Words {
			if c.known[w] == nil {
				c.known[w] = &c.people[i]
			}
		}
	}
	return c
}

// stageCues takes what stands in bold at the head of two paragraphs of a scene
// for the cue of a stage play: somebody speaks again. A label stands there once.
func stageCues(scene []mention) {
	times := map[string]int{}
	for _, m := range scene {
		if m.signs.strong {
			times[strings.Join(m.names, " ")]++
		}
	}
	for i := range scene {
		if m := &scene[i]; m.signs.strong && times[strings.Join(m.names, " ")] > 1 {
			m.signs.speaks, m.signs.cue = true, true
		}
	}
}

// nameHeads notes the names in titles and in what the author noted on scenes.
func (c *castReading) nameHeads(m *scenes.Manuscript) {
	for _, s := range m.Scenes {
		for _, w := range wordsOf(s.Title) {
			c.named[w.lower] = true
		}
		for _, f := range s.Fields {
			for _, w := range wordsOf(f.Value) {
				c.named[w.lower] = c.named[w.lower] || w.capital
			}
		}
	}
}

// nameCapitals notes every word with a capital, where no more is known of the
// language: whom another draft introduces may have been named all along.
func (c *castReading) nameCapitals(m *scenes.Manuscript) {
	for _, s := range m.Scenes {
		for _, b := range readable(s) {
			words := wordsOf(b.Text)
			c.see(words, s.Ordinal)
			for _, w := range words {
				c.named[w.lower] = c.named[w.lower] || w.capital
			}
		}
	}
}

// see notes in which scene words stand with a capital.
func (c *castReading) see(words []textWord, scene int) {
	for _, w := range words {
		if !w.capital {
			continue
		}
		if in := c.in[w.lower]; len(in) == 0 || in[len(in)-1] != scene {
			c.in[w.lower] = append(in, scene)
		}
	}
}

// trusted is step 2: it drops mentions whose capital is only that of a sentence.
func (c *castReading) trusted(r *Reading, all []mention, small *plainWords) []mention {
	inside := map[string]bool{} // words with a capital that their place does not explain
	for _, m := range all {
		if m.title != "" && !m.signs.opens {
			inside[strings.ToLower(m.title)] = true
		}
		if m.own > 0 {
			for _, w := range r.lore.cast[m.own-1].words {
				c.named[w] = true
			}
			continue
		}
		for k, n := range m.names {
			w := strings.ToLower(n)
			c.named[w] = true
			inside[w] = inside[w] || k > 0 || !opensAll(m)
		}
	}
	kept := all[:0]
	for _, m := range all {
		w := strings.ToLower(m.names[0])
		doubtful := m.title == "" && opensAll(m) && (small.has(w) || !inside[w] && r.words.acts(w))
		m.loose = m.title != "" && small.has(strings.ToLower(m.title)) && !inside[strings.ToLower(m.title)]
		switch {
		case m.own > 0:
		case doubtful && len(m.names) > 1: // "Attaches Maya": what stands behind the word is the name
			m.names = m.names[1:]
		case m.title != "" && len(m.names) == 1 && small.has(w) && !m.signs.acts && !m.signs.speaks && !m.signs.owns:
			continue // "Director Appointment"
		case m.title == "" && len(m.names) == 1 && !m.signs.cue && (small.has(w) || !inside[w] && opensAll(m) && !m.signs.acts && !m.signs.speaks):
			continue
		}
		if slices.ContainsFunc(m.names, func(n string) bool { return small.has(strings.ToLower(n)) }) {
			m.signs.full = false // "Forecast Engine"
		}
		kept = append(kept, m)
	}
	return kept
}

// opensAll says whether a mention's first word owes its capital to its place,
// or may: a title before it says that it does not.
func opensAll(m mention) bool { return m.signs.opens && m.title == "" }

// joinNames is step 3. The last word of a name of several is a surname; where
// it stands behind different first names it joins nobody.
// The first groups are those of the author's own cast.
func joinNames(all []mention, own *lore) [][]mention {
	firsts := map[string]map[string]bool{} // of a surname
	for _, m := range all {
		if n := len(m.names); n > 1 && !initial(m.names[0]) {
			last := strings.ToLower(m.names[n-1])
			if firsts[last] == nil {
				firsts[last] = map[string]bool{}
			}
			firsts[last][strings.ToLower(m.names[0])] = true
		}
	}
	groups, group := own.groups() // by a word
	for _, m := range bySize(all) {
		at := m.own - 1
		for k, n := range m.names {
			if at >= 0 || m.signs.place || initial(n) {
				continue
			}
			w := strings.ToLower(n)
			if g, ok := group[w]; ok && (len(firsts[w]) < 2 || k == 0 && len(m.names) == 1) {
				at = g
				break
			}
		}
		if at < 0 {
			at = len(groups)
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], m)
		for k, n := range m.names {
			w := strings.ToLower(n)
			if _, ok := group[w]; !ok && !m.signs.place && !initial(n) && (k == 0 || k == len(m.names)-1) {
				group[w] = at
			}
		}
	}
	return groups
}

// initial says whether a name is one letter: M. Krempe and M. Waldman share none.
func initial(name string) bool { return utf8.RuneCountInString(strings.TrimSuffix(name, ".")) == 1 }

// bySize sorts the longest names first, so that short ones find them.
func bySize(all []mention) []mention {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b mention) int { return len(b.names) - len(a.names) })
	return sorted
}

// joined is step 4, of the group with an index.
func (r *Reading) joined(group []mention, at int) (Person, bool) {
	if len(group) == 0 {
		return Person{}, false
	}
	slices.SortFunc(group, inOrder)
	p := Person{Mentions: len(group), first: group[0]}
	score := 0
	full, named := false, false // that it is a name is said outright
	shown := 0                  // mentions that say it at all
	times := map[string]int{}
	for _, m := range group {
		score += m.signs.worth(m.title != "")
		full = full || m.signs.full
		named = named || m.title != "" || m.signs.speaks
		if m.signs.worth(m.title != "") > 0 {
			shown++
		}
		p.sure = p.sure || len(group) > 1 || m.title != "" || m.signs.speaks || m.signs.full
		title := m.title
		if m.loose {
			title = ""
		}
		if name := join(title, strings.Join(m.names, " ")); fuller(name, p.Name) {
			p.Name = name
		}
		for _, n := range m.names {
			w := strings.ToLower(n)
			if times[w]++; times[w] == 1 && !r.words.particles[w] && !initial(w) {
				p.Words = append(p.Words, w)
			}
		}
		p.see(r, m)
	}
	slices.SortStableFunc(p.Words, func(a, b string) int { return times[b] - times[a] })
	if full {
		score += fullWorth
	}
	p.Confidence = min(confident, doubtful+score*perPoint)
	if at < len(r.lore.cast) {
		p.avow(r.lore.cast[at])
		return p, true
	}
	enough := personScore
	if len(r.words.nounEnds) > 0 && !named {
		enough = nounScore
	}
	if len(r.words.nounEnds) > 0 && shown*nounShown < len(group) {
		return p, false
	}
	return p, score >= enough && len(p.Words) > 0 // J. is not enough to know somebody by
}

// avow takes the author's word that this is somebody.
func (p *Person) avow(c character) {
	p.Name, p.Confidence, p.sure = c.name, confident, true
	p.Words = slices.DeleteFunc(p.Words, func(w string) bool { return !slices.Contains(c.words, w) })
	for _, w := range c.words {
		if !slices.Contains(p.Words, w) {
			p.Words = append(p.Words, w)
		}
	}
}

// inOrder puts mentions in the order of reading.
func inOrder(a, b mention) int {
	return cmp.Or(cmp.Compare(a.scene, b.scene), cmp.Compare(a.beat, b.beat), cmp.Compare(a.start, b.start))
}

// fuller says whether a name tells more than another one: more words, initials
// not counted.
func fuller(name, than string) bool { return than == "" || fullness(name) > fullness(than) }

func fullness(name string) int {
	n := 0
	for word := range strings.FieldsSeq(name) {
		if !initial(word) {
			n++
		}
	}
	return n
}

// see notes a mention in its scene.
func (p *Person) see(r *Reading, m mention) {
	s := r.m.Scenes[m.scene]
	if n := len(p.Scenes); n == 0 || p.Scenes[n-1].Scene != s.Ordinal {
		b := s.Beats[m.beat]
		p.Scenes = append(p.Scenes, Presence{Scene: s.Ordinal, Quote: quote(s, b, sentenceAt(b.Text, m.start))})
	}
	at := &p.Scenes[len(p.Scenes)-1]
	at.Mentions++
	if m.signs.speaks {
		at.Lines++
	}
	at.OnStage = at.OnStage || m.signs.speaks || m.signs.acts && !m.signs.said
}
