package story

import (
	"embed"
	"fmt"
	"maps"
	"regexp"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed lexicon/*.yaml
var lexiconFiles embed.FS

// lexicon is what the readers of signals know of a language: lists of words,
// all in lower case. What each list means is said in that of English; a list
// that another language lacks finds nothing in it.
type lexicon struct {
	language                                                   string
	nobody, titles, places, at, speech, particles              wordSet
	present, past, helpers, inward, first, ours, others, verbs wordSet
	he, she, own, eyes, sight, tale, being                     wordSet
	bare, articles, rest, arrive, within, leave, motion, reach wordSet
	states, elsewhere, during, small, breaks, arrival          wordSet
	family, crew, town, money                                  wordSet
	rooms                                                      rooms
	roles                                                      map[string]role
	daytimes, hours, numbers                                   map[string]int
	frames                                                     []frame

	markers, and, with, who, verbEnds, otherEnds wordSet
	points                                       wordSet // titles that a point follows; all where none is said
	bentTitles                                   map[string]string
	nounEnds                                     wordSet // of a language that writes nouns with a capital; else empty
	classes                                      []class // by which stakes are told apart, where no model knows the language
}

// wordSet is a set of folded words.
type wordSet map[string]bool

// end says whether a word ends as one of the set.
func (s wordSet) end(word string) bool {
	for suffix := range s {
		if strings.HasSuffix(word, suffix) {
			return true
		}
	}
	return false
}

// lexicons are the languages that have one; a text in any other has no signals.
var lexicons = []string{"en", "de"}

// lexiconOf reads a language's file, once.
var lexiconOf = func() func(string) *lexicon {
	read := map[string]func() *lexicon{}
	for _, l := range lexicons {
		read[l] = sync.OnceValue(func() *lexicon { return mustReadLexicon(l) })
	}
	return func(language string) *lexicon {
		if r := read[language]; r != nil {
			return r()
		}
		return nil
	}
}()

// mustReadLexicon reads an embedded file; a test reads them all, so that none
// is broken in a program.
func mustReadLexicon(language string) *lexicon {
	data, err := lexiconFiles.ReadFile("lexicon/" + language + ".yaml")
	lists := map[string]yaml.Node{}
	if err == nil {
		err = yaml.Unmarshal(data, &lists)
	}
	if err != nil {
		panic(fmt.Sprintf("lexicon %s: %v", language, err))
	}
	set := func(name string) wordSet {
		node := lists[name]
		s := wordSet{}
		for _, w := range leaves(&node) {
			s[strings.ToLower(w)] = true
		}
		return s
	}
	counts := func(name string) map[string]int {
		of := map[string]int{}
		node := lists[name]
		if err := node.Decode(&of); err != nil && !node.IsZero() {
			panic(fmt.Sprintf("lexicon %s: list %s: %v", language, name, err))
		}
		return of
	}
	x := &lexicon{
		language: language, nobody: set("nobody"), titles: set("titles"), places: set("places"), at: set("at"),
		speech: set("speech"), particles: set("particles"),
		present: set("present"), past: set("past"), helpers: set("helpers"), inward: set("inward"), first: set("first"), ours: set("ours"), others: set("others"),
		he: set("he"), she: set("she"), own: set("own"), eyes: set("eyes"), sight: set("sight"), tale: set("tale"), being: set("being"),
		bare: set("bare"), articles: set("articles"), rest: set("rest"), arrive: set("arrive"), within: set("within"), leave: set("leave"), motion: set("motion"), reach: set("reach"),
		states: set("states"), elsewhere: set("elsewhere"), during: set("during"), small: set("small"), breaks: set("breaks"), arrival: set("arrival"),
		rooms: readRooms(language, lists["rooms"]), daytimes: counts("daytimes"), family: set("family"), crew: set("crew"), town: set("town"), money: set("money"),
		hours: counts("hours"), numbers: counts("numbers"),
		verbs: wordSet{},
	}
	x.markers, x.and, x.with, x.who = set("markers"), set("and"), set("with"), set("who")
	x.verbEnds, x.otherEnds, x.nounEnds = set("verb-ends"), set("other-ends"), set("noun-ends")
	bent := lists["bent-titles"]
	if err := bent.Decode(&x.bentTitles); err != nil && !bent.IsZero() {
		panic(fmt.Sprintf("lexicon %s: titles: %v", language, err))
	}
	if x.points = set("points"); len(x.points) == 0 {
		x.points = x.titles
	}
	x.roles = x.readRoles()
	x.frames = readFrames(language, lists["frames"])
	x.classes = readClasses(lists["classes"])
	for _, s := range []wordSet{x.present, x.past, x.helpers, x.inward} {
		maps.Copy(x.verbs, s)
	}
	return x
}

// leaves are the words of a list, or of a list of lists.
func leaves(node *yaml.Node) (words []string) {
	if node.Kind == yaml.ScalarNode {
		return []string{node.Value}
	}
	for i, n := range node.Content {
		if node.Kind != yaml.MappingNode || i%2 == 1 { // no keys
			words = append(words, leaves(n)...)
		}
	}
	return words
}

// readFrames reads the frames of stakes.
func readFrames(language string, node yaml.Node) []frame {
	var listed []struct {
		Example, Hint, Class, Pattern string
		Sure                          int
	}
	if err := node.Decode(&listed); err != nil && !node.IsZero() {
		panic(fmt.Sprintf("lexicon %s: frames: %v", language, err))
	}
	var frames []frame
	for _, l := range listed {
		frames = append(frames, frame{l.Example, strings.Split(l.Hint, "|"), l.Sure, l.Class, regexp.MustCompile(l.Pattern)})
	}
	return frames
}
