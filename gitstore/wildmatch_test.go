package gitstore

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestWildMatch: the rules by example; ignore files and path limits are held
// against git itself in their own tests. Rows from git's t3070-wildmatch.
func TestWildMatch(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pattern, text string
		path, plain   bool // with wildPath, and without
	}{
		{"foo", "foo", true, true}, {"bar", "foo", false, false}, {"", "", true, true}, {"???", "foo", true, true}, {"??", "foo", false, false},
		{"*", "foo", true, true}, {"f*", "foo", true, true}, {"*f", "foo", false, false}, {"*foo*", "foo", true, true}, {"*ob*a*r*", "foobar", true, true},
		{"*ab", "aaaaaaabababab", true, true}, {`foo\*`, "foo*", true, true}, {`foo\*bar`, "foobar", false, false}, {`f\\oo`, `f\oo`, true, true},
		{"*[al]?", "ball", true, true}, {"[ten]", "ten", false, false}, {"**[!te]", "ten", true, true}, {"**[!ten]", "ten", false, false},
		{"t[a-g]n", "ten", true, true}, {"t[!a-g]n", "ten", false, false}, {"t[!a-g]n", "ton", true, true}, {"t[^a-g]n", "ton", true, true},
		{"a[]]b", "a]b", true, true}, {"a[]-]b", "a-b", true, true}, {"a[]-]b", "aab", false, false}, {"a[]a-]b", "aab", true, true}, {"]", "]", true, true},
		{"foo*bar", "foo/baz/bar", false, true}, {"foo**bar", "foo/baz/bar", false, true}, {"foo**bar", "foobazbar", true, true},
		{"foo/**/bar", "foo/baz/bar", true, true}, {"foo/**/**/bar", "foo/baz/bar", true, false}, {"foo/**/bar", "foo/b/a/z/bar", true, true},
		{"foo/**/bar", "foo/bar", true, false}, {"foo/**/**/bar", "foo/bar", true, false}, {"foo?bar", "foo/bar", false, true}, {"foo[/]bar", "foo/bar", false, true},
		{"foo[^a-z]bar", "foo/bar", false, true}, {"f[^eiu][^eiu][^eiu][^eiu][^eiu]r", "foo/bar", false, true}, {"**/foo", "foo", true, false}, {"**/foo", "XXX/foo", true, true},
		{"**/foo", "bar/baz/foo", true, true}, {"*/foo", "bar/baz/foo", false, true}, {"**/bar*", "foo/bar/baz", false, true}, {"**/bar/*", "deep/foo/bar/baz", true, true},
		{"**/bar/*", "deep/foo/bar/baz/", false, true}, {"**/bar/**", "deep/foo/bar/baz/", true, true}, {"**/bar/*", "deep/foo/bar", false, false}, {"*/bar/**", "foo/bar/baz/x", true, true},
		{"**/bar/*/*", "deep/foo/bar/baz/x", true, true}, {"[a-c]b*", "acrt", false, false}, {`a[\]]`, "a]", true, true}, {"[[:alpha:]][[:digit:]][[:upper:]]", "a1B", true, true},
		{"[[:digit:][:upper:][:space:]]", "a", false, false}, {"[[:digit:][:punct:][:space:]]", ".", true, true}, {"[[:foo:]]", "a", false, false}, {"[a-c[:digit:]x-z]", "5", true, true},
		{"[a-c[:digit:]x-z]", "q", false, false}, {`[\\-^]`, "]", true, true}, {`[\\-^]`, "[", false, false}, {`[\-_]`, "-", true, true}, {"a[]b", "a[]b", false, false},
		{"ab[", "ab[", false, false}, {"[!", "ab", false, false}, {"[-", "ab", false, false}, {"[-]", "-", true, true}, {"[a-", "-", false, false}, {"[!a-", "-", false, false},
		{"[--A]", "-", true, true}, {"[ --]", " ", true, true}, {"[,]", ",", true, true}, {`[\\,]`, `\`, true, true}, {"[[:lower:]-x]", "-", true, true},
		{"-*-*-*-*-*-*-12-*-*-*-m-*-*-*", "-adobe-courier-bold-o-normal--12-120-75-75-m-70-iso8859-1", true, true},
		{"XXX/*/*/*/*/*/*/12/*/*/*/m/*/*/*", "XXX/adobe/courier/bold/o/normal//12/120/75/75/m/70/iso8859/1", true, true},
		{"**/*a*b*g*n*t", "abcd/abcdefg/abcdefghijk/abcdefghijklmnop.txt", true, true}, {"*/*/*", "foo/bba/arr", true, true}, {"**/**/**", "foo/bb/aa/rr", true, true},
	} {
		if got := wildMatch(c.pattern, c.text, wildPath); got != c.path {
			t.Errorf("%q matches %q in paths: %v", c.pattern, c.text, got)
		}
		if got := wildMatch(c.pattern, c.text, 0); got != c.plain {
			t.Errorf("%q matches %q: %v", c.pattern, c.text, got)
		}
	}
	for pattern, text := range map[string]string{"a": "A", "A": "a", "[A-Z]": "a", "[a-z]": "A", "[[:upper:]]": "a", "*.MD": "x.md"} {
		if !wildMatch(pattern, text, wildFold|wildPath) || !wildMatch(pattern, text, wildFold) || wildMatch(pattern, text, 0) {
			t.Errorf("%q and %q: want a match in any case only", pattern, text)
		}
	}
}

// TestWildClasses holds the named classes against their definition, byte by byte.
func TestWildClasses(t *testing.T) {
	t.Parallel()
	for name, members := range map[string]string{
		"alnum": "azAZ09", "alpha": "azAZ", "blank": " \t", "cntrl": "\x01\x1f\x7f\n", "digit": "09", "graph": "!~a0", "lower": "az",
		"print": " !~a0", "punct": "!/:@[`{~", "space": " \t\n\v\f\r", "upper": "AZ", "xdigit": "09afAF",
	} {
		others := "\x80\xff" + map[string]string{"alnum": "! \n", "alpha": "0 !", "blank": "\na", "cntrl": " a", "digit": "aA/:", "graph": " \n\x7f", "lower": "A0`{",
			"print": "\n\x7f", "punct": "aA0 \n", "space": "a0\b", "upper": "a0@[", "xdigit": "gG/:"}[name]
		for i := range len(members) {
			if !wildMatch("[[:"+name+":]]", members[i:i+1], 0) || wildMatch("[![:"+name+":]]", members[i:i+1], 0) {
				t.Errorf("%q is not in %s", members[i], name)
			}
		}
		for i := range len(others) {
			if wildMatch("[[:"+name+":]]", others[i:i+1], 0) {
				t.Errorf("%q is in %s", others[i], name)
			}
		}
	}
}

// TestWildMatchEnds: no pattern, however made, panics or takes long.
func TestWildMatchEnds(t *testing.T) {
	start := time.Now()
	for _, flags := range []wildFlags{0, wildPath, wildPath | wildFold} {
		wildMatch(strings.Repeat("a*", 30)+"b", strings.Repeat("a", 200), flags)
		wildMatch(strings.Repeat("**/a", 12)+"/b", strings.Repeat("a/", 60), flags)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
	rapid.Check(t, func(t *rapid.T) {
		pattern := rapid.StringOfN(rapid.RuneFrom([]rune(`ab*?[]!^-\/:`)), 0, 12, -1).Draw(t, "pattern")
		text := rapid.StringOfN(rapid.RuneFrom([]rune(`ab/-]\`)), 0, 10, -1).Draw(t, "text")
		if wildMatch(pattern, text, wildPath) && !strings.Contains(pattern, "**/") && !wildMatch(pattern, text, 0) {
			t.Errorf("%q matches %q as a path and not as plain text", pattern, text)
		}
		literal := strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`).Replace(text)
		if !wildMatch(literal, text, wildPath) {
			t.Errorf("%q does not match %q", literal, text)
		}
	})
}
