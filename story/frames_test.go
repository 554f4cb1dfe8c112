package story

import "testing"

func TestFrameIsFoundWhereItStands(t *testing.T) {
	for _, text := range []string{
		"He didn't know it. She couldn't say. They'd gone. Unless it is paid by Friday the house goes.",
		"He didn’t know it. She couldn’t say. They’d gone. Unless it is paid by Friday the house goes.",
		"ÀÉİ \xff was there. İt was late. Unless it is paid by Friday the house goes.",
		"Unless it is paid by Friday the house goes.",
	} {
		f, at, ok := lexiconOf("en").framed(text)
		if got := sentenceAt(text, at); !ok || f.hint != "unless" || got != "Unless it is paid by Friday the house goes." {
			t.Errorf("of %q the frame is in %q", text, got)
		}
	}
}
