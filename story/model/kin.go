package model

import (
	"encoding/binary"
	"fmt"
	"strings"
)

// Kin knows the families of words of like meaning. It is a table of as many
// slots as a power of two: 4 bytes of a word's hash, 2 of its family's number
// from 1, and the next free slot for the next word of the same place. The zero
// Kin knows no word.
type Kin struct{ Table string }

const slotSize = 6

// of is the hash of a word's family; a word of none is its own.
func (k *Kin) of(h uint64) uint64 {
	slots := uint64(len(k.Table) / slotSize)
	if slots == 0 {
		return h
	}
	for i := h & (slots - 1); ; i = (i + 1) & (slots - 1) {
		slot := k.Table[i*slotSize:]
		family := uint64(slot[4]) | uint64(slot[5])<<8
		if family == 0 {
			return unknownHash
		}
		if family == alone && uint32(h>>32) == le32(slot) {
			return h
		}
		if uint32(h>>32) == le32(slot) {
			return mix(stemSalt, family)
		}
	}
}

// alone is the family of the little words, each of which is its own.
const alone = 0xFFFF

var unknownHash = hash("?", kinSalt)

func le32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// ReadKin makes the table from text: a line a family, its words apart by
// spaces; the first line is of those that are each their own.
func ReadKin(text string) (*Kin, error) {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	words := len(strings.Fields(text))
	slots := uint64(1)
	for slots < uint64(words)*2 {
		slots *= 2
	}
	table := make([]byte, slots*slotSize)
	for n, line := range lines {
		family := uint16(n)
		if n == 0 {
			family = alone
		}
		if n >= alone {
			return nil, fmt.Errorf("more than %d families", alone-1)
		}
		for _, w := range strings.Fields(line) {
			h := hash(w, 0)
			i := h % slots
			for binary.LittleEndian.Uint16(table[i*slotSize+4:]) != 0 {
				i = (i + 1) % slots
			}
			binary.LittleEndian.PutUint32(table[i*slotSize:], uint32(h>>32))
			binary.LittleEndian.PutUint16(table[i*slotSize+4:], family)
		}
	}
	return &Kin{string(table)}, nil
}
