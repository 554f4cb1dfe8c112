package diff

var cut = Kind{
	Name: "cut", Doc: "a scene that the new manuscript no longer has",
	Sign: "-", Letter: "D", Hue: Loss, Inverse: "added",
	Verb: "is cut", Verbs: "are cut", Result: cutResult,
	is: func(j *judged) bool { return len(j.link.New) == 0 },
}
