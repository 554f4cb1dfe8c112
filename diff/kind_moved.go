package diff

import "fmt"

// A scene moved when its place in the order of the surviving scenes changed,
// or when it stands in another chapter than its old chapter's successor. The
// rules are in order.go and successor.go.
var moved = Kind{
	Name: "moved", Doc: "a scene that stands elsewhere among the scenes that survive",
	Sign: ">", Letter: "V", Hue: Motion, Inverse: "moved",
	is:    func(j *judged) bool { return j.moved },
	aside: whence,

	division: "moved (was %s)",
}

// whence says where a scene stands now and where it stood.
func whence(r *Report, row Row) string {
	old, new := row.Old[0], row.New[0]
	now, was := after(r.NewScene(new.Ordinal-1)), after(r.OldScene(old.Ordinal-1))
	if n, o := len(new.Place), len(old.Place); n > 0 && o > 0 && new.Place[n-1] != old.Place[o-1] {
		return fmt.Sprintf("now %s; was %s, in %s", now, was, old.Place[o-1])
	}
	return fmt.Sprintf("now %s, was %s", now, was)
}
