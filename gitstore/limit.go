package gitstore

// Limit is the tree cut down to path limits, as after "--" in git: files and
// folders relative to the folder given to Open, and patterns ("*.md",
// ":(glob)**/*.md", ":/chapters", ":!notes"). Paths keep their place in the
// tree. No limits give the tree itself. Limits that matched nothing are in
// Unmatched; that is no error here, since a file may be on the other side only.
func (t *Tree) Limit(paths []string) (*Tree, error) {
	if len(paths) == 0 {
		return t, nil
	}
	var wanted, unwanted []pathspec
	for _, path := range paths {
		p, err := t.repo.parsePathspec(path)
		if err != nil {
			return nil, err
		}
		if p.exclude {
			unwanted = append(unwanted, p)
		} else {
			wanted = append(wanted, p)
		}
	}
	l := &limiter{wanted: wanted, unwanted: unwanted, used: make([]bool, len(wanted))}
	limited := *t
	limited.root = l.cut(t.root, "")
	if limited.root == nil {
		limited.root = folder("", nil)
	}
	limited.Unmatched = nil
	limited.noted()
	for i, used := range l.used {
		if !used {
			limited.Unmatched = append(limited.Unmatched, wanted[i].given)
		}
	}
	return &limited, nil
}

// limiter cuts a tree and remembers which limits matched anything.
type limiter struct {
	wanted, unwanted []pathspec
	used             []bool
}

// cut copies the folders that still hold something; files are shared.
func (l *limiter) cut(n *node, prefix string) *node {
	kept := *n
	kept.kids, kept.left = nil, nil
	for _, kid := range n.kids {
		path := prefix + kid.raw
		if kid.file != nil {
			if l.takes(path) {
				kept.kids = append(kept.kids, kid)
			}
		} else if below := l.cut(kid, path+"/"); below != nil {
			kept.kids = append(kept.kids, below)
		}
	}
	if len(kept.kids) == 0 {
		return nil
	}
	return &kept
}

// takes: any wanted limit (all files, if only unwanted ones were given), and no
// unwanted one. Every wanted limit is asked, to know which matched.
func (l *limiter) takes(file string) bool {
	in := len(l.wanted) == 0
	for i := range l.wanted {
		if l.wanted[i].matches(file) {
			in, l.used[i] = true, true
		}
	}
	for i := range l.unwanted {
		if in && l.unwanted[i].matches(file) {
			return false
		}
	}
	return in
}
