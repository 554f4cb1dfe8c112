package scenes

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// readPins reads the list of pins of a configuration.
func readPins(value *yaml.Node) ([]Pin, error) {
	if value.Tag == "!!null" {
		return nil, nil
	}
	if value.Kind != yaml.SequenceNode {
		return nil, &ConfigError{value.Line, "pins is no list"}
	}
	var pins []Pin
	for _, item := range value.Content {
		p := map[string]string{}
		if item.Kind != yaml.MappingNode || item.Decode(p) != nil || len(p) != 2 || p["old"] == "" || p["new"] == "" {
			return nil, &ConfigError{item.Line, "a pin is an old: and a new: scene"}
		}
		pins = append(pins, Pin{Old: p["old"], New: p["new"]})
	}
	return pins, nil
}

// AddPin adds a pin to the text of a configuration, which may be empty. What
// else its author wrote there, comments too, stays as it is.
func AddPin(config []byte, p Pin) ([]byte, error) {
	lines, block, pins, err := pinBlock(config)
	if err != nil || slices.Contains(pins, p) {
		return config, err
	}
	item := []string{
		fmt.Sprintf("%s- old: %q", block.indent, p.Old),
		fmt.Sprintf("%s  new: %q", block.indent, p.New),
	}
	if block.key < 0 {
		item = append([]string{"", "# Scenes that are one, whatever the comparison finds: git scene pin, unpin.", "pins:"}, item...)
		if len(lines) == 0 {
			item = item[1:]
		}
	}
	return block.text(slices.Insert(lines, block.end, item...), append(pins, p))
}

// RemovePins takes out of the text of a configuration every pin of which
// either scene is called that (see [Find]), or begins with it.
func RemovePins(config []byte, name string) (text []byte, removed []Pin, err error) {
	lines, block, pins, err := pinBlock(config)
	if err != nil {
		return nil, nil, err
	}
	var kept []Pin
	for i := len(pins) - 1; i >= 0; i-- { // from below, so that lines above keep their numbers
		if p := pins[i]; begins(p.Old, name) || begins(p.New, name) {
			removed = append(removed, p)
			lines = slices.Delete(lines, block.items[i], contentEnd(lines, block.items[i], append(block.items, block.end)[i+1]))
		} else {
			kept = append(kept, p)
		}
	}
	slices.Reverse(kept)
	slices.Reverse(removed)
	text, err = block.text(lines, kept)
	return text, removed, err
}

// pinLines is where pins stand among the lines of a configuration.
type pinLines struct {
	key    int    // the line that says "pins:", -1 for none
	items  []int  // the first line of each pin
	end    int    // the line behind the last one
	indent string // of the dash before a pin
	crlf   bool   // lines end as Windows ends them
}

// pinBlock finds the pins in the text of a configuration.
func pinBlock(config []byte) (lines []string, block pinLines, pins []Pin, err error) {
	c, err := ReadConfig(config)
	if err != nil {
		return nil, block, nil, err
	}
	text := strings.ReplaceAll(string(config), "\r\n", "\n")
	block.crlf = text != string(config)
	if text = strings.TrimRight(text, "\n"); text != "" {
		lines = strings.Split(text, "\n")
	}
	block.key, block.end, block.indent = -1, len(lines), "  "
	var root yaml.Node
	if err := yaml.Unmarshal(config, &root); err != nil || len(root.Content) == 0 {
		return lines, block, nil, err
	}
	top := root.Content[0].Content
	for i := 0; i+1 < len(top); i += 2 {
		key, value := top[i], top[i+1]
		if key.Value != "pins" {
			continue
		}
		block.key = key.Line - 1
		if i+2 < len(top) {
			block.end = top[i+2].Line - 1
		}
		block.end = contentEnd(lines, block.key, block.end)
		if len(value.Content) > 0 {
			block.indent = strings.Repeat(" ", value.Column-1)
		}
		for _, item := range value.Content {
			block.items = append(block.items, item.Line-1)
		}
	}
	return lines, block, c.Pins, nil
}

// contentEnd is the line behind the last one, of those from one to before
// another, that is neither blank nor a comment.
func contentEnd(lines []string, from, to int) int {
	for to > from+1 {
		if l := strings.TrimSpace(lines[to-1]); l != "" && !strings.HasPrefix(l, "#") {
			break
		}
		to--
	}
	return to
}

// text joins the lines and makes sure that they say what they should: YAML can
// be written in more ways than are looked for here.
func (b pinLines) text(lines []string, want []Pin) ([]byte, error) {
	end := "\n"
	if b.crlf {
		end = "\r\n"
	}
	var text []byte
	for _, l := range lines {
		text = append(append(text, l...), end...)
	}
	c, err := ReadConfig(text)
	if err != nil || !slices.Equal(c.Pins, want) {
		return nil, &ConfigError{Problem: "its pins are written in a way that can't be edited here; write them as a list, a line for old: and one for new:"}
	}
	return text, nil
}
