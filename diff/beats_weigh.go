package diff

// weighed is a beat made comparable.
func (m *matcher) weighed(s *side, i int) *unit {
	u := s.beats[i].unit
	u.weigh(m.beatRarity, beatGram)
	return u
}

// allWeighed are several beats made comparable.
func (m *matcher) allWeighed(s *side, beats []int) []*unit {
	units := make([]*unit, len(beats))
	inParallel(len(beats), func(k int) { units[k] = m.weighed(s, beats[k]) })
	return units
}

// speaks says whether a beat says enough to be known again in another scene.
func (m *matcher) speaks(s *side, i int) bool {
	u := m.weighed(s, i)
	return u.size >= movedWords && u.bulk >= m.bulk
}

// beatScore is the likeness of two beats; one where not a word differs.
func (m *matcher) beatScore(a, b *unit) int {
	if a.same(b) {
		return one
	}
	m.ask(a, b)
	a.weigh(m.beatRarity, beatGram)
	b.weigh(m.beatRarity, beatGram)
	return min(a.like(b), one-1)
}

// dot is the product of two vectors of weights.
func dot(a, b []term) int64 {
	sum := int64(0)
	bothHave(a, b, func(x, y term) { sum += int64(x.weight) * int64(y.weight) })
	return sum
}

// bothHave visits the words that two lists of terms share.
func bothHave(a, b []term, visit func(x, y term)) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].word == b[j].word:
			visit(a[i], b[j])
			i++
			j++
		case a[i].word < b[j].word:
			i++
		default:
			j++
		}
	}
}

// beatsOf are the beats of several scenes, in order.
func (s *side) beatsOf(scenes []int) []int {
	var all []int
	for _, i := range scenes {
		all = append(all, span(s.first[i], s.first[i+1])...)
	}
	return all
}

// refs are beats as the alignment names them.
func (s *side) refs(beats []int) []BeatRef {
	refs := make([]BeatRef, len(beats))
	for k, b := range beats {
		refs[k] = BeatRef{s.beats[b].scene, b - s.first[s.beats[b].scene]}
	}
	return refs
}
