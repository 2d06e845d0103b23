package tui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"casebook/model"
	"casebook/tui/browse"
	"casebook/tui/document"
	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/panes"
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
	return a.glyphs.Justify(append(left, a.chips(chosen, width-a.glyphs.Width(left)-a.glyphs.Width(right)-1)...), right, width, a.glyphs.Tail)
}

// chips are the filters in force, those of a facet together, as many as there is
// room for and the number of the others.
func (a *App) chips(chosen []browse.Choice, room int) text.Line {
	var l text.Line
	groups := browse.Alternatives(chosen)
	for i, group := range groups {
		var labels []string
		for _, c := range group {
			labels = append(labels, a.label(c))
		}
		label := strings.Join(labels, " "+a.words.Say("or")+" ")
		if a.layout.Width >= minNamedWidth {
			label = document.FacetLabel(a.words, group[0].Facet) + ": " + label
		}
		chip := text.New(text.Chip, "  ["+label+"]")
		left := len(groups) - i - 1
		more := ""
		if left > 0 {
			more = " +" + strconv.Itoa(left)
		}
		if i > 0 && a.glyphs.Width(text.Line{chip})+len(more) > room {
			return append(l, text.New(text.Chip, " +"+strconv.Itoa(left+1)))
		}
		chips := a.glyphs.Truncate(text.Line{chip}, room-len(more), a.glyphs.Tail)
		l = append(l, chips...)
		room -= a.glyphs.Width(chips)
	}
	return l
}

// minNamedWidth is from what width on a filter in force has the name of its facet.
const minNamedWidth = 60

// howLine says how the cases were found, if not literally, with the name if there is
// room.
func (a *App) howLine(width int) text.Line {
	short, whole := a.format(0).FoundBy(a.foundBy)
	if short == "" {
		return nil
	}
	l := text.Line{text.New(text.Warning, whole)}
	if a.glyphs.Width(l) > width/2 {
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
		return panes.Teaching(a.glyphs, a.words, a.layout.Width)
	}
	row, _ := asked.Row()
	return row
}

// maxNotice is how many rows a notice may have; it covers the last rows of the panes.
const maxNotice = 3

// bottomLines are a notice, or the keys that do something now, as
// many as fit, with the commands and the help at the end.
func (a *App) bottomLines() []text.Line {
	width := a.layout.Width
	if notice := cmp.Or(a.notice, a.failure); notice != "" {
		return a.wrapped(text.New(text.Normal, notice), maxNotice)
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
	return []text.Line{panes.Hints(a.glyphs, shown, last, width)}
}

// wrapped breaks a text into rows of the screen, the last of at most so many cut.
func (a *App) wrapped(span text.Span, most int) []text.Line {
	width := a.layout.Width - 2
	rows := a.glyphs.Wrap(text.Line{span}, width)
	if len(rows) > most {
		last := slices.Concat(rows[most-1], text.Line{{Text: " "}}, rows[most])
		rows = append(rows[:most-1], a.glyphs.Truncate(last, width, a.glyphs.Tail))
	}
	for i := range rows {
		rows[i] = append(text.Line{{Text: " "}}, rows[i]...)
	}
	return rows
}

// hints are the actions on the bottom line, the most important first.
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
