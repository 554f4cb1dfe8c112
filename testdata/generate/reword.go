package generate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reword does what happens to the words of all scenes: noise, another name,
// other titles. Scenes that are new get no noise, since they were written now.
func (r *revision) reword(t *titler) {
	if p := r.plan.Noise; p.Share > 0 || p.Of == Sentences {
		r.noise(p)
	}
	if r.plan.Rename {
		r.rename()
	}
	if r.plan.Retitle {
		for i := range r.scenes {
			r.scenes[i].title = t.make(nil, 2)
		}
	}
}

func (r *revision) noise(p Noise) {
	n := noiser{p, r.source, nil, r.plan.stream(noiseStage)}
	if p.Of == Sentences {
		n.pool = sentencePool(r.source, r.plan.SceneWords)
	}
	for i := range r.scenes {
		chosen := p.Scenes == 0 || n.rand.Float64() < p.Scenes
		if chosen && len(r.scenes[i].from) > 0 {
			n.scene(&r.scenes[i])
		}
	}
}

// claim keeps a title's words from standing in another title.
func (t *titler) claim(title string) {
	for _, w := range fields(strings.ToLower(title)) {
		t.used[w] = true
	}
}

// rename gives the character named most often another name.
func (r *revision) rename() {
	was := mostNamed(r.old, r.source)
	if was == "" {
		return
	}
	now := newName
	for slices.Contains(r.source.vocabulary, now) {
		now += "a"
	}
	r.note("%s is called %s", was, now)
	for i := range r.scenes {
		for k := range r.scenes[i].beats {
			b := &r.scenes[i].beats[k]
			words := fields(b.text)
			for j, w := range words {
				if nameIn(w) == was {
					words[j] = strings.Replace(w, was, now, 1)
					b.stands = max(b.stands-1, 0)
				}
			}
			b.text = strings.Join(words, " ")
		}
	}
}

// newName is what the renamed are called, or nearly so in a book that has one
// of that name.
const newName = "Odalys"

// mostNamed is the word that is most often written with a capital inside a
// sentence, and never without one; "" where there is none.
func mostNamed(b book, s *Source) string {
	times := map[string]int{}
	for _, sc := range b.scenes {
		for _, x := range sc.beats {
			words := fields(x.text)
			for i, w := range words[1:] {
				if n := nameIn(w); n != "" && !s.lower[strings.ToLower(n)] && !endsSentence(words[i]) {
					times[n]++
				}
			}
		}
	}
	best := ""
	for n, k := range times {
		if k > times[best] || k == times[best] && n < best {
			best = n
		}
	}
	return best
}

// nameIn is the name that a word may be, without a possessive.
func nameIn(word string) string {
	_, inner, _ := parse(word)
	inner = strings.TrimSuffix(inner, "'s")
	const short = 3
	if first, _ := utf8.DecodeRuneInString(inner); !unicode.IsUpper(first) || len(inner) < short {
		return ""
	}
	return inner
}
