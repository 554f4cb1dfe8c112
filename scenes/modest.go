package scenes

import (
	"fmt"
	"path"
	"strings"
)

// A plain text file is read where no other format holds a story. Beside files
// of another format, in one folder with them, it is
//
//	its name                                                    it is
//	counts as theirs do, by a number that is free               read
//	is one of theirs but for the ending                         a copy, not read
//	says that it is a paper, notes or a plan                    not read
//	says none of this                                           not read, and said so

// isModest says whether a file is of a format that is read only where no other
// finds a story.
func (opts Options) isModest(name string) bool {
	f := formatOf(name)
	return f != nil && f.Modest && !opts.listed[name]
}

// besides are the other files of a folder that may be its chapters.
type besides struct {
	counted map[string]bool // the words before their numbers: "", "chapter"
	numbers map[string]bool // the numbers that are taken, with those words
	stems   map[string]bool
}

// beside gathers the files that are not modest, folder by folder.
func (opts Options) beside(paths []string) map[string]*besides {
	folders := map[string]*besides{}
	for _, p := range paths {
		if opts.isModest(p) || opts.matter[p] || tierOf(p) != storyTier {
			continue
		}
		b := folders[path.Dir(p)]
		if b == nil {
			b = &besides{map[string]bool{}, map[string]bool{}, map[string]bool{}}
			folders[path.Dir(p)] = b
		}
		b.stems[stemOf(p)] = true
		if word, number := counting(p); number != 0 {
			b.counted[word] = true
			b.numbers[fmt.Sprint(word, number)] = true
		}
	}
	return folders
}

// counting is how a file's name counts: the word before its number and the
// number, 0 for none.
func counting(name string) (word string, number int) {
	l := titleFromFile(name)
	return strings.ToLower(l.word), numberValue(l.number)
}

// amongChapters finds the modest files that stand among chapters: their
// names count as those of their folder do, by a number that is free.
func (opts Options) amongChapters(paths []string) map[string]bool {
	folders, among := opts.beside(paths), map[string]bool{}
	for _, p := range paths {
		b := folders[path.Dir(p)]
		word, number := counting(p)
		if b != nil && opts.isModest(p) && !opts.isPaper(p) && number != 0 && b.counted[word] && !b.numbers[fmt.Sprint(word, number)] {
			among[p] = true
		}
	}
	return among
}

// besideChapters says that text files beside chapters are not read.
func (opts Options) besideChapters(modest, paths []string) []string {
	folders := opts.beside(paths)
	var names []string
	for _, p := range modest {
		if b := folders[path.Dir(p)]; b != nil && !b.stems[stemOf(p)] && !opts.isPaper(p) {
			names = append(names, p)
		}
	}
	if len(names) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s plain text beside the chapters and not read; if it is story, name it under files: in %s", countNames(names), ConfigName)}
}

// papers are the names of text files that programs read.
var papers = phrasesOf("robots, humans, requirements, requirements-*, *-requirements, constraints, cmakelists, ads, security, wordlist, words, dictionary, spelling, stopwords, manifest, version, output, log, *-log")

// isPaper says whether a text file is none of the book by its name.
func (opts Options) isPaper(name string) bool {
	return opts.matter[name] || tierOf(name) != storyTier || papers.hold(dashed(stemOf(strings.ToLower(name))))
}
