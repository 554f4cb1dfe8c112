package gitstore

import (
	"bytes"
	"compress/zlib"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// encodePack writes objects as a pack without deltas, the form in which git
// takes many of them in one process whatever its hash and its storage
// (gitformat-pack(5)). width is the length of the repository's ids in hex.
func encodePack(objects []object, width int) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("PACK")
	head := binary.BigEndian.AppendUint32(nil, 2) // version
	out.Write(binary.BigEndian.AppendUint32(head, uint32(len(objects))))
	for _, o := range objects {
		size := len(o.data)
		b := byte(slices.Index(packKinds[:], o.kind))<<4 | byte(size&15)
		for size >>= 4; size > 0; size >>= 7 {
			out.WriteByte(b | 0x80)
			b = byte(size & 0x7f)
		}
		out.WriteByte(b)
		z := zlib.NewWriter(&out)
		if _, err := z.Write(o.data); err != nil {
			return nil, err
		}
		if err := z.Close(); err != nil {
			return nil, err
		}
	}
	if width == 64 {
		sum := sha256.Sum256(out.Bytes())
		out.Write(sum[:])
	} else {
		sum := sha1.Sum(out.Bytes())
		out.Write(sum[:])
	}
	return out.Bytes(), nil
}
