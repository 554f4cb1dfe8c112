package gitstore

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// patience bounds every question put to the git program, so that nothing hangs:
// far more than any of ours takes (milliseconds), less than a person waits.
const patience = 60 * time.Second

// program is the git executable, run in the user's folder with the user's
// environment, so that it finds the same repository as the user's own git.
// Only plumbing is called: its output does not depend on configuration.
type program struct {
	path string
	dir  string
	env  []string
}

// findProgram looks for git on PATH; nil if there is none.
func findProgram(dir string) *program {
	path, err := exec.LookPath("git")
	if err != nil {
		return nil
	}
	return &program{path: path, dir: dir, env: programEnv(os.Environ())}
}

// programEnv is the user's environment made quiet: messages in English (we read
// some), no locks, no prompts, no fetching behind the user's back, and path
// limits taken literally as we write them. GIT_NO_LAZY_FETCH is known to git
// since 2.44; forbidding all transports has the same effect in older ones.
// Who sets GIT_NO_LAZY_FETCH=0 asks for fetching and gets it.
func programEnv(environ []string) []string {
	env := make([]string, 0, len(environ)+6)
	fetch := false
	for _, entry := range environ {
		name, value, _ := strings.Cut(entry, "=")
		switch name {
		case "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS":
			continue
		case "GIT_NO_LAZY_FETCH":
			fetch = value == "0" || value == "false"
		}
		env = append(env, entry)
	}
	env = append(env, "LC_ALL=C", "LANGUAGE=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0")
	if !fetch {
		env = append(env, "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none")
	}
	return env
}

// runError is a git command that failed.
type runError struct {
	args   []string
	code   int    // exit status, or -1 when it did not end by itself
	said   string // the line on stderr that says why, without "fatal: "
	stderr string
	err    error
}

func (e *runError) Error() string {
	if e.said != "" {
		return fmt.Sprintf("git %s: %s", e.args[0], e.said)
	}
	return fmt.Sprintf("git %s: %v", e.args[0], e.err)
}

func (e *runError) Unwrap() error { return e.err }

// run asks git one question and returns what it wrote to stdout.
func (p *program) run(args ...string) ([]byte, error) {
	out, _, err := p.ask(nil, args...)
	return out, err
}

// ask is run with bytes for stdin, and with what git wrote to stderr even when
// it succeeded: some refusals are only warnings to git.
func (p *program) ask(stdin []byte, args ...string) (stdout []byte, stderr string, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := p.command(ctx, args...)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(stdin), &out, &errs
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			err = fmt.Errorf("no answer within %v", patience)
		}
		return nil, errs.String(), failure(args, errs.String(), err)
	}
	return out.Bytes(), errs.String(), nil
}

// command prepares git with our environment. WaitDelay lets a killed git go
// even if a child of its own still holds the pipes.
func (p *program) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, p.path, args...)
	cmd.Dir = p.dir
	cmd.Env = p.env
	cmd.WaitDelay = time.Second
	return cmd
}

func failure(args []string, stderr string, err error) *runError {
	e := &runError{args: args, code: -1, stderr: stderr, err: err}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		e.code = exit.ExitCode()
	}
	e.said = firstLine(strings.TrimSpace(stderr))
	for _, prefix := range []string{"error: ", "fatal: "} { // the fatal line is the one that counts, after warnings and traces
		for line := range strings.Lines(stderr) {
			if rest, ok := strings.CutPrefix(line, prefix); ok {
				e.said = strings.TrimSpace(rest)
				break
			}
		}
	}
	return e
}
