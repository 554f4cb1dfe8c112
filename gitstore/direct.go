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
// It is a short cut and no engine: what it does not find, or does not know the
// format of, it leaves to go-git. What lies in a pack it leaves to nobody:
// go-git follows a hostile pack in a circle until the memory is full. What it
// returns has the id that was asked for.
type direct struct {
	dir   string // the objects folder
	once  sync.Once
	packs []*pack // opened once, when first asked for
}

func newDirect(commonDir string) *direct { return &direct{dir: filepath.Join(commonDir, "objects")} }

// object reads an object of a repository with SHA-1 ids, and checks it: an error
// where all that the packs hold of it is damaged. What is no id, as a commit
// may name it for its parent, must not become a file's name.
func (d *direct) object(id string) (o object, found bool, err error) {
	if !isHex(id, 2*idWidth) {
		return object{}, false, nil
	}
	d.once.Do(func() { d.packs = openPacks(filepath.Join(d.dir, "pack")) })
	for _, p := range d.packs {
		if at, ok := p.find(id); ok {
			o, readErr := p.object(at)
			if err = checked(o, readErr, id); err == nil {
				return o, true, nil
			}
		}
	}
	o, looseErr := d.loose(id)
	return o, checked(o, looseErr, id) == nil, err
}

// checked is what is wrong with an object that was read for an id.
func checked(o object, err error, id string) error {
	if err == nil && objectID(o.kind, o.data, len(id)) != id {
		return errOther
	}
	return err
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
	data, err := take(in, size)
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

// What is wrong with an object.
var (
	errOther  = errors.New("its content does not have that id")
	errHeader = errors.New("its header is malformed")
	errSize   = errors.New("its length is impossible")
	errBase   = errors.New("what it is made from is not there, or in a circle")
)

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

// giveBack keeps the inflater, and nothing of what it read.
func (in *inflater) giveBack() {
	in.from.Reset(nil)
	inflaters.Put(in)
}

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
	return "", errHeader
}

// maxObject bounds an object, in bytes: hundreds of novels. A few kilobytes of a
// pack can name more than any memory holds.
const maxObject = 1 << 30

// take reads size bytes. Room is made as they come: a damaged header must
// not ask for all of the memory.
func take(from io.Reader, size int64) ([]byte, error) {
	const room = 1 << 20 // made at once: nearly all chapters fit
	if size < 0 || size > maxObject {
		return nil, errSize
	}
	var data bytes.Buffer
	data.Grow(int(min(size, room)) + bytes.MinRead)
	_, err := io.CopyN(&data, from, size)
	return data.Bytes(), err
}
