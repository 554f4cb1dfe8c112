package scenes

import (
	"path"
	"slices"
	"strings"
)

// matterFiles finds the files that are not story as a whole. The story is in
// the files of the best tier there is; all others are matter: notes beside
// chapters, but not an outline that stands alone.
func (o *outline) matterFiles() {
	best := repositoryTier - 1
	for _, r := range o.roots {
		if r.role != matterRole {
			best = min(best, o.tier(r))
		}
	}
	for _, r := range o.roots {
		if o.tier(r) > best {
			r.drop()
		}
	}
	o.dropDrafts()
	o.dropStray()
	for _, r := range o.roots {
		if r.role != matterRole {
			o.story = append(o.story, r)
		}
	}
}

// drop makes a file matter.
func (r *node) drop() { r.walk(func(n *node) { n.role = matterRole }) }

// draftFolders hold what a writer has put by, or the book itself.
var draftFolders = []string{"draft", "drafts", "old", "older"}

// dropDrafts makes matter of what stands in such a folder, where the files
// outside hold half as many words: they are the book, and not papers beside it.
func (o *outline) dropDrafts() {
	var drafts []*node
	inside, outside := 0, 0
	for _, r := range o.roots {
		if r.role == matterRole {
			continue
		}
		words := 0
		r.walk(func(n *node) { words += n.words })
		name := r.doc.source.path
		folders := strings.Split(strings.ToLower(path.Dir(name)), "/")
		if !o.opts.listed[name] && slices.ContainsFunc(folders, func(f string) bool { return slices.Contains(draftFolders, f) }) {
			drafts = append(drafts, r)
			inside += words
		} else {
			outside += words
		}
	}
	if outside > 0 && 2*outside >= inside {
		for _, r := range drafts {
			r.drop()
		}
	}
}

// dropStray makes matter of the files at the top of the tree that do not count,
// where three or more that do stand in folders and hold four fifths of the
// words: such are a repository's own papers, whatever their names.
func (o *outline) dropStray() {
	counted, inside, all := 0, 0, 0
	var stray []*node
	for _, r := range o.roots {
		if r.role == matterRole {
			continue
		}
		words := 0
		r.walk(func(n *node) { words += n.words })
		all += words
		name := r.doc.source.path
		switch {
		case strings.Contains(name, "/") && hasNumber(name):
			counted++
			inside += words
		case !strings.Contains(name, "/") && !hasNumber(name) && !o.opts.listed[name] && bookEnd(strings.ToLower(stemOf(name))) == 0 && !isStoryTitle(r.label.title):
			stray = append(stray, r)
		}
	}
	if counted >= 3 && inside*5 >= all*4 {
		for _, r := range stray {
			r.drop()
		}
	}
}

// hasNumber says whether a path counts: some part of it has a number.
func hasNumber(name string) bool {
	for _, part := range naturalKey(name).names {
		if slices.ContainsFunc(part[1:], func(p keyPart) bool { return p.number < wordPart }) {
			return true
		}
	}
	return false
}

// tier is the tier of a file; one that an order file lists is story.
func (o *outline) tier(r *node) tier {
	if o.opts.listed[r.doc.source.path] {
		return storyTier
	}
	return tierOf(r.doc.source.path)
}
