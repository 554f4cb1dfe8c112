package diff

import "git-scene/scenes"

// successors says which old part or chapter became which new one, by the
// words of the scenes that they share. All of it holds both ways round.
type successors struct {
	old, new []*scenes.Division
	flow     map[[2]*scenes.Division]int // words of scenes that went from one to the other
	survives map[*scenes.Division]int    // words of its scenes that are on both sides
	holds    map[*scenes.Division]int    // words of all its scenes
	known    map[*scenes.Division]bool   // the other side has one of its name
}

// follow measures what flows from each old division into each new one. A
// scene counts for its chapter and for the parts around it alike.
func follow(a *Alignment) *successors {
	s := &successors{
		old: a.Old.Divisions, new: a.New.Divisions, flow: map[[2]*scenes.Division]int{},
		survives: map[*scenes.Division]int{}, holds: map[*scenes.Division]int{}, known: map[*scenes.Division]bool{},
	}
	for _, l := range a.Links {
		for _, x := range l.Old {
			for _, y := range l.New {
				s.add(a.Old.Scenes[x], a.New.Scenes[y])
			}
		}
	}
	for _, m := range []*scenes.Manuscript{a.Old, a.New} {
		for _, sc := range m.Scenes {
			for d := sc.Division; d != nil; d = d.Parent {
				s.holds[d] += sc.Words + 1
			}
		}
	}
	s.know(s.old, s.new)
	s.know(s.new, s.old)
	return s
}

func (s *successors) add(old, new *scenes.Scene) {
	words := min(old.Words, new.Words) + 1
	for d := old.Division; d != nil; d = d.Parent {
		s.survives[d] += words
		for e := new.Division; e != nil; e = e.Parent {
			s.flow[[2]*scenes.Division{d, e}] += words
		}
	}
	for e := new.Division; e != nil; e = e.Parent {
		s.survives[e] += words
	}
}

// know marks the divisions whose title, or number where they have no title,
// stands on the other side too.
func (s *successors) know(here, there []*scenes.Division) {
	called := func(d *scenes.Division) string {
		if d.Title != "" {
			return scenes.Fold(d.Title)
		}
		return scenes.Fold(d.Name())
	}
	names := map[string]bool{}
	for _, e := range there {
		names[called(e)] = true
	}
	for _, d := range here {
		s.known[d] = names[called(d)]
	}
}

// follows says whether new is what became of old:
//
//  1. they carry the same title, or the same number where they have none; or
//  2. one is a piece of the other: half of all that it holds is shared; or
//  3. half of what survives of each is shared, and no other carries their
//     titles; or
//  4. neither's name stands on the other side, and half of what survives of
//     one of them is shared.
func (s *successors) follows(old, new *scenes.Division) bool {
	if old == nil || new == nil {
		return true // a scene outside all chapters is in none to be moved from
	}
	shared := 2 * s.flow[[2]*scenes.Division{old, new}]
	inOld, inNew := shared >= s.survives[old], shared >= s.survives[new]
	elsewhere := named(old) && s.known[old] || named(new) && s.known[new]
	return sameDivision(old, new) ||
		shared >= s.holds[old] || shared >= s.holds[new] ||
		inOld && inNew && !elsewhere ||
		(inOld || inNew) && !s.known[old] && !s.known[new]
}

// pairs gives each old division its one successor at the same level, nil for
// none: by the greatest flow and by how they are called, as scenes are
// assigned, and by title alone where no scene went over.
func (s *successors) pairs() map[*scenes.Division]*scenes.Division {
	var edges []edge
	likely := s.likely()
	for i, d := range s.old {
		for _, j := range likely[i] {
			e := s.new[j]
			shared := s.flow[[2]*scenes.Division{d, e}]
			if d.Level != e.Level || shared == 0 && !sameDivision(d, e) {
				continue
			}
			score := int(int64(shared) * (one - titleAlike - numberAlike - pathAlike) / int64(max(s.survives[d], s.survives[e], 1)))
			edges = append(edges, edge{i, j, score + calledAlike(d, e)})
		}
	}
	pairs := map[*scenes.Division]*scenes.Division{}
	for _, e := range assign(edges, 1) {
		pairs[s.old[e.x]] = s.new[e.y]
	}
	return pairs
}

// divisions lists the parts and chapters that changed as such, in the new
// order, those that are gone behind the one that stood before them.
func (s *successors) divisions() []Division {
	pairs := s.pairs()
	at := map[*scenes.Division]int{}
	for j, e := range s.new {
		at[e] = j
	}
	type row struct {
		Division
		old, new int
	}
	var rows []row
	taken := map[*scenes.Division]bool{}
	displaced := s.movedDivisions(pairs, at)
	for i, d := range s.old {
		e := pairs[d]
		r := row{Division{Level: d.Level, Old: place(d), New: place(e)}, i, -1}
		if e == nil {
			r.Kinds = []string{cut.Name}
		} else {
			taken[e] = true
			r.new = at[e]
			if displaced[d] {
				r.Kinds = append(r.Kinds, moved.Name)
			}
			if newTitle([]string{d.Title}, []string{e.Title}) {
				r.Kinds = append(r.Kinds, retitled.Name)
			}
		}
		rows = append(rows, r)
	}
	for j, e := range s.new {
		if !taken[e] {
			rows = append(rows, row{Division{Kinds: []string{added.Name}, Level: e.Level, New: place(e)}, -1, j})
		}
	}
	rows = inNewOrder(rows, func(r row) (old, new int) { return r.old, r.new })
	changed := []Division{}
	for _, r := range rows {
		if len(r.Kinds) > 0 {
			changed = append(changed, r.Division)
		}
	}
	return changed
}

// movedDivisions marks the old divisions that are out of order, level by level.
func (s *successors) movedDivisions(pairs map[*scenes.Division]*scenes.Division, at map[*scenes.Division]int) map[*scenes.Division]bool {
	moved := map[*scenes.Division]bool{}
	levels := map[string][]int{}
	var order []string
	for i, d := range s.old {
		if pairs[d] != nil {
			if levels[d.Level] == nil {
				order = append(order, d.Level)
			}
			levels[d.Level] = append(levels[d.Level], i)
		}
	}
	for _, level := range order {
		var items []placed
		for _, i := range levels[level] {
			d := s.old[i]
			items = append(items, placed{i, at[pairs[d]], s.survives[d] + s.survives[pairs[d]] + 1, uint64(len(d.Title) + len(pairs[d].Title))})
		}
		for k, m := range outOfOrder(items) {
			moved[s.old[items[k].old]] = m
		}
	}
	return moved
}

func place(d *scenes.Division) *DivisionPlace {
	if d == nil {
		return nil
	}
	return &DivisionPlace{d.Path, d.Line, d.Label, d.Number, d.Title}
}
