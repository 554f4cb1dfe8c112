package diff

// runIndex finds the units that hold a run of words. Nearly every run of a book
// is its own, so that there are as many of them as words: they are numbered by
// a table of their own, of four bytes a place, and the units of each run lie
// together, so that counting them walks through memory and does not jump.
type runIndex struct {
	of    []*unit
	slots []int32 // by the run's bits: its number and one more, 0 for none
	shift int     // so many bits of a run are not asked
	runs  []gram  // by number
	first []int32 // where a run's units begin; one more at the end
	units []int32
}

// newRunIndex files the runs of all units but those that more than most hold.
func newRunIndex(units []*unit, most int) *runIndex {
	n := 0
	for _, u := range units {
		n += len(u.grams)
	}
	x := &runIndex{of: units, shift: 64 - 1, runs: make([]gram, 0, n)}
	for size := 2; size < 2*n; size *= 2 { // half of the places stay free
		x.shift--
	}
	x.slots = make([]int32, 1<<(64-x.shift))
	numbers, count := make([]int32, 0, n), make([]int32, 0, n)
	for _, u := range units {
		for _, g := range u.grams {
			k := x.number(g)
			if int(k) == len(count) {
				count = append(count, 0)
			}
			count[k]++
			numbers = append(numbers, k)
		}
	}
	x.file(numbers, x.rooms(count, most))
	return x
}

// number finds the number of a run, or gives it the next one.
func (x *runIndex) number(g gram) int32 {
	at := x.slot(g)
	if x.slots[at] == 0 {
		x.runs = append(x.runs, g)
		x.slots[at] = int32(len(x.runs))
	}
	return x.slots[at] - 1
}

// slot is the place of a run in the table, or the free one where it would be.
func (x *runIndex) slot(g gram) uint64 {
	const golden = 0x9E3779B97F4A7C15 // spreads the bits upwards (Knuth's multiplicative hash)
	mask := uint64(len(x.slots) - 1)
	at := uint64(g) * golden >> x.shift
	for x.slots[at] != 0 && x.runs[x.slots[at]-1] != g {
		at = (at + 1) & mask
	}
	return at
}

// rooms says where the units of each run begin; a run of too many has no room.
func (x *runIndex) rooms(count []int32, most int) (at []int32) {
	x.first = make([]int32, len(count)+1)
	for k, c := range count {
		if int(c) > most {
			c = 0
		}
		x.first[k+1] = x.first[k] + c
	}
	copy(count, x.first)
	return count
}

// file puts each unit into the rooms of its runs, which numbers lists.
func (x *runIndex) file(numbers, at []int32) {
	x.units = make([]int32, x.first[len(x.first)-1])
	for i, u := range x.of {
		for _, k := range numbers[:len(u.grams)] {
			if x.first[k] < x.first[k+1] {
				x.units[at[k]] = int32(i)
				at[k]++
			}
		}
		numbers = numbers[len(u.grams):]
	}
}

// holders are the units that hold a run, none where too many do.
func (x *runIndex) holders(g gram) []int32 {
	k := x.slots[x.slot(g)] - 1
	if k < 0 {
		return nil
	}
	return x.units[x.first[k]:x.first[k+1]]
}
