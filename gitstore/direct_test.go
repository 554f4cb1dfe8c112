package gitstore

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// longHistory is a file that is changed often, so that packs hold changes to it.
const longHistory = `seq 1 2000 > long.md; c one
for i in 1 2 3 4 5; do sed -i "${i}00s/\$/ word/" long.md; c "change $i"; done
git tag -am note noted
`

func (s *sandbox) everyObject() []string {
	return strings.Fields(s.sh("git cat-file --batch-all-objects --batch-check='%(objectname)'"))
}

// TestDirect: every object of a repository is read without go-git, loose ones
// and packed ones. Nothing else would tell that this stopped working.
func TestDirect(t *testing.T) {
	t.Parallel()
	s := newRepo(t, history+longHistory)
	check := func(how string) {
		d := newDirect(filepath.Join(s.dir, ".git"))
		defer d.close()
		for _, id := range s.everyObject() {
			o, ok, _ := d.object(id)
			if kind := strings.TrimSpace(s.sh("git cat-file -t " + id)); !ok || o.kind != kind {
				t.Errorf("%s: %s is read as %q, %v; it is a %s", how, id, o.kind, ok, kind)
			}
		}
		for _, id := range []string{strings.Repeat("0", 40), strings.Repeat("0", 64), "", "x", "../../HEAD"} {
			if _, ok, _ := d.object(id); ok {
				t.Errorf("%s: %q, which is not there, was read", how, id)
			}
		}
	}
	check("loose")
	s.sh("git gc -q")
	if deltas := s.sh("git cat-file --batch-all-objects --batch-check='%(deltabase)' | grep -c '[1-9]'"); strings.TrimSpace(deltas) == "0" {
		t.Error("no object is kept as changes to another: the test tests less than it says")
	}
	check("packed")
}

// TestDirectDamage: with any byte of a pack or its index damaged, nothing is read
// as something else, panics or runs without end.
func TestDirectDamage(t *testing.T) {
	t.Parallel()
	s := newRepo(t, longHistory+"git gc -q\n")
	ids := s.everyObject()
	for _, pattern := range []string{"*.pack", "*.idx"} {
		files := must[[]string](t)(filepath.Glob(filepath.Join(s.dir, ".git/objects/pack", pattern)))
		whole := must[[]byte](t)(os.ReadFile(files[0]))
		for at := 0; at < len(whole); at += 1 + len(whole)/200 {
			s.overwrite(files[0], func(b []byte) []byte { b[at] ^= 0xff; return b })
			d := newDirect(filepath.Join(s.dir, ".git"))
			for _, id := range ids {
				if o, ok, _ := d.object(id); ok && objectID(o.kind, o.data, len(id)) != id {
					t.Errorf("with byte %d of %s damaged, %s is read as something else", at, pattern, id)
				}
			}
			d.close()
			s.overwrite(files[0], func([]byte) []byte { return whole })
		}
	}
}
