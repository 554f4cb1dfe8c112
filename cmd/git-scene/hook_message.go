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
// [SOURCE [ID]]. With scene.trailer set it shows "Scenes: +2 -1 ~4", of which
// finishMessage makes a trailer.
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
	switch setting(h.repo, "commit.cleanup") {
	case "verbatim", "whitespace": // lines behind # are kept
		return nil
	}
	old, new, err := h.repo.Compare(nil, true)
	if err != nil {
		return err
	}
	shown, err := h.shown(ctx, &sides{repo: h.repo, old: old, new: new, committed: true})
	if err != nil || len(shown) == 0 {
		return err
	}
	message, err := os.ReadFile(h.args[0])
	if err != nil {
		return err
	}
	return os.WriteFile(h.args[0], withComment(message, shown, h.commentChar(message)), 0o666)
}

// shown are the lines that tell what changed: the scenes, or their counts where
// a trailer is asked for. A message that stays as its template is makes git give
// up, and a trailer would hide that it did.
func (h *call) shown(ctx context.Context, s *sides) ([]string, error) {
	v := setting(h.repo, "scene.trailer")
	if v == "" || v == "false" || v == "no" || v == "off" || v == "0" || slices.Contains(h.args, "template") {
		text, err := noteText(ctx, s)
		if err != nil || len(text) == 0 {
			return nil, err
		}
		lines := []string{"Scenes:"}
		for line := range strings.Lines(string(text)) {
			lines = append(lines, "  "+strings.TrimSuffix(line, "\n"))
		}
		return lines, nil
	}
	c, err := compareSides(ctx, s, nil)
	if err != nil {
		return nil, ifStory(err)
	}
	value := report.Trailer(c.report)
	if value == "" {
		return nil, nil
	}
	return []string{counts + value}, nil
}

// counts begin the line that becomes a trailer.
const counts = "Scenes: "

// finishMessage makes a trailer of the counts that prepareMessage showed:
// commit-msg FILE. Only now is it known whether anything was written: an empty
// message is how a writer calls a commit off, and with a trailer none is empty.
func finishMessage(_ context.Context, h *call) error {
	if len(h.args) == 0 {
		return nil
	}
	message, err := os.ReadFile(h.args[0])
	if err != nil {
		return err
	}
	char := h.commentChar(message)
	above, _, _ := bytes.Cut(message, []byte(char+scissors))
	value, written := "", false
	for line := range strings.Lines(string(message)) {
		if v, ok := strings.CutPrefix(line, char+" "+counts); ok {
			value = strings.TrimSpace(v)
		}
	}
	for line := range strings.Lines(string(above)) { // as git judges what is empty
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, char) && !strings.HasPrefix(line, "Signed-off-by: ") {
			written = true
		}
	}
	if value == "" || !written {
		return nil
	}
	return h.repo.AddTrailer(h.args[0], "Scenes", value)
}

// commentChar is what begins a line that git leaves out. Where git chooses it,
// what it wrote below the message shows what it chose: the start of the
// scissors, or else of the last line.
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
	message, _, _ = bytes.Cut(message, []byte(scissors))
	lines := bytes.Split(bytes.TrimSpace(message), []byte("\n"))
	if last := lines[len(lines)-1]; len(last) > 0 {
		return string(last[:1])
	}
	return "#"
}

// scissors begin what git drops whatever it holds: what "git commit -v" shows
// below the message, or all that is said to the writer.
const scissors = " ------------------------ >8 ------------------------"

// withComment adds lines in comments at the end; below the scissors, if there
// are any, and what git says of them: comments above may be kept.
func withComment(message []byte, lines []string, char string) []byte {
	at := len(message)
	if cut := bytes.Index(message, []byte(char+scissors)); cut >= 0 {
		at = cut
		for line := range bytes.Lines(message[cut:]) {
			if !bytes.HasPrefix(line, []byte(char)) {
				break
			}
			at += len(line)
		}
	}
	above, below := message[:at], message[at:]
	added := ""
	if len(above) > 0 && above[len(above)-1] != '\n' {
		added = "\n"
	}
	if !bytes.HasSuffix(above, []byte("\n"+char+"\n")) {
		added += char + "\n"
	}
	for _, line := range lines {
		added += char + " " + line + "\n"
	}
	return slices.Concat(above, []byte(added), below)
}
