package gitstore

// Index is what the next commit would hold: the side that "--staged" means.
// A file in an unresolved merge is our side of it, with a note; a name added
// without content ("git add -N") is not there yet. ErrBareWorktree without a
// working tree, as there is no index then.
func (r *Repository) Index() (*Tree, error) {
	entries, err := r.entries()
	if err != nil {
		return nil, err
	}
	const ours = 2 // the stages of a merge: 1 common ancestor, 2 ours, 3 theirs
	var files []pathNode
	unmerged := 0
	for _, e := range entries {
		if e.later || !isRegular(e.mode) || e.stage != 0 && e.stage != ours {
			continue
		}
		if e.stage == ours {
			unmerged++
		}
		files = append(files, pathNode{e.path, &node{exec: isExec(e.mode), file: &stored{repo: r, id: e.id}}})
	}
	t := &Tree{Rev: RevIndex, repo: r, root: plant(files)}
	if unmerged > 0 {
		t.say("%s in an unresolved merge: our side is read", are(unmerged, "file"))
	}
	return t.noted(), nil
}
