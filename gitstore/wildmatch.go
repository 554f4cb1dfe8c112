package gitstore

import "strings"

// wildFlags change how wildMatch reads a pattern.
type wildFlags uint8

const (
	wildPath wildFlags = 1 << iota // "*" and "?" stop at slashes, "**/" spans folders
	wildFold                       // letters match in either case
)

// wildMatch reports whether a git pattern matches all of text. Ignore files,
// path limits and conditional includes share these patterns; the rules are
// those of git's wildmatch.c, by bytes, and differ from path.Match: "**",
// "[!a]", "[[:digit:]]", and a malformed pattern matches nothing instead of
// being an error.
func wildMatch(pattern, text string, flags wildFlags) bool {
	if flags&wildFold != 0 {
		text = foldASCII(text) // as git does it, which leaves "[A]" and "\\A" to match nothing
	}
	return wild(pattern, pattern, text, flags) == wildYes
}

// wildVerdict tells stars further left whether it is worth trying again. Without
// the last two, a pattern of many stars takes time exponential in their number.
type wildVerdict int

const (
	wildNo      wildVerdict = iota // not from here, perhaps from further right
	wildYes                        // matched
	wildNever                      // the text ended: from nowhere further right
	wildFolders                    // a slash stopped a star: only a star that crosses slashes may try again
)

// wild matches the rest p of a whole pattern against text.
func wild(whole, p, text string, flags wildFlags) wildVerdict {
	for ; p != ""; text = text[1:] {
		if p[0] == '*' {
			return wildStar(whole, p, text, flags)
		}
		if text == "" {
			return wildNever
		}
		ok := false
		switch p[0] {
		case '?':
			ok, p = flags&wildPath == 0 || text[0] != '/', p[1:]
		case '[':
			p, ok = wildClass(p[1:], text[0], flags)
			ok = ok && (flags&wildPath == 0 || text[0] != '/')
		case '\\':
			ok = len(p) > 1 && p[1] == text[0]
			p = p[min(2, len(p)):]
		default:
			c := p[0]
			if flags&wildFold != 0 && 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			ok, p = c == text[0], p[1:]
		}
		if !ok {
			return wildNo
		}
	}
	if text != "" {
		return wildNo
	}
	return wildYes
}

// wildStar matches p, which begins with one star or more. With wildPath, "**"
// alone between slashes (or at an end) spans folders, "**/" none or more of
// them; other stars do not cross a slash.
func wildStar(whole, p, text string, flags wildFlags) wildVerdict {
	rest := strings.TrimLeft(p, "*")
	spans := flags&wildPath == 0
	if !spans && len(p)-len(rest) >= 2 {
		before := whole[:len(whole)-len(p)]
		opens := before == "" || strings.HasSuffix(before, "/")
		closes := rest == "" || rest[0] == '/' || strings.HasPrefix(rest, `\/`)
		spans = opens && closes
		if spans && strings.HasPrefix(rest, "/") && wild(whole, rest[1:], text, flags) == wildYes {
			return wildYes // "a/**/b" matches "a/b"
		}
	}
	if rest == "" {
		if spans || !strings.Contains(text, "/") {
			return wildYes
		}
		return wildFolders
	}
	for ; text != ""; text = text[1:] {
		switch verdict := wild(whole, rest, text, flags); {
		case verdict == wildYes, verdict == wildNever, verdict == wildFolders && !spans:
			return verdict
		case verdict == wildNo && !spans && text[0] == '/':
			return wildFolders
		}
	}
	return wildNever
}

// wildClass matches c against a class whose "[" has been read, and returns
// what follows its "]". ok is false for no match and for an unfinished class.
func wildClass(p string, c byte, flags wildFlags) (rest string, ok bool) {
	negate := p != "" && (p[0] == '!' || p[0] == '^')
	if negate {
		p = p[1:]
	}
	matched := false
	previous, hasPrevious := byte(0), false
	for first := true; first || p == "" || p[0] != ']'; first = false {
		if p == "" {
			return "", false
		}
		if name, after, named := className(p); named {
			in, known := inClass(name, c, flags)
			if !known {
				return "", false
			}
			matched = matched || in
			p, hasPrevious = after, false
			continue
		}
		if p[0] == '-' && hasPrevious && len(p) > 1 && p[1] != ']' {
			high, after, valid := classByte(p[1:])
			if !valid {
				return "", false
			}
			matched = matched || previous <= c && c <= high || flags&wildFold != 0 && previous <= upper(c) && upper(c) <= high
			p, hasPrevious = after, false
			continue
		}
		one, after, valid := classByte(p)
		if !valid {
			return "", false
		}
		matched = matched || one == c
		p, previous, hasPrevious = after, one, true
	}
	return p[1:], matched != negate
}

// classByte reads one byte of a class, which a backslash makes literal.
func classByte(p string) (c byte, rest string, ok bool) {
	if p[0] == '\\' {
		if p = p[1:]; p == "" {
			return 0, "", false
		}
	}
	return p[0], p[1:], true
}

// className reads "[:name:]" inside a class.
func className(p string) (name, rest string, ok bool) {
	if !strings.HasPrefix(p, "[:") {
		return "", "", false
	}
	end := strings.IndexByte(p, ']')
	if end < 3 || p[end-1] != ':' {
		return "", "", false // git reads "[" as itself then
	}
	return p[2 : end-1], p[end+1:], true
}

func inClass(name string, c byte, flags wildFlags) (in, known bool) {
	lower, up, digit := 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9'
	switch name {
	case "alnum":
		return lower || up || digit, true
	case "alpha":
		return lower || up, true
	case "blank":
		return c == ' ' || c == '\t', true
	case "cntrl":
		return c < 0x20 || c == 0x7f, true
	case "digit":
		return digit, true
	case "graph":
		return 0x20 < c && c < 0x7f, true
	case "lower":
		return lower, true
	case "print":
		return 0x20 <= c && c < 0x7f, true
	case "punct":
		return 0x20 < c && c < 0x7f && !lower && !up && !digit, true
	case "space":
		return c == ' ' || '\t' <= c && c <= '\r', true
	case "upper":
		return up || flags&wildFold != 0 && lower, true
	case "xdigit":
		return digit || 'a' <= c|0x20 && c|0x20 <= 'f', true
	}
	return false, false
}

func upper(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func foldASCII(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return 'A' <= r && r <= 'Z' }) < 0 {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
