package panes

import (
	"slices"

	"casebook/tui/text"
	"casebook/tui/words"
)

// minHints is how many hints come before the one for the commands if not all fit: the
// help names the commands too.
const minHints = 3

// Hints returns the bottom line: as many hints as fit, with the last ones at the end.
func Hints(glyphs text.Glyphs, shown, last []text.Line, width int) text.Line {
	widthOf := func(hints []text.Line) int { // beside each other, with two spaces after each
		width := 0
		for _, hint := range hints {
			width += glyphs.Width(hint) + 2
		}
		return width
	}
	fitting := func(room int) int { // a space stands before the first, and the last of all needs none after it
		count := len(shown)
		for count > 0 && widthOf(shown[:count]) > room+1 {
			count--
		}
		return count
	}
	count := fitting(width - widthOf(last))
	if count < minHints && len(last) > 1 {
		if more := fitting(width - widthOf(last[1:])); more > count {
			count, last = more, last[1:]
		}
	}
	l := text.Line{{Text: " "}}
	for _, hint := range slices.Concat(shown[:count], last) {
		l = append(append(l, hint...), text.Span{Text: "  "})
	}
	return glyphs.Truncate(l, width, "")
}

// Teaching returns the bottom line before the first key: the five most important keys,
// as many as fit, and the help.
func Teaching(glyphs text.Glyphs, w words.Words, width int) text.Line {
	keys := [][2]string{
		{"j k", w.Say("move")}, {"Enter", w.Say("read")}, {"/", w.Say("search")}, {"f", w.Say("filters")}, {"?", w.Say("help")},
	}
	taught := func(begin string) text.Line {
		l := text.Line{text.New(text.Muted, begin)}
		for i, key := range keys {
			if i > 0 {
				l = append(l, text.Span{Text: glyphs.Dot, Tone: text.Muted})
			}
			l = append(l, text.New(text.Title, key[0]), text.New(text.Muted, " "+key[1]))
		}
		return l
	}
	l := taught(" " + w.Say("Five keys to begin:") + " ")
	for glyphs.Width(l) > width && len(keys) > 1 {
		if len(keys) < 5 || glyphs.Width(taught(" ")) > width {
			keys = slices.Delete(keys, len(keys)-2, len(keys)-1)
		}
		l = taught(" ")
	}
	return glyphs.Truncate(l, width, glyphs.Tail)
}
