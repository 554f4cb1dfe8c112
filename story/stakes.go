package story

import (
	_ "embed"
	"strings"
	"sync"

	"git-scene/scenes"
	"git-scene/story/model"
)

// Stake is what somebody stands to lose or win, or what failing will cost.
type Stake struct {
	Class      string // "life", "liberty", "livelihood", "money", "love", "reputation", "self", "secret", "community", "time"
	Confidence int    // parts of ten thousand
	Rung       Rung   // how high it is
	Noted      bool   // the author's own note on the scene says so: "Stakes: the farm"
	Quote      Quote
	Because    []string // the words that weigh most, the heaviest first

	text  string // what is not told yet
	words *lexicon
}

// stakesModel was trained by cmd/train on the labelled passages of
// testdata/lines; docs/accuracy.md says how well it reads hands that it has
// not seen.
//
//go:embed stakes.bin
var stakesModel []byte

var loadStakes = sync.OnceValue(func() *model.Model {
	m, err := model.Read(stakesModel)
	if err != nil {
		panic(err) // the file is embedded, and a test reads it
	}
	return m
})

// How a long beat is read: sentence by sentence, and as so many at a time, as
// the passages are that the model knows. A shorter sentence says too little alone.
const (
	window        = 3
	sentenceWords = 8
)

// Stakes are what is at stake in the beats of a scene, given its ordinal, in
// the order of reading: at most one a beat, as sure as sure at least, in parts
// of ten thousand.
func (r *Reading) Stakes(scene, sure int) []Stake {
	found := r.StakesOf(scene, sure, func(*scenes.Beat) bool { return true })
	for i := range found {
		found[i] = found[i].Told()
	}
	return found
}

// StakesOf are those of the beats that are asked for. Of each only the place
// and the confidence is known until it is told.
func (r *Reading) StakesOf(scene, sure int, asked func(*scenes.Beat) bool) []Stake {
	if r.words == nil {
		return nil
	}
	s := r.m.Scenes[scene-1]
	var found []Stake
	var scratch model.Scratch
	for _, b := range s.Beats {
		if b.Kind == scenes.Code || b.Kind == scenes.Table || !asked(b) {
			continue
		}
		if text, confidence := stakeIn(b, &scratch); text != "" && confidence >= sure {
			found = append(found, Stake{Confidence: confidence, Quote: quote(s, b, ""), text: text, words: r.words})
		}
	}
	return found
}

// Told is a stake with all that its words say.
func (s Stake) Told() Stake {
	if s.text == "" {
		return s
	}
	m := loadStakes()
	s.Class, s.Rung, s.Quote.Text, s.Because = classOf(s.text), s.words.rung(s.text), heaviest(m, s.text), because(m, s.text)
	s.text = ""
	return s
}

// NotedStake is what the author notes that is at stake in a scene.
func (r *Reading) NotedStake(scene int) (Stake, bool) {
	q := fieldQuote(r.m.Scenes[scene-1], "stakes")
	if q.Text == "" || r.words == nil {
		return Stake{}, false
	}
	return Stake{Class: classOf(q.Text), Confidence: noted, Rung: r.words.rung(q.Text), Noted: true, Quote: q}, true
}

// noted is how sure a reader may be of what the author notes.
const noted = 9500

// stakeIn reads a beat: the window of sentences that scores highest, and how
// sure that makes it.
func stakeIn(b *scenes.Beat, scratch *model.Scratch) (text string, confidence int) {
	m := loadStakes()
	best := 0
	for _, w := range windows(spoken(b)) {
		if score := m.Score(w, scratch); text == "" || score > best {
			text, best = w, score
		}
	}
	return text, m.Confidence(best)
}

// classOf is of what a text speaks.
func classOf(text string) string {
	m := loadStakes()
	return m.Class(m.Kin.Words(text))
}

// spoken is a beat's text without a script's cue.
func spoken(b *scenes.Beat) string {
	if b.Kind == scenes.Dialogue {
		if cue, said, ok := strings.Cut(b.Text, ": "); ok && strings.ToUpper(cue) == cue {
			return said
		}
	}
	return b.Text
}

// windows cuts a text into runs of sentences; a text of few is one.
func windows(text string) []string {
	var bounds [][2]int
	for i := 0; ; {
		start, end := scenes.NextSentence(text, i)
		if start == len(text) {
			break
		}
		bounds = append(bounds, [2]int{start, end})
		i = end
	}
	if len(bounds) <= window {
		return []string{text}
	}
	var cut []string
	for i, b := range bounds {
		if i+window <= len(bounds) {
			cut = append(cut, text[b[0]:bounds[i+window-1][1]])
		}
		if alone := text[b[0]:b[1]]; scenes.CountWords(alone) >= sentenceWords {
			cut = append(cut, alone)
		}
	}
	return cut
}

// quoteWords is how long a quote may be, in words, before only its heaviest
// sentence is quoted.
const quoteWords = 30

// heaviest is a window as it is quoted: whole, or the sentence that says most.
func heaviest(m *model.Model, text string) string {
	if scenes.CountWords(text) <= quoteWords {
		return text
	}
	quoted, best := "", 0
	for i := 0; ; {
		start, end := scenes.NextSentence(text, i)
		if start == len(text) {
			return quoted
		}
		i = end
		if score := m.Is.Score(m.Kin.Features(text[start:end]), nil); quoted == "" || score > best {
			quoted, best = text[start:end], score
		}
	}
}

// reasons is how many phrases are told as what decided.
const reasons = 3

// because are the phrases of a text that weigh most for it.
func because(m *model.Model, text string) []string {
	features := m.Kin.Features(text)
	parts := make([]int, len(features))
	m.Is.Score(features, parts)
	var found []string
	for range reasons {
		best := -1
		for i, p := range parts {
			if p > 0 && (best < 0 || p > parts[best]) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		f := features[best]
		found = append(found, text[f.Start:f.End])
		for i, g := range features { // one phrase, not its parts
			if g.Start < f.End && f.Start < g.End {
				parts[i] = 0
			}
		}
	}
	return found
}
