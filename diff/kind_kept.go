package diff

var kept = Kind{
	Name: "kept", Doc: "the same scene, not a word of it changed",
	Sign: " ", Letter: "K", Hue: Calm, Inverse: "kept",
	Verb: "stands as it was", Verbs: "stand as they were",
	is: func(j *judged) bool { return j.both && j.unchanged() },
}

// unchanged says whether the scene says what it said: the same words, and the
// same notes of the author's on what happens in it.
func (j *judged) unchanged() bool { return j.sameWords && !j.noted }
