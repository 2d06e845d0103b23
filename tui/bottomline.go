package tui

import (
	"slices"

	"casebook/tui/keys"
	"casebook/tui/text"
)

// leastHints is how many keys have a better claim than the way to the commands,
// where there is not room for both: the help names that too.
const leastHints = 3

// bottomLine is a word to the reader, or what can be done now: the keys that do
// something, as many as fit, and the ways to the commands and to the help at the
// end.
func (a *App) bottomLine() text.Line {
	width := a.layout.Width
	if a.notice != "" {
		return a.glyphs.Truncate(text.Line{{Text: " "}, text.New(text.Normal, a.notice)}, width, a.glyphs.Tail)
	}
	var shown, last []text.Line
	scope := a.scope()
	for _, row := range a.hints(scope) {
		label := row.Hint.Keys
		if label == "" {
			label = row.Shown()
		}
		hint := text.Line{{Text: a.glyphs.Keys(label), Tone: text.Title}, {Text: " " + a.words.Word(row.Hint.Label)}}
		if row.Hint.Rank(scope) >= keys.Last {
			last = append(last, hint)
			continue
		}
		shown = append(shown, hint)
	}
	fitting := a.fitting(shown, width-a.widthOf(last))
	if fitting < leastHints && len(last) > 1 {
		if more := a.fitting(shown, width-a.widthOf(last[1:])); more > fitting {
			fitting, last = more, last[1:]
		}
	}
	l := text.Line{{Text: " "}}
	for _, hint := range append(shown[:fitting], last...) {
		l = append(append(l, hint...), text.Span{Text: "  "})
	}
	return a.glyphs.Truncate(l, width, "")
}

// hints are the actions on the bottom line now, the best claim first.
func (a *App) hints(scope keys.Scope) []*action {
	var rows []*action
	for i := range a.actions {
		row := &a.actions[i]
		if row.Scope&scope == 0 || row.Hint.Label == "" {
			continue
		}
		if row.showsHint != nil && row.showsHint(a) || row.showsHint == nil && row.reason(a) == "" {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b *action) int { return a.Hint.Rank(scope) - b.Hint.Rank(scope) })
	return rows
}

// widthOf is the width of hints beside each other, with two spaces after each.
func (a *App) widthOf(hints []text.Line) int {
	width := 0
	for _, hint := range hints {
		width += a.glyphs.Width(hint) + 2
	}
	return width
}

// fitting is how many hints there is room for: a space stands before the first, and
// the last of all needs none after it.
func (a *App) fitting(hints []text.Line, room int) int {
	count := len(hints)
	for count > 0 && a.widthOf(hints[:count]) > room+1 {
		count--
	}
	return count
}
