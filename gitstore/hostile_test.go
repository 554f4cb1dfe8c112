package gitstore

import (
	"bytes"
	"compress/zlib"
	"crypto/sha1"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// deflated is a text as zlib keeps it.
func deflated(text []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write(text)
	w.Close()
	return b.Bytes()
}

// packedEntry is an entry of a pack: its kind, the length that it claims, what
// stands before its content, and the content.
func packedEntry(kind byte, size uint64, before, text []byte) []byte {
	c := kind<<4 | byte(size&15)
	var head []byte
	for size >>= 4; size > 0; size >>= 7 {
		head = append(head, c|0x80)
		c = byte(size & 0x7f)
	}
	return append(append(append(head, c), before...), deflated(text)...)
}

// hostileID is the id under which a pack of one object keeps it.
const hostileID = "abababababababababababababababababababab"

// writePack writes a pack whose entry at byte 12 has hostileID, and its index.
func (s *sandbox) writePack(entries ...[]byte) {
	s.t.Helper()
	pack := append([]byte("PACK\x00\x00\x00\x02\x00\x00\x00\x01"), bytes.Join(entries, nil)...)
	sum := sha1.Sum(pack)
	pack = append(pack, sum[:]...)
	id, _ := hex.DecodeString(hostileID)
	index := []byte(indexHead)
	for first := range 256 {
		n := uint32(0)
		if first >= int(id[0]) {
			n = 1
		}
		index = binary.BigEndian.AppendUint32(index, n)
	}
	index = append(append(index, id...), 0, 0, 0, 0, 0, 0, 0, 12)
	index = append(index, sum[:]...)
	own := sha1.Sum(index)
	base := filepath.Join(s.dir, ".git/objects/pack/pack-"+hex.EncodeToString(sum[:]))
	if err := errors.Join(os.MkdirAll(filepath.Dir(base), 0o755),
		os.WriteFile(base+".pack", pack, 0o644), os.WriteFile(base+".idx", append(index, own[:]...), 0o644)); err != nil {
		s.t.Fatal(err)
	}
}

// TestHostilePacks: a pack that lies about lengths and places is an error, of
// the short cut and of the whole engine; nothing panics, runs without end, or
// asks for the memory that the pack names.
func TestHostilePacks(t *testing.T) {
	t.Parallel()
	grows := append(binary.AppendUvarint([]byte{5}, 1<<50), 0x80|0x10, 5) // 5 bytes made to 2^50
	for name, entries := range map[string][][]byte{
		"a length past all memory":      {packedEntry(3, 1<<50, nil, []byte("text"))},
		"a length past all numbers":     {append(bytes.Repeat([]byte{0xff}, 40), deflated(nil)...)},
		"longer than it says":           {packedEntry(3, 2, nil, []byte("text"))},
		"shorter than it says":          {packedEntry(3, 9, nil, []byte("text"))},
		"no kind":                       {packedEntry(5, 4, nil, []byte("text"))},
		"changes to itself":             {packedEntry(packOffsetDelta, 4, []byte{0}, []byte("text"))},
		"changes to what lies before":   {packedEntry(packOffsetDelta, 4, []byte{13}, []byte("text"))},
		"changes to the pack's head":    {packedEntry(packOffsetDelta, 4, []byte{12}, []byte("text"))},
		"changes to the far past":       {packedEntry(packOffsetDelta, 4, bytes.Repeat([]byte{0xff}, 40), []byte("text"))},
		"changes to its own id":         {packedEntry(packIDDelta, 4, bytes.Repeat([]byte{0xab}, 20), []byte("text"))},
		"not the object it is named as": {packedEntry(3, 4, nil, []byte("text"))},
		"nothing behind the head":       {},
	} {
		s := newRepo(t, "")
		s.writePack(entries...)
		refuses(t, name, s)
	}
	if _, err := change([]byte("hello"), grows); err == nil {
		t.Error("changes that make a petabyte were made")
	}
}

// TestHostileLoose: so is a file of an object that lies about its length.
func TestHostileLoose(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "blob", "blob 4", "blob 4\x00abc", "blob 4\x00abcde", "blob -4\x00", "blob +4\x00text",
		"blob 1125899906842624\x00", "blob 9223372036854775807\x00", "blob 99999999999999999999\x00", "tale 4\x00text"} {
		s := newRepo(t, "")
		s.write(".git/objects/ab/"+hostileID[2:], string(deflated([]byte(text))))
		refuses(t, text, s)
	}
}

func refuses(t *testing.T, name string, s *sandbox) {
	t.Helper()
	d := newDirect(filepath.Join(s.dir, ".git"))
	defer d.close()
	if _, ok, _ := d.object(hostileID); ok {
		t.Errorf("%s: the short cut read it", name)
	}
	if _, err := s.openWith(engineGoGit).engine.object(hostileID); err == nil || hintOf(err) == "" {
		t.Errorf("%s: the engine says %v, want an error with a hint", name, err)
	}
}
