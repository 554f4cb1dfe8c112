package main

// Every word to the user that is not a report, a list or help is written
// here, by these rules:
//
//   - data goes to stdout, words go to stderr with "git-scene: " before them;
//   - no capital at the start, no full stop at the end;
//   - an error says what is wrong; a hint says what to try;
//   - nothing is said where nothing happened.

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"git-scene/report"
)

// Exit codes, as git diff's and diff's own.
const (
	exitSame    = 0 // all went well; with --exit-code, nothing changed
	exitChanged = 1 // with --exit-code: something changed
	exitTrouble = 2 // it could not be done; stderr says why
)

// errChanged is how a command says exitChanged.
var errChanged = errors.New("something changed")

// hinter is an error that knows what the user may try.
type hinter interface{ Hint() string }

// errorf tells an error with its hint.
func (e *env) errorf(err error) {
	fmt.Fprintln(e.stderr, "git-scene: "+oneLine(err.Error()))
	var h hinter
	if errors.As(err, &h) && h.Hint() != "" {
		fmt.Fprintln(e.stderr, "git-scene: hint: "+oneLine(h.Hint()))
	}
}

// oneLine keeps a message on its line and harmless, whatever names it quotes.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case !report.Harmful(r):
			return r
		case unicode.IsControl(r):
			return ' '
		}
		return -1
	}, strings.TrimSpace(s))
}

// usageError is a command line that can't be understood.
type usageError struct {
	what, hint string
}

func (e *usageError) Error() string { return e.what }
func (e *usageError) Hint() string  { return e.hint }
