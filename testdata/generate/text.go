package generate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markup is what could be read as Markdown wherever it comes to stand.
const markup = "*_#`\\|<>[]~"

// clean makes plain typing of a beat's text: no markup, straight quotes,
// double hyphens. A beat that holds no sentence is "".
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(markup, r) {
			return -1
		}
		return r
	}, text)
	text = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "—", "--", "–", "--").Replace(text)
	for strings.Contains(text, "---") {
		text = strings.ReplaceAll(text, "---", "--")
	}
	text = begin(strings.Join(strings.Fields(text), " "))
	if count(text) < 2 {
		return ""
	}
	return text
}

// begin drops what stands before the first word, so that no beat begins like
// a list or a break.
func begin(text string) string {
	words := fields(text)
	for len(words) > 0 {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(words[0], `"'(`))
		if unicode.IsLetter(r) {
			break
		}
		words = words[1:]
	}
	return strings.Join(words, " ")
}

func fields(text string) []string { return strings.Fields(text) }

func count(text string) int { return len(strings.Fields(text)) }

func join(a, b string) string { return strings.TrimSpace(a + " " + b) }

// parse takes the punctuation off a word.
func parse(word string) (before, inner, behind string) {
	inner = strings.TrimLeftFunc(word, not(letterOrDigit))
	before = word[:len(word)-len(inner)]
	trimmed := strings.TrimRightFunc(inner, not(letterOrDigit))
	return before, trimmed, inner[len(trimmed):]
}

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func not(f func(rune) bool) func(rune) bool { return func(r rune) bool { return !f(r) } }

// sentences divides text behind full stops and their like.
func sentences(text string) []string {
	words := fields(text)
	var all []string
	from := 0
	for i, w := range words {
		last := i == len(words)-1
		if last || endsSentence(w) && startsSentence(words[i+1]) {
			all = append(all, strings.Join(words[from:i+1], " "))
			from = i + 1
		}
	}
	return all
}

func endsSentence(word string) bool {
	switch word {
	case "Mr.", "Mrs.", "Dr.", "St.", "M.", "No.":
		return false
	}
	return strings.ContainsAny(tail(strings.TrimRight(word, `"')`)), ".!?")
}

func startsSentence(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `"'(`))
	return unicode.IsUpper(r)
}

// clauses divides a sentence behind its commas and their like.
func clauses(sentence string) []string {
	words := fields(sentence)
	var all []string
	from := 0
	for i, w := range words {
		if i == len(words)-1 || strings.ContainsAny(tail(strings.TrimRight(w, `"')`)), ",;:-") {
			all = append(all, strings.Join(words[from:i+1], " "))
			from = i + 1
		}
	}
	return all
}

// tail is a string's last byte, "" where there is none.
func tail(s string) string { return s[max(len(s)-1, 0):] }
