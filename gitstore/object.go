package gitstore

import (
	"bytes"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"iter"
	"strconv"
	"strings"
	"time"
)

var errMalformed = errors.New("malformed object")

// commit is what this package reads of a commit.
type commit struct {
	id      string
	tree    string
	parents []string
	date    time.Time // committer date, UTC
}

// parseCommit reads the header of a commit object, which ends at the first empty line.
func parseCommit(id string, data []byte) (commit, error) {
	c := commit{id: id}
	for line := range bytes.Lines(data) {
		text := strings.TrimSuffix(string(line), "\n")
		if text == "" {
			break
		}
		key, value, _ := strings.Cut(text, " ")
		switch key {
		case "tree":
			c.tree = value
		case "parent":
			c.parents = append(c.parents, value)
		case "committer":
			c.date = stampTime(value)
		}
	}
	if !isID(c.tree) {
		return commit{}, damaged(id, fmt.Errorf("%w: no tree in a commit", errMalformed))
	}
	return c, nil
}

// stampTime reads the seconds in "Name <address> SECONDS ZONE"; zero if there
// are none, which old or converted histories have.
func stampTime(stamp string) time.Time {
	fields := strings.Fields(stamp[strings.LastIndexByte(stamp, '>')+1:])
	if len(fields) == 0 {
		return time.Time{}
	}
	seconds, err := strconv.ParseInt(fields[0], 10, 64)
	if err != nil {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

// parseTag returns the id that an annotated tag points to.
func parseTag(id string, data []byte) (string, error) {
	target, ok := strings.CutPrefix(firstLine(string(data)), "object ")
	if !ok || !isID(target) {
		return "", damaged(id, fmt.Errorf("%w: no object in a tag", errMalformed))
	}
	return target, nil
}

// treeEntry is one line of a tree object.
type treeEntry struct {
	mode string // octal without a leading zero: "40000", "100644"
	name string // bytes as git has them
	id   string
}

// parseTree reads "MODE NAME\0ID" records; ids are binary, 20 or 32 bytes.
func parseTree(id string, data []byte) ([]treeEntry, error) {
	width := len(id) / 2
	var entries []treeEntry
	for len(data) > 0 {
		space := bytes.IndexByte(data, ' ')
		nul := bytes.IndexByte(data, 0)
		if space < 0 || nul < space || len(data) < nul+1+width {
			return nil, damaged(id, fmt.Errorf("%w: a tree ends early", errMalformed))
		}
		entries = append(entries, treeEntry{
			mode: string(data[:space]),
			name: string(data[space+1 : nul]),
			id:   hex.EncodeToString(data[nul+1 : nul+1+width]),
		})
		data = data[nul+1+width:]
	}
	return entries, nil
}

// File modes in trees and in the index. The first five characters of a mode
// say what it is; old repositories hold 100664 and the like.
const (
	modeTree    = "40000"
	modeLink    = "120000"
	modeGitlink = "160000" // a submodule
)

func isRegular(mode string) bool { return strings.HasPrefix(mode, "100") }

func isID(s string) bool { return isHex(s, 40) || isHex(s, 64) }

// emptyTree and emptyBlob are known to every git without being stored; width
// is the length of the repository's ids in hex.
func emptyTree(width int) string {
	if width == 64 {
		return "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
	}
	return "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
}

func emptyBlob(width int) string {
	if width == 64 {
		return "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
	}
	return "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
}

// nulTerminated splits the output of a -z option.
func nulTerminated(out []byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(out) > 0 {
			end := bytes.IndexByte(out, 0)
			if end < 0 {
				end = len(out)
			}
			if !yield(string(out[:end])) {
				return
			}
			out = out[min(end+1, len(out)):]
		}
	}
}

// shortName drops the part of a reference's name that people leave out.
func shortName(ref string) string {
	for _, prefix := range []string{"refs/heads/", "refs/tags/", "refs/remotes/"} {
		if short, ok := strings.CutPrefix(ref, prefix); ok {
			return short
		}
	}
	return ref
}

// objectID is git's id for an object, in a repository with ids of width hex digits.
func objectID(kind string, data []byte, width int) string {
	var sum hash.Hash = sha1.New()
	if width == 64 {
		sum = sha256.New()
	}
	fmt.Fprintf(sum, "%s %d\x00", kind, len(data))
	sum.Write(data)
	return hex.EncodeToString(sum.Sum(nil))
}

// reader is the part of an engine that history needs.
type reader interface {
	object(id string) (object, error)
}

// peel follows annotated tags until something else is reached.
func peel(from reader, id string) (object, error) {
	_, o, err := peelID(from, id)
	return o, err
}

func peelID(from reader, id string) (string, object, error) {
	for {
		o, err := from.object(id)
		if err != nil || o.kind != kindTag {
			return id, o, err
		}
		if id, err = parseTag(id, o.data); err != nil {
			return "", object{}, err
		}
	}
}

// peelCommit is peel where only a commit will do.
func peelCommit(from reader, id string) (commit, error) {
	id, o, err := peelID(from, id)
	if err != nil {
		return commit{}, err
	}
	if o.kind != kindCommit {
		return commit{}, fmt.Errorf("%w: %s is a %s, not a commit", ErrUnknownRevision, id, o.kind)
	}
	return parseCommit(id, o.data)
}
