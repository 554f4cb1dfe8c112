package model

import (
	"bytes"
	"encoding/gob"
	"fmt"
)

// Model is what is known of a kind of passage: whether a text is one, how sure
// a score makes that, and of which class it is.
type Model struct {
	Kin     Kin
	Is      Linear
	Sure    []int // the chance, in parts of ten thousand, at scores [SureFrom], SureFrom+[SureStep], …
	Classes []Class
}

// Class is one of the classes of a passage.
type Class struct {
	Name string
	Is   Linear
}

// The scores at which Sure tells the chance.
const (
	SureFrom = -2000
	SureStep = 250
	SureSize = 17
)

// Confidence is the chance that a text of this score is one, in parts of ten
// thousand: measured on hands that the model had not seen.
func (m *Model) Confidence(score int) int {
	at := score - SureFrom
	switch last := len(m.Sure) - 1; {
	case at <= 0:
		return m.Sure[0]
	case at >= last*SureStep:
		return m.Sure[last]
	}
	i, rest := at/SureStep, at%SureStep
	return m.Sure[i] + (m.Sure[i+1]-m.Sure[i])*rest/SureStep
}

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

// Class is the likeliest class of a text, given its words.
func (m *Model) Class(features []Feature) string {
	best, name := 0, ""
	for _, c := range m.Classes {
		if s := c.Is.Score(features, nil); name == "" || s > best {
			best, name = s, c.Name
		}
	}
	return name
}

// Write is the model as bytes.
func (m *Model) Write() ([]byte, error) {
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(m); err != nil {
		return nil, fmt.Errorf("writing the model: %w", err)
	}
	return b.Bytes(), nil
}

// Read reads what Write wrote.
func Read(data []byte) (*Model, error) {
	m := &Model{}
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(m); err != nil {
		return nil, fmt.Errorf("reading the model: %w", err)
	}
	return m, nil
}
