package scenes

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// leadingNumber is the number that text begins with: 3, 2.1, 12A, IV, Twelve,
// Twenty-one, 十二. Behind a label's word (Chapter Twenty One) number words may
// be parted by blanks, and words count that mean something else at the start
// of a title (Elf, Once); bare says that no such word stood before.
func leadingNumber(text string, bare bool) string {
	if i := len(text) - len(strings.TrimLeft(text, "0123456789")); i > 0 {
		return text[:digitsEnd(text, i, bare)]
	}
	if i := len(text) - len(strings.TrimLeft(text, cjkDigits)); i > 0 {
		if r, _ := utf8.DecodeRuneInString(text[i:]); i < len(text) && isWord(r) {
			return ""
		}
		return text[:i]
	}
	word, _ := cutWord(text)
	switch {
	case isRoman(word):
		return word
	case bare && homonyms[strings.ToLower(word)]:
		return ""
	}
	end, _ := spelledNumber(text, bare)
	return text[:end]
}

// digitsEnd is where the number whose digits end at i ends: 2.1.3 and 12A are
// numbers to a writer, "3pm" is none, and without a label's word 1984 is a
// year and 3d a word.
func digitsEnd(text string, i int, bare bool) int {
	if i > 3 && (bare || i > 5) {
		return 0
	}
	for i+1 < len(text) && text[i] == '.' && isDigit(rune(text[i+1])) {
		for i++; i < len(text) && isDigit(rune(text[i])); i++ {
		}
	}
	if i < len(text) && ('A' <= text[i] && text[i] <= 'Z' || !bare && 'a' <= text[i] && text[i] <= 'z') {
		if i+1 == len(text) || !isWord(rune(text[i+1])) {
			i++
		}
	}
	if r, _ := utf8.DecodeRuneInString(text[i:]); i < len(text) && isWord(r) {
		return 0
	}
	return i
}

// spelledNumber reads the number words that text begins with: "Twenty-one",
// and where hyphens is not asked for "Twenty One", "One Hundred and Six".
func spelledNumber(text string, hyphens bool) (end, value int) {
	for at := 0; at < len(text); {
		word, rest := cutWord(text[at:])
		v := wordValue(word)
		switch {
		case end == 0 && v > 0:
			value = v
		case word == "" || end == 0:
			return end, value
		case strings.EqualFold(word, "hundred") && value < 10:
			value *= 100
		case v > 0 && (v < 10 && value%100 >= 20 && value%10 == 0 || value > 0 && value%100 == 0):
			value += v
		case !strings.EqualFold(word, "and") || value == 0 || value%100 != 0:
			return end, value
		}
		at += len(word)
		if !strings.EqualFold(word, "and") {
			end = at
		}
		if !strings.HasPrefix(rest, "-") && (hyphens || !strings.HasPrefix(rest, " ")) {
			return end, value
		}
		at++
	}
	return end, value
}

// isRoman says whether a word is a Roman numeral in capitals, to CCC: "MIX"
// and "CIVIL" are words.
func isRoman(word string) bool {
	rest := strings.TrimLeft(word, "C")
	rest = cutRomanDigit(rest, "XC", "XL", "L", "X")
	rest = cutRomanDigit(rest, "IX", "IV", "V", "I")
	return word != "" && len(word) <= 12 && rest == ""
}

// cutRomanDigit takes one Roman digit off a numeral: nine, four, or five and ones.
func cutRomanDigit(s, nine, four, five, one string) string {
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

// numberValue is the value of a number as written, 0 where it is none that
// this package can count: 3, 2.1 (its last part), IV, Twelve, First, 十二.
func numberValue(number string) int {
	if i := strings.LastIndexByte(number, '.'); i >= 0 {
		number = number[i+1:]
	}
	if n, err := strconv.Atoi(strings.TrimRight(number, "ABCDEFGHabcdefgh")); err == nil {
		return n
	}
	if isRoman(number) {
		return romanValue(number)
	}
	if _, v := spelledNumber(number, false); v > 0 {
		return v
	}
	if v := ordinalValues()[strings.ToLower(number)]; v > 0 {
		return v
	}
	return cjkValue(number)
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

// wordValue is the value of a number word, 0 for any other word.
func wordValue(word string) int {
	if len(word) > 30 {
		return 0
	}
	w := strings.ToLower(word)
	if unit, tens, ok := strings.Cut(w, "und"); ok && numberWords()[tens] >= 20 { // einundzwanzig
		if unit == "ein" {
			unit = "eins"
		}
		if v := numberWords()[unit]; 0 < v && v < 10 {
			return numberWords()[tens] + v
		}
	}
	return numberWords()[w]
}

// ordinalDigits reads "1st", "2nd", "1er", "2º": the digits, and where the
// word ends; "" where text begins with no such word.
func ordinalDigits(text string) (number string, end int) {
	i := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if i == 0 || i > 3 {
		return "", 0
	}
	for _, suffix := range []string{"st", "nd", "rd", "th", "er", "ère", "ème", "e", "º", "ª"} {
		if rest, ok := strings.CutPrefix(text[i:], suffix); ok && strings.HasPrefix(rest, " ") {
			return text[:i], i + len(suffix)
		}
	}
	return "", 0
}

// cutWord parts the first run of letters from what follows it.
func cutWord(text string) (word, rest string) {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	if end < 0 {
		return text, ""
	}
	return text[:end], text[end:]
}
