package diff

var retouched = Kind{
	Name: "retouched", Doc: "the same scene with changes: most of its words stand",
	Sign: "~", Letter: "M", Hue: Edit, Inverse: "retouched",
	Verb: "is retouched", Verbs: "are retouched",
	is: func(j *judged) bool { return j.both && !j.unchanged() && j.survival >= retouchedShare },
}
