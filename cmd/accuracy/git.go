package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
)

// gitRepo is a bare repository in a temporary folder, for one pair: the
// branches old and new hold the manuscripts, old-scenes and new-scenes a file
// for each scene.
type gitRepo struct{ dir string }

// git runs the installed program, out of reach of anybody's configuration.
func (g gitRepo) git(input []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"--git-dir=" + g.dir, "-c", "core.quotePath=false"}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "LC_ALL=C")
	cmd.Stdin = bytes.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(stderr.String()))
	}
	return out, nil
}

// openRepo makes the repository of a pair. Its caller removes the folder.
func openRepo(p *pair, names namer) (gitRepo, error) {
	dir, err := os.MkdirTemp("", "accuracy-")
	if err != nil {
		return gitRepo{}, err
	}
	g := gitRepo{dir}
	if _, err := g.git(nil, "init", "-q", "--bare", dir); err != nil {
		return g, err
	}
	var stream bytes.Buffer
	for side, branch := range []string{"old", "new"} {
		files, err := readTree(p.texts[side])
		if err != nil {
			return g, err
		}
		writeCommit(&stream, branch, files)
		writeCommit(&stream, branch+"-scenes", sceneFiles(p, side, files, names))
	}
	_, err = g.git(stream.Bytes(), "fast-import", "--quiet")
	return g, err
}

func (g gitRepo) remove() { os.RemoveAll(g.dir) }

func readTree(fsys fs.FS) (map[string]string, error) {
	files := map[string]string{}
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, p)
		files[p] = string(data)
		return err
	})
	return files, err
}

// writeCommit writes a branch with one commit for git's fast-import.
func writeCommit(w *bytes.Buffer, branch string, files map[string]string) {
	fmt.Fprintf(w, "commit refs/heads/%s\ncommitter a <a@example.org> 1735689600 +0000\ndata 0\ndeleteall\n", branch)
	for _, name := range sortedKeys(files) {
		fmt.Fprintf(w, "M 100644 inline %s\ndata %d\n%s\n", name, len(files[name]), files[name])
	}
}

// namer names the file of a scene: the same name on both sides makes a pair
// for git whatever the file holds.
type namer func(p *pair, side int, i int) string

// nameless gives no two scenes one name, so that git has only the text to go by.
func nameless(_ *pair, side int, i int) string {
	return fmt.Sprintf("%s-%04d.md", []string{"old", "new"}[side], i+1)
}

// titled names a scene's file by its title, as a writer would who keeps a file
// for each scene. A scene without a title, or with another scene's, has a name
// of its own.
func titled(p *pair, side int, i int) string {
	list := p.scenes()[side]
	title := list[i].Title
	for k, s := range list {
		if title == "" || s.Title == title && k != i {
			return nameless(p, side, i)
		}
	}
	return path.Clean(strings.Map(func(r rune) rune {
		if r == '/' || r == '"' || r == '\\' || r < ' ' {
			return '-'
		}
		return r
	}, title)) + ".md"
}

// sceneFiles hands git the scenes for free: each true scene is a file, from
// its first line to the next one's.
func sceneFiles(p *pair, side int, files map[string]string, names namer) map[string]string {
	scenes := map[string]string{}
	for i, s := range spansOf(p.scenes()[side]) {
		lines := strings.Split(files[s.Path], "\n")
		text := strings.Join(lines[s.Line-1:min(s.last, len(lines))], "\n")
		scenes[names(p, side, i)] = strings.TrimSpace(text) + "\n"
	}
	return scenes
}

// renames asks git which scenes are one: files of the same name, and those
// that its detection of renames pairs.
func (g gitRepo) renames(p *pair, names namer) (tally, error) {
	out, err := g.git(nil, "diff", "--name-status", "-z", "-M50%", "-l0", "old-scenes", "new-scenes")
	if err != nil {
		return tally{}, err
	}
	keyOf := [2]map[string]string{{}, {}}
	for side, list := range p.scenes() {
		for i, s := range list {
			keyOf[side][names(p, side, i)] = s.Key
		}
	}
	found := set[two]{}
	for name, k := range keyOf[0] {
		if n := keyOf[1][name]; n != "" {
			found[two{k, n}] = true
		}
	}
	parts := strings.Split(string(out), "\x00")
	for i := 0; i+1 < len(parts); i += 2 {
		if strings.HasPrefix(parts[i], "R") {
			found[two{keyOf[0][parts[i+1]], keyOf[1][parts[i+2]]}] = true
			i++
		}
	}
	return p.judgePairs(found), nil
}

// judgePairs scores pairs of true scenes by the rules of score.
func (p *pair) judgePairs(found set[two]) (t tally) {
	optional := p.optional()
	for f := range found {
		if optional[f.old] || optional[f.new] {
			delete(found, f)
		}
	}
	add(&t, found, p.truePairs())
	return t
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
