// Package scenes reads a manuscript: it finds the files that hold the story,
// puts them in reading order, and divides them into parts, chapters, scenes
// and beats.
//
//	m, err := scenes.Parse(fsys, scenes.Options{})
//	for _, s := range m.Scenes {
//		fmt.Println(s.Ordinal, s.Title, s.Words, len(s.Beats))
//	}
//
// Parse takes any [fs.FS]: a commit, the working tree, a folder, an archive.
// It knows nothing of git, of revisions, or of change.
//
// # The way in
//
//	files   which paths may be story, and in what order     files.go order.go
//	source  bytes to lines of UTF-8                         source.go
//	format  lines to blocks, one file per syntax            markdown.go fountain.go
//	forms   which of the lines that may be headings are     forms.go evidence.go
//	outline blocks to roles: what each heading is           outline.go roles.go
//	build   roles to parts, chapters, scenes, beats         build.go
//
// A format only says what stands on the page (a heading, a break, a
// paragraph, a list item). Whether a heading is a scene, a chapter or not
// story at all is decided for all formats alike, in outline.go, by evidence
// from the whole manuscript: what stands under the headings, how they are
// labelled, how often each form occurs. No text is an error: markup that is
// not understood is prose.
//
// # Words
//
//	scene     a stretch of story under one heading, slugline or break
//	beat      its smallest unit: an outline bullet, a paragraph, a block of script
//	chapter,  the divisions that hold scenes, outermost first in [Scene.Place]
//	part
//	field     a fact about a scene that its author wrote down: POV, place, status
//	matter    what is not story: title page, notes, character arcs, licence
//	number    a label (Scene 3, Chapter IV), never an identity
package scenes
