package scenes

import "testing"

func TestMatterByWords(t *testing.T) {
	const certain, likely, opening, none = "certain", "likely", "opening", "none"
	for heading, want := range map[string]string{
		"Table of Contents": certain, "CONTENTS": certain, "**Acknowledgements**": certain, "Character Arcs": certain, "KEY THEMATIC ARCS:": certain,
		"What this revision accomplishes": certain, "About the Author": certain, "About the novel, briefly": certain, "Who’s Who": certain, "Also by Nell Hart": certain,
		"Inhaltsverzeichnis": certain, "Remerciements": certain, "目录": certain, "Changes from draft 2": certain, "The Meta-Arc": certain,

		"Notes": likely, "Author's Note": likely, "Maya's Arc:": likely, "Notes on the ending": likely, "Main Characters": likely, "Plot Threads": likely, "The Claudia Arc": likely, "Research notes": likely, "The Notes": likely,

		"Background": opening, "Overview": opening, "Setting": opening,

		"Noted": none, "The Arc": none, "Noah's Archive": none, "The Contents of the Box": none, "A List of Demands": none, "Changeling": none, "Summary Justice": none, "The Mill": none, "": none,
	} {
		got := none
		switch {
		case isCertainMatter(heading):
			got = certain
		case isLikelyMatter(heading):
			got = likely
		case isOpeningMatter(heading):
			got = opening
		}
		if got != want {
			t.Errorf("%q is matter: %s, want %s", heading, got, want)
		}
	}
}

func TestEnds(t *testing.T) {
	const book, part, none = "book", "part", "none"
	for heading, want := range map[string]string{
		"THE END": book, "The End.": book, "*Fin*": book, "ENDE": book, "完": book, "End of Draft 2": book, "The end (for now)": book, "End of the book": book,
		"END OF PART ONE": part, "End of Book Two": part, "Ende des ersten Teils": part, "Fin de la première partie": part,
		"The End of Summer": none, "The End of the World": none, "Endgame": none, "Final": none, "": none,
	} {
		got := none
		switch {
		case endsBook(heading):
			got = book
		case endsPart(heading):
			got = part
		}
		if got != want {
			t.Errorf("%q ends: %s, want %s", heading, got, want)
		}
	}
}

func TestStoryTitles(t *testing.T) {
	for heading, want := range map[string]bool{
		"Prologue": true, "INTERLUDE": true, "Interlude: The Geese": true, "Epilogue — Spring": true, "Vorspiel": true, "序章": true, "Épilogue": true,
		"The Prologue Room": false, "Notes: interlude": false, "Opening Time": false,
	} {
		if got := isStoryTitle(heading); got != want {
			t.Errorf("%q is a story's title: %v", heading, got)
		}
	}
}

func TestTiers(t *testing.T) {
	for name, want := range map[string]tier{
		"chapter-1.md": storyTier, "The Mill.md": storyTier, "manuscript/03 Notes of a Native.md": storyTier, "noteson.md": storyTier,
		"notes/a.md": folderTier, "Characters/Ola.md": folderTier, "docs/chapter-1.md": folderTier,
		"outline.md": planTier, "story_outline.md": planTier, "02-Beat Sheet.md": planTier,
		"notes.md": notesTier, "00_title-page.md": notesTier, "Character.md": notesTier,
		"README.md": repositoryTier, "readme.de.md": repositoryTier, "LICENSE.txt": repositoryTier, "docs/CONTRIBUTING.md": repositoryTier, "CLAUDE.md": repositoryTier,
	} {
		if got := tierOf(name); got != want {
			t.Errorf("%s is of tier %d, want %d", name, got, want)
		}
	}
}
