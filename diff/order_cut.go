package diff

import (
	"cmp"
	"slices"
)

// placeCut puts the rows of scenes that are gone where they stood: behind the
// nearest scene before them in their chapter that did not move, else before the
// nearest one behind them. Where none is left, they stay.
func placeCut(rows []Row) []Row {
	var old []standing
	for i, row := range rows {
		for _, s := range row.Old {
			old = append(old, standing{s, i})
		}
	}
	slices.SortFunc(old, func(a, b standing) int { return cmp.Compare(a.scene.Ordinal, b.scene.Ordinal) })
	behind, ahead, placed := make([][]int, len(rows)), make([][]int, len(rows)), make([]bool, len(rows))
	before := anchors(rows, old)
	slices.Reverse(old)
	after := anchors(rows, old)
	slices.Reverse(old)
	for _, o := range old {
		switch {
		case len(rows[o.row].New) > 0:
		case before[o.row] >= 0:
			behind[before[o.row]] = append(behind[before[o.row]], o.row)
			placed[o.row] = true
		case after[o.row] >= 0:
			ahead[after[o.row]] = append(ahead[after[o.row]], o.row)
			placed[o.row] = true
		}
	}
	order := make([]Row, 0, len(rows))
	take := func(some []int) {
		for _, i := range some {
			order = append(order, rows[i])
		}
	}
	for i := range rows {
		if !placed[i] {
			take(ahead[i])
			take([]int{i})
			take(behind[i])
		}
	}
	return order
}

// standing is an old scene with the row that it is in.
type standing struct {
	scene Scene
	row   int
}

// anchors gives for each row that is gone the row of the last scene of its
// chapter, among old scenes in an order, that is left and did not move; -1 for
// none.
func anchors(rows []Row, old []standing) []int {
	found := slices.Repeat([]int{-1}, len(rows))
	anchor := -1
	for k, o := range old {
		if k > 0 && !slices.Equal(old[k-1].scene.Place, o.scene.Place) {
			anchor = -1
		}
		if len(rows[o.row].New) == 0 {
			found[o.row] = anchor
		} else if !isMoved(&rows[o.row]) {
			anchor = o.row
		}
	}
	return found
}
