package main

import "slices"

// confusion counts scenes by what truly became of them and by what is answered.
type confusion map[[2]string]int

// The fates of a scene, each of which excludes the others, and the answers
// that are no fate.
var (
	fates   = []string{"kept", "retouched", "rewritten", "split", "merged", "added", "cut"}
	answers = append(slices.Clone(fates), elsewhere, unread)
)

const (
	elsewhere = "other scene" // it is one with a scene that it does not come from
	unread    = "not read"    // no reported scene is mostly this one
)

func (c confusion) plus(d confusion) {
	for k, n := range d {
		c[k] += n
	}
}

// confuse counts every new scene, and the old ones that are truly cut. Where
// the truth allows two fates, the one that is answered counts as true.
func (j *judge) confuse(c confusion) {
	for _, l := range j.gold.Links {
		side := 1
		if len(l.New) == 0 {
			side = 0
		}
		for _, k := range ends(l)[side] {
			if j.optional[k] {
				continue
			}
			truth, got := fate(l.Kinds), j.answer(side, k, ends(l)[1-side])
			if slices.Contains(l.Maybe, got) {
				truth = got
			}
			c[[2]string{truth, got}]++
		}
	}
}

// fate is the one of a scene's kinds that says most: that it was divided or
// joined says more than how much of it stands.
func fate(kinds []string) string {
	for _, f := range []string{"split", "merged"} {
		if slices.Contains(kinds, f) {
			return f
		}
	}
	for _, f := range fates {
		if slices.Contains(kinds, f) {
			return f
		}
	}
	return "kept"
}

// answer is the fate that is reported of a true scene, whose true others it
// should be one with.
func (j *judge) answer(side int, key string, others []string) string {
	got := unread
	for _, row := range j.report.Scenes {
		if !slices.Contains(j.keys(row, side), key) {
			continue
		}
		there := j.keys(row, 1-side)
		related := slices.ContainsFunc(there, func(k string) bool { return slices.Contains(others, k) })
		if len(there) > 0 && !related {
			got = elsewhere
			continue
		}
		return fate(row.Kinds)
	}
	return got
}
