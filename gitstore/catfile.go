package gitstore

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"
)

// catFile is one long-lived "git cat-file", started when it is first asked
// (about 2 ms) and then answering in microseconds. If it dies it is started
// again for the next question: git before 2.44 dies when an object of a
// partial clone is absent and may not be fetched.
type catFile struct {
	git  *program
	flag string // "--batch", or "--batch-check" for sizes only

	mu     sync.Mutex
	cmd    *exec.Cmd
	cancel context.CancelFunc
	in     io.WriteCloser
	out    *bufio.Reader
	stderr *bytes.Buffer
}

// ask returns an object's kind and size, and with --batch its content.
func (c *catFile) ask(id string) (object, int64, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cmd == nil {
		if err := c.start(); err != nil {
			return object{}, 0, err
		}
	}
	deadline := time.AfterFunc(patience, c.cancel)
	defer deadline.Stop()
	kind, size, err := c.header(id)
	if err != nil || c.flag != "--batch" {
		return object{kind: kind}, size, err
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(c.out, data); err != nil {
		return object{}, 0, c.died(id)
	}
	if _, err := c.out.Discard(1); err != nil { // the newline after the content
		return object{}, 0, c.died(id)
	}
	return object{kind: kind, data: data}, size, nil
}

// header writes one question and reads the line "ID KIND SIZE", or "ID missing".
func (c *catFile) header(id string) (kind string, size int64, err error) {
	if _, err := io.WriteString(c.in, id+"\n"); err != nil {
		return "", 0, c.died(id)
	}
	line, err := c.out.ReadString('\n')
	if err != nil {
		return "", 0, c.died(id)
	}
	fields := strings.Fields(line)
	if len(fields) == 2 && fields[1] == "missing" {
		return "", 0, c.absent(id)
	}
	if len(fields) != 3 {
		c.stop()
		return "", 0, fmt.Errorf("git cat-file answered %q for %s", strings.TrimSpace(line), id)
	}
	size, err = strconv.ParseInt(fields[2], 10, 64)
	if err != nil || size < 0 {
		c.stop()
		return "", 0, fmt.Errorf("git cat-file answered %q for %s", strings.TrimSpace(line), id)
	}
	return fields[1], size, nil
}

func (c *catFile) start() error {
	ctx, cancel := context.WithCancel(context.Background())
	cmd := c.git.command(ctx, "cat-file", c.flag)
	in, err := cmd.StdinPipe()
	if err != nil {
		cancel()
		return err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		cancel()
		return err
	}
	stderr := &bytes.Buffer{}
	cmd.Stderr = stderr
	if err := cmd.Start(); err != nil {
		cancel()
		return fmt.Errorf("cannot start git: %w", err)
	}
	c.cmd, c.cancel, c.in, c.stderr = cmd, cancel, in, stderr
	c.out = bufio.NewReaderSize(out, 128<<10)
	return nil
}

// absent tells an object that is not there from one that is but cannot be
// read: both are "missing" on stdout, and only stderr, complete once the
// process has ended, complains of the second.
func (c *catFile) absent(id string) error {
	stderr := c.stop()
	if strings.Contains(stderr, "error: ") && !strings.Contains(stderr, "promisor") {
		return damaged(id, failure([]string{"cat-file"}, stderr, errUnreadable))
	}
	return missing(id)
}

var errUnreadable = errors.New("unreadable")

// died explains why the process stopped answering about id, and clears it away.
func (c *catFile) died(id string) error {
	stderr := c.stop()
	if strings.Contains(stderr, "promisor remote") {
		return missing(id)
	}
	err := failure([]string{"cat-file"}, stderr, fmt.Errorf("stopped while reading %s", id))
	return damaged(id, err)
}

// stop ends the process and returns what it had to say.
func (c *catFile) stop() string {
	if c.cmd == nil {
		return ""
	}
	_ = c.in.Close()
	timer := time.AfterFunc(time.Second, c.cancel) // it normally ends by itself when stdin does
	_ = c.cmd.Wait()
	timer.Stop()
	c.cancel()
	said := c.stderr.String()
	c.cmd = nil
	return said
}

func (c *catFile) close() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.stop()
	return nil
}
