package diff

var cosmetic = Kind{
	Name: "cosmetic", Doc: "kept, but for its layout, quotes, punctuation or numbering",
	Sign: ".", Letter: "C", Hue: Calm, Inverse: "cosmetic",
	is: func(j *judged) bool { return j.both && j.unchanged() && j.layout && !j.moved }, // what moved takes a new number
}
