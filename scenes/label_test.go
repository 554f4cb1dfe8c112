package scenes

import (
	"slices"
	"strings"
	"testing"
)

func TestReadLabel(t *testing.T) {
	for _, c := range []struct{ text, word, number, title string }{
		// A word, a number, a title, in every combination.
		{"Scene 3: The Mill", "Scene", "3", "The Mill"},
		{"SCENE 3 — THE MILL", "SCENE", "3", "THE MILL"},
		{"Scene 3 The Mill", "Scene", "3", "The Mill"},
		{"Scene 3", "Scene", "3", ""},
		{"Scene 12A. The Mill", "Scene", "12A", "The Mill"},
		{"Scene 2b: The Landing", "Scene", "2b", "The Landing"},
		{"Scene #4 - The Door", "Scene", "4", "The Door"},
		{"Scene No. 5", "Scene", "5", ""},
		{"Scene 3 / The Mill", "Scene", "3", "The Mill"},
		{"Ch. 7: Rain", "Ch", "7", "Rain"},
		{"CHAPTER IV.", "CHAPTER", "IV", ""},
		{"Chapter Twenty-One: Rain", "Chapter", "Twenty-One", "Rain"},
		{"Chapter Twenty One", "Chapter", "Twenty One", ""},
		{"Chapter One Hundred and Six", "Chapter", "One Hundred and Six", ""},
		{"Chapter One and a Half", "Chapter", "One", "and a Half"},
		{"Chapter the First: Rain", "Chapter", "First", "Rain"},
		{"Chapter 1001", "Chapter", "1001", ""},
		{"Vol. II", "Vol", "II", ""},
		{"Act 2.1", "Act", "2.1", ""},
		{"Day 2, morning", "Day", "2", "morning"},
		{"01. Chapter One", "Chapter", "One", ""},

		// The number first.
		{"First Act", "Act", "First", ""},
		{"Erstes Kapitel", "Kapitel", "Erstes", ""},
		{"Zweiter Teil: Die Flut", "Teil", "Zweiter", "Die Flut"},
		{"3. Kapitel: Die Mühle", "Kapitel", "3", "Die Mühle"},
		{"II. Akt", "Akt", "II", ""},
		{"2nd Part", "Part", "2", ""},
		{"1er acte", "acte", "1", ""},
		{"Primera parte", "parte", "Primera", ""},

		// Other languages.
		{"Kapitel einundzwanzig", "Kapitel", "einundzwanzig", ""},
		{"Chapitre premier", "Chapitre", "premier", ""},
		{"Chapitre deux : Le quai", "Chapitre", "deux", "Le quai"},
		{"Capítulo uno", "Capítulo", "uno", ""},
		{"Часть первая", "Часть", "первая", ""},
		{"Глава 3. Лёд", "Глава", "3", "Лёд"},
		{"Rozdział 3", "Rozdział", "3", ""},
		{"第三章 渡口", "章", "三", "渡口"},
		{"第十二話　霧", "話", "十二", "霧"},
		{"第1001章", "章", "1001", ""},
		{"제3장 안개", "장", "3", "안개"},

		// A bare number.
		{"2.1 — The Mill", "", "2.1", "The Mill"},
		{"3) The Mill", "", "3", "The Mill"},
		{"One: Smoke", "", "One", "Smoke"},
		{"IV.", "", "IV", ""},
		{"12", "", "12", ""},
		{"十二", "", "十二", ""},
		{"一、雨", "", "一", "雨"},

		// Titles that only begin like that.
		{"Prologue", "", "", "Prologue"},
		{"1984", "", "", "1984"},
		{"12 Angry Men", "", "", "12 Angry Men"},
		{"One More Day", "", "", "One More Day"},
		{"Twenty-first", "", "", "Twenty-first"},
		{"Six-Word Story", "", "", "Six-Word Story"},
		{"I, Claudius", "", "", "I, Claudius"},
		{"12, rue des Lilas", "", "", "12, rue des Lilas"},
		{"9-1-1", "", "", "9-1-1"},
		{"7:45 p.m.", "", "", "7:45 p.m."},
		{"3. Mai 1911", "", "", "3. Mai 1911"},
		{"3pm", "", "", "3pm"},
		{"MIX", "", "", "MIX"},
		{"CIVIL WAR", "", "", "CIVIL WAR"},
		{"Once: A Prelude", "", "", "Once: A Prelude"},
		{"Elf", "", "", "Elf"},
		{"Act Now", "", "", "Act Now"},
		{"Part of It", "", "", "Part of It"},
		{"Chapter and Verse", "", "", "Chapter and Verse"},
		{"三月", "", "", "三月"},
		{"", "", "", ""},
	} {
		l := readLabel(c.text)
		if l.word != c.word || l.number != c.number || l.title != c.title {
			t.Errorf("%q: word %q, number %q, title %q; want %q, %q, %q", c.text, l.word, l.number, l.title, c.word, c.number, c.title)
		}
	}
}

// A label word without a number says what it is only where nothing else
// follows, or a colon.
func TestBareRank(t *testing.T) {
	for text, want := range map[string]rank{
		"Chapter": chapterRank, "Scene: The Mill": sceneRank, "Part": partRank, "Beat: he runs": beatRank,
		"Act now": unranked, "Scene of the crime": unranked, "Booking": unranked,
	} {
		if got := readLabel(text).rank; got != want {
			t.Errorf("%q has rank %d, want %d", text, got, want)
		}
	}
}

// A plain line is a heading only where it does not read as a sentence.
func TestTitleLike(t *testing.T) {
	for text, want := range map[string]bool{
		"Act two": true, "Act Two: Worse": true, "Act two: worse": true, "Chapter 3 The Mill": true, "第三章 渡口": true,
		"Act two was worse.": false, "Part one of the plan": false, "Day two he slept": false, "Nothing": false,
	} {
		if got := readLabel(text).isTitleLike(); got != want {
			t.Errorf("%q reads as a heading: %v", text, got)
		}
	}
}

func TestNumberValue(t *testing.T) {
	for text, want := range map[string]int{
		"3": 3, "2.1": 1, "12A": 12, "IV": 4, "XLIX": 49, "IIII": 4, "Twelve": 12, "Twenty-one": 21, "One Hundred and Six": 106,
		"einundzwanzig": 21, "zwanzig": 20, "once": 11, "First": 1, "Drittes": 3, "premier": 1, "十二": 12, "二百三": 203, "二三": 23, "十": 10, "１２": 12,
		"": 0, "x": 0, "Later": 0,
	} {
		if got := numberValue(text); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
}

// A division's name is what its author would say.
func TestDivisionName(t *testing.T) {
	for _, text := range []string{"CHAPTER 7: THE VISIT", "Erster Teil: Trockenheit", "Chapitre premier", "第三章", "Prologue", "Part One"} {
		if got := newDivision(Span{}, readLabel(text), nil).Name(); got != text {
			t.Errorf("%q is called %q", text, got)
		}
	}
}

func TestNaturalOrder(t *testing.T) {
	for _, want := range []string{
		"ch-1.md ch-2.md ch-10.md",
		"chapter-one.md chapter-two.md chapter-three.md chapter-ten.md",
		"chapter-twenty.md chapter-twenty-one.md chapter-twenty-two.md chapter-thirty.md",
		"i.md ii.md iv.md ix.md x.md",
		"dedication.md foreword.md prologue-the-flood.md 01.md 02.md epilogue.md acknowledgements.md",
		"prologo.md 1.md epilogo.md",
		"vol.1/a.md vol.2/a.md vol.10/a.md",
		"erster-teil/a.md zweiter-teil/a.md dritter-teil/a.md",
		"a/1.md a/2.md b/1.md",
		"第一章.md 第二章.md 第十章.md 第二十章.md",
		"第1章.md 第2章.md 第10章.md",
		"07-interlude.md 08-after.md",
		"1.1-a.md 1.2-a.md 1.10-a.md",
		"apple.md once-upon-a-time.md zebra.md",
		"ABC.md abd.md",
	} {
		names := strings.Fields(want)
		for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}} {
			got := slices.Clone(names)
			if order[0] != 0 {
				slices.Reverse(got)
			}
			sortNaturally(got)
			if !slices.Equal(got, names) {
				t.Errorf("got  %v\nwant %v", got, names)
			}
		}
	}
}
