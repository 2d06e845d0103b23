package tui

import (
	"casebook/tui/text"

	tea "charm.land/bubbletea/v2"
)

// openHelp shows the help over the panes.
func (a *App) openHelp() {
	a.helpFrom, a.finding = a.focus, finding{}
	a.moveTo(paneHelp)
	a.help.show(a.helpDocument(a.layout.panes[paneHelp].width - 3))
	a.help.scroll(0)
}

// helpDocument is the table of bindings, how to search, what the marks mean,
// and where the facts come from.
func (a *App) helpDocument(width int) document {
	d := newWriter(writing{glyphs: a.glyphs, words: a.words, width: width})
	group := ""
	for _, b := range a.bindings {
		if b.Help().Desc == "" {
			continue
		}
		if b.Group != group {
			group = b.Group
			d.space()
			d.paragraph(text.Line{text.New(text.Title, a.words.Word(group))})
		}
		d.entry(text.Line{text.New(text.Title, a.glyphs.Keys(b.Help().Key))}, a.glyphs.Keys(a.words.Word(b.Help().Desc)))
	}
	d.space()
	d.searching()
	d.space()
	d.meanings()
	d.about(a.detail.reading)
	for i, l := range d.lines {
		d.lines[i] = l.Highlight(a.finding.text)
	}
	return d.document
}

// A finding is the line in which the reader searches the help.
type finding struct {
	input
	open bool
}

// findHelp takes an action in while the help is searched.
func (a *App) findHelp(action Action) tea.Cmd {
	switch action {
	case Cancel:
		a.finding = finding{}
		a.findInHelp()
	case Accept:
		a.finding.open = false
		a.notice = a.matchReason()
	default:
		if a.finding.Update(action) {
			a.findInHelp()
		}
	}
	return nil
}

// findInHelp marks in the help what is searched, and goes to the first of it.
func (a *App) findInHelp() {
	a.help.match = 0
	a.help.refresh(a.helpDocument(a.help.width - 2))
	a.help.toMatch(1)
}
