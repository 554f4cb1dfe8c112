package main

import "testing"

func TestOneLine(t *testing.T) {
	tests := []struct{ said, want string }{
		{" a path \n", "a path"},
		{"a\nb\tc\x1b[31md", "a b c [31md"},
		{"book\u202edm.\u2066x\ufeff", "bookdm.x"},
		{"a\u0085b\x7f", "a b "},
		{"Ōkami “x”", "Ōkami “x”"},
	}
	for _, test := range tests {
		if got := oneLine(test.said); got != test.want {
			t.Errorf("oneLine(%q) is %q, want %q", test.said, got, test.want)
		}
	}
}
