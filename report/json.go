package report

import (
	"encoding/json"
	"io"

	"git-scene/diff"
)

var jsonFormat = Format{
	Name:  "json",
	Doc:   "one object for programs; its keys are a contract (docs/report.schema.json)",
	Story: true,
	Write: func(w io.Writer, r *diff.Report, _ Options) error {
		return WriteJSON(w, r)
	},
}

// WriteJSON writes a value as indented JSON, as the text stands: a quotation
// mark or an angle bracket is not escaped for HTML.
func WriteJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}
