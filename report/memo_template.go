package report

import (
	"io"
	"text/template"

	"git-scene/diff"
)

// memoFuncs are what a template may call.
var memoFuncs = template.FuncMap{"count": diff.Count, "number": number, "md": escape, "list": diff.List}

// MemoTemplate is a memo's shape by its user: a text/template that gets a
// [Memo].
type MemoTemplate struct{ t *template.Template }

// NewMemoTemplate reads a template. Beside what text/template has it may use
// count (count 2 "scene" is "two scenes"), number (12,345), md (text of the
// manuscript, harmless in Markdown) and list (A, B and C).
func NewMemoTemplate(name, text string) (*MemoTemplate, error) {
	t, err := template.New(name).Funcs(memoFuncs).Parse(text)
	return &MemoTemplate{t}, err
}

// Write writes a memo by the template; of several rounds each in its turn.
func (t *MemoTemplate) Write(w io.Writer, rounds ...*Memo) error {
	for _, m := range rounds {
		if err := t.t.Execute(w, m); err != nil {
			return err
		}
	}
	return nil
}
