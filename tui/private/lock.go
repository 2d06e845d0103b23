package private

import (
	"encoding/json"
	"time"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/browse"
	"casebook/tui/pace"
)

// A lock hides what the reader has written down, encrypted, until the passphrase is
// given.
type lock struct {
	sealed       []byte // what is written down; nil: it is not locked
	locking      bool   // it is being encrypted
	suspends     bool   // the program stops when it is
	lastKey      time.Time
	checkPending bool // a look at the time is due
}

type (
	// sealDone says that what is written down is encrypted.
	sealDone struct {
		text []byte
		err  error
	}
	// openDone says what came of decrypting it.
	openDone struct {
		own  browse.Own
		more string
		err  error
	}
	// idleCheck says that it is time to look how long no key was pressed.
	idleCheck struct{}
)

// A draft is a note that is being written.
type draft struct {
	Report, Case, Text, Before string
	At                         int
}

// Locked reports whether what is written down is locked. Nothing but the prompt for the
// passphrase is on the screen then.
func (l *lock) Locked() bool { return l.sealed != nil }

// Lock blanks the screen at once. Where the passphrase is known, what is written
// down is encrypted, and everything comes back with the passphrase; else any key
// brings it back.
func (s *Session) Lock() tea.Cmd {
	s.host.Blank(true)
	if !s.Unlocked || s.locking {
		return nil
	}
	s.locking = true
	more := ""
	if p, ok := s.host.Prompt().(*Note); ok {
		text, _ := json.Marshal(draft{p.report, p.id, p.area.Text, p.before, p.area.At})
		more = string(text)
	}
	seal := s.Sealing(more)
	return func() tea.Msg {
		text, err := seal()
		return sealDone{text, err}
	}
}

// onSealDone lets go of what is written down.
func (s *Session) onSealDone(message sealDone) tea.Cmd {
	suspends := s.suspends
	s.locking, s.suspends = false, false
	if message.err != nil {
		s.host.Notify(message.err.Error())
		return nil
	}
	s.host.Close()
	keeper := s.Keeper
	s.Own, s.lock, s.asked, s.leaving = browse.Own{Keeper: keeper}, lock{sealed: message.text}, true, false
	s.host.Blank(false)
	s.host.Notify("")
	s.host.Open(&Secret{session: s, text: make([]byte, 0, maxSecret)})
	forget := func() tea.Msg {
		keeper.Forget()
		if suspends {
			return tea.Suspend()
		}
		return nil
	}
	wipe := func() tea.Msg { return pace.Wipe{} }
	return tea.Batch(s.host.OwnChanged(noTerm), wipe, forget)
}

// open tries a passphrase on what is locked.
func (s *Session) open(passphrase []byte) tea.Cmd {
	open := s.Opening(s.sealed, passphrase)
	return func() tea.Msg {
		own, more, err := open()
		return openDone{own, more, err}
	}
}

// onOpenDone brings everything back as it was.
func (s *Session) onOpenDone(message openDone) tea.Cmd {
	if message.err != nil {
		if p, ok := s.host.Prompt().(*Secret); ok {
			p.working = false
		}
		s.host.Notify(s.refusedPassphrase(message.err))
		return nil
	}
	s.host.Close()
	s.Own, s.lock = message.own, lock{lastKey: time.Now()}
	s.host.Notify("")
	var d draft
	if message.more != "" && json.Unmarshal([]byte(message.more), &d) == nil {
		p := &Note{session: s, report: d.Report, id: d.Case, before: d.Before}
		p.area.SetText(d.Text)
		p.area.MoveTo(min(d.At, len(p.area.Text)))
		s.host.Open(p)
	}
	return tea.Batch(s.ownChanged(anyTerm), s.checkIdle())
}

// OnKey takes a key while the notes are being locked, and locks where the last key
// was too long ago, as after the computer has slept; false: the key is for the browser.
func (s *Session) OnKey(press tea.KeyPressMsg) (tea.Cmd, bool) {
	late := s.Unlocked && s.after > 0 && !s.lastKey.IsZero() && time.Since(s.lastKey) > s.after
	s.lastKey = time.Now().Round(0) // of the wall clock, which goes on while the computer sleeps
	switch {
	case s.locking:
		if press.String() == "ctrl+c" {
			return s.host.End(), true
		}
		return nil, true
	case late && press.String() != "ctrl+c":
		return s.Lock(), true
	}
	return nil, false
}

// Suspend stops the program as the shell's user asks for, locked.
func (s *Session) Suspend() tea.Cmd {
	if !s.Unlocked {
		return tea.Suspend
	}
	s.suspends = true
	return s.Lock()
}

// checkIdle looks at the time when no key may have been pressed for too long.
func (s *Session) checkIdle() tea.Cmd {
	if s.after <= 0 || s.checkPending || !s.Unlocked {
		return nil
	}
	if s.lastKey.IsZero() {
		s.lastKey = time.Now().Round(0)
	}
	s.checkPending = true
	return pace.Later(s.after-time.Since(s.lastKey)+time.Millisecond, idleCheck{})
}

// onIdleCheck locks where no key was pressed for too long, else looks again later.
func (s *Session) onIdleCheck() tea.Cmd {
	s.checkPending = false
	if s.Unlocked && time.Since(s.lastKey) >= s.after {
		return s.Lock()
	}
	return s.checkIdle()
}
