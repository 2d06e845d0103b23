package tui

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/notebook"
	"casebook/model/safe"
	"casebook/tui/ask"
	"casebook/tui/browse"
	"casebook/tui/private"
	"casebook/tui/prompt"
	"casebook/tui/text"
	"casebook/tui/words"
)

// A host is the App as private.Host.
type host struct{ *App }

var _ private.Host = host{}

func (h host) Words() words.Words    { return h.words }
func (h host) Glyphs() text.Glyphs   { return h.glyphs }
func (h host) Width() int            { return h.layout.Width }
func (h host) Notify(notice string)  { h.notice = notice }
func (h host) Blank(blank bool)      { h.blank = blank }
func (h host) Open(p prompt.Prompt)  { h.openPrompt(p) }
func (h host) Close() tea.Cmd        { return h.closePrompt() }
func (h host) Prompt() prompt.Prompt { return h.prompt }

func (h host) OwnChanged(affects func(model.Term) bool) tea.Cmd {
	h.rewriteDetail()
	if slices.ContainsFunc(model.ParseText(h.search.Text), affects) {
		return h.ask(h.currentTarget())
	}
	return nil
}

func (h host) End() tea.Cmd {
	h.session.End()
	return tea.Quit
}

// mark marks or unmarks the case at the cursor.
func (a *App) mark() tea.Cmd {
	row, _ := a.list.Selected()
	command := a.own.Mark(row.Report, row.ID)
	if a.options.Remote && len(a.own.Marks()) > 0 {
		a.notice = a.words.Say("%d case marked until you leave. is:marked finds it.|%d cases marked until you leave. is:marked finds them.", len(a.own.Marks()))
	}
	return command
}

// editNote opens the note on the case at the cursor.
func (a *App) editNote() tea.Cmd {
	row, _ := a.list.Selected()
	a.own.EditNote(row.Report, row.ID)
	return nil
}

// moveInNote makes an action that moves the cursor among the rows of a note.
func moveInNote(by int) func(*App) tea.Cmd {
	return onPrompt(func(n *private.Note) tea.Cmd {
		n.Step(by)
		return nil
	})
}

// openOwn lists the reader's notes and saved searches.
func (a *App) openOwn() tea.Cmd {
	if a.own.CanUnlock() {
		a.own.AskPassphrase(a.openOwn)
		return nil
	}
	return a.openCommands(a.ownCommands())
}

// ownCommands returns commands that go to the notes and saved searches.
func (a *App) ownCommands() []command {
	var all []command
	for _, search := range a.own.Book.Searches {
		all = append(all, command{name: a.words.Say("search: %s", safe.Line(search.Name)), also: "search " + search.Name, aside: safe.Line(search.Text), run: func() tea.Cmd { return a.runSearch(search) }})
	}
	for _, note := range slices.Backward(a.own.Book.Notes) {
		first, _, _ := strings.Cut(note.Text, "\n")
		all = append(all, command{name: note.Case + ": " + safe.Line(first), also: note.Text, aside: note.Written.Local().Format("2006-01-02"), run: func() tea.Cmd { return a.findCase(note.Case, note) }})
	}
	for _, search := range a.own.Book.Searches {
		all = append(all, command{name: a.words.Say("delete the search %s", safe.Line(search.Name)), also: "delete " + search.Name, typed: true, run: func() tea.Cmd { return a.own.DeleteSearch(search.Name) }})
	}
	if a.own.Keeper != nil && !a.own.Unlocked {
		all = append(all, command{name: a.words.Say("keep your notes and marks in an encrypted file"), also: "keep", run: func() tea.Cmd { return a.own.Keep(func() tea.Cmd { return nil }) }})
	}
	return all
}

func whyNotOwn(a *App) string {
	return cmp.Or(whyNotWrite(a), when(a.own.Book.IsEmpty() && !a.own.CanUnlock(), a.words.Say("You have no notes yet. Press e to write one.")))
}

// saveSearch saves the current query under a name.
func (a *App) saveSearch(name string) tea.Cmd {
	query := a.query()
	return a.own.SaveSearch(notebook.Search{Name: name, Text: query.Text, Filter: query.Filter, Also: query.Also, Sort: a.sort, View: a.view})
}

// savesSearch returns NAME of "save search NAME", as typed in the palette.
func savesSearch(text string) (name string, ok bool) {
	words := strings.Fields(text)
	if len(words) < 3 || words[0] != "save" || words[1] != "search" {
		return "", false
	}
	return strings.Join(words[2:], " "), true
}

// runSearch runs a saved search.
func (a *App) runSearch(search notebook.Search) tea.Cmd {
	a.pushLocation("")
	a.search.before = nil
	a.search.Set(search.Text)
	a.chosen = browse.Choices(search.Filter, search.Also)
	a.sort, a.view = search.Sort, search.View
	return a.ask(ask.Target{})
}
