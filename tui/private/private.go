// Package private is what the reader writes down in a session, on the screen: marks,
// notes and saved searches, the passphrase that keeps them, and the lock. It knows
// notebooks and prompts. It must not know the panes, nor how things are saved: the
// browser is its Host, and a browse.Keeper saves them.
package private

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"casebook/model"
	"casebook/model/notebook"
	"casebook/tui/browse"
	"casebook/tui/prompt"
	"casebook/tui/text"
	"casebook/tui/words"
)

// A Host is the browser that the reader writes in.
type Host interface {
	Words() words.Words
	Glyphs() text.Glyphs
	Width() int           // of the screen
	Notify(notice string) // on the bottom line, until the next key
	Blank(blank bool)     // blanks the screen, or shows it again

	Open(prompt.Prompt)
	Close() tea.Cmd // the prompt
	Prompt() prompt.Prompt

	// Written shows what has been written down, in the list too where the search has
	// a term that asks for it.
	OwnChanged(asks func(model.Term) bool) tea.Cmd
	End() tea.Cmd // of the session
}

// A Session is what the reader writes down in a session of the browser, and its
// unfinished commands.
type Session struct {
	browse.Own
	host    Host
	ctx     context.Context
	after   time.Duration // without a key, until it is locked; 0: never
	asked   bool          // the reader has been asked whether to keep, or to unlock, it
	saving  bool
	leaving bool // the session ends when it is saved
	lock
}

// New returns the session of a browser, in which nothing is written down yet. It is
// locked when no key has been pressed for so long; 0: never.
func New(ctx context.Context, host Host, keeper browse.Keeper, after time.Duration) *Session {
	return &Session{Own: browse.Own{Keeper: keeper}, host: host, ctx: ctx, after: after}
}

type (
	// A Message is for Update.
	Message interface{ private() }
	// saveDone says what became of keeping what is written down.
	saveDone struct {
		now  notebook.Notebook
		err  error
		done func(notebook.Notebook)
	}
)

func (saveDone) private()   {}
func (unlockDone) private() {}
func (sealDone) private()   {}
func (openDone) private()   {}
func (idleCheck) private()  {}

// Update handles the result of a command of the session.
func (s *Session) Update(message Message) tea.Cmd {
	switch message := message.(type) {
	case saveDone:
		return s.onSaveDone(message)
	case unlockDone:
		return s.onUnlockDone(message)
	case sealDone:
		return s.onSealDone(message)
	case openDone:
		return s.onOpenDone(message)
	case idleCheck:
		return s.onIdleCheck()
	}
	return nil
}

// Mark marks or unmarks a case.
func (s *Session) Mark(report, id string) tea.Cmd {
	s.ToggleMark(report, id, browse.Now())
	command := s.ownChanged(func(term model.Term) bool { return term.Field == "is" })
	s.host.Notify(s.host.Words().Say("No case is marked."))
	if marked := len(s.Book.Marks); marked > 0 {
		s.host.Notify(s.host.Words().Say("%d case marked. is:marked finds it, w exports it.|%d cases marked. is:marked finds them, w exports them.", marked))
	}
	return command
}

// SaveSearch saves a search.
func (s *Session) SaveSearch(search notebook.Search) tea.Cmd {
	search.Saved = browse.Now()
	s.Book = s.Book.WithSearch(search)
	command := s.ownChanged(noTerm)
	if !s.offerToKeep() {
		s.host.Notify(s.host.Words().Say("Saved; E lists your searches."))
	}
	return command
}

// DeleteSearch deletes a saved search.
func (s *Session) DeleteSearch(name string) tea.Cmd {
	s.Book = s.Book.WithoutSearch(name)
	return s.ownChanged(noTerm)
}

// ownChanged shows what has been written down, and keeps it where the passphrase is known.
func (s *Session) ownChanged(asks func(model.Term) bool) tea.Cmd {
	return tea.Batch(s.save(), s.host.OwnChanged(asks))
}

// anyTerm: a note may have any word of the search.
func anyTerm(term model.Term) bool { return term.Field == "" || term.Field == "is" }

// noTerm: no search asks for what has been written.
func noTerm(model.Term) bool { return false }

// save keeps what is written down, where the passphrase is known.
func (s *Session) save() tea.Cmd {
	if !s.Unlocked || s.saving || !s.Unsaved() {
		return nil
	}
	s.saving = true
	save, done := s.Saving()
	ctx := context.WithoutCancel(s.ctx) // leaving does not stop it
	return func() tea.Msg {
		now, err := save(ctx)
		return saveDone{now, err, done}
	}
}

// onSaveDone says what became of keeping what is written down, and leaves where that
// waited for it.
func (s *Session) onSaveDone(message saveDone) tea.Cmd {
	leaving := s.leaving
	s.saving, s.leaving = false, false
	if s.Locked() {
		return nil // what was locked meanwhile is saved when it is unlocked
	}
	if message.err != nil {
		s.host.Notify(s.host.Words().Say("Not saved: %s", strings.ReplaceAll(message.err.Error(), "\n", " ")))
		if errors.Is(message.err, browse.ErrPassphrase) {
			s.Unlocked = false
			if s.host.Prompt() == nil { // what is being typed goes on
				s.AskPassphrase(nothing)
			}
		} else if leaving {
			s.host.Open(&Keep{session: s, leaving: true})
		}
		return nil
	}
	message.done(message.now)
	command := s.ownChanged(noTerm)
	if leaving && !s.Unsaved() {
		return s.Leave()
	}
	s.leaving = leaving
	return command
}

// Leave ends the session. It asks first if something is written down and not saved.
// A note that is being written is written down first.
func (s *Session) Leave() tea.Cmd {
	var shown tea.Cmd
	if p, ok := s.host.Prompt().(*Note); ok {
		s.Book = p.draftNotebook()
		shown = s.host.OwnChanged(anyTerm)
	}
	_, asked := s.host.Prompt().(*Keep)
	if s.Keeper == nil || asked || s.Locked() || !s.Unsaved() {
		return s.host.End()
	}
	if s.Unlocked {
		s.leaving = true
		s.host.Notify(s.host.Words().Say("Saving your notes …"))
		return s.save()
	}
	s.host.Open(&Keep{session: s, leaving: true})
	return shown
}

// Finish saves what a session that is ended from outside has not saved yet, also a
// half-written note.
func (s *Session) Finish() error {
	if p, ok := s.host.Prompt().(*Note); ok && s.Unlocked {
		s.Book = p.draftNotebook()
	}
	if !s.Unlocked || !s.Unsaved() {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	save, _ := s.Saving()
	_, err := save(ctx)
	return err
}

// Keep asks for a passphrase and saves what is written down.
func (s *Session) Keep(then func() tea.Cmd) tea.Cmd {
	if s.Unlocked {
		return tea.Batch(s.save(), then())
	}
	s.AskPassphrase(then)
	return nil
}

func nothing() tea.Cmd { return nil }

// offerToKeep asks once whether what was written down is to be kept, and reports
// whether it does so now: a notice would then cover the keys that answer it.
func (s *Session) offerToKeep() bool {
	if s.Keeper == nil || s.Unlocked || s.asked {
		return false
	}
	s.asked = true
	s.host.Open(&Keep{session: s})
	return true
}
