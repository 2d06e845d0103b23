package private

import (
	"encoding/json"
	"time"

	tea "charm.land/bubbletea/v2"

	"casebook/tui/browse"
	"casebook/tui/pace"
)

// A lock keeps the notebook encrypted until the passphrase is typed.
type lock struct {
	sealed       []byte // the encrypted notebook; nil: not locked
	locking      bool   // it is being encrypted
	suspends     bool   // suspend the program after locking
	lastKey      time.Time
	checkPending bool // a check is scheduled
}

type (
	// sealDone is the result of encrypting the notebook.
	sealDone struct {
		text []byte
		err  error
	}
	// openDone is the result of decrypting it.
	openDone struct {
		own  browse.Own
		more string
		err  error
	}
	// idleCheck says that it is time to check for idleness.
	idleCheck struct{}
)

// A draft is a note that is being written.
type draft struct {
	Report, Case, Text, Before string
	At                         int
}

// Locked reports whether the notebook is locked. Then the screen shows only the prompt
// for the passphrase.
func (l *lock) Locked() bool { return l.sealed != nil }

// Lock blanks the screen at once. If the passphrase is known, the notebook is encrypted
// and the passphrase restores the screen; else any key does.
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

// onSealDone drops the notebook and the passphrase from memory.
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

// open tries to unlock with a passphrase.
func (s *Session) open(passphrase []byte) tea.Cmd {
	open := s.Opening(s.sealed, passphrase)
	return func() tea.Msg {
		own, more, err := open()
		return openDone{own, more, err}
	}
}

// onOpenDone restores everything as it was.
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

// OnKey handles a key while the notes are being locked, or after too long an idle time,
// as when the computer has slept; false: the key is for the browser.
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

// Suspend locks and suspends the program (ctrl+z).
func (s *Session) Suspend() tea.Cmd {
	if !s.Unlocked {
		return tea.Suspend
	}
	s.suspends = true
	return s.Lock()
}

// checkIdle schedules the next check for idleness.
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

// onIdleCheck locks after too long an idle time, else schedules the next check.
func (s *Session) onIdleCheck() tea.Cmd {
	s.checkPending = false
	if s.Unlocked && time.Since(s.lastKey) >= s.after {
		return s.Lock()
	}
	return s.checkIdle()
}
