// Package model is a small linear model of text: what a passage says, judged
// by the words and short phrases in it, each of which weighs for or against.
// It is trained on labelled passages by cmd/train and embedded; scoring is
// integer arithmetic, so that it says the same on every machine, and it can
// say which words decided.
package model

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"git-scene/scenes"
)

// Feature is a phrase of a text, as the model knows it: a hash, and where the
// phrase stands.
type Feature struct {
	Hash       uint64
	Start, End int // bytes of the text
}

// token is a word or mark of a text.
type token struct {
	word, kin  uint64 // hashes: of the word itself, and of its family of meaning
	stem       uint64 // of the word without its ending
	start, end int
}

// The longest phrases, in tokens.
const phrase = 3

// Salts keep the kinds of feature apart.
const (
	wordSalt  = 0x9E3779B97F4A7C15
	kinSalt   = 0xC2B2AE3D27D4EB4F
	stemSalt  = 0x165667B19E3779F9
	shapeSalt = 0x27D4EB2F165667C5
)

// Features are the phrases of up to three words of a text, in its words and in
// their families: "if the harvest fails" is also "if the <crop> <failing>", so
// that what was learnt of one is known of the other; and its words without
// their endings.
func (k *Kin) Features(text string) []Feature {
	tokens := k.tokens(nil, text)
	return appendPhrases(make([]Feature, 0, (2*phrase+1)*len(tokens)+1), tokens)
}

func appendPhrases(found []Feature, tokens []token) []Feature {
	found = append(found, Feature{Hash: mix(shapeSalt, uint64(bits.Len(uint(len(tokens)))))})
	for i := range tokens {
		found = append(found, Feature{tokens[i].stem, tokens[i].start, tokens[i].end})
		word, kin := uint64(wordSalt), uint64(kinSalt)
		for n := 0; n < phrase && i+n < len(tokens); n++ {
			t := tokens[i+n]
			word, kin = mix(word, t.word), mix(kin, t.kin)
			found = append(found, Feature{word, tokens[i].start, t.end}, Feature{kin, tokens[i].start, t.end})
		}
	}
	return found
}

// Words are the words of a text without their endings, and their families:
// enough to tell of what it speaks.
func (k *Kin) Words(text string) []Feature {
	tokens := k.tokens(nil, text)
	found := make([]Feature, 0, 2*len(tokens))
	for _, t := range tokens {
		found = append(found, Feature{t.stem, t.start, t.end}, Feature{mix(kinSalt, t.kin), t.start, t.end})
	}
	return found
}

// marks are the signs that say something of a sentence.
const marks = "?!…—–:;\"“”"

// tokens appends the words and marks of a text. A number is a number, and a
// name (a capital inside a sentence) is a name, whichever it is.
func (k *Kin) tokens(tokens []token, text string) []token {
	last := 0
	for i := 0; ; {
		start, end := scenes.NextWord(text, i)
		opens := last == 0
		gap := text[last:start]
		if gap == " " { // nearly all are
			gap = ""
		}
		for at, r := range gap {
			if strings.ContainsRune(marks, r) {
				h := hash(string(plainMark(r)), 0)
				tokens = append(tokens, token{h, h, h, last + at, last + at + utf8.RuneLen(r)})
			}
			opens = opens || strings.ContainsRune(".!?…:;\"“”—*_(", r)
		}
		if start == len(text) {
			return tokens
		}
		tokens = append(tokens, k.token(text, start, end, opens))
		i, last = end, end
	}
}

func (k *Kin) token(text string, start, end int, opens bool) token {
	w := text[start:end]
	first, _ := utf8.DecodeRuneInString(w)
	switch {
	case unicode.IsDigit(first):
		return token{numberHash, numberHash, numberHash, start, end}
	case !unicode.IsUpper(first):
	case !opens && w != "I" && !strings.HasPrefix(w, "I'") && !strings.HasPrefix(w, "I’"):
		return token{nameHash, nameHash, nameHash, start, end}
	default:
		w = strings.ToLower(w)
	}
	w = strings.ReplaceAll(w, "’", "'")
	h := hash(w, 0)
	return token{h, k.of(h), hash(stem(w), stemSalt), start, end}
}

// stem is a word without its commonest endings, rough but the same for all
// forms of most: lose, loses, losing.
func stem(w string) string {
	for _, end := range []string{"ing", "ed", "es", "s", "e"} {
		if len(w) > shortWord && strings.HasSuffix(w, end) {
			return w[:len(w)-len(end)]
		}
	}
	return w
}

// shortWord is the length, in bytes, up to which a word keeps its ending.
const shortWord = 4

// plainMark is a mark without its style.
func plainMark(r rune) rune {
	switch r {
	case '“', '”':
		return '"'
	case '–':
		return '—'
	}
	return r
}

var (
	numberHash = hash("#", 0)
	nameHash   = hash("@", 0)
)

// hash is FNV-1a, 64 bits.
func hash(s string, salt uint64) uint64 {
	h := 14695981039346656037 ^ salt
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix joins a hash to those before it.
func mix(h, x uint64) uint64 {
	h = (h ^ x) * 0xFF51AFD7ED558CCD
	return h ^ h>>29
}
