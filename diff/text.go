package diff

import (
	"slices"
	"unicode/utf8"

	"git-scene/scenes"
)

// text is what a beat says. Beats of equal text share one, on both sides, so
// that what stands is read once, and known again without reading its words.
type text struct {
	said    string
	spoken  bool   // it is a script's cue and speech
	size    int    // words
	letters uint64 // hash: equal for texts of the same words
	tail    uint64 // what letters before it are multiplied by, to hash both
	words   []word // as numbers; those that nobody asked about are unknown
	asked   bool   // all of its words have numbers
}

// textsOf lists the different texts of the beats of two manuscripts, in order.
func textsOf(sides ...*scenes.Manuscript) (texts []*text, at map[string]*text) {
	at = map[string]*text{}
	for _, m := range sides {
		for _, s := range m.Scenes {
			for _, b := range s.Beats {
				if at[b.Text] == nil {
					t := &text{said: b.Text, spoken: b.Kind == scenes.Dialogue, size: b.Words}
					at[b.Text] = t
					texts = append(texts, t)
				}
			}
		}
	}
	inParallel(len(texts), func(k int) { texts[k].hash() })
	return texts, at
}

// base is the base of the polynomial over letters that hashes a text. Hashes
// of texts that stand behind each other make that of both, wherever they are
// cut. It is compared within one process only.
const base = 0x9E3779B97F4A7C15

// hash hashes the letters and digits of a text. It passes over all that may
// stand between them, in words too: that is quick, and enough to find what may
// be the same; whether it is, [unit.same] says.
func (t *text) hash() {
	t.tail = 1
	if t.add(t.said, false) {
		return
	}
	t.letters, t.tail = 0, 1
	t.add(scenes.Fold(t.said), true)
}

// add hashes a text, or gives up at a letter that has to be folded first.
func (t *text) add(s string, folded bool) (ok bool) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c < utf8.RuneSelf:
			if c = lower[c]; c == 0 {
				continue
			}
		case folded:
		case c == 0xE2 && s[i+1] == 0x80: // quotes, dashes, dots
			i += 2
			continue
		default:
			return false
		}
		t.letters = t.letters*base + uint64(c)
		t.tail *= base
	}
	return true
}

// lower is an ASCII letter or digit as it is compared, 0 for any other.
var lower = func() (set [utf8.RuneSelf]byte) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			set[c] = c
		case 'A' <= c && c <= 'Z':
			set[c] = c + 'a' - 'A'
		}
	}
	return set
}()

// same says whether two units have the same words, however these are cut into
// beats. That a scene is kept is said of words alone: two hashes can be equal
// by chance, or be made so.
func (u *unit) same(v *unit) bool {
	if u.hash != v.hash || u.size != v.size {
		return false
	}
	return slices.Equal(u.texts, v.texts) || slices.Equal(u.folded(), v.folded())
}

// folded are the words of a unit as they are compared, each with a space.
func (u *unit) folded() []byte {
	var all []byte
	for _, t := range u.texts {
		all = append(all, scenes.Fold(t.said)...)
	}
	return all
}
