package pace

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// end ends the program after an error or the end of the input.
func (p *program) end(err error) tea.Msg {
	p.err = err
	p.forget()
	return tea.QuitMsg{}
}

// hold delays the end or suspension of the program while an answer is on its way:
// the shell would read the answer as input.
func (p *program) hold(message tea.Msg) tea.Msg {
	if !p.waiting {
		p.leaving = message
		return p.leave()
	}
	wait := maxLeaveWait
	if !p.everAnswered {
		wait = maxFirstLeaveWait
	}
	if p.leaving == nil {
		time.AfterFunc(wait, func() { p.send(leaveTimeout{}) })
	}
	p.leaving = message
	p.change() // it looks as if it had ended
	return nil
}

// leave ends or suspends the program if that was delayed and no answer is on its
// way any more.
func (p *program) leave() tea.Msg {
	leaving := p.leaving
	if leaving == nil || p.waiting {
		return nil
	}
	p.leaving = nil
	if _, suspends := leaving.(tea.SuspendMsg); suspends {
		p.suspend()
		return nil
	}
	return leaving
}

// suspend stops the program (Ctrl+Z) until the shell resumes it.
func (p *program) suspend() {
	if !suspends || p.terminal.console == nil {
		return
	}
	p.terminal.close(p.screen.end())
	stop()
	if err := p.terminal.open(p); err != nil {
		go p.send(inputEnded{err})
		return
	}
	p.begin()
	width, height := p.terminal.size()
	go func() {
		p.send(tea.WindowSizeMsg{Width: width, Height: height})
		p.send(tea.ResumeMsg{})
	}()
}
