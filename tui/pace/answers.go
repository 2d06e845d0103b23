package pace

import (
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"casebook/tui/width"
)

// answers is the state of the questions to the terminal where its cursor is.
// Only one question is open at a time.
type answers struct {
	asked   atomic.Int64 // how many
	given   atomic.Int64 // how many were answered
	at      atomic.Int64 // when the last was asked, in nanoseconds
	heard   bool         // there has been an answer
	missing bool         // the last question has none yet
	lost    int          // how many in a row have none
	took    time.Duration
	timer   *time.Timer // when the missing one is waited for no longer
}

// An answered message reports an answer of the terminal.
type answered struct{}

// deaf reports whether the terminal does not answer. A single answer may get lost.
func (a *answers) deaf() bool { return a.lost > 1 || a.lost > 0 && !a.heard }

// behind reports whether the terminal has not yet shown what it was last given.
func (a *answers) behind() bool { return a.missing && a.heard && !a.deaf() }

// ask reports whether the next frame ends with a question.
func (a *answers) ask(now time.Time) bool {
	if a.missing || a.deaf() {
		return false
	}
	a.missing = true
	a.asked.Add(1)
	a.at.Store(now.UnixNano())
	wait := longest
	if a.heard {
		wait = min(max(4*a.took, shortest), longest)
	}
	a.timer.Reset(wait)
	return true
}

// answer records an answer.
func (a *answers) answer(now time.Time) {
	a.timer.Stop()
	if a.missing {
		a.took = now.Sub(time.Unix(0, a.at.Load()))
	}
	a.heard, a.missing, a.lost = true, false, 0
}

// giveUp stops waiting for the answer to a question.
func (a *answers) giveUp(question int) {
	if a.missing && question == int(a.asked.Load()) {
		a.missing = false
		a.lost++
	}
}

// forget stops waiting for any answer.
func (a *answers) forget() {
	a.timer.Stop()
	a.missing = false
}

// owed reports whether an answer may still arrive: to a question of any age, or to a
// recent one.
func (a *answers) owed(moment time.Duration) (ever, lately bool) {
	ever = a.asked.Load() > a.given.Load()
	return ever, ever && a.given.Load() > 0 && time.Since(time.Unix(0, a.at.Load())) < moment
}

// report handles the terminal's report of a mode. It sends the model a width.Method:
// how the terminal counts columns.
func (p *program) report(message tea.ModeReportMsg) tea.Msg {
	mode, known := message.Mode.Mode(), message.Value == ansi.ModeReset
	switch {
	case mode == ansi.ModeSynchronizedOutput.Mode():
		p.screen.synchronised = known
	case mode == ansi.ModeUnicodeCore.Mode():
		if known || message.Value.IsSet() {
			p.queue = append(p.queue, p.screen.countCharacters()...)
			p.change()
			return width.ByCharacter
		}
	case mode >= probe:
		p.probes = append(p.probes, mode-probe)
	}
	return nil
}
