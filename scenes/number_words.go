package scenes

import (
	"strings"
	"sync"
)

// numberWords are the numbers that headings spell out, a language a row; above
// twenty the tens.
var numberWords = sync.OnceValue(func() map[string]int {
	return countWords(map[string]int{
		"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
		"dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
		"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
		"treinta": 30, "cuarenta": 40, "cincuenta": 50,
		"trenta": 30, "quaranta": 40, "cinquanta": 50,
	},
		`one two three four five six seven eight nine ten eleven twelve thirteen
	fourteen fifteen sixteen seventeen eighteen nineteen twenty`,
		`eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn
	vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig`,
		`un deux trois quatre cinq six sept huit neuf dix onze douze treize
	quatorze quinze seize`,
		`uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece
	catorce quince dieciséis diecisiete dieciocho diecinueve veinte`,
		`uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici
	quattordici quindici sedici diciassette diciotto diciannove venti`,
	)
})

// homonyms are number words of one language that are common words of another,
// and so no numbers where a title begins with them.
var homonyms = map[string]bool{"once": true, "elf": true, "due": true, "tre": true, "sei": true, "dix": true, "un": true, "nove": true, "venti": true}

// ordinalValues are numbers that stand before the label's word, or behind it
// with nothing following (Erster Teil, Chapitre premier).
var ordinalValues = sync.OnceValue(func() map[string]int {
	return countWords(map[string]int{},
		`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`,
		`erster|erste|erstes zweiter|zweite|zweites dritter|dritte|drittes
	vierter|vierte|viertes fünfter|fünfte|fünftes sechster|sechste|sechstes
	siebter|siebte|siebtes|siebenter|siebentes achter|achte|achtes
	neunter|neunte|neuntes zehnter|zehnte|zehntes elfter|elfte|elftes
	zwölfter|zwölfte|zwölftes`,
		`premier|première second|seconde|deuxième troisième quatrième cinquième
	sixième septième huitième neuvième dixième onzième douzième`,
		`primero|primera|primer segundo|segunda tercero|tercera|tercer cuarto|cuarta
	quinto|quinta sexto|sexta séptimo|séptima octavo|octava noveno|novena
	décimo|décima`,
		`primo|prima secondo|seconda terzo|terza quarto|quarta`,
		`eerste tweede derde vierde vijfde`,
		`первый|первая второй|вторая третий|третья четвёртый|четвёртая|четвертая
	пятый|пятая шестой|шестая седьмой|седьмая восьмой|восьмая девятый|девятая
	десятый|десятая`,
	)
})

// countWords adds the words of each row to values, counted from one; | parts
// words of one value.
func countWords(values map[string]int, rows ...string) map[string]int {
	for _, row := range rows {
		for i, words := range strings.Fields(row) {
			for _, w := range strings.Split(words, "|") {
				values[w] = i + 1
			}
		}
	}
	return values
}
