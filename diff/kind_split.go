package diff

var split = Kind{
	Name: "split", Doc: "one scene that became several",
	Sign: "<", Letter: "S", Hue: Motion, Inverse: "merged",
	Verb: "is split into several scenes", Verbs: "are split",
	is:     func(j *judged) bool { return len(j.link.New) > 1 },
	clause: func(_ *Report, row Row) string { return "It is now " + names(row.New) + "." },
	aside:  func(_ *Report, row Row) string { return "now " + names(row.New) },
}
