package tui

import (
	"slices"
	"strconv"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/layout"
	"casebook/tui/prompt"
	"casebook/tui/text"
)

// topLine is the product, the report or the filters in force, and the count.
func (a *App) topLine() text.Line {
	width := a.layout.Width
	right := append(a.howLine(width), text.New(text.Muted, a.countText()+" "))
	left := text.Line{{Text: " "}, {Text: "casebook", Tone: text.Focus}}
	chosen := a.chosen
	if len(chosen) == 0 || width >= layout.WideWidth {
		left = append(left, text.New(text.Normal, "  "+a.reportLine()))
		chosen = slices.DeleteFunc(slices.Clone(chosen), func(c browse.Choice) bool { return c.Facet == model.FacetReport })
	}
	return text.Justify(append(left, a.chips(chosen, width-left.Width()-right.Width()-1)...), right, width, a.glyphs.Tail)
}

// chips are filters in force, as many as there is room for and the number of
// the others.
func (a *App) chips(chosen []browse.Choice, room int) text.Line {
	var l text.Line
	for i, c := range chosen {
		chip := text.New(text.Chip, "  ["+a.label(c)+"]")
		left := len(chosen) - i - 1
		more := ""
		if left > 0 {
			more = " +" + strconv.Itoa(left)
		}
		if i > 0 && (text.Line{chip}).Width()+len(more) > room {
			return append(l, text.New(text.Chip, " +"+strconv.Itoa(left+1)))
		}
		chips := text.Truncate(text.Line{chip}, room-len(more), a.glyphs.Tail)
		l = append(l, chips...)
		room -= chips.Width()
	}
	return l
}

// howLine is how the cases were found, where that was not literally: with the
// name they were found by, where there is room.
func (a *App) howLine(width int) text.Line {
	short, whole := a.format(0).FoundBy(a.foundBy)
	if short == "" {
		return nil
	}
	l := text.Line{text.New(text.Warning, whole)}
	if l.Width() > width/2 {
		l = text.Line{text.New(text.Warning, short)}
	}
	return append(l, text.Span{Text: a.glyphs.Dot, Tone: text.Muted})
}

// countText is how many cases there are, such as "4/51 cases".
func (a *App) countText() string {
	if !a.list.Loaded {
		return ""
	}
	certain := a.list.Total - a.list.Possible
	count, possible := a.words.Number(certain), ""
	if a.list.TotalUnknown {
		count += "+"
	}
	if a.list.Possible > 0 {
		possible = ", " + a.words.Say("%d more possible|%d more possible", a.list.Possible)
	}
	if a.info.cases >= 0 && (a.list.Total != a.info.cases || a.shown.query.Restricted()) {
		return a.words.Say("%[2]s/%[1]d case|%[2]s/%[1]d cases", a.info.cases, count) + possible
	}
	return a.words.Say("%[2]s case|%[2]s cases", certain, count) + possible
}

// teaching are the five keys that matter, until the first is pressed; on a small
// screen as many as fit, and the help.
func (a *App) teaching() text.Line {
	keys := [][2]string{
		{"j k", a.words.Say("move")}, {"Enter", a.words.Say("read")}, {"/", a.words.Say("search")}, {"f", a.words.Say("filters")}, {"?", a.words.Say("help")},
	}
	taught := func(begin string) text.Line {
		l := text.Line{text.New(text.Muted, begin)}
		for i, key := range keys {
			if i > 0 {
				l = append(l, text.Span{Text: a.glyphs.Dot, Tone: text.Muted})
			}
			l = append(l, text.New(text.Title, key[0]), text.New(text.Muted, " "+key[1]))
		}
		return l
	}
	l := taught(" " + a.words.Say("Five keys to begin:") + " ")
	for l.Width() > a.layout.Width && len(keys) > 1 {
		if len(keys) < 5 || taught(" ").Width() > a.layout.Width {
			keys = slices.Delete(keys, len(keys)-2, len(keys)-1)
		}
		l = taught(" ")
	}
	return text.Truncate(l, a.layout.Width, a.glyphs.Tail)
}

// searchLine is the prompt, or what is searched.
func (a *App) searchLine() text.Line {
	asked := prompt.Prompt(&a.search)
	switch {
	case a.prompt != nil:
		asked = a.prompt
	case a.focus == layout.Help && a.help.search.Text != "":
		asked = &a.help.search
	}
	if asked == prompt.Prompt(&a.search) && !a.keyboard.used && a.search.Text == "" {
		return a.teaching()
	}
	row, _ := asked.Row()
	return row
}
