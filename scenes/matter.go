package scenes

import (
	"path"
	"slices"
	"strings"
	"sync"
)

// certainMatter are headings that are not story wherever they stand. They are
// compared without case, marks and possessives; * stands for anything.
var certainMatter = phrasesOf(`
	table of contents, contents, toc, inhalt, inhaltsverzeichnis, table des matières, índice, indice, sommaire, 目录, 目錄, 目次, содержание, оглавление
	list of figures, list of illustrations, list of abbreviations, list of chapters, list of scenes
	acknowledgements, acknowledgments, acknowledgement, danksagung, remerciements, agradecimientos
	about the author*, about this author*, about the book*, about this book*, about the novel*, about this novel*, about the revision*, about this revision*, about the draft*, about this draft*, about the outline*, about this outline*, also by, also by *
	copyright, copyright page, copyright notice, license, licence, colophon, imprint, impressum
	title page, half title, bibliography, works cited, references, further reading, glossary, index
	character list, characters list, list of characters, cast of characters, cast list, dramatis personae, character notes, character sheet, character sheets, character profiles, character bios, personen, figuren, personnages, personajes
	character arc, character arcs, *character arcs, *character arc, *story arcs, *story arc, *thematic arcs, *thematic arc, *emotional arcs, *emotional arc, *meta-arc
	themes and motifs, key themes, plot summary, story summary, one line summary
	who's who, whos who, premise, logline, log line, elevator pitch, pitch, blurb, tagline, synopsis
	what this revision*, what the revision*, what this draft*, what the draft*, what this version*, what the version*, what this pass*, what the pass*, what this rewrite*, what the rewrite*, changes for *, changes from *, changes in *, changes on *, changes to *
	author's note to self, notes to self, note to self, author notes, working notes, revision notes, revision plan, revision log, change log, changelog, editor's notes, editorial notes, beta reader notes, story notes, plot notes, open questions, to do, todo, to dos, to-do, to do list, todos, outline notes, version history, draft history, draft notes
	world building, worldbuilding, world notes, world bible, story bible, series bible, style guide, style sheet, footnotes, endnotes
`)

// sceneNames are those of certainMatter that may name a scene, where it is told
// among scenes.
var sceneNames = phrasesOf(`
	contents, index, glossary, synopsis, acknowledgements, acknowledgments, acknowledgement, copyright, license, licence, imprint
	references, bibliography, footnotes, endnotes, todo, to do, to-do, pitch, premise, blurb
	inhalt, impressum, danksagung, índice, indice, personen, figuren, personnages
`)

// likelyMatter are headings that are not story where they stand outside it:
// above the level of scenes, before the first or behind the last.
var likelyMatter = phrasesOf(`
	notes, note, *'s note, a note from the author, a note on the text, anmerkungen, notizen, notes on *, notes for *, notes about *, notes to *, notes from *, notes in *, thoughts on *, thoughts for *, thoughts about *, ideas on *, ideas for *, ideas about *, * notes
	characters, character, cast, the cast, people, main characters, major characters, key characters, central characters, supporting characters, minor characters, secondary characters, protagonist, antagonist, figuren, personen
	themes, theme, motifs, motif, settings, locations, timeline, chronology, backstory, research, magic system, tone, genre, story structure, comps, comparable titles, word count
	main themes, major themes, central themes, recurring themes, key motifs, main motifs, recurring motifs, key ideas, main ideas, key questions, main questions, major questions, central questions, plot questions, loose questions, main conflicts, key conflicts, central conflicts, major conflicts, key events, major events, main events, key locations, main locations, plot threads, open threads, loose threads, plot points, key points, major points, main points
	* arcs, *'s arc, *s' arc, the * arc, arcs
	loose ends, questions, ideas, cuts, cut scenes, deleted scenes, scraps, fragments, outtakes, darlings, appendix, appendices, dedication, epigraph, legend, key, revision, revisions, what changed, what's new, changes, next steps, sources, credits, thanks, afterword, nachwort, epilogue notes
`)

// openingMatter are headings that are not story before the first scene.
var openingMatter = phrasesOf(`
	background, setting, places, world, rules, structure, format, overview, summary, story, the story, concept, hook, audience, length, style, about, status, contents
`)

// storyTitles are unnumbered headings that are story although they stand
// outside the numbered ones.
var storyTitles = phrasesOf(`
	prologue, epilogue, prelude, postlude, interlude, intermezzo, coda, overture, opening, opening image, final image, closing image, final scene, opening scene, cold open, tag, teaser, preface, foreword, introduction, afterword, finale, the beginning, intermission, frame, envoi, postscript
	prolog, epilog, vorspiel, nachspiel, zwischenspiel, vorwort, einleitung, zueignung
	prólogo, epílogo, épilogue, avant-propos, introducción, entr'acte, prologo, epilogo, interludio
	пролог, эпилог, интерлюдия, 序, 序章, 序幕, 楔子, 尾声, 尾聲, 终章, 終章, 幕間, 間章, プロローグ, エピローグ
`)

// titleLines are lines of a title page that may be set as headings.
var titleLines = phrasesOf(`
	by *, written by *, a novel, a novel *, a novella, a novella *, a short story, a short story *, a play *, a screenplay *, a romance, an outline, outline, first draft, second draft, draft *
	von *, ein roman, ein roman *, roman, par *, por *, di *, un roman, una novela
`)

// bookEnding are lines that end a book; partEnding end a part of one.
var (
	bookEnding = phrasesOf(`
		the end, end, finis, fin, ende, fine, fim, конец, 完, 终, 終, the end (*
		the end of the book, the end of the novel, the end of the story, the end of the outline, the end of the manuscript, the end of the draft
		end of book, end of the book, end of novel, end of the novel, end of story, end of the story, end of outline, end of the outline, end of draft*, end of the draft*, end of manuscript*, end of the manuscript*, end of revision*, end of the revision*, the end of revision*, the end of draft*
	`)
	partEnding = phrasesOf(`
		end of part *, end of the * part, end of book *, end of the * book, end of volume *, end of vol*, end of the * volume, end of act *, end of the * act, end of chapter *, end of episode *, ende des * teils, fin de la * partie, fin du tome *
	`)
)

// phrases is a list of headings. It is made on first use.
type phrases func() *phraseList

type phraseList struct {
	exact   map[string]bool
	pattern [][2]string // what stands before and behind the *
}

func phrasesOf(list string) phrases {
	return sync.OnceValue(func() *phraseList {
		l := &phraseList{exact: map[string]bool{}}
		for _, p := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == '\n' }) {
			switch before, behind, star := strings.Cut(strings.TrimLeft(p, " \t"), "*"); {
			case star:
				l.pattern = append(l.pattern, [2]string{before, behind})
			case before != "":
				l.exact[before] = true
			}
		}
		return l
	})
}

// hold says whether a heading, taken as phrase has it, is in the list.
func (l phrases) hold(phrase string) bool {
	list := l()
	if list.exact[phrase] {
		return true
	}
	for _, p := range list.pattern {
		if len(phrase) >= len(p[0])+len(p[1]) && strings.HasPrefix(phrase, p[0]) && strings.HasSuffix(phrase, p[1]) {
			return true
		}
	}
	return false
}

// maxPhrase is the length of the longest heading that the lists are asked
// for, in bytes: a longer one is in none of them.
const maxPhrase = 100

// phrase is a heading as the lists hold it.
func phrase(heading string) string {
	if len(heading) > maxPhrase {
		return ""
	}
	h := strings.ToLower(stripEmphasis(heading))
	h = strings.ReplaceAll(strings.ReplaceAll(h, "’", "'"), "&", "and")
	return strings.Join(strings.Fields(strings.Trim(h, " .:;!—–-#\t")), " ")
}

func isCertainMatter(heading string) bool { return certainMatter.hold(phrase(heading)) }

func isSceneName(heading string) bool { return sceneNames.hold(phrase(heading)) }

func isLikelyMatter(heading string) bool { return likelyMatter.hold(phrase(heading)) }

func isOpeningMatter(heading string) bool { return openingMatter.hold(phrase(heading)) }

// isStoryTitle knows "Interlude" and "Interlude: The Geese".
func isStoryTitle(heading string) bool {
	if i := strings.IndexAny(heading, ":—–"); i > 0 {
		return storyTitles.hold(phrase(heading[:i]))
	}
	return storyTitles.hold(phrase(heading))
}

func isTitleLine(heading string) bool { return titleLines.hold(phrase(heading)) }

// endsBook says whether a heading is "THE END": nothing behind it is story
// unless it carries a number or calls itself a part, chapter or scene.
func endsBook(heading string) bool { return bookEnding.hold(phrase(heading)) }

// endsPart says whether a heading is "END OF PART ONE", which is no story and
// says nothing of what follows.
func endsPart(heading string) bool { return partEnding.hold(phrase(heading)) }

// tier says how likely a file is the story, by its name and folder alone.
type tier uint8

const (
	storyTier      tier = iota
	folderTier          // in a folder of notes, research, templates
	planTier            // an outline or a synopsis
	notesTier           // notes, characters, a glossary
	repositoryTier      // README, LICENSE: never story
)

// tierNames are file names, without ending and leading numbers, of the tiers
// that a name alone tells, worst first.
var tierNames = []struct {
	tier  tier
	names phrases
}{
	{repositoryTier, phrasesOf("readme, readme.*, license, license.*, licence, copying, contributing, changelog, changes, history, authors, contributors, maintainers, code-of-conduct, security, support, install, news, claude, agents, pull-request-template, issue-template, bug-report, feature-request")},
	{notesTier, phrasesOf("notes, note, ideas, premise, logline, pitch, query, query-letter, blurb, characters, character, cast, timeline, world, worldbuilding, world-building, bible, story-bible, style, style-guide, styleguide, themes, research, checklist, *-checklist, snippets, *-snippets, overview, *-overview, instructions, *-instructions, guidelines, *-guidelines, *-notes, character-*, *-template, index, metadata, about, cover, title, titlepage, title-page, copyright, toc, contents, cuts, scraps, deleted, deleted-scenes, darlings, backlog, template, glossary, bibliography, acknowledgements, acknowledgments, dedication, epigraph, feedback, todo, to-do, about-the-author")},
	{planTier, phrasesOf("outline, synopsis, treatment, summary, beats, beat-sheet, beatsheet, plot, plan, planning, story-outline, plot-outline")},
}

// tierFolders are folders that hold no story where others do; a name of
// several words is one of them where it begins or ends with one of looseWords.
var tierFolders = []string{"notes", "characters", "character", "research", "worldbuilding", "world", "world-building", "locations", "places", "templates", "template", "archive", "cuts", "deleted", "darlings", "docs", "doc", "planning", "plan", "feedback", "critique", "images", "assets", "meta", "ideas", "reference", "references", "scraps", "bible", "lore", "settings", "tools", "scripts", "tests", "test"}

var looseWords = []string{"notes", "character", "characters", "research", "template", "templates", "worldbuilding", "outtakes", "deleted", "archive", "archived", "backup", "backups", "feedback"}

// tierOf is the tier of a path. Numbers around a file's name do not count.
func tierOf(name string) tier {
	dir, file := path.Split(strings.ToLower(name))
	stem := strings.Trim(dashed(strings.TrimSuffix(file, path.Ext(file))), "0123456789-.")
	for _, t := range tierNames {
		if t.names.hold(stem) {
			return t.tier
		}
	}
	for _, folder := range strings.Split(strings.Trim(dir, "/"), "/") {
		words := strings.Split(dashed(folder), "-")
		if slices.Contains(tierFolders, folder) || slices.Contains(looseWords, words[0]) || slices.Contains(looseWords, words[len(words)-1]) {
			return folderTier
		}
	}
	return storyTier
}

// dashed is a name with dashes where blanks and underscores part its words.
func dashed(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(name, "_", "-"), " ", "-")
}
