package tui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/notebook"
	"casebook/model/safe"
	"casebook/tui/browse"
	"casebook/tui/keys"
	"casebook/tui/text"
)

// own is what the reader has written down, and what is under way with it.
type own struct {
	browse.Own
	asked   bool // the reader has been asked whether to keep, or to unlock, it
	saving  bool
	leaving bool          // the session ends when it is saved
	going   notebook.Note // to whose case the reader is going
	lock
}

// An ownSaved says what became of keeping what is written down.
type ownSaved struct {
	now   notebook.Notebook
	err   error
	saved func(notebook.Notebook)
}

// mark marks the case at the cursor, or takes its mark off.
func (a *App) mark() tea.Cmd {
	row, ok := a.list.Selected()
	if !ok {
		return nil
	}
	marks := slices.DeleteFunc(slices.Clone(a.own.Book.Marks), func(m notebook.Mark) bool { return m.Case == row.ID })
	if len(marks) == len(a.own.Book.Marks) {
		marks = append(marks, notebook.Mark{Report: row.Report, Case: row.ID, Made: now()})
	}
	a.own.Book.Marks = marks
	command := a.ownChanged(func(term model.Term) bool { return term.Field == "is" })
	a.notice = a.words.Say("No case is marked.")
	switch {
	case len(a.marks) > 0 && a.options.Remote:
		a.notice = a.words.Say("%d case marked. is:marked finds it.|%d cases marked. is:marked finds them.", len(a.marks))
	case len(a.marks) > 0:
		a.notice = a.words.Say("%d case marked. is:marked finds it, w exports it.|%d cases marked. is:marked finds them, w exports them.", len(a.marks))
	}
	return command
}

func now() time.Time { return time.Now().UTC().Truncate(time.Second) }

// ownChanged shows what has been written down, in the list too where the search
// asks for it, and keeps it where the passphrase is known.
func (a *App) ownChanged(asks func(model.Term) bool) tea.Cmd {
	a.marks = a.own.Marks()
	a.rewriteDetail()
	save := a.saveOwn()
	if slices.ContainsFunc(model.ParseText(a.search.Text), asks) {
		return tea.Batch(save, a.ask(a.stay()))
	}
	return save
}

// anyTerm: a note may have any word of the search.
func anyTerm(term model.Term) bool { return term.Field == "" || term.Field == "is" }

// saveOwn keeps what is written down, where the passphrase is known.
func (a *App) saveOwn() tea.Cmd {
	if !a.own.Unlocked || a.own.saving || !a.own.Unsaved() {
		return nil
	}
	a.own.saving = true
	save, saved := a.own.Saving()
	ctx := context.WithoutCancel(a.session.ctx) // leaving does not stop it
	return func() tea.Msg {
		now, err := save(ctx)
		return ownSaved{now, err, saved}
	}
}

// onOwnSaved says what became of keeping what is written down, and leaves where
// that waited for it.
func (a *App) onOwnSaved(message ownSaved) tea.Cmd {
	leaving := a.own.leaving
	a.own.saving, a.own.leaving = false, false
	if a.own.sealed != nil {
		return nil // what was locked meanwhile is saved when it is unlocked
	}
	if message.err != nil {
		a.notice = a.words.Say("Not kept: %s", strings.ReplaceAll(message.err.Error(), "\n", " "))
		if errors.Is(message.err, browse.ErrPassphrase) {
			a.own.Unlocked = false
			return a.askPassphrase(func(a *App) tea.Cmd { return nil })
		}
		if leaving {
			a.prompt = &keepPrompt{leaving: true}
		}
		return nil
	}
	message.saved(message.now)
	command := a.ownChanged(func(model.Term) bool { return false })
	if leaving && !a.own.Unsaved() {
		return a.quit()
	}
	a.own.leaving = leaving
	return command
}

// quit gives up what is still asked for, and ends. It asks first where something
// is written down and not kept.
func (a *App) quit() tea.Cmd {
	_, asked := a.prompt.(*keepPrompt)
	if a.own.Keeper == nil || asked || a.own.sealed != nil || !a.own.Unsaved() {
		a.session.end()
		return tea.Quit
	}
	if a.own.Unlocked {
		a.own.leaving = true
		a.notice = a.words.Say("Saving your notes …")
		return a.saveOwn()
	}
	a.prompt = &keepPrompt{leaving: true}
	return nil
}

// finish keeps what a session that was ended from outside has not kept yet.
func (a *App) finish() error {
	if !a.own.Unlocked || !a.own.Unsaved() {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	save, _ := a.own.Saving()
	_, err := save(ctx)
	return err
}

// keep asks for the passphrase to keep what is written down with, and keeps it.
func (a *App) keep(then func(*App) tea.Cmd) tea.Cmd {
	if a.own.Unlocked {
		return tea.Batch(a.saveOwn(), then(a))
	}
	return a.askPassphrase(then)
}

// offerToKeep asks once whether what was written down is to be kept.
func (a *App) offerToKeep() {
	if a.own.Keeper != nil && !a.own.Unlocked && !a.own.asked {
		a.own.asked = true
		a.prompt = &keepPrompt{}
	}
}

func whyNotOwn(a *App) string {
	if why := whyNotWrite(a); why != "" {
		return why
	}
	if a.own.Book.IsEmpty() && !a.own.CanUnlock() {
		return a.words.Say("You have no notes yet: e writes one.")
	}
	return ""
}

// openOwn lists the reader's notes and saved searches, to go to.
func (a *App) openOwn() tea.Cmd {
	if a.own.CanUnlock() {
		return a.askPassphrase((*App).openOwn)
	}
	p := &palette{commands: a.ownCommands()}
	p.find(a, "")
	a.prompt = p
	return nil
}

// ownCommands are the notes and saved searches, as commands that go to them.
func (a *App) ownCommands() []command {
	var all []command
	for _, search := range a.own.Book.Searches {
		all = append(all, command{name: a.words.Say("search: %s", safe.Line(search.Name)), also: "search " + search.Name, beside: safe.Line(search.Text), run: func() tea.Cmd { return a.runSearch(search) }})
	}
	for _, note := range slices.Backward(a.own.Book.Notes) {
		first, _, _ := strings.Cut(note.Text, "\n")
		all = append(all, command{name: note.Case + ": " + safe.Line(first), also: note.Text, beside: note.Written.Local().Format("2006-01-02"), run: func() tea.Cmd {
			a.own.going = note
			return a.findCase(note.Case)
		}})
	}
	for _, search := range a.own.Book.Searches {
		all = append(all, command{name: a.words.Say("delete the search %s", safe.Line(search.Name)), also: "delete " + search.Name, typed: true, run: func() tea.Cmd {
			a.own.Book = a.own.Book.WithoutSearch(search.Name)
			return a.ownChanged(func(model.Term) bool { return false })
		}})
	}
	if a.own.Keeper != nil && !a.own.Unlocked {
		all = append(all, command{name: a.words.Say("keep them in an encrypted file"), also: "keep", run: func() tea.Cmd { return a.keep(func(*App) tea.Cmd { return nil }) }})
	}
	return all
}

// saveSearch saves what is asked for now under a name.
func (a *App) saveSearch(name string) tea.Cmd {
	query := a.query()
	a.own.Book = a.own.Book.WithSearch(notebook.Search{Name: name, Text: query.Text, Filter: query.Filter, Sort: a.sort, View: a.view, Saved: now()})
	command := a.ownChanged(func(model.Term) bool { return false })
	a.notice = a.words.Say("Saved; E lists your searches.")
	a.offerToKeep()
	return command
}

// savesSearch is the name under which a text typed in the palette saves the search.
func savesSearch(text string) (name string, ok bool) {
	words := strings.Fields(text)
	if len(words) < 3 || words[0] != "save" || words[1] != "search" {
		return "", false
	}
	return strings.Join(words[2:], " "), true
}

// runSearch asks for what was saved.
func (a *App) runSearch(search notebook.Search) tea.Cmd {
	a.leave("")
	a.search.before = nil
	a.search.Set(search.Text)
	a.chosen = nil
	for _, facet := range model.Facets() {
		for _, value := range search.Filter[facet] {
			a.chosen = append(a.chosen, browse.Choice{Facet: facet, Value: value})
		}
	}
	a.sort, a.view = search.Sort, search.View
	return a.ask(cursorTarget{})
}

// A keepPrompt asks whether what is written down is to be kept.
type keepPrompt struct {
	linePrompt
	leaving bool // and the session ended
}

func (p *keepPrompt) scope() keys.Scope { return keys.Question }

func (p *keepPrompt) edited(*App, bool) tea.Cmd { return nil }

func (p *keepPrompt) keep(a *App) tea.Cmd {
	leaving := p.leaving
	a.closePrompt()
	return a.keep(func(a *App) tea.Cmd {
		if leaving {
			return a.quit()
		}
		return nil
	})
}

func (p *keepPrompt) discard(a *App) tea.Cmd { return a.quit() }

func (p *keepPrompt) whyNotDiscard(a *App) string {
	if !p.leaving {
		return a.words.Say("Esc: not now.")
	}
	return ""
}

func (p *keepPrompt) typed(*App, tea.KeyPressMsg) (tea.Cmd, bool) { return nil, false }

func (p *keepPrompt) pasted(*App, string) tea.Cmd { return nil }

func (p *keepPrompt) row(a *App) (text.Line, int) {
	question := a.words.Say("Keep your notes, marks and searches, encrypted? Else they end with this session.")
	if p.leaving {
		question = a.words.Say("Your notes, marks and searches are not kept. Keep them, encrypted, or discard them?")
	}
	row := text.Truncate(text.Line{{Text: " "}, text.New(text.Warning, question)}, a.layout.Width, a.glyphs.Tail)
	return row, min(row.Width(), a.layout.Width-1)
}
