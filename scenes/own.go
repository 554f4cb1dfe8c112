package scenes

import (
	"errors"
	"regexp"
)

var errOwn = errors.New("git scene wrote it")

// ownHeads are how the pages begin that git scene writes and an author may
// keep beside the book, under whatever name, by their first lines. What git
// scene writes in one more way is one more row.
var ownHeads = regexp.MustCompile(`^(?:` +
	`## What changed in the story: .+ → .+\n` + // diff --format=markdown
	`|# Revision memo\b.*\nFrom .+ to .+\.\n` + // memo
	`|Since .+ (?:you must reread \d[\d,]* scenes?, \d[\d,]* words?|there is no scene that you must reread)\.(?: ` + "`" + `\[.*)?\n` + // reread, with --trace
	`|.+ → .+\n(?:[\d,]+ → [\d,]+ scenes, [\d,]+ → [\d,]+ words|No change: )` + // diff
	`|(?:.+\n){0,3} +\d+  .* [\d,]+ words? +\d+ beats?\b` + // list
	`)`)

// ownLines is how many first lines ownHeads looks at, empty ones not counted:
// a list has its book, its part and its chapter above the first scene.
const ownLines = 4

// isOwn says whether a text is a page that git scene wrote of the book.
func isOwn(lines []string) bool {
	head, found := "", 0
	for _, l := range lines {
		if l == "" {
			continue
		}
		head += l + "\n"
		if found++; found == ownLines {
			break
		}
	}
	return ownHeads.MatchString(head)
}
