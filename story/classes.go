package story

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"
)

// class is a class of stakes with the stems of words that speak of it.
type class struct {
	name  string
	stems []string
}

// How sure a class is that stems tell, in parts of ten thousand: the only one
// of which there is a word, or one of several.
const (
	onlyClass = 7000
	oneClass  = 5000
)

// readClasses reads classes in their order.
func readClasses(node yaml.Node) []class {
	var all []class
	for i := 0; i+1 < len(node.Content); i += 2 {
		c := class{name: node.Content[i].Value}
		if err := node.Content[i+1].Decode(&c.stems); err != nil {
			panic(fmt.Sprintf("lexicon: class %s: %v", c.name, err))
		}
		all = append(all, c)
	}
	return all
}

// classOf is the class of which a text has most words, "" for none.
func (x *lexicon) classOf(text string) (name string, told int) {
	most := 0
	for _, c := range x.classes {
		n := 0
		for _, w := range wordsOf(text) {
			for _, stem := range c.stems {
				if strings.Contains(w.lower, stem) {
					n++
					break
				}
			}
		}
		switch {
		case n > most && most == 0:
			name, told, most = c.name, onlyClass, n
		case n > most:
			name, told, most = c.name, oneClass, n
		case n > 0:
			told = oneClass
		}
	}
	return name, told
}
