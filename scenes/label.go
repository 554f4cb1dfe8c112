package scenes

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// label is a heading taken apart: the word it calls itself by, its number,
// and the title that is left.
//
//	Scene 3: The Mill      → scene   3    The Mill
//	CHAPTER IV.            → chapter IV
//	2.1 — The Mill         →         2.1  The Mill
//	One: Smoke             →         One  Smoke
//	Prologue               →              Prologue
type label struct {
	word   string // as written: "Scene", "CHAPTER"; "" where there is none
	rank   rank   // what the word says it is
	number string
	title  string
}

// rank orders what headings can say they are, outermost first.
type rank uint8

const (
	unranked rank = iota
	partRank
	chapterRank
	sceneRank
	beatRank // smaller than a scene: never one
)

// labelWords are the words that headings call themselves by. A language's
// words stand in one row so that a missing one is seen.
var labelWords = map[string]rank{
	"part": partRank, "act": partRank, "book": partRank, "volume": partRank, "vol": partRank, "section": chapterRank, "chapter": chapterRank, "chap": chapterRank, "ch": chapterRank, "episode": chapterRank, "letter": chapterRank, "canto": chapterRank, "sequence": chapterRank, "day": chapterRank, "scene": sceneRank, "sc": sceneRank, "beat": beatRank,
	"teil": partRank, "akt": partRank, "aufzug": partRank, "buch": partRank, "band": partRank, "abschnitt": chapterRank, "kapitel": chapterRank, "brief": chapterRank, "szene": sceneRank, "auftritt": sceneRank,
	"partie": partRank, "acte": partRank, "livre": partRank, "tome": partRank, "chapitre": chapterRank, "lettre": chapterRank, "scène": sceneRank,
	"parte": partRank, "acto": partRank, "libro": partRank, "capítulo": chapterRank, "capitulo": chapterRank, "carta": chapterRank, "escena": sceneRank,
	"atto": partRank, "capitolo": chapterRank, "scena": sceneRank,
	"deel": partRank, "hoofdstuk": chapterRank,
	"del": partRank, "kapittel": chapterRank, "scen": sceneRank,
	"часть": partRank, "том": partRank, "глава": chapterRank, "сцена": sceneRank,
}

// readLabel takes a heading apart. Text without label or number is all title.
func readLabel(text string) label {
	text = strings.TrimSpace(text)
	if l, ok := cjkLabel(text); ok {
		return l
	}
	word, rest := cutWord(text)
	if r, ok := labelWords[strings.ToLower(word)]; ok {
		rest = strings.TrimLeft(rest, ". ")
		if number, title, ok := cutNumber(rest, false); ok {
			return label{word: word, rank: r, number: number, title: title}
		}
		return label{rank: bareRank(text, word, r), title: text}
	}
	if number, title, ok := cutNumber(text, true); ok {
		return label{number: number, title: title}
	}
	if number, l, ok := ordinalLabel(word, rest); ok {
		return label{word: l.word, rank: l.rank, number: number, title: l.title}
	}
	return label{title: text}
}

// bareRank is the rank of a label word that has no number: "Chapter" alone,
// or "Scene: The Mill", still says what it is; "Act now" says nothing.
func bareRank(text, word string, r rank) rank {
	if rest := text[len(word):]; rest == "" || strings.HasPrefix(rest, ":") {
		return r
	}
	return unranked
}

// ordinalLabel reads "Erstes Kapitel", "First Act", "Zweiter Teil: Die Mühle".
func ordinalLabel(word, rest string) (number string, l label, ok bool) {
	if !ordinals[strings.ToLower(word)] {
		return "", label{}, false
	}
	second, title := cutWord(strings.TrimSpace(rest))
	r, ok := labelWords[strings.ToLower(second)]
	if !ok {
		return "", label{}, false
	}
	return word, label{word: second, rank: r, title: cutSeparator(title)}, true
}

// cutWord parts the first run of letters from what follows it.
func cutWord(text string) (word, rest string) {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if end < 0 {
		return text, ""
	}
	return text[:end], text[end:]
}

// cutNumber parts a number from the title behind it. Where the number stands
// first in the heading (bare), it counts as one only if a separator follows
// or nothing does: "12 Angry Men" and "One More Day" are titles.
func cutNumber(text string, bare bool) (number, title string, ok bool) {
	number = leadingNumber(text)
	if number == "" {
		return "", "", false
	}
	rest := text[len(number):]
	title = cutSeparator(rest)
	separated := len(title) < len(strings.TrimSpace(rest))
	switch {
	case strings.TrimSpace(rest) == "":
		return number, "", true
	case title == "": // "IV."
		return number, "", true
	case separated && (rest[0] != '-' || !bare): // "9-1-1" is a title
		return number, title, true
	case !bare && (rest[0] == ' ' || rest[0] == '\t'): // "Chapter 3 The Mill"
		return number, title, true
	}
	return "", "", false
}

// leadingNumber is the number that text begins with: 3, 2.1, 12A, IV, Twelve.
func leadingNumber(text string) string {
	i := 0
	for i < len(text) && isDigit(rune(text[i])) {
		i++
	}
	if i > 0 {
		return text[:digitsEnd(text, i)]
	}
	word, _ := cutWord(text)
	if isRoman(word) || wordValues[strings.ToLower(word)] > 0 {
		if tens, rest := word, text[len(word):]; strings.HasPrefix(rest, "-") { // Twenty-one
			unit, _ := cutWord(rest[1:])
			if wordValues[strings.ToLower(unit)] > 0 {
				return text[:len(tens)+1+len(unit)]
			}
		}
		return word
	}
	return ""
}

// digitsEnd is where the number whose digits end at i ends: 2.1.3 and 12A are
// numbers to a writer, 1984 is a year, "3pm" is neither.
func digitsEnd(text string, i int) int {
	if i > 3 {
		return 0
	}
	for i+1 < len(text) && text[i] == '.' && isDigit(rune(text[i+1])) {
		for i++; i < len(text) && isDigit(rune(text[i])); i++ {
		}
	}
	if i < len(text) && unicode.IsUpper(rune(text[i])) && (i+1 == len(text) || !isWord(rune(text[i+1]))) {
		i++
	}
	if r, _ := utf8.DecodeRuneInString(text[i:]); i < len(text) && isWord(r) {
		return 0
	}
	return i
}

// cutSeparator takes what stands between a number and its title off the title.
func cutSeparator(rest string) string {
	return strings.TrimSpace(strings.TrimLeft(rest, " \t.:)·•|–—-,"))
}

// isRoman says whether a word is a Roman numeral in capitals, to CCC: "MIX"
// and "CIVIL" are words.
func isRoman(word string) bool {
	rest := strings.TrimLeft(word, "C")
	rest = cutDigit(rest, "XC", "XL", "L", "X")
	rest = cutDigit(rest, "IX", "IV", "V", "I")
	return word != "" && len(word) <= 12 && rest == ""
}

// cutDigit takes one Roman digit off a numeral: nine, four, or five and ones.
func cutDigit(s, nine, four, five, one string) string {
	for _, pair := range []string{nine, four} {
		if rest, ok := strings.CutPrefix(s, pair); ok {
			return rest
		}
	}
	s = strings.TrimPrefix(s, five)
	for range 4 { // IIII is how clocks and old printers write it
		s = strings.TrimPrefix(s, one)
	}
	return s
}

// wordValues are the numbers that headings spell out. Tens stand for
// themselves: Twenty-one counts as twenty, which is enough to see a number.
var wordValues = countWords(
	`one two three four five six seven eight nine ten eleven twelve thirteen
	fourteen fifteen sixteen seventeen eighteen nineteen twenty`,
	`eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn
	vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig`,
	`un deux trois quatre cinq six sept huit neuf dix onze douze treize
	quatorze quinze seize`,
	`uno dos tres cuatro cinco seis siete ocho nueve diez once doce`,
)

func countWords(languages ...string) map[string]int {
	values := map[string]int{"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
	for _, words := range languages {
		for i, w := range strings.Fields(words) {
			values[w] = i + 1
		}
	}
	return values
}

// ordinals are numbers that stand before the label's word.
var ordinals = wordSet(`
	first second third fourth fifth sixth seventh eighth ninth tenth
	erster erste erstes zweiter zweite zweites dritter dritte drittes vierter
	vierte viertes fünfter fünfte fünftes sechster sechste sechstes siebter
	siebte siebtes siebentes achter achte achtes neunter neunte neuntes
	zehnter zehnte zehntes elftes zwölftes
	premier première deuxième second seconde troisième quatrième cinquième`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// cjkLabel reads 第三章 and its like: 第, a number, a counter, a title.
func cjkLabel(text string) (label, bool) {
	rest, ok := strings.CutPrefix(text, "第")
	if !ok {
		return label{}, false
	}
	i := strings.IndexAny(rest, "章回节節幕场場话話部卷編编")
	if i <= 0 || strings.Trim(rest[:i], "0123456789〇零一二三四五六七八九十百０１２３４５６７８９") != "" {
		return label{}, false
	}
	counter, size := utf8.DecodeRuneInString(rest[i:])
	l := label{word: string(counter), rank: chapterRank, number: rest[:i], title: strings.TrimLeft(rest[i+size:], " \u3000:：、")}
	switch counter {
	case '部', '卷', '編', '编', '幕':
		l.rank = partRank
	case '场', '場':
		l.rank = sceneRank
	}
	return l, true
}

// numberValue is the value of a number as written, 0 where it is none that
// this package can count: 3, 2.1 (its last part), IV, Twelve.
func numberValue(number string) int {
	if i := strings.LastIndexByte(number, '.'); i >= 0 {
		number = number[i+1:]
	}
	if n, err := strconv.Atoi(strings.TrimRight(number, "ABCDEFGH")); err == nil {
		return n
	}
	if isRoman(number) {
		return romanValue(number)
	}
	return wordValues[strings.ToLower(number)]
}

func romanValue(roman string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	sum := 0
	for i := range len(roman) {
		v := values[roman[i]]
		if i+1 < len(roman) && v < values[roman[i+1]] {
			v = -v
		}
		sum += v
	}
	return sum
}
