// Package pace shows a Bubble Tea program on a terminal, at the terminal's pace.
// It knows the screen and the output that is still on its way to it. It knows the
// program only as a tea.Model, and it must not know more.
//
// It draws a frame when something has changed and no requested reply arrives
// within a moment, so that a key and its results are one frame. No
// timer runs while nothing changes.
//
// Over a slow link output waits in buffers that a program cannot see, and every
// key would add a frame to them. So each frame ends with a question that every
// terminal answers (the position of its cursor), and the next frame waits for the
// answer: the keys typed meanwhile are drawn together. If a terminal does not
// answer, frames do not wait.
//
// A program writes to the terminal with tea.Raw. The output of other commands of
// Bubble Tea (tea.SetClipboard, tea.RequestBackgroundColor) is not written: it
// needs the ticker, which is stopped. The caller handles signals by ending ctx.
package pace

import (
	"context"
	"fmt"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// The limits of waiting.
const (
	gatherTime        = 5 * time.Millisecond // for what follows from a change
	minAnswerWait     = time.Second          // the program waits at least this long for an answer, else four times the last round trip,
	maxAnswerWait     = 3 * time.Second      // and at most this long
	maxLeaveWait      = time.Second          // for the last answer before the program ends
	maxFirstLeaveWait = maxLeaveWait / 5     // the same if no answer has ever come
)

// A program is a model at the pace of a terminal. Only Bubble Tea's loop uses it,
// except for the commands and writes that it starts.
type program struct {
	model    tea.Model
	screen   *screen
	terminal *terminal
	send     func(tea.Msg)
	began    func() // is called when the loop runs

	changed bool        // since the last frame
	since   time.Time   // then
	due     *time.Timer // when that has waited long enough
	viewed  time.Time   // when the model was last asked for its view
	running int         // commands whose message has not been taken in
	queue   []byte      // to be written before the next frame
	writing bool

	answers
	leaving tea.Msg // what ends or suspends the program, when the last answer is there
	probes  []int   // that wait for the program to be at rest
	err     error   // what has ended it
}

// Run shows a model on a terminal until it quits, ctx ends or there are no more
// keys: nil. The errors are those of the terminal, or of tea.Program.Run.
func Run(ctx context.Context, model tea.Model, on Terminal) error {
	p := newProgram(model, on)
	width, height := p.terminal.size()
	loop := tea.NewProgram(p,
		tea.WithEnvironment(on.Environment), tea.WithColorProfile(on.Colours), tea.WithFilter(p.filter), tea.WithWindowSize(width, height),
		tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithFPS(1))
	p.send = loop.Send
	// Bubble Tea's ticker also runs while there is nothing to draw, and stops only
	// when it releases the terminal. Here it has no terminal.
	p.began = func() { go loop.ReleaseTerminal() }
	defer context.AfterFunc(ctx, func() { p.send(tea.QuitMsg{}) })()
	if err := p.terminal.open(p); err != nil {
		return err
	}
	p.begin()
	_, err := loop.Run()
	p.due.Stop()
	p.timer.Stop()
	p.terminal.close(p.screen.end())
	if p.err != nil {
		return p.err
	}
	return err
}

func newProgram(model tea.Model, on Terminal) *program {
	p := &program{model: model, screen: newScreen(on.Colours, Scrolls), terminal: newTerminal(on), send: func(tea.Msg) {}}
	p.due = time.AfterFunc(time.Hour, func() { p.send(waitOver{}) })
	p.due.Stop()
	p.answers.timer = time.AfterFunc(time.Hour, func() { p.send(answerTimeout(p.questions.Load())) })
	p.answers.timer.Stop()
	return p
}

// begin makes the next frame set up the screen.
func (p *program) begin() {
	p.queue = append(p.queue, p.screen.begin()...)
	if p.terminal.asksForModes() {
		p.queue = append(p.queue, ansi.RequestModeSynchronizedOutput+ansi.RequestModeUnicodeCore...)
	}
	p.change()
}

func (p *program) Init() tea.Cmd {
	p.began()
	return p.run(p.model.Init())
}

// View is empty: show draws the screen.
func (p *program) View() tea.View { return tea.View{} }

func (p *program) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	defer p.guard()
	var command tea.Cmd
	p.model, command = p.model.Update(message)
	command = p.run(command)
	p.change()
	p.show()
	return p, command
}

// guard restores the terminal before a panic is reported.
func (p *program) guard() {
	if cause := recover(); cause != nil {
		p.terminal.close(p.screen.end())
		panic(cause)
	}
}

// run returns a command that is counted until its message is handled.
func (p *program) run(command tea.Cmd) tea.Cmd {
	if command == nil {
		return nil
	}
	p.running++
	return func() tea.Msg {
		defer p.guard()
		return commandDone{command()}
	}
}

// filter handles the program's own messages. The model gets the others.
func (p *program) filter(_ tea.Model, message tea.Msg) tea.Msg {
	defer p.guard()
	if message = p.take(message); message == nil {
		p.show()
	}
	return message
}

func (p *program) take(message tea.Msg) tea.Msg {
	switch message := message.(type) {
	case commandDone:
		p.running--
		return p.take(message.message)
	case tea.BatchMsg:
		for i := range message {
			message[i] = p.run(message[i])
		}
		return message
	case tea.RawMsg:
		p.queue = append(p.queue, fmt.Sprint(message.Msg)...)
		return nil
	case frameWritten:
		if p.writing = false; message.err != nil {
			return p.end(message.err)
		}
		return nil
	case inputEnded:
		return p.end(message.err)
	case answerRead, tea.CursorPositionMsg:
		p.answer(time.Now())
		return p.leave()
	case answerTimeout:
		p.giveUp(int(message))
		return p.leave()
	case leaveTimeout:
		p.forget()
		return p.leave()
	case waitOver:
		return nil
	case later:
		time.AfterFunc(message.after, func() { p.send(message.message) })
		return nil
	case Wipe:
		p.terminal.wipe()
		return nil
	case tea.QuitMsg, tea.SuspendMsg:
		return p.hold(message)
	case tea.InterruptMsg:
		return message
	case tea.ModeReportMsg:
		return p.report(message)
	case tea.WindowSizeMsg:
		p.screen.resize(message.Width, message.Height)
	case tea.ColorProfileMsg:
		p.screen.colours(message.Profile)
	case tea.KeyPressMsg:
		if message.Code == tea.KeyF3 && p.waiting {
			return nil // what an answer looks like where the cursor is in the first row
		}
	}
	if p.leaving != nil {
		return nil
	}
	return message
}

// change marks the screen as out of date.
func (p *program) change() {
	if !p.changed {
		p.changed, p.since = true, time.Now()
	}
}

// show writes the next frame, if there is one and its time has come.
func (p *program) show() {
	if p.writing {
		return
	}
	text := append(p.queue, p.frame()...)
	if len(text) == 0 {
		if len(p.probes) == 0 || !p.idle() {
			return
		}
		for _, n := range p.probes {
			text = append(text, IdleMark(n)...)
		}
		p.probes = nil
	}
	p.queue, p.writing = nil, true
	go func() {
		err := p.terminal.write(text)
		clear(text)
		p.send(frameWritten{err})
	}()
}

// idle reports whether no output, command or message is on its way.
func (p *program) idle() bool {
	return !p.changed && !p.writing && p.running == 0 && (!p.waiting || !p.everAnswered) && p.leaving == nil
}

// frame returns the output that brings the screen up to date; nil while it waits.
// Clearing the screen does not wait for an answer. To see that, a view is enough
// once in a while: one for each letter of a long text took most of its time.
func (p *program) frame() []byte {
	if !p.changed {
		return nil
	}
	waited := time.Since(p.since)
	if wait := p.terminal.Gather - waited; p.running > 0 && wait > 0 && p.leaving == nil {
		p.due.Reset(wait)
		return nil
	}
	if wait := p.terminal.Gather - time.Since(p.viewed); p.isLagging() && wait > 0 && p.leaving == nil {
		p.due.Reset(wait)
		return nil
	}
	view := tea.View{}
	if p.leaving == nil {
		view, p.viewed = p.model.View(), time.Now()
	}
	if p.isLagging() && view.Content != "" {
		return nil
	}
	p.changed = false
	p.due.Stop()
	frame := p.screen.draw(view)
	if len(frame) == 0 || p.leaving != nil || !p.ask(time.Now()) {
		return frame
	}
	return append([]byte(ansi.RequestCursorPositionReport), frame...)
}
