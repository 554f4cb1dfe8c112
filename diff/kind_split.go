package diff

var split = Kind{
	Name: "split", Doc: "one scene that became several",
	Sign: "<", Letter: "S", Hue: Motion, Inverse: "merged",
	is:    func(j *judged) bool { return len(j.link.New) > 1 },
	aside: func(_ *Report, row Row) string { return "now " + names(row.New) },
}
