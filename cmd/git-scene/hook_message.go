package main

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"

	"git-scene/report"
)

// prepareMessage shows in the message that is about to be written what the
// commit changes, as lines that git leaves out: prepare-commit-msg FILE
// [SOURCE [ID]]. With scene.trailer set it adds "Scenes: +2 -1 ~4" to the
// message itself.
//
// A message that comes from somewhere is not touched: a merge, a squash, -m,
// -F, -c. Nor is one that nobody is going to see.
func prepareMessage(ctx context.Context, h *call) error {
	if len(h.args) == 0 || len(h.args) > 1 && h.args[1] != "" && h.args[1] != "template" {
		return nil
	}
	if h.e.getenv("GIT_EDITOR") == ":" { // so git says that there is no editor
		return nil
	}
	old, new, err := h.repo.Compare(nil, true)
	if err != nil {
		return err
	}
	s := &sides{repo: h.repo, old: old, new: new, committed: true}
	if v := setting(h.repo, "scene.trailer"); v != "" && v != "false" && v != "no" && v != "off" && v != "0" {
		return h.trailer(ctx, s)
	}
	switch setting(h.repo, "commit.cleanup") {
	case "verbatim", "whitespace": // lines behind # are kept
		return nil
	}
	text, err := noteText(ctx, s)
	if err != nil || len(text) == 0 {
		return err
	}
	file := h.args[0]
	message, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return os.WriteFile(file, withComment(message, text, h.commentChar(message)), 0o666)
}

// trailer adds the counts of what changed.
func (h *call) trailer(ctx context.Context, s *sides) error {
	c, err := compareSides(ctx, s, nil)
	if err != nil {
		return ifStory(err)
	}
	value := report.Trailer(c.report)
	if value == "" {
		return nil
	}
	return h.repo.AddTrailer(h.args[0], "Scenes", value)
}

// commentChar is what begins a line that git leaves out. Where git chooses it,
// what it wrote below the message shows what it chose.
func (h *call) commentChar(message []byte) string {
	v, ok := h.repo.Config("core.commentChar")
	if s, set := h.repo.Config("core.commentString"); set {
		v, ok = s, true
	}
	switch {
	case !ok:
		return "#"
	case v != "auto":
		return v
	}
	lines := bytes.Split(bytes.TrimSpace(message), []byte("\n"))
	if last := lines[len(lines)-1]; len(last) > 0 {
		return string(last[:1])
	}
	return "#"
}

// scissors begin what "git commit -v" shows below the message.
const scissors = " ------------------------ >8 ------------------------"

// withComment adds a text in comments, above the scissors if there are any.
func withComment(message, text []byte, char string) []byte {
	added := char + " Scenes:\n"
	for line := range strings.Lines(string(text)) {
		added += char + "   " + strings.TrimSuffix(line, "\n") + "\n"
	}
	above, below := message, []byte(nil)
	if at := bytes.Index(message, []byte(char+scissors)); at >= 0 {
		above, below = message[:at], message[at:]
	}
	if len(above) > 0 && above[len(above)-1] != '\n' {
		added = "\n" + added
	}
	if !bytes.HasSuffix(above, []byte("\n"+char+"\n")) {
		added = char + "\n" + added
	}
	return slices.Concat(above, []byte(added), below)
}
