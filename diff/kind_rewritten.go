package diff

var rewritten = Kind{
	Name: "rewritten", Doc: "the same scene in other words: most of them changed",
	Sign: "*", Letter: "W", Hue: Edit, Inverse: "rewritten",
	Verb: "is rewritten", Verbs: "are rewritten", Result: rewrittenResult,
	is: func(j *judged) bool { return j.both && !j.unchanged() && j.survival < retouchedShare },
}
