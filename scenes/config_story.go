package scenes

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Lore is what the author says of the story that its text does not: who is
// one person, and which words mean stakes, or don't.
type Lore struct {
	Cast      []Character
	Stakes    []StakeWords
	NotStakes []string // a passage that holds one is no stake
}

// Character is a person, by the name to be told and by all others. A word that
// is written small here may stand with a capital or without.
type Character struct {
	Name    string
	Aliases []string
}

// StakeWords are words that mean a stake of a class wherever they stand.
type StakeWords struct{ Words, Class string }

// StakeClasses are what can be at stake.
var StakeClasses = []string{"life", "liberty", "livelihood", "money", "love", "reputation", "self", "secret", "community", "time"}

// Lore is what the author says of the story; a nil Config says nothing.
func (c *Config) Lore() Lore {
	if c == nil {
		return Lore{}
	}
	return c.Story
}

// readLore reads the key "story" of a configuration.
func readLore(value *yaml.Node) (Lore, error) {
	var l Lore
	err := eachKey(value, "story", func(key, value *yaml.Node) (err error) {
		switch key.Value {
		case "cast":
			l.Cast, err = readCharacters(value)
		case "stakes":
			l.Stakes, err = readStakeWords(value)
		case "not-stakes":
			l.NotStakes, err = readPhrases(value, "not-stakes")
		default:
			return &ConfigError{key.Line, fmt.Sprintf("unknown key %q of story (there are cast, stakes, not-stakes)", key.Value)}
		}
		return err
	})
	return l, err
}

// eachKey does something with every key of a map; nothing at all is a map
// without keys.
func eachKey(value *yaml.Node, name string, do func(key, value *yaml.Node) error) error {
	switch {
	case value.Tag == "!!null":
		return nil
	case value.Kind != yaml.MappingNode:
		return &ConfigError{value.Line, name + " holds no keys"}
	}
	for i := 0; i+1 < len(value.Content); i += 2 {
		if err := do(value.Content[i], value.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// readCharacters reads "Ada Merriman: [the Skipper, Addie]". A name belongs to
// one person.
func readCharacters(value *yaml.Node) ([]Character, error) {
	var cast []Character
	of := map[string]string{} // whose a folded name is
	err := eachKey(value, "cast", func(key, value *yaml.Node) error {
		aliases, err := readPhrases(value, "the list of "+key.Value)
		if err != nil {
			return err
		}
		for _, name := range append([]string{key.Value}, aliases...) {
			folded := Fold(name)
			switch other, taken := of[folded]; {
			case folded == "":
				return &ConfigError{key.Line, fmt.Sprintf("%q is no name", name)}
			case taken && other != key.Value:
				return &ConfigError{key.Line, fmt.Sprintf("%q is a name of both %s and %s", name, other, key.Value)}
			}
			of[folded] = key.Value
		}
		cast = append(cast, Character{key.Value, aliases})
		return nil
	})
	return cast, err
}

// readStakeWords reads "the tide: life".
func readStakeWords(value *yaml.Node) ([]StakeWords, error) {
	var stakes []StakeWords
	err := eachKey(value, "stakes", func(key, value *yaml.Node) error {
		switch {
		case Fold(key.Value) == "":
			return &ConfigError{key.Line, fmt.Sprintf("stakes: %q holds no word", key.Value)}
		case !slices.Contains(StakeClasses, value.Value):
			return &ConfigError{value.Line, fmt.Sprintf("stakes: %q is none of %s", value.Value, strings.Join(StakeClasses, ", "))}
		}
		stakes = append(stakes, StakeWords{key.Value, value.Value})
		return nil
	})
	return stakes, err
}

// readPhrases reads a list of words or phrases; a single one stands for a list
// of one.
func readPhrases(value *yaml.Node, name string) ([]string, error) {
	var phrases []string
	switch {
	case value.Tag == "!!null":
		return nil, nil
	case value.Kind == yaml.ScalarNode:
		phrases = []string{value.Value}
	case value.Kind != yaml.SequenceNode || value.Decode(&phrases) != nil:
		return nil, &ConfigError{value.Line, name + " is no list"}
	}
	for _, p := range phrases {
		if Fold(p) == "" {
			return nil, &ConfigError{value.Line, fmt.Sprintf("%s: %q holds no word", name, p)}
		}
	}
	return phrases, nil
}
