package report

import (
	"fmt"
	"strings"

	"git-scene/diff"
)

// Trailer counts what changed in the story for a line in a commit's message:
// "+2 -1 ~4 >1", a sign for each kind; "" where nothing did.
func Trailer(r *diff.Report) string {
	var parts []string
	for _, k := range diff.Kinds() {
		if n := r.Totals.Scenes[k.Name]; n > 0 && k.Hue != diff.Calm {
			parts = append(parts, fmt.Sprintf("%s%d", k.Sign, n))
		}
	}
	return strings.Join(parts, " ")
}
