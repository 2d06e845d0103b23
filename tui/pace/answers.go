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
	questions    atomic.Int64 // asked so far
	replies      atomic.Int64 // to them
	askedAt      atomic.Int64 // the last question, in nanoseconds
	everAnswered bool         // at least once
	waiting      bool         // for the answer to the last question
	unanswered   int          // questions in a row
	roundTrip    time.Duration
	timer        *time.Timer // ends the wait for an answer
}

// An answered message reports an answer of the terminal.
type answerRead struct{}

// isUnresponsive reports whether the terminal does not answer. A single answer may get lost.
func (a *answers) isUnresponsive() bool {
	return a.unanswered > 1 || a.unanswered > 0 && !a.everAnswered
}

// isLagging reports whether the terminal has not yet shown what it was last given.
func (a *answers) isLagging() bool { return a.waiting && a.everAnswered && !a.isUnresponsive() }

// ask reports whether the next frame ends with a question.
func (a *answers) ask(now time.Time) bool {
	if a.waiting || a.isUnresponsive() {
		return false
	}
	a.waiting = true
	a.questions.Add(1)
	a.askedAt.Store(now.UnixNano())
	wait := maxAnswerWait
	if a.everAnswered {
		wait = min(max(4*a.roundTrip, minAnswerWait), maxAnswerWait)
	}
	a.timer.Reset(wait)
	return true
}

// answer records an answer.
func (a *answers) answer(now time.Time) {
	a.timer.Stop()
	if a.waiting {
		a.roundTrip = now.Sub(time.Unix(0, a.askedAt.Load()))
	}
	a.everAnswered, a.waiting, a.unanswered = true, false, 0
}

// giveUp stops waiting for the answer to a question.
func (a *answers) giveUp(question int) {
	if a.waiting && question == int(a.questions.Load()) {
		a.waiting = false
		a.unanswered++
	}
}

// forget stops waiting for any answer.
func (a *answers) forget() {
	a.timer.Stop()
	a.waiting = false
}

// mayArrive reports whether an answer may still arrive: to a question of any age, or to a
// recent one.
func (a *answers) mayArrive(moment time.Duration) (ever, lately bool) {
	ever = a.questions.Load() > a.replies.Load()
	return ever, ever && a.replies.Load() > 0 && time.Since(time.Unix(0, a.askedAt.Load())) < moment
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
