// Package document lays out the texts of the browser: a case, its gate and its sources,
// a row of a list, a row of a view and its profile, and the help. For a screen it lays
// out text in columns; for plain lines it gives each fact its label. It knows the model
// and the interface's words. It must not know where cases come from, what a key does,
// nor how a tone looks.
package document

import (
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// A Link goes from a text to the cases with something, or to one case.
type Link struct {
	Facet model.Facet
	Value string
	Case  string // of a case; else facet and value are set
}

// A Document is text laid out in rows, with the links in it.
type Document struct {
	Lines []text.Line
	Links []Link
	Foot  int // the last rows that stand at the end of the pane, where there is room
}

// String returns the document's text without its tones, one line for each row.
func (d Document) String() string {
	var text strings.Builder
	for _, l := range d.Lines {
		text.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	return strings.TrimRight(text.String(), "\n") + "\n"
}
