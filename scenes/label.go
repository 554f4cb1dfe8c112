package scenes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// label is a heading taken apart: the word it calls itself by, its number,
// and the title that is left.
//
//	Scene 3: The Mill      → scene   3       The Mill
//	CHAPTER IV.            → chapter IV
//	Erster Teil: Die Flut  → part    Erster  Die Flut
//	2.1 — The Mill         →         2.1     The Mill
//	One: Smoke             →         One     Smoke
//	Prologue               →                 Prologue
type label struct {
	word   string // as written: "Scene", "CHAPTER"; "" where there is none
	rank   rank   // what the word says it is
	number string
	title  string
	head   string // word and number as written, where they are not word, blank, number: "Erster Teil", "第三章"
	loose  bool   // nothing but a blank parts title from number: "Act two was worse"
}

// rank orders what headings can say they are, outermost first.
type rank uint8

const (
	unranked rank = iota
	partRank
	chapterRank
	sectionRank // a chapter where there is no other
	sceneRank
	beatRank // smaller than a scene: never one
)

// labelWords are the words that headings call themselves by. A language's
// words stand in one row so that a missing one is seen.
var labelWords = map[string]rank{
	"part": partRank, "act": partRank, "book": partRank, "volume": partRank, "vol": partRank, "section": sectionRank, "chapter": chapterRank, "chap": chapterRank, "ch": chapterRank, "episode": sectionRank, "letter": chapterRank, "canto": chapterRank, "sequence": chapterRank, "day": chapterRank, "scene": sceneRank, "sc": sceneRank, "beat": beatRank,
	"teil": partRank, "akt": partRank, "aufzug": partRank, "buch": partRank, "band": partRank, "abschnitt": sectionRank, "kapitel": chapterRank, "brief": chapterRank, "szene": sceneRank, "auftritt": sceneRank,
	"partie": partRank, "acte": partRank, "livre": partRank, "tome": partRank, "chapitre": chapterRank, "lettre": chapterRank, "scène": sceneRank,
	"parte": partRank, "acto": partRank, "libro": partRank, "capítulo": chapterRank, "capitulo": chapterRank, "carta": chapterRank, "escena": sceneRank, "cena": sceneRank,
	"atto": partRank, "capitolo": chapterRank, "scena": sceneRank,
	"deel": partRank, "hoofdstuk": chapterRank,
	"del": partRank, "kapittel": chapterRank, "scen": sceneRank,
	"część": partRank, "rozdział": chapterRank, "část": partRank, "kapitola": chapterRank,
	"часть": partRank, "том": partRank, "глава": chapterRank, "сцена": sceneRank, "частина": partRank, "розділ": chapterRank,
	"bölüm": chapterRank, "fejezet": chapterRank, "rész": partRank, "luku": chapterRank, "osa": partRank, "μέρος": partRank, "κεφάλαιο": chapterRank,
}

// readLabel takes a heading apart. Text without label or number is all title.
func readLabel(text string) label {
	text = strings.TrimSpace(text)
	if l, ok := cjkLabel(text); ok {
		return l
	}
	word, rest := cutWord(text)
	if r, ok := rankOf(word); ok {
		if l, ok := cutNumber(cutNumberSign(rest), false); ok {
			l.word, l.rank = word, r
			return l
		}
		return label{rank: bareRank(rest, r), title: text}
	}
	if l, ok := numberFirst(text); ok {
		return l
	}
	l, ok := cutNumber(text, true)
	if !ok {
		return label{title: text}
	}
	if inner, _ := cutWord(l.title); isLabelWord(inner) { // "01. Chapter One"
		if again := readLabel(l.title); again.isTyped() && again.number != "" {
			return again
		}
	}
	return l
}

// cutNumberSign takes off what may stand between a label's word and its
// number: a full stop, "#", "No.".
func cutNumberSign(rest string) string {
	rest = strings.TrimLeft(rest, ". ")
	for _, sign := range []string{"#", "№", "No. ", "no. ", "Nr. ", "n° "} {
		if after, ok := strings.CutPrefix(rest, sign); ok {
			return strings.TrimLeft(after, " ")
		}
	}
	return rest
}

// rankOf is the rank that a label's word says.
func rankOf(word string) (rank, bool) {
	if len(word) > 20 { // longer than any
		return unranked, false
	}
	r, ok := labelWords[strings.ToLower(word)]
	return r, ok
}

func isLabelWord(word string) bool {
	_, ok := rankOf(word)
	return ok
}

// bareRank is the rank of a label word that has no number: "Chapter" alone,
// or "Scene: The Mill", still says what it is; "Act now" says nothing.
func bareRank(rest string, r rank) rank {
	if rest == "" || strings.HasPrefix(rest, ":") {
		return r
	}
	return unranked
}

// numberFirst reads labels whose word follows the number: "Erstes Kapitel",
// "First Act", "3. Kapitel: Die Mühle", "2nd Part".
func numberFirst(text string) (label, bool) {
	number, _ := cutWord(text)
	end := len(number)
	if ordinalValues()[strings.ToLower(number)] == 0 {
		if number, end = ordinalDigits(text); number == "" {
			number = leadingNumber(text, true)
			if end = len(number); end == 0 || !strings.HasPrefix(text[end:], ".") {
				return label{}, false
			}
			end++
		}
	}
	rest := strings.TrimLeft(text[end:], " ")
	if len(rest) == len(text[end:]) {
		return label{}, false
	}
	word, behind := cutWord(rest)
	r, ok := rankOf(word)
	title := cutSeparator(behind)
	if !ok || title != "" && !separated(behind, false) {
		return label{}, false
	}
	return label{word: word, rank: r, number: number, title: title, head: text[:len(text)-len(behind)]}, true
}

// cutNumber parts a number from the title behind it. Where the number stands
// first in the heading (bare), it counts as one only if a separator follows
// or nothing does: "12 Angry Men", "One More Day", "7:45 p.m." and "3. Mai"
// are titles.
func cutNumber(text string, bare bool) (label, bool) {
	if l, ok := trailingOrdinal(text); ok && !bare {
		return l, true
	}
	number := leadingNumber(text, bare)
	if number == "" {
		return label{}, false
	}
	rest := text[len(number):]
	l := label{number: number, title: cutSeparator(rest)}
	switch {
	case l.title == "": // "IV."
		return l, true
	case bare && (isTime(rest) || isMonth(l.title)):
		return label{}, false
	case separated(rest, bare):
		return l, true
	}
	l.loose = true
	return l, !bare && (rest[0] == ' ' || rest[0] == '\t') // "Chapter 3 The Mill"
}

// trailingOrdinal reads an ordinal behind a label's word, with nothing or a
// separator behind it: "premier", "the First: Ash", "первая".
func trailingOrdinal(text string) (label, bool) {
	word, rest := cutWord(strings.TrimPrefix(text, "the "))
	if ordinalValues()[strings.ToLower(word)] == 0 {
		return label{}, false
	}
	l := label{number: word, title: cutSeparator(rest)}
	return l, l.title == "" || separated(rest, false)
}

// separators part a number or a label from its title.
const separators = ".:)·•|/–—-,、："

// separated says whether rest begins with something that parts a number from
// a title. Behind a bare number a comma does not ("I, Claudius", "12, rue des
// Lilas"), and a hyphen only between blanks ("9-1-1").
func separated(rest string, bare bool) bool {
	trimmed := strings.TrimLeft(rest, " \t")
	r, size := utf8.DecodeRuneInString(trimmed)
	switch {
	case trimmed == "" || !strings.ContainsRune(separators, r):
		return false
	case bare && r == ',':
		return false
	case bare && r == '-':
		return len(trimmed) < len(rest) && (len(trimmed) == size || trimmed[size] == ' ' || trimmed[size] == '-')
	}
	return true
}

// cutSeparator takes what stands between a number and its title off the title.
func cutSeparator(rest string) string {
	return strings.TrimSpace(strings.TrimLeft(rest, separators+" \t\u3000"))
}

// isTime says whether what follows a number makes it an hour: ":45".
func isTime(rest string) bool {
	return len(rest) > 1 && rest[0] == ':' && isDigit(rune(rest[1]))
}

// isMonth says whether a title begins with the name of a month in a language
// that writes "3. Mai".
func isMonth(title string) bool {
	word, _ := cutWord(title)
	switch strings.ToLower(word) {
	case "januar", "jänner", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
		"marts", "maj", "mars", "desember", "december", "augusti", "januari", "februari":
		return true
	}
	return false
}

// isTitleLike says whether a plain line that begins with a label reads as a
// heading and not as a sentence: "Act two was worse." is one.
func (l label) isTitleLike() bool {
	first, _ := utf8.DecodeRuneInString(l.title)
	return l.word != "" && l.number != "" && (!l.loose || !unicode.IsLower(first))
}
