package diff

// BeatKind is a kind of change to a beat.
type BeatKind struct {
	Name    string
	Doc     string
	Sign    string
	Hue     Hue
	Inverse string
	is      func(*judgedBeat) bool
}

// beatKinds are all that can be said of a beat; the first that fits is said.
var beatKinds = []BeatKind{
	{Name: "added", Doc: "a beat that is new", Sign: "+", Hue: Gain, Inverse: "cut",
		is: func(b *judgedBeat) bool { return len(b.link.Old) == 0 }},
	{Name: "cut", Doc: "a beat that is gone", Sign: "-", Hue: Loss, Inverse: "added",
		is: func(b *judgedBeat) bool { return len(b.link.New) == 0 }},
	{Name: "split", Doc: "one beat that became several", Sign: "<", Hue: Motion, Inverse: "merged",
		is: func(b *judgedBeat) bool { return len(b.link.New) > 1 }},
	{Name: "merged", Doc: "several beats that became one", Sign: "&", Hue: Motion, Inverse: "split",
		is: func(b *judgedBeat) bool { return len(b.link.Old) > 1 }},
	{Name: "moved", Doc: "a beat that stands elsewhere in its scene, or in another", Sign: ">", Hue: Motion, Inverse: "moved",
		is: func(b *judgedBeat) bool { return b.moved }},
	{Name: "changed", Doc: "a beat in other words", Sign: "~", Hue: Edit, Inverse: "changed",
		is: func(b *judgedBeat) bool { return b.link.Score < one }},
	{Name: "kept", Doc: "a beat of which no word changed", Sign: " ", Hue: Calm, Inverse: "kept",
		is: func(*judgedBeat) bool { return true }},
}

// BeatKinds lists the kinds of change to beats, in the order of their tests.
func BeatKinds() []BeatKind { return append([]BeatKind(nil), beatKinds...) }

// judgedBeat is a link of beats with all that the kinds look at.
type judgedBeat struct {
	link  BeatLink
	moved bool // in another scene, or out of order in its own
}
