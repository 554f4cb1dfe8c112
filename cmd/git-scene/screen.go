package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"git-scene/gitstore"
)

// colored decides on colour: the flag, then NO_COLOR, then CLICOLOR_FORCE,
// then git's configuration, then whether somebody looks at it.
func (e *env) colored(flag string, repo *gitstore.Repository) (bool, error) {
	if flag != "auto" {
		return flag == "always", checkColor(flag)
	}
	if e.getenv("NO_COLOR") != "" {
		return false, nil
	}
	if f := e.getenv("CLICOLOR_FORCE"); f != "" && f != "0" {
		return true, nil
	}
	switch setting(repo, "color.scene", "color.ui") {
	case "always":
		return true, nil
	case "never", "false", "no", "off", "0":
		return false, nil
	}
	seen := e.terminal || e.getenv("GIT_PAGER_IN_USE") == "true"
	return seen && e.getenv("TERM") != "dumb", nil
}

func checkColor(flag string) error {
	switch flag {
	case "always", "never", "auto":
		return nil
	}
	return &usageError{fmt.Sprintf("--color %q is none of always, never, auto", flag), ""}
}

// setting is the first of git's configuration keys that is set, lower case.
func setting(repo *gitstore.Repository, keys ...string) string {
	if repo == nil {
		return ""
	}
	for _, k := range keys {
		if v, ok := repo.Config(k); ok {
			return strings.ToLower(v)
		}
	}
	return ""
}

// pager starts git's pager where stdout is a terminal and git has not started
// one; done waits for it. Without one it is stdout itself.
func (e *env) pager(repo *gitstore.Repository, off bool) (w io.Writer, done func() error) {
	none := func() error { return nil }
	if off || !e.terminal || e.getenv("GIT_PAGER_IN_USE") == "true" {
		return e.stdout, none
	}
	command := e.pagerCommand(repo)
	if command == "" || command == "cat" {
		return e.stdout, none
	}
	cmd := exec.Command("sh", "-c", command)
	cmd.Stdout, cmd.Stderr = e.stdout, e.stderr
	cmd.Env = os.Environ()
	for k, v := range map[string]string{"LESS": "FRX", "LV": "-c"} { // as git sets them
		if e.getenv(k) == "" {
			cmd.Env = append(cmd.Env, k+"="+v)
		}
	}
	pipe, err := cmd.StdinPipe()
	if err != nil || cmd.Start() != nil {
		return e.stdout, none
	}
	return quietPipe{pipe}, func() error {
		pipe.Close()
		cmd.Wait() // how a pager ends is its reader's affair
		return nil
	}
}

// pagerCommand is the pager that git would use for "git scene".
func (e *env) pagerCommand(repo *gitstore.Repository) string {
	switch v := setting(repo, "pager.scene"); v {
	case "", "true", "yes", "on", "1":
	case "false", "no", "off", "0":
		return ""
	default:
		v, _ := repo.Config("pager.scene")
		return v
	}
	if v := e.getenv("GIT_PAGER"); v != "" {
		return v
	}
	if repo != nil {
		if v, ok := repo.Config("core.pager"); ok {
			return v
		}
	}
	if v := e.getenv("PAGER"); v != "" {
		return v
	}
	if _, err := exec.LookPath("less"); err != nil {
		return ""
	}
	return "less"
}

// quietPipe takes a reader who has seen enough for what it is.
type quietPipe struct{ io.Writer }

func (p quietPipe) Write(b []byte) (int, error) {
	n, err := p.Writer.Write(b)
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, os.ErrClosed) {
		return len(b), nil
	}
	return n, err
}

// patience is how long a terminal may stay silent.
const patience = 600 * time.Millisecond

// progress tells somebody who waits what is being done.
type progress struct {
	mu    sync.Mutex
	e     *env
	timer *time.Timer
	what  string
	shown bool
	over  bool
}

func (e *env) progress(what string) *progress {
	p := &progress{e: e, what: what}
	if e.attended {
		p.timer = time.AfterFunc(patience, p.show)
	}
	return p
}

// stage says that something else is being done now. Nobody's progress, nil, is
// told to nobody.
func (p *progress) stage(what string) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.what = what
	if p.shown && !p.over {
		p.print()
	}
}

func (p *progress) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.over {
		p.shown = true
		p.print()
	}
}

func (p *progress) print() { fmt.Fprintf(p.e.stderr, "\r\x1b[Kgit-scene: %s …", oneLine(p.what)) }

// stop clears the line.
func (p *progress) stop() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.timer != nil {
		p.timer.Stop()
	}
	if p.shown && !p.over {
		fmt.Fprint(p.e.stderr, "\r\x1b[K")
	}
	p.over = true
}
