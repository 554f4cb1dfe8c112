package diff

var merged = Kind{
	Name: "merged", Doc: "several scenes that became one",
	Sign: "&", Letter: "J", Hue: Motion, Inverse: "split",
	is:    func(j *judged) bool { return len(j.link.Old) > 1 },
	aside: func(_ *Report, row Row) string { return "from " + names(row.Old) },
}
