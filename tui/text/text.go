// Package text is text in lines and columns: spans of one tone that are wrapped,
// truncated, justified and marked by whole characters. It knows what a search marks and
// what may reach a terminal. It must not know how a tone looks, nor what a case, a pane
// or a key is.
package text

import (
	"strings"

	"casebook/model/safe"
)

// A Tone is the meaning of a part of a line. Package theme decides how it looks.
type Tone uint8

// The tones.
const (
	Normal   Tone = iota
	Muted         // less important than what is beside it
	Rule          // lines between panes
	Title         // headings, and what a person reads first
	Focus         // the focused pane
	Selected      // the title of the selected row
	Cursor        // the row of the cursor: a line that begins with it is painted as a whole
	Match         // what a search found
	Current       // the match or link that the reader is at
	Link          // leads somewhere
	Chip          // a filter in force
	Warning       // important notices
	Tones         // the number of tones
)

// A Span is text of one tone. It has no control characters, except those that isolate a
// text.
type Span struct {
	Text string
	Tone Tone
	Link int // 1 for the first link of its document; 0 for none
}

// A Line is one row, or text before it is wrapped into rows.
type Line []Span

// New returns a span of any text, made safe for a terminal.
func New(tone Tone, text string) Span {
	return isolate(Line{{Text: safe.Line(text), Tone: tone}})[0]
}

// Matches is the number of spans in the tone Match.
func (l Line) Matches() int {
	count := 0
	for _, p := range l {
		if p.Tone == Match {
			count++
		}
	}
	return count
}

// String is the text of the line without its tones.
func (l Line) String() string {
	var text strings.Builder
	for _, p := range l {
		text.WriteString(p.Text)
	}
	if text := text.String(); strings.Contains(text, isolates) || strings.Contains(text, isolatesEnd) {
		return withoutIsolates.Replace(text)
	}
	return text.String()
}
