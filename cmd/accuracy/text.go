package main

const introText = "How well `git scene` finds what became of each scene: on drafts whose truth somebody wrote down, on drafts that were\n" +
	"made from a known truth, and beside what git says of the same texts. Made by `go run ./cmd/accuracy`; the same texts give the\n" +
	"same figures, but for the times under *Cost*."

const baselineText = `Git is handed the scenes for free: each true scene is a file, and scenes are one where their files have one name or where
` + "`git diff -M50%`" + ` finds a rename; once the files are called by the scenes' titles, once nothing but the text is left to go by. A split
or a merge is beyond it. ` + "`git diff --color-moved`" + ` gets the manuscript as it is; counted are the words on lines that it marks as
moved, of those in scenes that truly moved and of those in scenes that truly did not. It was made to show moved lines and not
moved scenes, so its marks on unmoved scenes may be moved or repeated lines.`

const confusionText = "Every new scene, and every old one that is truly cut, by its true fate and the answered one, over all labelled pairs.\n" +
	"A scene that is said to be one with a scene that it does not come from stands under *other scene*, whatever is said of it."

const gridText = "Books made from a source by `testdata/generate`: its text, cut into scenes of a length; of them 15 % move (in blocks of\n" +
	"one, two and three), 8 % are split, 8 % merged, 8 % cut, 5 % lose beats to another scene, and 8 % are new, from the same source. Then\n" +
	"a share of all words or sentences is put in other words, and every scene gets another title, except where titles stay. At most\n" +
	"120 scenes a book, three seeds a figure. Scenes of 15 and 60 words are bullets, longer ones prose. Figures are F1 where nothing else\n" +
	"is said; targets are for scenes of 150 words and more.\n\n" +
	"*Words*: each word that is hit is deleted (a quarter), doubled (a quarter) or replaced by a random word of the book (half).\n" +
	"*Sentences*: each sentence that is hit is replaced by another one of the book, so that it speaks for the wrong scene (in a scene of\n" +
	"two sentences one of them is half of it); of the others, a tenth of the words are hit, at 0 % too. Random words are easier to tell\n" +
	"from what stands than a writer's own second thoughts would be: these tables show where the alignment breaks, not how it does on a\n" +
	"real revision."

const replacedText = "One, three or eight scenes are cut and as many others of the same source are put in, elsewhere or in the place of the cut ones; not a\n" +
	"word of the rest is changed. The new scenes have people and places of the book, and titles of their own. Told is how many of the\n" +
	"new ones are said to be a cut one, rewritten, in 40 books of 80 scenes at most. It should be none."

const madeConfusionText = "All made books of which 30 % at most is changed."

const methodText = "- **Truth.** Labelled pairs say which scenes are one and what happened to each (`testdata/README.md`); the rules are those of\n" +
	"the project's `score.py`, and a test holds the two to the same numbers. *segments*: a scene begins on the right line, give or take\n" +
	"one; *pairs*: an old scene and a new one are one; *added* to *kept*: of new scenes, and of old ones for *cut*, this is said; *degree*: the\n" +
	"share of right one-to-one pairs that are called kept, retouched or rewritten as the truth does; *beat moves*: beats that went to\n" +
	"another scene. Where careful readers differ, neither answer is counted.\n" +
	"- **What is false and what is missed.** Precision is the share of what is said that is true, recall the share of what is true that is\n" +
	"said, F1 their harmonic mean. Figures over several pairs or books add up what is right, false and missed in each.\n" +
	"- **Moved** in made books: which scenes moved is not always one answer. A scene counts as moved where no best reading keeps it in\n" +
	"its place, as unmoved where every one does, and is left out else.\n" +
	"- **Seen before.** The weights of the alignment were set with the labelled pairs in sight: on them the figures say what is reached,\n" +
	"not what to expect of an unseen manuscript. No weight was set with a made book in sight when the tables were first written."
