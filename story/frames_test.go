package story

import "testing"

func TestFrameIsFoundWhereItStands(t *testing.T) {
	for _, text := range []string{
		"He didn't know it. She couldn't say. They'd gone. How long until the dam goes?",
		"He didn’t know it. She couldn’t say. They’d gone. How long until the dam goes?",
		"ÀÉİ \xff was there. İt was late. How long until the dam goes?",
		"How long until the dam goes?",
	} {
		f, at, ok := lexiconOf("en").framed(text)
		if got := sentenceAt(text, at); !ok || f.class != "time" || got != "How long until the dam goes?" {
			t.Errorf("of %q the frame is in %q", text, got)
		}
	}
}
