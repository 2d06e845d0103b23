package private

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

// A Secret is the prompt for the passphrase, which it does not show. If nothing is
// saved yet, it asks twice for a new one.
type Secret struct {
	session *Session
	text    []byte
	first   []byte // of a new passphrase: the first of the two
	working bool   // it is being tried
	then    func() tea.Cmd
}

// maxSecret is the maximum length of a passphrase, in bytes.
const maxSecret = 1024

// An unlocked says what came of trying a passphrase.
type unlockDone struct {
	kept notebook.Notebook
	err  error
}

// AskPassphrase asks for the passphrase, and then runs another command.
func (s *Session) AskPassphrase(then func() tea.Cmd) {
	s.asked, s.hasFile = true, s.Keeper.Exists() // another session may have saved
	p := &Secret{session: s, text: make([]byte, 0, maxSecret), then: then}
	s.host.Open(p)
	if p.isNew() {
		s.host.Notify(s.host.Words().Say("Choose a passphrase: use four or more random words. It cannot be recovered."))
	}
}

// isNew reports whether the passphrase is a new one.
func (p *Secret) isNew() bool { return !p.session.Locked() && !p.session.hasFile }

func (p *Secret) Scope() keys.Scope { return keys.Secret }

func (p *Secret) Line() *widget.Input { return nil }

func (p *Secret) Insert(text string) bool {
	text = strings.TrimRight(text, "\r\n")
	if len(p.text)+len(text) > maxSecret {
		return false
	}
	if !p.working {
		p.text = append(p.text, text...)
	}
	return true
}

func (p *Secret) Edited(bool) tea.Cmd { return nil }

func (p *Secret) Refuses() string { return "" }

func (p *Secret) Over(int, int) []text.Line { return nil }

func (p *Secret) IsWide() bool { return false }

func (p *Secret) Clicked(int, int) (tea.Cmd, bool) { return nil, true }

func (p *Secret) Closed() {
	clear(p.text[:cap(p.text)])
	clear(p.first)
}

// DeleteLast deletes the last character.
func (p *Secret) DeleteLast() tea.Cmd {
	_, size := utf8.DecodeLastRune(p.text)
	clear(p.text[len(p.text)-size:])
	p.text = p.text[:len(p.text)-size]
	return nil
}

// DeleteAll deletes what is typed.
func (p *Secret) DeleteAll() tea.Cmd {
	clear(p.text)
	p.text = p.text[:0]
	return nil
}

// WhyNotNow says why Accept and Cancel would do nothing; empty if they do something. A
// passphrase that is being tried cannot be taken back.
func (p *Secret) WhyNotNow() string {
	if p.working {
		return p.session.host.Words().Say("Please wait …")
	}
	return ""
}

// Cancel continues without the saved notebook; a locked session stays locked.
func (p *Secret) Cancel() tea.Cmd {
	s := p.session
	if s.Locked() {
		return p.DeleteAll()
	}
	s.host.Close()
	if p.isNew() || s.Unsaved() {
		s.host.Notify(s.host.Words().Say("Not saved."))
		return nil
	}
	s.host.Notify(s.host.Words().Say("Your notes stay locked."))
	return nil
}

// Accept tries the passphrase.
func (p *Secret) Accept() tea.Cmd {
	s, words := p.session, p.session.host.Words()
	switch {
	case len(p.text) == 0:
		s.host.Notify(words.Say("Type the passphrase."))
		return nil
	case p.isNew() && p.first == nil:
		p.first = bytes.Clone(p.text)
		s.host.Notify(words.Say("Repeat the passphrase."))
		return p.DeleteAll()
	case p.isNew() && !bytes.Equal(p.first, p.text):
		clear(p.first)
		p.first = nil
		s.host.Notify(words.Say("The passphrases do not match. Try again."))
		return p.DeleteAll()
	}
	passphrase := bytes.Clone(p.text)
	p.DeleteAll()
	p.working = true
	s.host.Notify(p.WhyNotNow())
	if s.Locked() {
		return s.open(passphrase)
	}
	keeper, ctx := s.Keeper, s.ctx
	return func() tea.Msg {
		kept, err := keeper.Unlock(ctx, passphrase)
		return unlockDone{kept, err}
	}
}

// onUnlockDone merges the saved notebook and continues.
func (s *Session) onUnlockDone(message unlockDone) tea.Cmd {
	p, open := s.host.Prompt().(*Secret)
	if message.err != nil {
		if open {
			p.working = false
		}
		s.host.Notify(s.refusedPassphrase(message.err))
		return nil
	}
	s.Learn(message.kept)
	if open {
		s.host.Close()
	}
	s.host.Notify("")
	commands := []tea.Cmd{s.ownChanged(anyTerm), s.checkIdle()}
	if open {
		commands = append(commands, p.then())
	}
	return tea.Batch(commands...)
}

// refusedPassphrase says why the notebook was not opened.
func (s *Session) refusedPassphrase(err error) string {
	if errors.Is(err, browse.ErrPassphrase) {
		return s.host.Words().Say("Wrong passphrase. Nothing is lost: try again.")
	}
	return strings.ReplaceAll(err.Error(), "\n", " ")
}

func (p *Secret) Row() (text.Line, int) {
	words := p.session.host.Words()
	label := words.Say("Passphrase of your notes:")
	switch {
	case p.session.Locked():
		label = words.Say("Locked. Passphrase:")
	case p.isNew() && p.first != nil:
		label = words.Say("Repeat the passphrase:")
	case p.isNew():
		label = words.Say("New passphrase for your notes:")
	}
	row := text.Line{{Text: " "}, text.New(text.Focus, label), {Text: " " + strings.Repeat("*", utf8.RuneCount(p.text))}}
	glyphs := p.session.host.Glyphs()
	row = glyphs.Truncate(row, p.session.host.Width()-1, "")
	return row, glyphs.Width(row)
}
