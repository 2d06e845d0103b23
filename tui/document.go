package tui

import (
	"strings"

	"casebook/model"
	"casebook/tui/text"
)

// A link leads from a text to the cases with something, or to one case.
type link struct {
	facet model.Facet
	value string
	id    string // of a case; else facet and value are set
}

// A document is text laid out in rows, with the links in it.
type document struct {
	lines []text.Line
	links []link
	foot  int // the last rows that stand at the end of the pane, where there is room
}

// String is the document's text without its looks, a line each.
func (d document) String() string {
	var text strings.Builder
	for _, l := range d.lines {
		text.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	return strings.TrimRight(text.String(), "\n") + "\n"
}
