package story

import (
	"embed"
	"fmt"
	"maps"
	"regexp"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"git-scene/scenes"
)

//go:embed lexicon/*.yaml
var lexiconFiles embed.FS

// lexicon is what the readers of signals know of a language: lists of words,
// all in lower case. What each list means is said in its file.
type lexicon struct {
	language                                                   string
	common, nobody, titles, places, at, speech, particles      wordSet
	present, past, helpers, inward, first, ours, others, verbs wordSet
	he, she, own, eyes, sight, tale, being                     wordSet
	bare, articles, rest, arrive, within, leave, motion, reach wordSet
	states, elsewhere, during, small, breaks, arrival          wordSet
	family, crew, town, money                                  wordSet
	rooms                                                      rooms
	roles                                                      map[string]role
	daytimes, hours, numbers                                   map[string]int
	frames                                                     []frame
}

// wordSet is a set of folded words.
type wordSet map[string]bool

// languages are those that have a lexicon; a text in any other has no signals.
var languages = []string{"en"}

// lexiconOf reads a language's file, once.
var lexiconOf = func() func(string) *lexicon {
	read := map[string]func() *lexicon{}
	for _, l := range languages {
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
		var words []string
		node := lists[name]
		if err := node.Decode(&words); err != nil || len(words) == 0 {
			panic(fmt.Sprintf("lexicon %s: list %s: %v", language, name, err))
		}
		s := wordSet{}
		for _, w := range words {
			s[strings.ToLower(w)] = true
		}
		return s
	}
	counts := func(name string) map[string]int {
		of := map[string]int{}
		node := lists[name]
		if err := node.Decode(&of); err != nil || len(of) == 0 {
			panic(fmt.Sprintf("lexicon %s: list %s: %v", language, name, err))
		}
		return of
	}
	x := &lexicon{
		language: language, common: set("common"), nobody: set("nobody"), titles: set("titles"), places: set("places"), at: set("at"),
		speech: set("speech"), particles: set("particles"),
		present: set("present"), past: set("past"), helpers: set("helpers"), inward: set("inward"), first: set("first"), ours: set("ours"), others: set("others"),
		he: set("he"), she: set("she"), own: set("own"), eyes: set("eyes"), sight: set("sight"), tale: set("tale"), being: set("being"),
		bare: set("bare"), articles: set("articles"), rest: set("rest"), arrive: set("arrive"), within: set("within"), leave: set("leave"), motion: set("motion"), reach: set("reach"),
		states: set("states"), elsewhere: set("elsewhere"), during: set("during"), small: set("small"), breaks: set("breaks"), arrival: set("arrival"),
		rooms: readRooms(language, lists["rooms"]), daytimes: counts("daytimes"), family: set("family"), crew: set("crew"), town: set("town"), money: set("money"),
		hours: counts("hours"), numbers: counts("numbers"),
		verbs: wordSet{},
	}
	x.roles = x.readRoles()
	x.frames = readFrames(language, lists["frames"])
	for _, s := range []wordSet{x.present, x.past, x.helpers, x.inward} {
		maps.Copy(x.verbs, s)
	}
	return x
}

// readFrames reads the frames of stakes.
func readFrames(language string, node yaml.Node) []frame {
	var listed []struct {
		Example, Hint, Class, Pattern string
		Sure                          int
	}
	if err := node.Decode(&listed); err != nil {
		panic(fmt.Sprintf("lexicon %s: frames: %v", language, err))
	}
	var frames []frame
	for _, l := range listed {
		frames = append(frames, frame{l.Example, l.Hint, l.Sure, l.Class, regexp.MustCompile(l.Pattern)})
	}
	return frames
}

// How a text's language is known: by the share of its words, in a hundred,
// that are that language's commonest, among the first so many.
const (
	languageSample = 2000
	languageShare  = 12
)

// detect finds the language of a manuscript, "" where it has no lexicon.
func detect(m *scenes.Manuscript) string {
	words := 0
	hits := make([]int, len(languages))
	for _, s := range m.Scenes {
		for _, b := range readable(s) {
			if words >= languageSample {
				break
			}
			for i := 0; ; {
				start, end := scenes.NextWord(b.Text, i)
				if start == len(b.Text) {
					break
				}
				i = end
				words++
				for k, l := range languages {
					if lexiconOf(l).common[strings.ToLower(b.Text[start:end])] {
						hits[k]++
					}
				}
			}
		}
	}
	best := ""
	most := words * languageShare / 100
	for k, l := range languages {
		if hits[k] > most {
			best, most = l, hits[k]
		}
	}
	return best
}
