// Command floor reads the figures of score.py from standard input and fails
// where one is below its floor. The floor only ever rises: when a figure stands
// well above it, it says so.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
)

// figure is what score.py says of one measure: an F1 or a share.
type figure struct {
	F1    *float64 `json:"f1"`
	Share *float64 `json:"share"`
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "floor:", err)
		os.Exit(1)
	}
}

func run(name string) error {
	floors := map[string]float64{}
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, &floors); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	raw := map[string]json.RawMessage{}
	if err := json.NewDecoder(os.Stdin).Decode(&raw); err != nil {
		return fmt.Errorf("reading the figures: %w", err)
	}
	var failed []string
	if err := json.Unmarshal(raw["failed"], &failed); err != nil || len(failed) > 0 {
		return fmt.Errorf("pairs that could not be scored: %v", failed)
	}
	below := 0
	for _, measure := range sorted(floors) {
		var f figure
		if err := json.Unmarshal(raw[measure], &f); err != nil {
			return fmt.Errorf("no figure for %s: %w", measure, err)
		}
		value := f.Share
		if value == nil {
			value = f.F1
		}
		if value == nil {
			return fmt.Errorf("no figure for %s", measure)
		}
		note := ""
		switch floor := floors[measure]; {
		case *value < floor:
			note = "  BELOW THE FLOOR"
			below++
		case *value > floor+0.01:
			note = "  the floor can rise"
		}
		fmt.Printf("%-11s %.3f  floor %.3f%s\n", measure, *value, floors[measure], note)
	}
	if below > 0 {
		return fmt.Errorf("%d measures are below their floor", below)
	}
	return nil
}

func sorted(m map[string]float64) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
