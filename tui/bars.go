package tui

import (
	"slices"
	"strconv"

	"casebook/model"
)

// topLine is the product, the report or the filters in force, and the count.
func (a *App) topLine() line {
	width := a.layout.width
	right := append(a.howLine(width), say(toneMuted, a.countText()+" "))
	left := line{{text: " "}, {text: "casebook", tone: toneFocus}}
	chosen := a.chosen
	if len(chosen) == 0 || width >= wideWidth {
		left = append(left, say(toneText, "  "+a.reportLine()))
		chosen = slices.DeleteFunc(slices.Clone(chosen), func(c choice) bool { return c.facet == model.FacetReport })
	}
	return spread(append(left, a.chips(chosen, width-left.width()-right.width()-1)...), right, width, a.signs.tail)
}

// chips are filters in force, as many as there is room for and the number of
// the others.
func (a *App) chips(chosen []choice, room int) line {
	var l line
	for i, c := range chosen {
		chip := say(toneChip, "  ["+a.label(c)+"]")
		left := len(chosen) - i - 1
		more := ""
		if left > 0 {
			more = " +" + strconv.Itoa(left)
		}
		if i > 0 && (line{chip}).width()+len(more) > room {
			return append(l, say(toneChip, " +"+strconv.Itoa(left+1)))
		}
		chips := cut(line{chip}, room-len(more), a.signs.tail)
		l = append(l, chips...)
		room -= chips.width()
	}
	return l
}

// howLine is how the cases were found, where that was not literally: with the
// name they were found by, where there is room.
func (a *App) howLine(width int) line {
	short, whole := a.writing(0).matched(a.matched)
	if short == "" {
		return nil
	}
	l := line{say(toneWarning, whole)}
	if l.width() > width/2 {
		l = line{say(toneWarning, short)}
	}
	return append(l, piece{text: a.signs.dot, tone: toneMuted})
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
	if a.all >= 0 && (a.list.total != a.all || restricted(a.answered.query)) {
		return a.words.Say("%[2]s/%[1]d case|%[2]s/%[1]d cases", a.all, count)
	}
	return a.words.Say("%[2]s case|%[2]s cases", a.list.total, count)
}

// boxLine is a line that is typed in instead of the search.
func (a *App) boxLine(sign string, box *input, hint string) line {
	l := line{{text: " " + sign + " ", tone: toneFocus}}
	if box.text == "" {
		return cut(append(l, say(toneMuted, hint)), a.layout.width, a.signs.tail)
	}
	text, _ := box.View(a.layout.width - 4)
	return append(l, piece{text: text})
}

// teaching are the five keys that matter, until the first is pressed; on a small
// screen as many as fit, and the help.
func (a *App) teaching() line {
	keys := [][2]string{
		{"j k", a.words.Say("move")}, {"Enter", a.words.Say("read")}, {"/", a.words.Say("search")}, {"f", a.words.Say("filters")}, {"?", a.words.Say("help")},
	}
	taught := func(begin string) line {
		l := line{say(toneMuted, begin)}
		for i, key := range keys {
			if i > 0 {
				l = append(l, piece{text: a.signs.dot, tone: toneMuted})
			}
			l = append(l, say(toneTitle, key[0]), say(toneMuted, " "+key[1]))
		}
		return l
	}
	l := taught(" " + a.words.Say("Five keys to begin:") + " ")
	for l.width() > a.layout.width && len(keys) > 1 {
		if len(keys) < 5 || taught(" ").width() > a.layout.width {
			keys = slices.Delete(keys, len(keys)-2, len(keys)-1)
		}
		l = taught(" ")
	}
	return cut(l, a.layout.width, a.signs.tail)
}

// searchLine is the search box, and at its right how its fields are understood.
func (a *App) searchLine() line {
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
	l := line{{text: " "}, {text: "/ ", tone: toneFocus}}
	text, _ := a.search.View(a.layout.width - 4)
	typed := piece{text: text}
	if a.search.selected {
		typed.tone = toneCurrent
	}
	meaning := a.fieldLine()
	if a.search.selected {
		meaning = line{{text: a.words.Say("typing begins anew, space goes on"), tone: toneMuted}}
	}
	if len(meaning) > 0 {
		room := a.layout.width - 4 - line{{text: text}}.width() - 2
		if room < 8 {
			meaning = nil
		}
		return spread(append(l, typed), append(cut(meaning, room, a.signs.tail), piece{text: " "}), a.layout.width, "")
	}
	if crumbs := a.crumbs(a.layout.width - 4 - line{{text: text}}.width() - 4); len(crumbs) > 0 && !a.typing {
		l[1].tone = toneMuted
		return spread(append(l, piece{text: text}), append(crumbs, piece{text: " "}), a.layout.width, "")
	}
	switch {
	case a.search.text != "":
		l = append(l, typed)
	case a.typing:
		l = append(l, piece{text: a.words.Say(`words, "exact words", -not, person: place: law: date:2016-05`), tone: toneMuted})
	default:
		l[1].tone = toneMuted
		l = append(l, piece{text: a.words.Say("search"), tone: toneMuted})
	}
	return cut(l, a.layout.width, "")
}

// bottomLine is a word to the reader, or what can be done now.
func (a *App) bottomLine() line {
	if a.notice != "" {
		return cut(line{{text: " "}, say(toneText, a.notice)}, a.layout.width, a.signs.tail)
	}
	return hints(a.words, claims(a.bindings, a.where()), a.signs, a.where(), a.can, a.layout.width)
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
