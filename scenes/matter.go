package scenes

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// certainMatter are headings that are not story wherever they stand. They are
// compared without case, marks and possessives.
var certainMatter = phraseSet(`
	table of contents, contents, toc, inhalt, inhaltsverzeichnis, table des matières, índice, indice
	acknowledgements, acknowledgments, acknowledgement, danksagung, remerciements, agradecimientos
	about the author, about the authors, about this book, about the book, also by, also by the author
	copyright, copyright page, copyright notice, license, licence, colophon, imprint, impressum
	title page, half title, bibliography, works cited, references, further reading, glossary, index
	character list, characters list, list of characters, cast of characters, cast list, dramatis personae, character notes, character sheet, character sheets, character profiles, character bios, character arcs, personen, figuren, personnages, personajes
	key thematic arcs, thematic arcs, themes and motifs, key themes, plot summary, story summary, one line summary
	who's who, whos who, premise, logline, log line, elevator pitch, pitch, blurb, tagline, synopsis
	author's note to self, notes to self, note to self, author notes, working notes, revision notes, revision plan, revision log, change log, changelog, editor's notes, editorial notes, beta reader notes, story notes, plot notes, open questions, to do, todo, to dos, to-do, to do list, todos, outline notes, version history, draft history, draft notes
	world building, worldbuilding, world notes, world bible, story bible, series bible, style guide, style sheet, footnotes, endnotes
`)

// likelyMatter are headings that are not story where they stand outside it:
// above the level of scenes, before the first or behind the last.
var likelyMatter = phraseSet(`
	notes, note, author's note, a note from the author, a note on the text, anmerkungen, notizen
	characters, character, cast, the cast, people, main characters, supporting characters, minor characters, protagonist, antagonist
	themes, theme, motifs, motif, settings, locations, timeline, chronology, backstory, research, magic system, tone, genre, story structure, comps, comparable titles, word count
	loose ends, loose threads, questions, ideas, cuts, cut scenes, deleted scenes, scraps, fragments, outtakes, darlings, appendix, appendices, dedication, epigraph, legend, key, revision, revisions, what changed, what's new, changes, next steps, sources, credits, thanks, afterword, epilogue notes
`)

// openingMatter are headings that are not story before the first scene.
var openingMatter = phraseSet(`
	background, setting, places, world, rules, structure, format, overview, summary, story, the story, concept, hook, audience, length, style, about, status, contents
`)

// storyTitles are unnumbered headings that are story although they stand
// outside the numbered ones.
var storyTitles = phraseSet(`
	prologue, epilogue, prelude, postlude, interlude, intermezzo, coda, overture, opening, opening image, final image, closing image, final scene, opening scene, cold open, tag, teaser, preface, foreword, introduction, afterword, finale, the beginning, prolog, epilog, vorspiel, nachspiel, zwischenspiel, vorwort, einleitung, zueignung, prólogo, epílogo, épilogue, introducción, entr'acte, intermission, frame, envoi, postscript
`)

// matterPattern catches headings that are matter in any wording.
var matterPattern = regexp.MustCompile(`^(what (this|the) (revision|draft|version|pass|rewrite)|(changes|notes) (for|from|in|on|to) |about (the|this) (author|book|novel|revision|draft|outline)|.* (character|story|thematic|emotional) arcs?$|.*'s? arc$|the .{0,12}arc$|.*meta-arc$|(list|table) of )`)

// likelyPattern catches headings that are matter outside the story.
var likelyPattern = regexp.MustCompile(`^(notes|thoughts|ideas) (on|for|about|to|from) |^(key|main|major|central|recurring|open|loose|plot) (themes|characters|ideas|questions|motifs|conflicts|events|locations|threads|points)$|.* (notes|arcs)$`)

var endPattern = regexp.MustCompile(`^((the )?end|the end (of|\().*|end of (the )?(book|part|novel|story|outline|draft|manuscript|volume|revision).*|finis|fin|ende|fine|fim)$`)

func phraseSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, p := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' }) {
		if p = strings.TrimSpace(p); p != "" {
			set[p] = true
		}
	}
	return set
}

// phrase is a heading as the lists hold it.
func phrase(heading string) string {
	h := strings.ToLower(stripEmphasis(heading))
	h = strings.NewReplacer("’", "'", "&", "and").Replace(h)
	return strings.Join(strings.Fields(strings.Trim(h, " .:;!—–-#\t")), " ")
}

func isCertainMatter(heading string) bool {
	p := phrase(heading)
	return certainMatter[p] || matterPattern.MatchString(p)
}

func isLikelyMatter(heading string) bool {
	p := phrase(heading)
	return likelyMatter[p] || likelyPattern.MatchString(p)
}

func isOpeningMatter(heading string) bool { return openingMatter[phrase(heading)] }

func isStoryTitle(heading string) bool { return storyTitles[phrase(heading)] }

// isEnd says whether a heading is "THE END": nothing behind it is story
// unless it carries a number or calls itself a part, chapter or scene.
func isEnd(heading string) bool { return endPattern.MatchString(phrase(heading)) }

// tier says how likely a file is the story, by its name and folder alone.
type tier uint8

const (
	storyTier      tier = iota
	folderTier          // in a folder of notes, research, templates
	planTier            // an outline or a synopsis
	notesTier           // notes, characters, a glossary
	repositoryTier      // README, LICENSE: never story
)

// tierNames are file names, without ending and leading numbers.
var tierNames = map[tier]map[string]bool{
	planTier:       phraseSet("outline, synopsis, treatment, summary, beats, beat-sheet, beatsheet, plot, plan, planning, story-outline, plot-outline"),
	notesTier:      phraseSet("notes, note, ideas, premise, logline, pitch, query, query-letter, blurb, characters, character, cast, timeline, world, worldbuilding, world-building, bible, story-bible, style, style-guide, styleguide, themes, research, index, metadata, about, title, titlepage, title-page, copyright, toc, contents, cuts, scraps, deleted, deleted-scenes, darlings, backlog, template, glossary, bibliography, acknowledgements, acknowledgments, dedication, epigraph, feedback, todo, to-do, about-the-author"),
	repositoryTier: phraseSet("readme, license, licence, licence, copying, contributing, changelog, changes, history, authors, contributors, maintainers, code-of-conduct, security, support, install, news, claude, agents, pull-request-template, issue-template, bug-report, feature-request"),
}

// tierFolders are folders that hold no story where others do.
var tierFolders = []string{"notes", "characters", "character", "research", "worldbuilding", "world", "world-building", "locations", "places", "templates", "template", "archive", "cuts", "deleted", "darlings", "docs", "doc", "planning", "plan", "feedback", "critique", "images", "assets", "meta", "ideas", "reference", "references", "scraps", "tools", "scripts", "tests", "test"}

// tierOf is the tier of a path.
func tierOf(name string) tier {
	dir, file := path.Split(strings.ToLower(name))
	stem := strings.TrimSuffix(file, path.Ext(file))
	stem = strings.NewReplacer("_", "-", " ", "-").Replace(strings.TrimLeft(stem, "0123456789-_. "))
	for _, t := range []tier{repositoryTier, notesTier, planTier} {
		if tierNames[t][stem] {
			return t
		}
	}
	for _, folder := range strings.Split(strings.Trim(dir, "/"), "/") {
		if slices.Contains(tierFolders, folder) {
			return folderTier
		}
	}
	return storyTier
}
