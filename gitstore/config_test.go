package gitstore

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestParseConfig: our reader finds what "git config --list" finds, and refuses
// what git refuses.
func TestParseConfig(t *testing.T) {
	t.Parallel()
	dir := newFolder(t)
	for name, text := range map[string]string{
		"plain":         "[core]\n\tbare = false\n\tEditor = vi\n",
		"one line":      "[core] bare = false\n[a]b=c\n",
		"no value":      "[core]\n\tbare\n[a] b\n[c]\nd\n\n",
		"empty value":   "[core]\n\tbare =\n\tx = \n",
		"subsections":   "[remote \"Origin\"]\n\turl = x\n[branch \"a.b c\"] merge = y\n[Section.Sub]\nkey = z\n[x \"q\\\"u\\\\o\"]\nk=v\n",
		"comments":      "# one\n; two\n[a]\nb = c # d\ne = \"f # g\" ; h\n",
		"escapes":       "[a]\nb = \"tab\\there\\nline\"\nc = x\\\\y\nd = \\\"quoted\\\"\n",
		"continued":     "[a]\nb = one \\\n  two\nc = \"three \\\nfour\"\n",
		"blanks":        "[a]\nb =   spaced out   \nc = \"  kept  \"  \nd = in\"si\"de\ne = \" x \" y \n",
		"CRLF":          "[a]\r\nb = c\r\n[d]\r\ne = f\r\n",
		"BOM":           "\xef\xbb\xbf[a]\nb = c\n",
		"twice":         "[a]\nb = 1\n[c]\nd = 2\n[a]\nb = 3\n",
		"no newline":    "[a]\nb = c",
		"empty":         "",
		"open header":   "[a\nb = c\n",
		"open sub":      "[a \"b]\nc = d\n",
		"open quote":    "[a]\nb = \"c\n",
		"bad escape":    "[a]\nb = \\q\n",
		"no section":    "b = c\n",
		"said after":    "[c] d # said\n",
		"bad key":       "[a]\n1b = c\n",
		"stray words":   "[a]\nb c\n",
		"high section":  "[COLOR]\nUI = Auto\n",
		"sub then junk": "[a \"b\"x]\nc = d\n",
	} {
		dir.write("config", text)
		var want []string
		out, refused := dir.tryGit("config", "--file", "config", "--list", "-z")
		for item := range nulTerminated([]byte(out)) {
			key, value, set := strings.Cut(item, "\n")
			if !set {
				value = "true"
			}
			want = append(want, key+"="+value)
		}
		var got []string
		err := parseConfig([]byte(text), func(k, v string) error { got = append(got, k+"="+v); return nil })
		if (err != nil) != (refused != nil) {
			t.Errorf("%s: %v, git: %v", name, err, refused)
		} else if diff := cmp.Diff(want, got); err == nil && diff != "" {
			t.Errorf("%s (-git +ours):\n%s", name, diff)
		}
	}
}

// TestConfigScopes: with git and without, a variable has the value of the
// strongest scope, through includes.
func TestConfigScopes(t *testing.T) {
	s := newRepo(t, history)
	home := t.TempDir()
	t.Setenv("HOME", home)
	os.Unsetenv("GIT_CONFIG_GLOBAL")
	defer os.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	outside := &sandbox{t, home}
	outside.write(".config/git/config", "[scene]\nxdg = yes\nover = xdg\n")
	outside.write(".gitconfig", "[scene]\nover = user\nafter = user\n[include]\npath = more\n[includeIf \"gitdir:"+filepath.ToSlash(s.dir)+"/\"]\npath = here\n"+
		"[includeIf \"gitdir:/elsewhere/\"]\npath = nothere\n[includeIf \"onbranch:ma*\"]\npath = ~/branch\n[scene]\nlast = user\n[color]\nui = always\n")
	outside.write("more", "[scene]\nincluded = yes\nlast = more\n[include]\npath = ../"+filepath.Base(home)+"/deeper\n")
	outside.write("deeper", "[scene]\ndeeper = yes\n")
	outside.write("here", "[scene]\nhere = yes\n")
	outside.write("nothere", "[scene]\nnothere = yes\n")
	outside.write("branch", "[scene]\nbranch = yes\n")
	s.git("config", "scene.over", "local")
	s.git("config", "scene.Sub.Key", "kept")
	t.Setenv("GIT_CONFIG_COUNT", "1")
	t.Setenv("GIT_CONFIG_KEY_0", "Scene.Command")
	t.Setenv("GIT_CONFIG_VALUE_0", "yes")
	for name, o := range map[string]options{"with git": {}, "without git": {noGit: true}} {
		r := must[*Repository](t)(open(s.dir, o))
		for key, want := range map[string]string{
			"scene.xdg": "yes", "scene.over": "local", "scene.after": "user", "scene.included": "yes", "scene.last": "user", "scene.deeper": "yes",
			"scene.here": "yes", "scene.nothere": "", "scene.branch": "yes", "scene.command": "yes", "SCENE.Command": "yes", "color.ui": "always",
			"scene.Sub.key": "kept", "scene.sub.key": "", "core.bare": "false", "nonsense": "",
		} {
			got, set := r.Config(key)
			if got != want || set != (want != "") {
				t.Errorf("%s: %s = %q (%v), want %q", name, key, got, set, want)
			}
			if git, _ := s.tryGit("config", "--get", key); git != want {
				t.Errorf("git says %s = %q: the test is wrong", key, git)
			}
		}
	}
}

func TestBooleans(t *testing.T) {
	t.Parallel()
	s := &settings{}
	for _, v := range []string{"true", "YES", "on", "1", "false", "No", "off", "0", "", "maybe"} {
		s.add("v."+strings.ToLower(v), v)
	}
	for value, want := range map[string][2]bool{"true": {true, false}, "yes": {true, false}, "on": {true, false}, "1": {true, false},
		"false": {false, true}, "no": {false, true}, "off": {false, true}, "0": {false, true}, "": {false, true}, "maybe": {false, false}, "unset": {false, false}} {
		if got := [2]bool{s.isTrue("v." + value), s.isFalse("v." + value)}; got != want {
			t.Errorf("%q is true, false: %v, want %v", value, got, want)
		}
	}
}
