// Command train makes the model that reads stakes, story/stakes.bin, from the
// labelled passages of story/testdata/lines and the families of words of
// story/model/families.txt. The same input gives the same bytes.
//
//	go run ./cmd/train
//	go run ./cmd/train -check      how well it reads hands that it has not seen
//	go run ./cmd/train -families VECTORS.json > story/model/families.txt
//
// A third of each hand's passages is laid aside (story/testdata/lines/README.md):
// the model is not trained on it, and -check -aside reads it.
package main

import (
	"flag"
	"fmt"
	"os"

	"git-scene/story/model"
)

// How the models are trained. They were chosen by -check, on the parts that
// are not laid aside.
var (
	isSettings    = model.Settings{Bits: 19, Cost: 1, Seen: 2, Rounds: 20}
	classSettings = model.Settings{Bits: 15, Cost: 0.2, Seen: 2, Rounds: 20}
)

func main() {
	lines := flag.String("lines", "story/testdata/lines", "the folder of labelled passages")
	families := flag.String("families", "", "make the families of words from these vectors, and write them to stdout")
	out := flag.String("o", "story/stakes.bin", "where the model is written")
	check := flag.Bool("check", false, "say how well each hand is read by a model that has not seen it")
	aside := flag.Bool("aside", false, "with -check: read the passages laid aside")
	flag.Parse()
	var err error
	switch {
	case *families != "":
		err = makeFamilies(*families, os.Stdout)
	case *check:
		err = checkHands(*lines, *aside, os.Stdout)
	default:
		err = makeModel(*lines, *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// makeModel trains on all hands, and writes the model.
func makeModel(folder, out string) error {
	kin, err := readFamilies()
	if err != nil {
		return err
	}
	all, err := readPassages(folder, kin)
	if err != nil {
		return err
	}
	design := keep(all, func(p *passage) bool { return !p.aside })
	m := &model.Model{Kin: *kin, Is: *model.Train(examples(design, kin), isSettings), Classes: trainClasses(design)}
	m.Sure, m.Told = calibrate(judge(design, kin))
	return os.WriteFile(out, m.Write(), 0o644)
}

func readFamilies() (*model.Kin, error) {
	data, err := os.ReadFile("story/model/families.txt")
	if err != nil {
		return nil, fmt.Errorf("in the project's root: %w", err)
	}
	return model.ReadKin(string(data))
}
