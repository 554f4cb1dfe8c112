package diff

import "git-scene/scenes"

// sameText pairs scenes of the same words, wherever they stand and whatever
// they are called. Where several have the same words (a refrain, a form
// letter, a scene that is only planned), who they are is asked of their titles,
// then of their neighbours, and of their order at last.
var sameText = pass{
	Name: "text",
	Says: map[string]string{"text": "not a word of them differs"},
	Run: func(m *matcher) {
		t := &textPass{m, byHash(m.x.sceneHash, m.y.sceneHash, m.x.worded(), m.y.worded())}
		t.unique()
		t.titled()
		t.beside()
		t.ordered()
	},
}

// textPass is the scenes of each text that are on both sides.
type textPass struct {
	*matcher
	at map[uint64]*beatMatch
}

func (s *side) sceneHash(i int) uint64 { return s.units[i].hash }

// worded lists the free scenes that have words at all.
func (s *side) worded() []int {
	var worded []int
	for _, i := range s.free() {
		if s.units[i].size > 0 {
			worded = append(worded, i)
		}
	}
	return worded
}

// same lists the scenes of side y that have the words of scene i.
func (t *textPass) same(i int) []int {
	if e := t.at[t.x.units[i].hash]; e != nil {
		return e.ys
	}
	return nil
}

func (t *textPass) unique() {
	for _, i := range t.x.worded() { // not over the map: its order is not ours
		if ys := t.same(i); len(ys) == 1 && len(t.at[t.x.units[i].hash].xs) == 1 {
			t.try(i, ys[0])
		}
	}
}

// titled pairs those that have the same title too, in the order of the text.
func (t *textPass) titled() {
	type name struct {
		hash  uint64
		title string
	}
	called := map[name][]int{}
	for _, j := range t.y.worded() {
		if h := t.y.units[j].hash; t.at[h] != nil && t.y.m.Scenes[j].Title != "" {
			n := name{h, scenes.Fold(t.y.m.Scenes[j].Title)}
			called[n] = append(called[n], j)
		}
	}
	for _, i := range t.x.worded() {
		if len(t.same(i)) == 0 || t.x.m.Scenes[i].Title == "" {
			continue
		}
		n := name{t.x.units[i].hash, scenes.Fold(t.x.m.Scenes[i].Title)}
		if list := called[n]; len(list) > 0 {
			t.try(i, list[0])
			called[n] = list[1:]
		}
	}
}

// beside pairs those that stand behind a pair on both sides, then those that
// stand before one: of two refrains that is cut whose scene went with it.
func (t *textPass) beside() {
	for i := range len(t.x.link) - 1 {
		if l := t.x.link[i]; l >= 0 {
			t.try(i+1, t.links[l].New[len(t.links[l].New)-1]+1)
		}
	}
	for i := len(t.x.link) - 1; i > 0; i-- {
		if l := t.x.link[i]; l >= 0 {
			t.try(i-1, t.links[l].New[0]-1)
		}
	}
}

// try pairs two scenes if they are free and have the same words.
func (t *textPass) try(i, j int) {
	if j < 0 || j >= len(t.y.link) || t.x.link[i] >= 0 || t.y.link[j] >= 0 {
		return
	}
	if a, b := t.x.units[i], t.y.units[j]; a.size > 0 && a.same(b) {
		t.pair(i, j, one)
	}
}

// ordered pairs the rest in the order of the text.
func (t *textPass) ordered() {
	for _, i := range t.x.worded() {
		e := t.at[t.x.units[i].hash]
		for e != nil && len(e.ys) > 0 && t.x.link[i] < 0 {
			t.try(i, e.ys[0])
			e.ys = e.ys[1:]
		}
	}
}
