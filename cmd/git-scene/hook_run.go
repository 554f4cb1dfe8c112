package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"git-scene/gitstore"
)

// hook is something that git calls.
type hook struct {
	name   string
	doc    string
	usual  bool          // installed where no hook is named
	reads  bool          // git tells it something on stdin
	behind bool          // it may run on while git goes on
	limit  time.Duration // after which it gives up
	run    func(ctx context.Context, h *call) error
}

// hooks are all that can be installed, in the order in which they are listed.
// The limits are what nobody takes for a hang; most calls take a hundredth.
var hooks = []hook{
	{name: "post-commit", doc: "annotates the commit", usual: true, behind: true, limit: 2 * time.Second, run: afterCommit},
	{name: "post-rewrite", doc: "carries notes through amend and rebase", usual: true, reads: true, limit: 10 * time.Second, run: afterRewrite},
	{name: "prepare-commit-msg", doc: "shows what changed while you write the message", limit: 2 * time.Second, run: prepareMessage},
	{name: "commit-msg", doc: "adds the counts of what changed to it, with git config scene.trailer true", limit: 2 * time.Second, run: finishMessage},
	{name: "pre-push", doc: "annotates what is pushed and has no note", reads: true, limit: 2 * time.Second, run: beforePush},
}

func hookNames() []string {
	var names []string
	for _, h := range hooks {
		names = append(names, h.name)
	}
	return names
}

func usualHooks() []string {
	var names []string
	for _, h := range hooks {
		if h.usual {
			names = append(names, h.name)
		}
	}
	return names
}

func findHook(name string) hook {
	for _, h := range hooks {
		if h.name == name {
			return h
		}
	}
	return hook{}
}

func (h *hook) spec() gitstore.HookSpec { return gitstore.HookSpec{Name: h.name, Reads: h.reads} }

// call is one call of a hook by git.
type call struct {
	e    *env
	repo *gitstore.Repository
	args []string
	in   io.Reader
}

// newHookRunCmd is what the installed hooks call. It is hidden: a person has
// no use for it.
func newHookRunCmd(e *env) *cobra.Command {
	return &cobra.Command{
		Use:                "run HOOK [ARG...]",
		Hidden:             true,
		DisableFlagParsing: true, // a ref or a file may be called anything
		RunE: func(cmd *cobra.Command, args []string) error {
			runHook(cmd.Context(), e, args)
			return nil
		},
	}
}

// errPanic is a defect of ours, of which git must not learn.
var errPanic = errors.New("it failed where it never should")

// runHook runs a hook to its end or to its limit. Whatever becomes of it, the
// exit status is 0: what a writer wants to commit is committed.
func runHook(ctx context.Context, e *env, args []string) {
	if len(args) == 0 || findHook(args[0]).run == nil {
		e.errorf(&usageError{"hook run takes the name of a hook", "there are " + strings.Join(hookNames(), ", ")})
		return
	}
	h := findHook(args[0])
	if d, err := time.ParseDuration(e.getenv("GIT_SCENE_HOOK_LIMIT")); err == nil {
		h.limit = d
	}
	ctx, cancel := context.WithTimeout(ctx, h.limit)
	defer cancel()
	done := make(chan error, 1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				done <- fmt.Errorf("%w: %v", errPanic, p)
			}
		}()
		done <- h.call(ctx, e, args[1:])
	}()
	// A comparison does not look at the clock: where time is up, it is left to
	// itself, and ends with the process. Notes are swapped whole or not at all.
	select {
	case err := <-done:
		if err != nil && ctx.Err() == nil {
			fmt.Fprintf(e.stderr, "git-scene: %s: %s\n", h.name, oneLine(err.Error()))
			return
		}
	case <-ctx.Done():
	}
	if ctx.Err() != nil {
		fmt.Fprintf(e.stderr, "git-scene: %s took more than %v and was given up; git scene annotate makes up for it\n", h.name, h.limit)
	}
}

func (h *hook) call(ctx context.Context, e *env, args []string) error {
	repo, err := gitstore.Open(e.dir)
	if err != nil {
		return err
	}
	repo.LookNearby()
	return h.run(ctx, &call{e: e, repo: repo, args: args, in: e.stdin})
}

// afterCommit annotates the commit that was made: HEAD, unless it is told so
// late that HEAD may be another.
func afterCommit(ctx context.Context, h *call) error {
	c, err := h.repo.Commit(append(h.args, "HEAD")[0])
	if err != nil {
		return err
	}
	return h.annotate(ctx, []string{c.ID})
}

// annotate writes the notes that are missing on commits, without a word. Of
// several commits, those that can't be read are passed over.
func (h *call) annotate(ctx context.Context, ids []string) error {
	a, err := newAnnotator(h.repo, &annotateOptions{})
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := a.visit(ctx, h.e, id); err != nil {
			return errors.Join(err, a.flush(context.WithoutCancel(ctx)))
		}
	}
	if err := a.flush(ctx); err != nil || len(ids) > 1 {
		return err
	}
	return a.whyLeft
}

// beforePush annotates what is pushed: lines "LOCAL-REF ID REMOTE-REF ID",
// where an id of zeros is none.
func beforePush(ctx context.Context, h *call) error {
	if len(h.args) == 0 {
		return errors.New("git did not say where to")
	}
	for lines := bufio.NewScanner(h.in); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) != 4 || strings.Trim(fields[1], "0") == "" || strings.HasPrefix(fields[0], "refs/notes/") {
			continue
		}
		has := fields[3]
		if strings.Trim(has, "0") == "" {
			has = ""
		}
		ids, err := h.repo.Unpushed(fields[1], h.args[0], has)
		if errors.Is(err, gitstore.ErrUnknownRevision) {
			continue // a tag of something that is no commit
		}
		if err == nil {
			err = h.annotate(ctx, ids)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
