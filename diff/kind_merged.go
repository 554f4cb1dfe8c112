package diff

var merged = Kind{
	Name: "merged", Doc: "several scenes that became one",
	Sign: "&", Letter: "J", Hue: Motion, Inverse: "split",
	Verb: "is joined from several scenes", Verbs: "are joined from several scenes",
	is:     func(j *judged) bool { return len(j.link.Old) > 1 },
	clause: func(_ *Report, row Row) string { return "It was " + names(row.Old) + "." },
	aside:  func(_ *Report, row Row) string { return "from " + names(row.Old) },
}
