package gitstore

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/packfile"
)

// pack is a pack and its index, read where they lie: the index of a long
// history is many megabytes, and a comparison asks for a few of its lines.
// The formats are those of gitformat-pack(5); of indexes version 2, which git
// has written since 2008.
type pack struct {
	index, data *os.File
	size        int64 // of data, in bytes
	count       int64 // of its objects
}

// The parts of an index: a header; for each first byte, how many ids begin
// with it or a lower one; the ids in order; their checksums; their places in
// the pack. A place past 2 GB stands in a list behind these.
const (
	indexHead  = "\xfftOc\x00\x00\x00\x02"
	indexFan   = int64(len(indexHead))
	indexIDs   = indexFan + 256*4
	idWidth    = 20
	indexCheck = 4
	farPlace   = 1 << 31
)

// openPacks opens the packs of a folder. One that can't be read is left out.
func openPacks(dir string) []*pack {
	entries, _ := os.ReadDir(dir)
	var packs []*pack
	for _, e := range entries {
		if base, ok := strings.CutSuffix(e.Name(), ".idx"); ok {
			if p := openPack(filepath.Join(dir, base)); p != nil {
				packs = append(packs, p)
			}
		}
	}
	return packs
}

func openPack(base string) *pack {
	index, err := os.Open(base + ".idx")
	if err != nil {
		return nil
	}
	data, err := os.Open(base + ".pack")
	if err != nil {
		index.Close()
		return nil
	}
	p := &pack{index: index, data: data}
	head := make([]byte, indexIDs)
	info, err := data.Stat()
	if _, readErr := index.ReadAt(head, 0); err != nil || readErr != nil || !bytes.HasPrefix(head, []byte(indexHead)) {
		p.close()
		return nil
	}
	p.size, p.count = info.Size(), int64(binary.BigEndian.Uint32(head[indexIDs-4:]))
	return p
}

func (p *pack) close() error { return errors.Join(p.index.Close(), p.data.Close()) }

// find is where in the pack an object lies.
func (p *pack) find(id string) (place int64, ok bool) {
	want, err := hex.DecodeString(id)
	if err != nil || len(want) != idWidth {
		return 0, false
	}
	from := int64(0)
	if want[0] > 0 {
		from = p.number(indexFan + 4*int64(want[0]-1))
	}
	to := p.number(indexFan + 4*int64(want[0]))
	got := make([]byte, idWidth)
	n := sort.Search(int(to-from), func(i int) bool {
		_, err := p.index.ReadAt(got, indexIDs+(from+int64(i))*idWidth)
		return err != nil || bytes.Compare(got, want) >= 0
	})
	at := from + int64(n)
	if _, err := p.index.ReadAt(got, indexIDs+at*idWidth); err != nil || at >= to || !bytes.Equal(got, want) {
		return 0, false
	}
	return p.place(at), true
}

// place is where the object with a number lies; an impossible place where the
// index is damaged.
func (p *pack) place(n int64) int64 {
	places := indexIDs + p.count*(idWidth+indexCheck)
	at := p.number(places + 4*n)
	if at < farPlace {
		return at
	}
	far := places + 4*p.count + 8*(at-farPlace)
	high, low := p.number(far), p.number(far+4)
	if high < 0 || low < 0 {
		return -1
	}
	return high<<32 | low
}

// number is a number of four bytes in the index, -1 where there is none.
func (p *pack) number(at int64) int64 {
	var b [4]byte
	if _, err := p.index.ReadAt(b[:], at); err != nil {
		return -1
	}
	return int64(binary.BigEndian.Uint32(b[:]))
}

// The types of a pack's entries.
const (
	packOffsetDelta = 6 // the changes to an object that lies some bytes before
	packIDDelta     = 7 // the changes to an object with an id
)

// packKinds are the kinds of whole objects, by the type of their entry.
var packKinds = [8]string{1: kindCommit, 2: kindTree, 3: kindBlob, 4: kindTag}

// object reads the entry at a place: an object whole, or what must be changed
// in another, which may be such changes itself. All that is held on the way is
// bounded together, and so is the way: it may lead in a circle.
func (p *pack) object(at int64) (object, error) {
	var deltas [][]byte
	for held := 0; held <= maxObject && len(deltas) <= mostDeltas; {
		e, err := p.entry(at)
		if err != nil {
			return object{}, err
		}
		if kind := packKinds[e.kind]; kind != "" {
			for _, d := range slices.Backward(deltas) {
				if e.data, err = change(e.data, d); err != nil {
					return object{}, err
				}
			}
			return object{kind: kind, data: e.data}, nil
		}
		deltas = append(deltas, e.data)
		held += len(e.data)
		at = e.base
	}
	return object{}, errBase
}

// mostDeltas is how many changes to changes git writes at the most.
const mostDeltas = 4095

// change makes changes to an object. They begin with its length and that of
// what they make of it: seven bytes of them can stand for 16 MB.
func change(base, delta []byte) ([]byte, error) {
	_, n := binary.Uvarint(delta)
	size, m := binary.Uvarint(delta[max(n, 0):])
	if n <= 0 || m <= 0 || size > maxObject {
		return nil, errSize
	}
	return packfile.PatchDelta(base, delta)
}

// packEntry is an entry of a pack without its header.
type packEntry struct {
	kind byte
	base int64 // of changes: where the object lies that they are made to
	data []byte
}

func (p *pack) entry(at int64) (packEntry, error) {
	if at < 0 || at >= p.size {
		return packEntry{}, errHeader
	}
	in := borrow(io.NewSectionReader(p.data, at, p.size-at))
	defer in.giveBack()
	c, err := in.from.ReadByte()
	if err != nil {
		return packEntry{}, err
	}
	e := packEntry{kind: c >> 4 & 7}
	size := int64(c & 15)
	for shift := 4; c >= 0x80; shift += 7 {
		if c, err = in.from.ReadByte(); err != nil || shift > 56 {
			return packEntry{}, errHeader
		}
		size |= int64(c&0x7f) << shift
	}
	if e.base, err = p.base(in, e.kind, at); err != nil {
		return packEntry{}, err
	}
	if err = in.open(); err != nil {
		return packEntry{}, err
	}
	e.data, err = take(in, size)
	return e, err
}

// base reads where the object lies to which an entry's changes are made, in the
// same pack.
func (p *pack) base(in *inflater, kind byte, at int64) (int64, error) {
	switch kind {
	case packOffsetDelta:
		back, c := int64(-1), byte(0x80)
		for c >= 0x80 {
			var err error
			if c, err = in.from.ReadByte(); err != nil || back > math.MaxInt64>>8 {
				return 0, errHeader
			}
			back = (back+1)<<7 | int64(c&0x7f)
		}
		if back <= 0 || back > at {
			return 0, errBase
		}
		return at - back, nil
	case packIDDelta:
		var id [idWidth]byte
		if _, err := io.ReadFull(in.from, id[:]); err != nil {
			return 0, errHeader
		}
		if base, ok := p.find(hex.EncodeToString(id[:])); ok {
			return base, nil
		}
		return 0, errBase
	}
	if packKinds[kind] == "" {
		return 0, errHeader
	}
	return 0, nil
}
