package tui

import (
	tea "charm.land/bubbletea/v2"

	"casebook/tui/document"
	"casebook/tui/keys"
	"casebook/tui/layout"
	"casebook/tui/prompt"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A help is the pane with the keys and the glossary.
type help struct {
	widget.Pager
	from   layout.Pane // the pane that had the focus before
	search helpSearch
}

// openHelp shows the help over the panes.
func (a *App) openHelp() tea.Cmd {
	a.help.from, a.help.search = a.focus, helpSearch{app: a}
	a.moveTo(layout.Help)
	a.help.Show(a.helpDocument(a.layout.Panes[layout.Help].Width - 3))
	a.help.Scroll(0)
	return nil
}

func (a *App) closeHelp() tea.Cmd {
	a.moveTo(a.help.from)
	return nil
}

// helpDocument is the table of actions, how to search, what the marks mean,
// and where the facts come from.
func (a *App) helpDocument(width int) document.Document {
	d := document.NewBuilder(document.Format{Glyphs: a.glyphs, Words: a.words, Width: width})
	group := ""
	for _, row := range a.actions {
		if row.Description() == "" {
			continue
		}
		if row.Group != group {
			group = row.Group
			d.Space()
			d.Paragraph(text.Line{text.New(text.Title, a.words.Word(group))})
		}
		d.Definition(text.Line{text.New(text.Title, a.glyphs.Keys(row.Shown()))}, a.glyphs.Keys(a.words.Word(row.Description())))
	}
	d.Space()
	d.Searching()
	d.Space()
	d.Meanings()
	d.About(a.detail.loadedCase)
	for i, l := range d.Lines {
		d.Lines[i] = l.Highlight(a.help.search.Text)
	}
	return d.Document
}

// A helpSearch is the prompt in which the reader searches the help. Its text
// stays when it is closed.
type helpSearch struct {
	prompt.OneLine
	app *App
}

func (p *helpSearch) Scope() keys.Scope { return keys.HelpSearch }

// searchHelp opens the prompt.
func (a *App) searchHelp() tea.Cmd {
	a.help.search = helpSearch{app: a}
	a.openPrompt(&a.help.search)
	return nil
}

// Edited marks the matches in the help and goes to the first one.
func (p *helpSearch) Edited(changed bool) tea.Cmd {
	if a := p.app; changed {
		a.help.Match = 0
		a.help.Refresh(a.helpDocument(a.help.Width - 2))
		a.help.ToMatch(1)
	}
	return nil
}

func (p *helpSearch) accept() tea.Cmd {
	p.app.closePrompt()
	p.app.notice = whyNotMatch(p.app)
	return nil
}

func (p *helpSearch) cancel() tea.Cmd {
	p.Set("")
	p.Edited(true)
	return p.app.closePrompt()
}

func (p *helpSearch) Row() (text.Line, int) {
	return p.Draw(p.app.glyphs, p.app.layout.Width, "/", p.app.words.Say("search the help"))
}
