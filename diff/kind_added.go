package diff

var added = Kind{
	Name: "added", Doc: "a scene that the old manuscript does not have",
	Sign: "+", Letter: "A", Hue: Gain, Inverse: "cut",
	is: func(j *judged) bool { return len(j.link.Old) == 0 },
}
