package tui

import (
	"casebook/tui/document"
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
func (a *App) helpDocument(width int) document.Document {
	d := document.NewBuilder(document.Format{Glyphs: a.glyphs, Words: a.words, Width: width})
	group := ""
	for _, b := range a.bindings {
		if b.Help().Desc == "" {
			continue
		}
		if b.Group != group {
			group = b.Group
			d.Space()
			d.Paragraph(text.Line{text.New(text.Title, a.words.Word(group))})
		}
		d.Definition(text.Line{text.New(text.Title, a.glyphs.Keys(b.Help().Key))}, a.glyphs.Keys(a.words.Word(b.Help().Desc)))
	}
	d.Space()
	d.Searching()
	d.Space()
	d.Meanings()
	d.About(a.detail.reading)
	for i, l := range d.Lines {
		d.Lines[i] = l.Highlight(a.finding.text)
	}
	return d.Document
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
