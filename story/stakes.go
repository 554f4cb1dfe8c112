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
	ClassSure  int    // that the class is right, parts of ten thousand
	Confidence int    // that it is a stake, parts of ten thousand
	Quote      Quote

	rung    rung   // how high the passage says that it is
	beat    rung   // and its whole beat
	text    string // the passage that was weighed, "" for none
	whole   string // the beat that holds it
	frame   *frame // that says it outright, nil for none
	reading *Reading
}

// stakesModel was trained by cmd/train on the labelled passages of
// testdata/lines; docs/stakes.md says how well it reads hands that it has
// not seen.
//
//go:embed stakes.bin
var stakesModel string

// modelLanguage is that of the passages. A text in another is not weighed: in
// it a stake is what frames say, and the author.
const modelLanguage = "en"

var loadStakes = sync.OnceValue(func() *model.Model {
	m, err := model.Read(stakesModel)
	if err != nil {
		panic(err) // the file is embedded, and a test reads it
	}
	return m
})

// ClassTold is how sure a class must be to be told to a reader, parts of ten
// thousand; a program gets it with how sure it is.
const ClassTold = 6000

// StakeSure is how sure a stake must be to be told of, in parts of ten
// thousand, in a list of one revision as in the comparison of two.
const StakeSure = 5000

// AtStake is what is told to be at stake in a scene, given its ordinal: what
// the author notes, then what the beats say.
func (r *Reading) AtStake(scene int) []Stake {
	var all []Stake
	if stake, ok := r.NotedStake(scene); ok {
		all = append(all, stake)
	}
	return append(all, r.Stakes(scene, StakeSure)...)
}

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
	for _, b := range readable(s) {
		if b.Kind == scenes.Code || b.Kind == scenes.Table || !asked(b) {
			continue
		}
		if stake, ok := r.stakeIn(s, b, &scratch); ok && stake.Confidence >= sure {
			found = append(found, stake)
		}
	}
	return found
}

// NotedStake is what the author notes that is at stake in a scene.
func (r *Reading) NotedStake(scene int) (Stake, bool) {
	q := fieldQuote(r.m.Scenes[scene-1], "stakes")
	if q.Text == "" || r.words == nil {
		return Stake{}, false
	}
	class, told := r.classOf(q.Text)
	rung := r.words.rung(q.Text)
	return Stake{Class: class, ClassSure: told, Confidence: noted, rung: rung, beat: rung, Quote: q}, true
}

// noted is how sure a reader may be of what the author notes.
const noted = 9500

// stakeIn reads a beat: the author's own words, else the window of sentences
// that scores highest, or a frame that is surer.
func (r *Reading) stakeIn(s *scenes.Scene, b *scenes.Beat, scratch *model.Scratch) (Stake, bool) {
	if text, own, ok := r.lore.stake(spoken(b)); ok && !r.lore.vetoes(text) {
		return Stake{
			Class: own.Class, ClassSure: noted, Confidence: noted, rung: r.words.rung(text), beat: r.words.rung(b.Text),
			Quote: quote(s, b, text),
		}, true
	}
	text, confidence := b.Text, 0
	if r.Language == modelLanguage {
		text, confidence = r.weigh(b, scratch)
	}
	if text == "" {
		return Stake{}, false
	}
	stake := Stake{Confidence: confidence, Quote: quote(s, b, ""), text: text, whole: b.Text, reading: r}
	if f, at, ok := r.words.framed(b.Text); ok && f.sure > confidence {
		if said := sentenceAt(b.Text, at); !r.lore.vetoes(said) {
			stake.Confidence, stake.Quote.Text, stake.frame = f.sure, said, &f
		}
	}
	return stake, stake.Confidence > 0
}

// weigh finds the window of a beat that scores highest, of those that hold
// none of the author's false friends, and how sure it makes a stake. The longer
// the beat, the likelier one of its windows scores high by chance: the odds are
// divided by how many that do not overlap it has room for, as Bonferroni did.
func (r *Reading) weigh(b *scenes.Beat, scratch *model.Scratch) (text string, confidence int) {
	m := loadStakes()
	best := 0
	for _, w := range windows(spoken(b)) {
		if r.lore.vetoes(w) {
			continue
		}
		if score := m.Score(w, scratch); text == "" || score > best {
			text, best = w, score
		}
	}
	sure := m.Confidence(best)
	room := (b.Words + windowMost - 1) / windowMost
	return text, sure * certain / (sure + (certain-sure)*max(room, 1))
}

// certain is the unit of confidence: beyond all doubt.
const certain = 10000

// Told is a stake with all that its words say.
func (s Stake) Told() Stake {
	if s.text == "" {
		return s
	}
	s.Class, s.ClassSure = s.reading.classOf(s.text)
	s.rung, s.beat = s.reading.words.rung(s.text), s.reading.words.rung(s.whole)
	if f := s.frame; f != nil {
		if f.class != "" {
			s.Class, s.ClassSure = f.class, f.sure
		}
	} else {
		s.Quote.Text = heaviest(loadStakes(), s.text)
	}
	return s
}

// Above is 1 where s is higher than other, the same stake in another revision,
// -1 where it is lower, and 0 else. Of a long beat another passage may weigh
// most each time, so the whole beats must say it too.
func (s Stake) Above(other Stake) int {
	if up := s.rung.above(other.rung); up == s.beat.above(other.beat) {
		return up
	}
	return 0
}

// classOf is of what a text speaks, and how sure that is.
func (r *Reading) classOf(text string) (name string, told int) {
	if _, own, ok := r.lore.stake(text); ok {
		return own.Class, noted
	}
	if r.Language != modelLanguage {
		return r.words.classOf(text)
	}
	m := loadStakes()
	name, ahead := m.Class(m.Kin.Words(text))
	return name, m.Told.Of(ahead)
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
