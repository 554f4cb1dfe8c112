package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"git-scene/story/model"
)

func TestHandIsReadWhole(t *testing.T) {
	name := filepath.Join(t.TempDir(), "hand-q.jsonl")
	long := strings.Repeat("It was late. ", 10000)
	text := fmt.Sprintf("{\"id\": \"q1\", \"text\": %q}\n{\"id\": \"q2\", \"text\": %q}\n{\"id\": \"q3\"}\n", "one", long)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := readHand(name, &model.Kin{})
	if err != nil || len(all) != 3 || all[1].Text != long {
		t.Errorf("%d passages are read, %v; want three", len(all), err)
	}
	if err := os.WriteFile(name, []byte(text[:len(text)/2]), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readHand(name, &model.Kin{}); err == nil {
		t.Error("half a hand is read without an error")
	}
}

func TestFamiliesOfTooFewWords(t *testing.T) {
	name := filepath.Join(t.TempDir(), "vectors.json")
	if err := os.WriteFile(name, []byte(`{"vectors": {}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := makeFamilies(name, &strings.Builder{}); err == nil {
		t.Error("families are made of no words")
	}
}
