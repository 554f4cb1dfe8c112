package gitstore

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// settings is git configuration in the order in which it was read. Keys are
// canonical ("color.ui", "remote.Origin.url"): section and name in lower case,
// the subsection as it was written.
type settings struct {
	keys   []string
	values map[string][]string
}

func (s *settings) add(key, value string) {
	if s.values == nil {
		s.values = map[string][]string{}
	}
	if _, seen := s.values[key]; !seen {
		s.keys = append(s.keys, key)
	}
	s.values[key] = append(s.values[key], value)
}

// get returns the last value of a key, as git does.
func (s *settings) get(key string) (string, bool) {
	all := s.values[canonicalKey(key)]
	if len(all) == 0 {
		return "", false
	}
	return all[len(all)-1], true
}

// isTrue reads a boolean as git does; an absent or malformed one is false.
func (s *settings) isTrue(key string) bool {
	value, _ := s.get(key)
	switch strings.ToLower(value) {
	case "true", "yes", "on", "1":
		return true
	}
	return false
}

// isFalse reports a boolean that is set, and to false.
func (s *settings) isFalse(key string) bool {
	value, set := s.get(key)
	switch strings.ToLower(value) {
	case "false", "no", "off", "0", "":
		return set
	}
	return false
}

func canonicalKey(key string) string {
	first, last := strings.IndexByte(key, '.'), strings.LastIndexByte(key, '.')
	if first < 0 {
		return strings.ToLower(key)
	}
	return strings.ToLower(key[:first]) + key[first:last] + strings.ToLower(key[last:])
}

// parseConfig reads one configuration file and calls found for each variable
// in order. A variable without "=" has the value "true", which is what it
// means. It is our own because the reader that comes with go-git refuses files
// that git accepts ("[core] bare = false" on one line) and loses the order in
// which sections and includes interleave. Grammar: git-config(1), "Syntax".
func parseConfig(text []byte, found func(key, value string) error) error {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	p := &configParser{rest: string(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))}
	for {
		p.rest = strings.TrimLeft(p.rest, " \t\n\v\f\r")
		switch {
		case p.rest == "":
			return nil
		case p.rest[0] == '#' || p.rest[0] == ';':
			_, p.rest, _ = strings.Cut(p.rest, "\n")
		case p.rest[0] == '[':
			if err := p.section(); err != nil {
				return err
			}
		default:
			if err := p.variable(found); err != nil {
				return err
			}
		}
	}
}

var errConfigSyntax = errors.New("malformed git configuration")

type configParser struct {
	rest   string
	prefix string // "section." or "section.Subsection."
}

// section reads "[name]" or "[name "sub"]"; the old "[name.sub]" is all lower case.
func (p *configParser) section() error {
	end := strings.IndexAny(p.rest, "] \t\n")
	if end < 0 || p.rest[end] == '\n' {
		return fmt.Errorf("%w: unfinished section header", errConfigSyntax)
	}
	p.prefix = strings.ToLower(p.rest[1:end]) + "."
	p.rest = strings.TrimLeft(p.rest[end:], " \t")
	if strings.HasPrefix(p.rest, "]") {
		p.rest = p.rest[1:]
		return nil
	}
	var sub strings.Builder
	for i := 1; i < len(p.rest) && p.rest[0] == '"'; i++ {
		switch c := p.rest[i]; {
		case c == '\n':
			return fmt.Errorf("%w: newline in a section header", errConfigSyntax)
		case c == '\\' && i+1 < len(p.rest):
			i++
			sub.WriteByte(p.rest[i])
		case c == '"' && strings.HasPrefix(p.rest[i+1:], "]"):
			p.prefix += sub.String() + "."
			p.rest = p.rest[i+2:]
			return nil
		default:
			sub.WriteByte(c)
		}
	}
	return fmt.Errorf("%w: unfinished section header", errConfigSyntax)
}

// variable reads "name", or "name = value" with quotes, escapes, comments and
// continued lines.
func (p *configParser) variable(found func(key, value string) error) error {
	end := 0
	for end < len(p.rest) && isKeyByte(p.rest[end]) {
		end++
	}
	if end == 0 || p.rest[0]|0x20 < 'a' { // a name begins with a letter; one outside any section is odd, and accepted
		return fmt.Errorf("%w: unexpected %q", errConfigSyntax, firstLine(p.rest))
	}
	key := p.prefix + strings.ToLower(p.rest[:end])
	p.rest = strings.TrimLeft(p.rest[end:], " \t")
	if !strings.HasPrefix(p.rest, "=") {
		if p.rest != "" && p.rest[0] != '\n' {
			return fmt.Errorf("%w: no %q after %q", errConfigSyntax, "=", key)
		}
		return found(key, "true")
	}
	p.rest = p.rest[1:]
	value, err := p.value()
	if err != nil {
		return fmt.Errorf("%w (%s)", err, key)
	}
	return found(key, value)
}

// value reads to the end of the logical line. Blanks around the value are
// dropped unless quoted.
func (p *configParser) value() (string, error) {
	p.rest = strings.TrimLeft(p.rest, " \t")
	escapes := map[byte]string{'n': "\n", 't': "\t", 'b': "\b", '"': `"`, '\\': `\`, '\n': ""}
	var out strings.Builder
	keep, quoted, i := 0, false, 0 // keep: length that trailing blanks may not cut into
	for ; i < len(p.rest) && p.rest[i] != '\n'; i++ {
		c := p.rest[i]
		switch {
		case c == '"':
			quoted = !quoted
			keep = out.Len()
			continue
		case !quoted && (c == '#' || c == ';'):
			_, p.rest, _ = strings.Cut(p.rest[i:], "\n")
			return out.String()[:keep], nil
		case c == '\\':
			i++
			if i == len(p.rest) {
				return "", fmt.Errorf("%w: unfinished escape", errConfigSyntax)
			}
			plain, known := escapes[p.rest[i]]
			if !known {
				return "", fmt.Errorf("%w: unknown escape", errConfigSyntax)
			}
			out.WriteString(plain)
			keep = out.Len()
			continue
		}
		out.WriteByte(c)
		if quoted || c != ' ' && c != '\t' {
			keep = out.Len()
		}
	}
	if quoted {
		return "", fmt.Errorf("%w: unfinished quote", errConfigSyntax)
	}
	p.rest = p.rest[i:]
	return out.String()[:keep], nil
}

func isKeyByte(c byte) bool {
	return c == '-' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
