package tui

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"casebook/model/notebook"
	"casebook/tui/browse"
	"casebook/tui/keys"
	"casebook/tui/text"
	"casebook/tui/widget"
)

// A secretPrompt asks for the passphrase, which it does not show. Where nothing is
// kept yet it is chosen, and asked for twice.
type secretPrompt struct {
	text    []byte
	first   []byte // where one is chosen: what was typed first
	working bool   // it is being tried
	then    func(*App) tea.Cmd
}

// maxSecret is how long a passphrase may be, in bytes.
const maxSecret = 1024

// An unlocked says what came of trying a passphrase.
type unlocked struct {
	kept notebook.Notebook
	err  error
}

// askPassphrase asks for the passphrase, and goes on with something else then.
func (a *App) askPassphrase(then func(*App) tea.Cmd) tea.Cmd {
	a.own.asked = true
	p := &secretPrompt{text: make([]byte, 0, maxSecret), then: then}
	a.prompt = p
	if p.chooses(a) {
		a.notice = a.words.Say("Choose a passphrase: four or more random words. It cannot be recovered.")
	}
	return nil
}

// chooses says whether the passphrase is a new one.
func (p *secretPrompt) chooses(a *App) bool { return a.own.sealed == nil && !a.own.Keeper.Exists() }

func (p *secretPrompt) scope() keys.Scope { return keys.Secret }

func (p *secretPrompt) line() *widget.Input { return nil }

func (p *secretPrompt) typed(a *App, press tea.KeyPressMsg) (tea.Cmd, bool) {
	switch press.String() {
	case "backspace", "ctrl+h":
		return p.deleteLast(a), true
	case "ctrl+u":
		return p.deleteAll(a), true
	}
	if press.Text == "" {
		return nil, false
	}
	return p.pasted(a, press.Text), true
}

func (p *secretPrompt) pasted(_ *App, text string) tea.Cmd {
	text = strings.TrimRight(text, "\r\n")
	if !p.working && len(p.text)+len(text) <= maxSecret {
		p.text = append(p.text, text...)
	}
	return nil
}

func (p *secretPrompt) edited(*App, bool) tea.Cmd { return nil }

func (p *secretPrompt) refuses(*App) string { return "" }

func (p *secretPrompt) over(*App, int, int) ([]text.Line, bool) { return nil, false }

func (p *secretPrompt) clicked(*App, int, int) (tea.Cmd, bool) { return nil, true }

func (p *secretPrompt) closed(*App) {
	clear(p.text[:cap(p.text)])
	clear(p.first)
}

func (p *secretPrompt) deleteLast(*App) tea.Cmd {
	_, size := utf8.DecodeLastRune(p.text)
	clear(p.text[len(p.text)-size:])
	p.text = p.text[:len(p.text)-size]
	return nil
}

func (p *secretPrompt) deleteAll(*App) tea.Cmd {
	clear(p.text)
	p.text = p.text[:0]
	return nil
}

// cancel goes on without what is kept; a locked session stays locked.
func (p *secretPrompt) cancel(a *App) tea.Cmd {
	if a.own.sealed != nil {
		return p.deleteAll(a)
	}
	a.closePrompt()
	if p.chooses(a) || a.own.Unsaved() {
		a.notice = a.words.Say("Not kept.")
		return nil
	}
	a.notice = a.words.Say("Your notes stay locked.")
	return nil
}

// accept tries the passphrase.
func (p *secretPrompt) accept(a *App) tea.Cmd {
	switch {
	case p.working:
		return nil
	case len(p.text) == 0:
		a.notice = a.words.Say("Type the passphrase.")
		return nil
	case p.chooses(a) && p.first == nil:
		p.first = bytes.Clone(p.text)
		a.notice = a.words.Say("The same again.")
		return p.deleteAll(a)
	case p.chooses(a) && !bytes.Equal(p.first, p.text):
		clear(p.first)
		p.first = nil
		a.notice = a.words.Say("These were two different passphrases. Try again.")
		return p.deleteAll(a)
	}
	passphrase := bytes.Clone(p.text)
	p.deleteAll(a)
	p.working = true
	a.notice = a.words.Say("A moment …")
	if a.own.sealed != nil {
		return a.open(passphrase)
	}
	keeper, ctx := a.own.Keeper, a.session.ctx
	return func() tea.Msg {
		kept, err := keeper.Unlock(ctx, passphrase)
		return unlocked{kept, err}
	}
}

// onUnlocked takes what is kept in, and goes on.
func (a *App) onUnlocked(message unlocked) tea.Cmd {
	p, open := a.prompt.(*secretPrompt)
	if message.err != nil {
		if open {
			p.working = false
		}
		a.notice = a.refusedPassphrase(message.err)
		return nil
	}
	a.own.Learn(message.kept)
	if open {
		a.closePrompt()
	}
	a.notice = ""
	commands := []tea.Cmd{a.ownChanged(anyTerm), a.rest()}
	if open {
		commands = append(commands, p.then(a))
	}
	return tea.Batch(commands...)
}

// refusedPassphrase says why nothing was opened.
func (a *App) refusedPassphrase(err error) string {
	if errors.Is(err, browse.ErrPassphrase) {
		return a.words.Say("Wrong passphrase. Nothing is lost: try again.")
	}
	return strings.ReplaceAll(err.Error(), "\n", " ")
}

func (p *secretPrompt) row(a *App) (text.Line, int) {
	label := a.words.Say("Passphrase of your notes:")
	switch {
	case a.own.sealed != nil:
		label = a.words.Say("Locked. Passphrase:")
	case p.chooses(a) && p.first != nil:
		label = a.words.Say("The same passphrase again:")
	case p.chooses(a):
		label = a.words.Say("New passphrase for your notes:")
	}
	row := text.Line{{Text: " "}, text.New(text.Focus, label), {Text: " " + strings.Repeat("*", utf8.RuneCount(p.text))}}
	row = text.Truncate(row, a.layout.Width-1, "")
	return row, row.Width()
}
