package tui

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

// lock blanks the screen at once. Where the passphrase is known, what is written
// down is encrypted, and everything comes back with the passphrase; else any key
// brings it back.
func (a *App) lock() tea.Cmd {
	a.blank = true
	if !a.own.Unlocked || a.own.locking {
		return nil
	}
	a.own.locking = true
	more := ""
	if p, ok := a.prompt.(*notePrompt); ok {
		text, _ := json.Marshal(draft{p.report, p.id, p.area.Text, p.before, p.area.At})
		more = string(text)
	}
	seal := a.own.Sealing(more)
	return func() tea.Msg {
		text, err := seal()
		return sealed{text, err}
	}
}

// onSealed lets go of what is written down.
func (a *App) onSealed(message sealed) tea.Cmd {
	suspends := a.own.suspends
	a.own.locking, a.own.suspends = false, false
	if message.err != nil {
		a.notice = message.err.Error()
		return nil
	}
	a.closePrompt()
	keeper := a.own.Keeper
	a.own = own{Own: browse.Own{Keeper: keeper}, asked: true, saving: a.own.saving, lock: lock{sealed: message.text}}
	a.marks, a.blank, a.notice = nil, false, ""
	a.prompt = &secretPrompt{text: make([]byte, 0, maxSecret)}
	a.rewriteDetail()
	forget := func() tea.Msg {
		keeper.Forget()
		if suspends {
			return tea.Suspend()
		}
		return nil
	}
	return forget
}

// open tries a passphrase on what is locked.
func (a *App) open(passphrase []byte) tea.Cmd {
	open := a.own.Opening(a.own.sealed, passphrase)
	return func() tea.Msg {
		own, more, err := open()
		return opened{own, more, err}
	}
}

// onOpened brings everything back as it was.
func (a *App) onOpened(message opened) tea.Cmd {
	if message.err != nil {
		if p, ok := a.prompt.(*secretPrompt); ok {
			p.working = false
		}
		a.notice = a.refusedPassphrase(message.err)
		return nil
	}
	a.closePrompt()
	a.own.Own, a.own.lock, a.notice = message.own, lock{pressed: time.Now()}, ""
	var d draft
	if message.more != "" && json.Unmarshal([]byte(message.more), &d) == nil {
		p := &notePrompt{report: d.Report, id: d.Case, before: d.Before}
		p.area.SetText(d.Text)
		p.area.MoveTo(min(d.At, len(p.area.Text)))
		a.prompt = p
	}
	return tea.Batch(a.ownChanged(anyTerm), a.rest())
}

// onKeyLocked takes a key while the notes are locked or are being locked, and
// locks where the last key was too long ago, as after the computer has slept.
func (a *App) onKeyLocked(press tea.KeyPressMsg) (tea.Cmd, bool) {
	late := a.own.Unlocked && a.options.Lock > 0 && !a.own.pressed.IsZero() && time.Since(a.own.pressed) > a.options.Lock
	a.own.pressed = time.Now().Round(0) // of the wall clock, which goes on while the computer sleeps
	switch {
	case a.own.locking:
		if press.String() == "ctrl+c" {
			a.session.end()
			return tea.Quit, true
		}
		return nil, true
	case late && press.String() != "ctrl+c":
		return a.lock(), true
	}
	return nil, false
}

// suspend stops the program as the shell's user asks for, locked.
func (a *App) suspend() tea.Cmd {
	if !a.own.Unlocked {
		return tea.Suspend
	}
	a.own.suspends = true
	return a.lock()
}

// rest looks at the time when no key may have been pressed for too long.
func (a *App) rest() tea.Cmd {
	if a.options.Lock <= 0 || a.own.resting || !a.own.Unlocked {
		return nil
	}
	if a.own.pressed.IsZero() {
		a.own.pressed = time.Now().Round(0)
	}
	a.own.resting = true
	return pace.Later(a.options.Lock-time.Since(a.own.pressed)+time.Millisecond, rested{})
}

// onRested locks where no key was pressed for too long, else looks again later.
func (a *App) onRested() tea.Cmd {
	a.own.resting = false
	if a.own.Unlocked && time.Since(a.own.pressed) >= a.options.Lock {
		return a.lock()
	}
	return a.rest()
}
