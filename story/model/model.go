package model

// Model is what is known of a kind of passage: whether a text is one, how sure
// a score makes that, and of which class it is.
type Model struct {
	Kin     Kin
	Is      Linear
	Sure    Chances // of a score
	Classes []Class
	Told    Chances // that a class is the right one, of how far it is ahead of the next
}

// Class is one of the classes of a passage.
type Class struct {
	Name string
	Is   Linear
}

// Chances tell how often a model is right at scores From, From+Step, …: in
// parts of ten thousand, rising, measured on hands that it had not seen.
type Chances struct {
	From, Step int
	At         []int
}

// Of is the chance at a score.
func (c Chances) Of(score int) int {
	at := score - c.From
	switch last := len(c.At) - 1; {
	case at <= 0:
		return c.At[0]
	case at >= last*c.Step:
		return c.At[last]
	}
	i, rest := at/c.Step, at%c.Step
	return c.At[i] + (c.At[i+1]-c.At[i])*rest/c.Step
}

// Confidence is the chance that a text of this score is one, in parts of ten
// thousand.
func (m *Model) Confidence(score int) int { return m.Sure.Of(score) }

// Scratch is memory that is used for one text after another. The zero Scratch
// is ready; it is of one goroutine.
type Scratch struct {
	tokens   []token
	features []Feature
	seen     slots
}

// Score is what the model says of a text: above zero that it is one.
func (m *Model) Score(text string, s *Scratch) int {
	s.tokens = m.Kin.tokens(s.tokens[:0], text)
	s.features = appendPhrases(s.features[:0], s.tokens)
	return m.Is.score(s.features, nil, &s.seen)
}

// Class is the likeliest class of a text, given its words, and how far it is
// ahead of the next, in thousandths.
func (m *Model) Class(features []Feature) (name string, ahead int) {
	best, second := 0, 0
	for i, c := range m.Classes {
		switch s := c.Is.Score(features, nil); {
		case i == 0:
			best, second, name = s, s-thousand, c.Name
		case s > best:
			best, second, name = s, best, c.Name
		case i == 1 || s > second:
			second = s
		}
	}
	return name, best - second
}
