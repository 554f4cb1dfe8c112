package gitstore

import (
	"bufio"
	"bytes"
	"compress/flate"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"
)

// direct reads objects from their files without go-git, several at once.
// go-git's storage reads one at a time, in many small pieces, and copies each
// three times: a third of the time of a comparison.
//
// It is a short cut and no engine: whatever it cannot read (a format it does
// not know, damage, what is not there) it leaves to go-git, which finds it or
// says what is wrong. What it does return has the id that was asked for.
type direct struct {
	dir   string // the objects folder
	once  sync.Once
	packs []*pack // opened once, when first asked for
}

func newDirect(commonDir string) *direct { return &direct{dir: filepath.Join(commonDir, "objects")} }

// object reads an object of a repository with SHA-1 ids, and checks it. What is
// no id, as a commit may name it for its parent, must not become a file's name.
func (d *direct) object(id string) (object, bool) {
	if !isHex(id, 2*idWidth) {
		return object{}, false
	}
	d.once.Do(func() { d.packs = openPacks(filepath.Join(d.dir, "pack")) })
	for _, p := range d.packs {
		if at, ok := p.find(id); ok {
			o, err := p.object(at)
			return o, err == nil && objectID(o.kind, o.data, len(id)) == id
		}
	}
	o, err := d.loose(id)
	return o, err == nil && objectID(o.kind, o.data, len(id)) == id
}

// loose reads an object that has a file of its own: "KIND SIZE\0" and the
// content, compressed together.
func (d *direct) loose(id string) (object, error) {
	file, err := os.ReadFile(filepath.Join(d.dir, id[:2], id[2:]))
	if err != nil {
		return object{}, err
	}
	in := borrow(bytes.NewReader(file))
	defer in.giveBack()
	if err := in.open(); err != nil {
		return object{}, err
	}
	kind, err := in.until(' ')
	if err != nil {
		return object{}, err
	}
	length, err := in.until(0)
	if err != nil {
		return object{}, err
	}
	size, err := strconv.ParseInt(length, 10, 64)
	if err != nil {
		return object{}, err
	}
	data, err := in.content(size, int64(len(file)))
	return object{kind: kind, data: data}, err
}

// close lets go of the packs; those that nobody asked for stay closed.
func (d *direct) close() error {
	d.once.Do(func() {})
	var err error
	for _, p := range d.packs {
		err = errors.Join(err, p.close())
	}
	return err
}

// errUnread: a short cut does not read this.
var errUnread = errors.New("left to go-git")

// inflater is a decompressor that is used again and again: a new one costs
// 40 KB.
type inflater struct {
	from *bufio.Reader // the compressed bytes
	io.ReadCloser
}

var inflaters = sync.Pool{New: func() any {
	from := bufio.NewReader(nil)
	return &inflater{from, flate.NewReader(from)}
}}

// borrow is an inflater, still closed, so that a header can be read from what
// is not compressed.
func borrow(from io.Reader) *inflater {
	in := inflaters.Get().(*inflater)
	in.from.Reset(from)
	return in
}

func (in *inflater) giveBack() { inflaters.Put(in) }

// open passes over zlib's two bytes; its checksum at the end is not read, since
// it would say less than the object's id.
func (in *inflater) open() error {
	if _, err := in.from.Discard(2); err != nil {
		return err
	}
	return in.ReadCloser.(flate.Resetter).Reset(in.from, nil)
}

// until reads up to a mark, in a header of few bytes.
func (in *inflater) until(mark byte) (string, error) {
	var text []byte
	for one := []byte{0}; len(text) < 32; text = append(text, one[0]) {
		if _, err := io.ReadFull(in, one); err != nil {
			return "", err
		}
		if one[0] == mark {
			return string(text), nil
		}
	}
	return "", errUnread
}

// deflates is more than the most that deflating can make of its input.
const deflates = 1100

// content reads size bytes, which came from a file of deflated ones: a damaged
// header must not ask for all of the memory.
func (in *inflater) content(size, file int64) ([]byte, error) {
	if size < 0 || size > file*deflates {
		return nil, errUnread
	}
	data := make([]byte, size)
	_, err := io.ReadFull(in, data)
	return data, err
}
