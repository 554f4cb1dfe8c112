package diff

// Scores are parts of one; every weight below is in the same parts.
const one = 10000

// share is a part of a whole, in parts of one. The product of words and parts
// may need more bits than a machine's own numbers have.
func share(part, whole int) int { return int(int64(part) * one / int64(whole)) }

// The number of words in a run. For scenes three are rare enough to be no
// accident and short enough to survive an edit of every fifth word; a beat is
// short, and compared with few others.
const (
	sceneGram = 3
	beatGram  = 2
)

// What the likeness of two scenes' words is made of. The mix was measured
// (research on Frankenstein 1818–1831 and Dorian Gray 1890–91): the cosine
// carries rewrites, the runs carry splits and short scenes.
const (
	cosineShare      = one / 2
	containmentShare = one / 4
	diceShare        = one / 4
)

// sureScore is the likeness at which two scenes are the same scene whatever
// else is known: unrelated scenes of one book stay below a tenth, and scenes
// that share a paragraph which moved stay below a quarter.
const sureScore = 30 * one / 100

// rivalScore is the likeness from which a pair is remembered as one that was
// considered.
const rivalScore = 8 * one / 100

// Beats. A beat that stands where its partner would stand needs less likeness
// than one that stands elsewhere in the scene, and that less than one that
// went to another scene: there, stock phrases lie in wait.
const (
	beatInPlace   = 17 * one / 100
	beatInScene   = 27 * one / 100
	beatElsewhere = 42 * one / 100
)

// movedWords is the least a beat must say before it can move to another
// scene, and movedRare how many words' worth that no other beat has: "He
// nodded." never does.
const (
	movedWords = 4
	movedRare  = 25 // tenths of a word
)

// titleTie is what the same title adds where two scenes compete for one.
const titleTie = 4 * one / 100

// A scene is a piece of another if this share of its words stands there, in
// two beats at least; or, in a single beat, this.
const (
	partShare = 35 * one / 100
	soloShare = 60 * one / 100
)

// Or, where paragraphs were cut elsewhere, if this share of its runs of words
// stands there, and this many: a scene of which one paragraph moved reaches a
// fifth, real splits begin at three tenths.
const (
	containShare = 25 * one / 100
	containRuns  = 8
)

// copyShare is the share of what a piece has of its whole that may stand in
// another piece too: two pieces have a sentence in common now and then, a copy
// has all of it.
const copyShare = one / 2

// What speaks for a rewritten scene beside its words. A slugline is a place
// and an hour, which many scenes share; a title is one scene's own.
const (
	namesShare   = 75 * one / 1000 // of the likeness of names
	titleBonus   = 120 * one / 1000
	plannedBonus = one // of a scene that has no words yet: the title is all there is
	slugBonus    = 60 * one / 1000
)

// kinBase is the sum at which a pair is believed that stands in its place, and
// where one scene is left on each side. Elsewhere every doubling of the scenes
// that are left raises it by kinRival, since the best of many accidents is
// better than the best of two. Beyond mostRivals doublings it grows so slowly
// that it counts no more (docs/accuracy.md, "Cut and written, or rewritten?").
const (
	hintShare  = 75 * one / 100 // of what a pair needs: enough to be named as possible
	kinBase    = 83 * one / 1000
	kinRival   = 31 * one / 1000
	mostRivals = 5
)

// retouchedShare is the share of both sides' words that must stand for a scene
// to be called retouched and not rewritten. Of 140 labelled scenes two stand
// on the wrong side of it; readers call no scene retouched below 58 of 100.
const retouchedShare = 56 * one / 100
