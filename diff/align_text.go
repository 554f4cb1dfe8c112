package diff

// sameText pairs scenes of the same words, wherever they stand and whatever
// they are called. Where several have the same words (a refrain, a form
// letter), they pair in the order of the text.
var sameText = pass{
	Name: "text",
	Says: map[string]string{"text": "not a word of them differs"},
	Run: func(m *matcher) {
		y := map[uint64][]int{}
		for _, j := range m.y.free() {
			if u := m.y.units[j]; len(u.words) > 0 {
				y[u.hash] = append(y[u.hash], j)
			}
		}
		for _, i := range m.x.free() {
			h := m.x.units[i].hash
			if list := y[h]; len(list) > 0 && len(m.x.units[i].words) > 0 {
				m.pair(i, list[0], one)
				y[h] = list[1:]
			}
		}
	},
}
