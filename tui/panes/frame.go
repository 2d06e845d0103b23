package panes

import (
	"strings"

	"casebook/tui/text"
)

// A Frame is a pane with its title, as it is drawn.
type Frame struct {
	Title    string
	Position string // of the cursor; empty: not shown
	Lines    []text.Line
	First    int // index of the first visible row
	All      int // how many rows there are
	Focused  bool
	Last     bool // at the right edge of the screen
}

// Draw draws a pane of a size, with its title above and its edge at the right. The rule
// of the focused pane is heavy; the edge is the scrollbar if one is needed. paint pads
// a line to a width.
func (f Frame) Draw(glyphs text.Glyphs, paint func(l text.Line, width int) string, width, height int) []string {
	rule, corner, tone, ruleTone := glyphs.Rule, glyphs.Corner, text.Muted, text.Rule
	if f.Focused {
		rule, corner, tone, ruleTone = glyphs.FocusRule, glyphs.FocusCorner, text.Focus, text.Focus
	}
	if f.Last {
		corner = rule
	}
	left := text.Line{{Text: rule + " ", Tone: ruleTone}, text.New(tone, f.Title), {Text: " "}}
	right := text.Line{}
	if f.Position != "" {
		right = text.Line{text.New(text.Normal, " "+f.Position+" "), {Text: rule, Tone: ruleTone}}
	}
	left = glyphs.Truncate(left, width-1-glyphs.Width(right), glyphs.Tail)
	gap := max(width-1-glyphs.Width(left)-glyphs.Width(right), 0)
	top := append(append(left, text.Span{Text: strings.Repeat(rule, gap), Tone: ruleTone}), right...)
	rows := []string{paint(top, width-1) + paint(text.Line{{Text: corner, Tone: ruleTone}}, 1)}

	thumbFrom, thumbTo := thumb(height-1, f.First, f.All)
	for y := range height - 1 {
		var row text.Line
		if y < len(f.Lines) {
			row = glyphs.Truncate(f.Lines[y], width-1, glyphs.Tail)
		}
		edge := glyphs.Edge
		switch {
		case y >= thumbFrom && y < thumbTo:
			edge = glyphs.Thumb
		case f.Last:
			edge = " "
		}
		rows = append(rows, paint(row, width-1)+edge)
	}
	return rows
}

// thumb returns the rows of a scrollbar's thumb, for height of all rows, from first on;
// none if everything is visible.
func thumb(height, first, all int) (from, to int) {
	if all <= height || height < 2 {
		return 0, 0
	}
	size := max(height*height/all, 1)
	from = (height - size) * first / max(all-height, 1)
	return min(from, height-size), min(from, height-size) + size
}
