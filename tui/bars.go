package tui

import (
	"slices"
	"strconv"

	"casebook/model"
	"casebook/tui/text"
)

// topLine is the product, the report or the filters in force, and the count.
func (a *App) topLine() text.Line {
	width := a.layout.width
	right := append(a.howLine(width), text.New(text.Muted, a.countText()+" "))
	left := text.Line{{Text: " "}, {Text: "casebook", Tone: text.Focus}}
	chosen := a.chosen
	if len(chosen) == 0 || width >= wideWidth {
		left = append(left, text.New(text.Normal, "  "+a.reportLine()))
		chosen = slices.DeleteFunc(slices.Clone(chosen), func(c choice) bool { return c.facet == model.FacetReport })
	}
	return text.Justify(append(left, a.chips(chosen, width-left.Width()-right.Width()-1)...), right, width, a.glyphs.Tail)
}

// chips are filters in force, as many as there is room for and the number of
// the others.
func (a *App) chips(chosen []choice, room int) text.Line {
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
	short, whole := a.writing(0).FoundBy(a.matched)
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
	if !a.list.loaded {
		return ""
	}
	count := a.words.Number(a.list.total)
	if a.list.more {
		count += "+"
	}
	if a.all >= 0 && (a.list.total != a.all || a.answered.query.Restricted()) {
		return a.words.Say("%[2]s/%[1]d case|%[2]s/%[1]d cases", a.all, count)
	}
	return a.words.Say("%[2]s case|%[2]s cases", a.list.total, count)
}

// boxLine is a line that is typed in instead of the search.
func (a *App) boxLine(sign string, box *input, hint string) text.Line {
	l := text.Line{{Text: " " + sign + " ", Tone: text.Focus}}
	if box.text == "" {
		return text.Truncate(append(l, text.New(text.Muted, hint)), a.layout.width, a.glyphs.Tail)
	}
	shown, _ := box.View(a.layout.width - 4)
	return append(l, text.Span{Text: shown})
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
	for l.Width() > a.layout.width && len(keys) > 1 {
		if len(keys) < 5 || taught(" ").Width() > a.layout.width {
			keys = slices.Delete(keys, len(keys)-2, len(keys)-1)
		}
		l = taught(" ")
	}
	return text.Truncate(l, a.layout.width, a.glyphs.Tail)
}

// searchLine is the search box, and at its right how its fields are understood.
func (a *App) searchLine() text.Line {
	if a.saving.open {
		return a.savingLine()
	}
	switch {
	case a.palette.open:
		return a.boxLine(":", &a.palette.input, a.words.Say("a command, a filter, the id of a case"))
	case a.focus == paneHelp && (a.finding.open || a.finding.text != ""):
		return a.boxLine("/", &a.finding.input, a.words.Say("search the help"))
	case !a.begun && a.search.text == "":
		return a.teaching()
	}
	l := text.Line{{Text: " "}, {Text: "/ ", Tone: text.Focus}}
	shown, _ := a.search.View(a.layout.width - 4)
	typed := text.Span{Text: shown}
	if a.search.selected {
		typed.Tone = text.Current
	}
	meaning := a.fieldLine()
	if a.search.selected {
		meaning = text.Line{{Text: a.words.Say("typing begins anew, space goes on"), Tone: text.Muted}}
	}
	if len(meaning) > 0 {
		room := a.layout.width - 4 - text.Line{{Text: shown}}.Width() - 2
		if room < 8 {
			meaning = nil
		}
		return text.Justify(append(l, typed), append(text.Truncate(meaning, room, a.glyphs.Tail), text.Span{Text: " "}), a.layout.width, "")
	}
	if crumbs := a.crumbs(a.layout.width - 4 - text.Line{{Text: shown}}.Width() - 4); len(crumbs) > 0 && !a.typing {
		l[1].Tone = text.Muted
		return text.Justify(append(l, text.Span{Text: shown}), append(crumbs, text.Span{Text: " "}), a.layout.width, "")
	}
	switch {
	case a.search.text != "":
		l = append(l, typed)
	case a.typing:
		l = append(l, text.Span{Text: a.words.Say(`words, "exact words", -not, person: place: law: date:2016-05`), Tone: text.Muted})
	default:
		l[1].Tone = text.Muted
		l = append(l, text.Span{Text: a.words.Say("search"), Tone: text.Muted})
	}
	return text.Truncate(l, a.layout.width, "")
}

// bottomLine is a word to the reader, or what can be done now.
func (a *App) bottomLine() text.Line {
	if a.notice != "" {
		return text.Truncate(text.Line{{Text: " "}, text.New(text.Normal, a.notice)}, a.layout.width, a.glyphs.Tail)
	}
	return hints(a.words, claims(a.bindings, a.where()), a.glyphs, a.where(), a.can, a.layout.width)
}

// can says whether an action has a claim to the bottom line now.
func (a *App) can(action Action) bool {
	switch action {
	case Down:
		first, last := a.edges()
		return !first || !last
	case Older:
		return a.palette.open || a.reason(Older) == "" || a.reason(Newer) == ""
	case Back: // it is said where a case is read, and where the list is out of sight
		return a.focus == paneHelp || a.focus == paneDetail || a.layout.panes[paneList].width == 0
	case Cancel: // the completion says itself what Esc does
		return a.box() != &a.search || len(a.completion.rows) == 0
	case Other:
		return a.box() == &a.saving.input && len(a.marks) > 0 && a.list.total > 0
	case Accept:
		_, offered := a.list.offer()
		return a.box() != &a.search || (a.list.total > 0 || offered) && !a.completion.takes() // the completion says itself what Enter does
	case ClearAll:
		return len(a.chosen) > 1
	case Follow:
		return a.detail.closed() || a.detail.link > 0
	}
	return a.reason(action) == ""
}
