package diff

// identity pairs scenes that carry the same marker of their author: an id in
// front matter, {#id}, <!-- scene: id -->. A marker that stands twice on one
// side says nothing, and a pin of the author's says more.
var identity = pass{
	Name: "id",
	Says: map[string]string{"id": "both carry the same id"},
	Run: func(m *matcher) {
		x, y := markers(&m.x), markers(&m.y)
		for i, sc := range m.x.m.Scenes {
			if j, ok := y[sc.ID]; ok && j >= 0 && x[sc.ID] == i && m.x.link[i] < 0 && m.y.link[j] < 0 {
				m.pair(i, j, one)
			}
		}
	},
}

// markers maps each marker of a side to its scene, -1 where two carry it.
func markers(s *side) map[string]int {
	at := map[string]int{}
	for i, sc := range s.m.Scenes {
		if sc.ID == "" {
			continue
		}
		if _, twice := at[sc.ID]; twice {
			at[sc.ID] = -1
		} else {
			at[sc.ID] = i
		}
	}
	return at
}
