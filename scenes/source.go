package scenes

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/maphash"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// source is one file as lines of UTF-8, whatever bytes it was kept in.
type source struct {
	path     string
	encoding string
	lines    []string // without their ends; at least one
	breaks   []string // lines that part scenes by the author's word
}

// isBreak says whether the author named a line as one that parts scenes.
func (s *source) isBreak(line string) bool {
	return len(s.breaks) > 0 && slices.Contains(s.breaks, strings.TrimSpace(line))
}

var (
	errBinary  = errors.New("binary data, not text")
	errPointer = errors.New("a pointer of Git LFS: the text itself is kept elsewhere")
)

// pointerHead begins a file that stands for another one (Git LFS, version 1);
// a pointer is never longer than pointerSize bytes.
const (
	pointerHead = "version https://git-lfs.github.com/spec/"
	pointerSize = 1024
)

// strayZeros is how many bytes of text there must be for each zero byte among
// them: old disks left some behind.
const strayZeros = 1000

// newSource decodes a file. Line ends may be LF, CRLF or CR alone.
//
// A byte order mark decides; else text that is valid UTF-8 is UTF-8; else
// zero bytes at every other place mean UTF-16; other zero bytes, but for a
// stray one, mean that this is no text at all. What remains is read as Windows-1252, which holds
// Latin-1 and the curly quotes that old word processors wrote; every byte
// means something in it, so nothing is lost, and the caller says what was done.
//
// A pointer to a text that is not here is not taken for one.
func newSource(path string, data []byte) (*source, error) {
	if len(data) < pointerSize && bytes.HasPrefix(data, []byte(pointerHead)) {
		return nil, errPointer
	}
	text, encoding, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	return &source{path: path, encoding: encoding, lines: splitLines(text)}, nil
}

func decodeText(data []byte) (text, encoding string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data, encoding = data[3:], "utf-8 with BOM"
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], binary.LittleEndian), "utf-16le", nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], binary.BigEndian), "utf-16be", nil
	default:
		encoding = "utf-8"
	}
	if zero := bytes.IndexByte(data, 0); zero >= 0 {
		if encoding == "utf-8" && looksUTF16(data) {
			if zero%2 == 1 { // the high byte, zero in Latin text, comes second
				return decodeUTF16(data, binary.LittleEndian), "utf-16le", nil
			}
			return decodeUTF16(data, binary.BigEndian), "utf-16be", nil
		}
		if bytes.Count(data, []byte{0}) > len(data)/strayZeros {
			return "", "", errBinary
		}
		data = bytes.ReplaceAll(data, []byte{0}, []byte(" "))
	}
	if utf8.Valid(data) {
		return string(data), encoding, nil
	}
	decoded, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", "", errBinary
	}
	return string(decoded), "windows-1252", nil
}

// looksUTF16 says whether most pairs of bytes at the file's start are a
// letter and a zero, as in UTF-16 text of a Latin script without its mark.
func looksUTF16(data []byte) bool {
	head := data[:min(len(data), 512)&^1]
	zeros := [2]int{}
	for i, c := range head {
		if c == 0 {
			zeros[i%2]++
		}
	}
	pairs := len(head) / 2
	return pairs > 0 && max(zeros[0], zeros[1]) > pairs*3/4 && min(zeros[0], zeros[1]) < pairs/8
}

// decodeUTF16 decodes pairs of bytes after any byte order mark. An odd last
// byte is dropped: it is no character.
func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// splitLines cuts text at LF, CRLF and CR.
func splitLines(text string) []string {
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(text, "\r\n", "\n")
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return strings.Split(text, "\n")
}

// layoutSeed makes layouts comparable within one process; they are never stored.
var layoutSeed = maphash.MakeSeed()

// layout hashes lines from first to last (1-based, inclusive) byte by byte.
func (s *source) layout(first, last int) uint64 {
	var h maphash.Hash
	h.SetSeed(layoutSeed)
	for _, line := range s.lines[max(first-1, 0):min(last, len(s.lines))] {
		h.WriteString(line)
		h.WriteByte('\n')
	}
	return h.Sum64()
}
