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
	sealed   []byte // what is written down; nil: it is not locked
	locking  bool   // it is being encrypted
	suspends bool   // the program stops when it is
	pressed  time.Time
	resting  bool // a look at the time is due
}

type (
	// sealed says that what is written down is encrypted.
	sealed struct {
		text []byte
		err  error
	}
	// opened says what came of decrypting it.
	opened struct {
		own  browse.Own
		more string
		err  error
	}
	// rested says that it is time to look how long no key was pressed.
	rested struct{}
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
		return sealed{text, err}
	}
}

// onSealed lets go of what is written down.
func (s *Session) onSealed(message sealed) tea.Cmd {
	suspends := s.suspends
	s.locking, s.suspends = false, false
	if message.err != nil {
		s.host.Tell(message.err.Error())
		return nil
	}
	s.host.Close()
	keeper := s.Keeper
	s.Own, s.lock, s.asked, s.leaving = browse.Own{Keeper: keeper}, lock{sealed: message.text}, true, false
	s.host.Blank(false)
	s.host.Tell("")
	s.host.Open(&Secret{session: s, text: make([]byte, 0, maxSecret)})
	forget := func() tea.Msg {
		keeper.Forget()
		if suspends {
			return tea.Suspend()
		}
		return nil
	}
	wipe := func() tea.Msg { return pace.Wipe{} }
	return tea.Batch(s.host.Written(noTerm), wipe, forget)
}

// open tries a passphrase on what is locked.
func (s *Session) open(passphrase []byte) tea.Cmd {
	open := s.Opening(s.sealed, passphrase)
	return func() tea.Msg {
		own, more, err := open()
		return opened{own, more, err}
	}
}

// onOpened brings everything back as it was.
func (s *Session) onOpened(message opened) tea.Cmd {
	if message.err != nil {
		if p, ok := s.host.Prompt().(*Secret); ok {
			p.working = false
		}
		s.host.Tell(s.refusedPassphrase(message.err))
		return nil
	}
	s.host.Close()
	s.Own, s.lock = message.own, lock{pressed: time.Now()}
	s.host.Tell("")
	var d draft
	if message.more != "" && json.Unmarshal([]byte(message.more), &d) == nil {
		p := &Note{session: s, report: d.Report, id: d.Case, before: d.Before}
		p.area.SetText(d.Text)
		p.area.MoveTo(min(d.At, len(p.area.Text)))
		s.host.Open(p)
	}
	return tea.Batch(s.written(anyTerm), s.rest())
}

// OnKey takes a key while the notes are being locked, and locks where the last key
// was too long ago, as after the computer has slept; false: the key is for the browser.
func (s *Session) OnKey(press tea.KeyPressMsg) (tea.Cmd, bool) {
	late := s.Unlocked && s.after > 0 && !s.pressed.IsZero() && time.Since(s.pressed) > s.after
	s.pressed = time.Now().Round(0) // of the wall clock, which goes on while the computer sleeps
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

// rest looks at the time when no key may have been pressed for too long.
func (s *Session) rest() tea.Cmd {
	if s.after <= 0 || s.resting || !s.Unlocked {
		return nil
	}
	if s.pressed.IsZero() {
		s.pressed = time.Now().Round(0)
	}
	s.resting = true
	return pace.Later(s.after-time.Since(s.pressed)+time.Millisecond, rested{})
}

// onRested locks where no key was pressed for too long, else looks again later.
func (s *Session) onRested() tea.Cmd {
	s.resting = false
	if s.Unlocked && time.Since(s.pressed) >= s.after {
		return s.Lock()
	}
	return s.rest()
}
