package main

import (
	"io"
	"os"

	"golang.org/x/term"
)

// env is all that a command knows of the world around it.
type env struct {
	dir      string // where the user stands
	stdin    io.Reader
	stdout   io.Writer
	stderr   io.Writer
	getenv   func(string) string
	terminal bool // stdout is a terminal
	attended bool // stderr is a terminal: somebody waits
	width    int  // columns of the terminal, 0 where there is none
}

func newEnv() *env {
	e := &env{
		dir: ".", stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
		terminal: term.IsTerminal(int(os.Stdout.Fd())), attended: term.IsTerminal(int(os.Stderr.Fd())),
	}
	if e.terminal {
		if w, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil {
			e.width = w
		}
	}
	return e
}
