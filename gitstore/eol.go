package gitstore

import "bytes"

// eolRule is what git does to line ends when it takes a file in.
type eolRule int

const (
	eolKeep eolRule = iota // nothing
	eolAuto                // CRLF becomes LF, if the content looks like text and the index has no CRLF there
	eolText                // CRLF becomes LF
)

// storedForm is the content as git would store it under a rule. inIndex reads
// the content that the index has for the path (nil if none); it is asked only
// when the answer depends on it. The rules are those of git's convert.c
// (crlf_to_git), tested against "git hash-object".
func storedForm(data []byte, rule eolRule, inIndex func() []byte) []byte {
	if rule == eolKeep || !bytes.Contains(data, []byte("\r\n")) {
		return data
	}
	if rule == eolAuto {
		if looksBinary(data) {
			return data
		}
		// A file that was stored with CRLF stays so, or all of it would seem changed.
		if old := inIndex(); bytes.Contains(old, []byte("\r\n")) && !looksBinary(old) {
			return data
		}
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}

// looksBinary is git's guess (gather_stats, convert_is_binary): a NUL, a CR
// without LF, or more than one control character in 128 printable ones.
func looksBinary(data []byte) bool {
	printable, control := 0, 0
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '\r':
			if i+1 == len(data) || data[i+1] != '\n' {
				return true
			}
			i++
		case c == '\n':
		case c == 0:
			return true
		case c == '\b' || c == '\t' || c == 0x1b || c == '\f':
			printable++
		case c < 0x20 || c == 0x7f:
			control++
		default:
			printable++
		}
	}
	if len(data) > 0 && data[len(data)-1] == 0x1a { // the end-of-file mark of DOS
		control--
	}
	return printable>>7 < control
}
