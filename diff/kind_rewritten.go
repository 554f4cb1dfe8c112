package diff

var rewritten = Kind{
	Name: "rewritten", Doc: "the same scene, most of its words new or gone",
	Sign: "*", Letter: "W", Hue: Edit, Inverse: "rewritten",
	Verb: "is rewritten", Verbs: "are rewritten", Result: rewrittenResult,
	is: func(j *judged) bool { return j.both && !j.unchanged() && j.survival < retouchedShare },
}

// reworkings are the ways to rewrite scenes, the first that is true of a row
// says it. The numbers of words are of the row's sides and of what stands on
// both.
var reworkings = []struct {
	verb  string // of a scene
	verbs string // of several
	come  string // what that comes to
	is    func(old, new, kept int) bool
}{
	{"has grown", "have grown", "most of the words are new", func(old, new, kept int) bool { return new > old && 10*kept >= 9*old }},
	{"is cut down", "are cut down", "most of the words are gone", func(old, new, kept int) bool { return old > new && 10*kept >= 9*new }},
	{"is told anew", "are told anew", "in mostly other words", func(_, _, _ int) bool { return true }},
}

// reworking is the way in which a row was rewritten, by its place in the list.
func reworking(row Row) int {
	old, new := wordsIn([]Row{row}, ofOld), wordsIn([]Row{row}, ofNew)
	for i, w := range reworkings {
		if w.is(old, new, row.Kept) {
			return i
		}
	}
	return len(reworkings) - 1
}
