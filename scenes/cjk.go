package scenes

import (
	"strings"
	"unicode/utf8"
)

// cjkLabel reads 第三章 and its like: 第, a number, a counter, a title. Korean
// has 제 and its own counters; a number in figures needs neither (3.1节).
func cjkLabel(text string) (label, bool) {
	rest, ok := strings.CutPrefix(text, "第")
	if !ok {
		if rest, ok = strings.CutPrefix(text, "제"); !ok && (text == "" || !isDigit(rune(text[0]))) {
			return label{}, false
		}
	}
	number := rest[:len(rest)-len(strings.TrimLeft(rest, cjkDigits+".0123456789"))]
	counter, size := utf8.DecodeRuneInString(rest[len(number):])
	r, found := cjkCounters[counter]
	if number == "" || !found {
		return label{}, false
	}
	end := len(text) - len(rest) + len(number) + size
	return label{word: string(counter), rank: r, number: number, title: strings.TrimLeft(cutSeparator(text[end:]), " \u3000"), head: text[:end]}, true
}

var cjkCounters = map[rune]rank{
	'部': partRank, '卷': partRank, '巻': partRank, '編': partRank, '编': partRank, '幕': partRank, '부': partRank, '막': partRank,
	'章': chapterRank, '回': chapterRank, '장': chapterRank,
	'节': sectionRank, '節': sectionRank, '话': sectionRank, '話': sectionRank, '화': sectionRank,
	'场': sceneRank, '場': sceneRank,
}

// cjkDigits are the digits and powers that Chinese and Japanese numbers are
// written with.
const cjkDigits = "〇零一二三四五六七八九十百千０１２３４５６７８９"

// cjkValue is the value of a number in such digits: 十二, 二百三, 二三, １２.
func cjkValue(number string) int {
	sum, digit := 0, 0
	for _, r := range number {
		switch i := strings.IndexRune("一二三四五六七八九", r) / len("一"); {
		case r == '十' || r == '百' || r == '千':
			power := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
			sum += max(digit, 1) * power
			digit = 0
		case strings.ContainsRune("一二三四五六七八九", r):
			digit = digit*10 + i + 1
		case '０' <= r && r <= '９':
			digit = digit*10 + int(r-'０')
		case isDigit(r):
			digit = digit*10 + int(r-'0')
		case r == '〇' || r == '零':
			digit *= 10
		default:
			return 0
		}
		if digit > 1<<20 {
			return 0
		}
	}
	return sum + digit
}
