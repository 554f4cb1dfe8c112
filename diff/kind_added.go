package diff

var added = Kind{
	Name: "added", Doc: "a scene that the old manuscript does not have",
	Sign: "+", Letter: "A", Hue: Gain, Inverse: "cut",
	Verb: "is new", Verbs: "are new", Result: addedResult,
	is: func(j *judged) bool { return len(j.link.Old) == 0 },
	aside: func(r *Report, row Row) string {
		if row.Possible == nil {
			return ""
		}
		return "possibly a rewrite of " + r.OldScene(row.Possible.Old).Name() + ", which is cut"
	},
	brief: func(*Report, Row) string { return "" }, // a possibility is no summary
}
