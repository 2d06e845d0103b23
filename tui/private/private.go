// Package private is the reader's own data on the screen: marks, notes, saved searches,
// their passphrase and the lock. It knows notebooks and prompts. It must not know the
// panes, nor how a notebook is saved: the browser is its Host, and a browse.Keeper
// saves it.
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

// A Host is the browser, as this package uses it.
type Host interface {
	Words() words.Words
	Glyphs() text.Glyphs
	Width() int           // of the screen
	Notify(notice string) // on the bottom line, until the next key
	Blank(blank bool)     // blanks the screen, or shows it again

	Open(prompt.Prompt)
	Close() tea.Cmd // the prompt
	Prompt() prompt.Prompt

	// OwnChanged shows a change of the notebook, and searches again if the search has a
	// term for which affects is true.
	OwnChanged(affects func(model.Term) bool) tea.Cmd
	End() tea.Cmd // of the session
}

// A Session is the notebook of a session of the browser, with its prompts and lock.
type Session struct {
	browse.Own
	host    Host
	ctx     context.Context
	after   time.Duration // idle time until it locks; 0: never
	asked   bool          // the reader was asked once whether to save or to unlock it
	saving  bool
	leaving bool // the session ends when it is saved
	hasFile bool // there is a file of notes, as far as is known: View must not look
	lock
}

// New returns the session of a browser, with an empty notebook. It locks after an idle
// time; 0: never.
func New(ctx context.Context, host Host, keeper browse.Keeper, after time.Duration) *Session {
	return &Session{Own: browse.Own{Keeper: keeper}, host: host, ctx: ctx, after: after, hasFile: keeper != nil && keeper.Exists()}
}

// CanUnlock reports whether there is a saved notebook that was not read yet.
func (s *Session) CanUnlock() bool { return s.hasFile && !s.Unlocked }

type (
	// A Message is for Update.
	Message interface{ private() }
	// saveDone is the result of saving the notebook.
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

// ownChanged shows a change of the notebook, and saves it if the passphrase is known.
func (s *Session) ownChanged(affects func(model.Term) bool) tea.Cmd {
	return tea.Batch(s.save(), s.host.OwnChanged(affects))
}

// anyTerm is for notes, which may have any word of the search.
func anyTerm(term model.Term) bool { return term.Field == "" || term.Field == "is" }

// noTerm is for changes that no search finds.
func noTerm(model.Term) bool { return false }

// save saves the notebook if the passphrase is known.
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

// onSaveDone handles the result of saving, and ends the session if it waited for it.
func (s *Session) onSaveDone(message saveDone) tea.Cmd {
	leaving := s.leaving
	s.saving, s.leaving = false, false
	if s.Locked() {
		return nil // it was locked meanwhile, and is saved after unlocking
	}
	if message.err != nil {
		s.host.Notify(s.host.Words().Say("Not saved: %s", strings.ReplaceAll(message.err.Error(), "\n", " ")))
		if errors.Is(message.err, browse.ErrPassphrase) {
			s.Unlocked = false
			if s.host.Prompt() == nil { // an open prompt stays
				s.AskPassphrase(nothing)
			}
		} else if leaving {
			s.host.Open(&Keep{session: s, leaving: true})
		}
		return nil
	}
	message.done(message.now)
	s.hasFile = true
	command := s.ownChanged(noTerm)
	if leaving && !s.Unsaved() {
		return s.Leave()
	}
	s.leaving = leaving
	return command
}

// Leave ends the session. An unfinished note is saved in the notebook first; if the
// notebook is not saved, the reader is asked.
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

// Finish saves the notebook of a session that is ended from outside, also an unfinished
// note.
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

// Keep asks for a passphrase and saves the notebook.
func (s *Session) Keep(then func() tea.Cmd) tea.Cmd {
	if s.Unlocked {
		return tea.Batch(s.save(), then())
	}
	s.AskPassphrase(then)
	return nil
}

func nothing() tea.Cmd { return nil }

// offerToKeep asks once whether to save the notebook, and reports whether it asks now,
// since a notice would cover the question.
func (s *Session) offerToKeep() bool {
	if s.Keeper == nil || s.Unlocked || s.asked {
		return false
	}
	s.asked = true
	s.host.Open(&Keep{session: s})
	return true
}
