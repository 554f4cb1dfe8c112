package model

import (
	"encoding/binary"
	"errors"
	"strings"
)

// layout is a model as bytes: numbers as varints, texts behind their lengths,
// in the order in which [Model.pass] comes by them. Tables are read where they
// lie, without a copy: a short run pays for what it looks at, and no more.
const layout = "git-scene model 1\n"

var errLayout = errors.New("reading the model: its bytes are not as they were written")

// Write is the model as bytes.
func (m *Model) Write() []byte {
	w := &writer{layout}
	m.pass(w)
	return []byte(w.done)
}

// Read reads what Write wrote.
func Read(data string) (*Model, error) {
	rest, ok := strings.CutPrefix(data, layout)
	m, r := &Model{}, &reader{rest: rest, bad: !ok}
	m.pass(r)
	if r.bad || r.rest != "" {
		return nil, errLayout
	}
	return m, nil
}

// medium is bytes that a model is written to, or read from.
type medium interface {
	number(*int)
	text(*string)
}

// pass brings all of a model to a medium.
func (m *Model) pass(by medium) {
	by.text(&m.Kin.Table)
	m.Is.pass(by)
	m.Sure.pass(by)
	m.Told.pass(by)
	m.Classes = sized(by, m.Classes)
	for i := range m.Classes {
		by.text(&m.Classes[i].Name)
		m.Classes[i].Is.pass(by)
	}
}

func (l *Linear) pass(by medium) {
	by.number(&l.Bits)
	by.text(&l.Rarity)
	by.text(&l.Weight)
	by.number(&l.Scale)
	by.number(&l.Bias)
}

func (c *Chances) pass(by medium) {
	by.number(&c.From)
	by.number(&c.Step)
	c.At = sized(by, c.At)
	for i := range c.At {
		by.number(&c.At[i])
	}
}

// mostListed bounds a list: no model has as many classes, or chances.
const mostListed = 1 << 12

// sized is a list as long as the medium says, or has to be told.
func sized[T any](by medium, list []T) []T {
	n := len(list)
	if by.number(&n); n == len(list) {
		return list
	}
	return make([]T, max(0, min(n, mostListed)))
}

type writer struct{ done string }

func (w *writer) number(n *int) { w.done += string(binary.AppendVarint(nil, int64(*n))) }

func (w *writer) text(s *string) {
	n := len(*s)
	w.number(&n)
	w.done += *s
}

type reader struct {
	rest string
	bad  bool
}

func (r *reader) number(n *int) {
	v, size := binary.Varint([]byte(r.rest[:min(len(r.rest), binary.MaxVarintLen64)]))
	if size <= 0 {
		r.bad, r.rest, v, size = true, "", 0, 0
	}
	*n, r.rest = int(v), r.rest[size:]
}

func (r *reader) text(s *string) {
	n := 0
	if r.number(&n); n < 0 || n > len(r.rest) {
		r.bad, n = true, 0
	}
	*s, r.rest = r.rest[:n], r.rest[n:]
}
