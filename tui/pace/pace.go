// Package pace shows a Bubble Tea program on a terminal, at the terminal's pace.
// It knows what is on the screen and what is still on its way there; of the
// program it knows only what any tea.Model shows, and it must not know more.
//
// A frame is drawn when something has changed and no requested reply arrives
// within a moment, so that a key and its results are one frame. No
// clock runs while nothing changes.
//
// Over a slow link output waits in buffers that a program cannot see, and every
// key would add a frame to them. So each frame is followed by a question that any
// terminal answers (where its cursor is), and the next frame waits for the answer:
// the keys typed meanwhile are drawn together. A terminal that does not answer is
// not waited for.
//
// A program speaks to the terminal by tea.Raw. What other commands of Bubble Tea
// would write (tea.SetClipboard, tea.RequestBackgroundColor) is not written: that
// needs its clock, which is stopped. The caller handles signals: they end ctx.
package pace

import (
	"context"
	"fmt"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// The bounds of waiting.
const (
	gather   = 5 * time.Millisecond // for what follows from a change
	shortest = time.Second          // an answer that takes longer than this, and than four like the last one,
	longest  = 3 * time.Second      // or than this, is waited for no longer
	parting  = time.Second          // for the last answer, before the program ends
	unheard  = parting / 5          // the same where there has never been one
)

// A program is a model at the pace of a terminal. All of it is used by Bubble
// Tea's loop alone, but for the commands and writes that it starts.
type program struct {
	model    tea.Model
	screen   *screen
	terminal *terminal
	send     func(tea.Msg)
	began    func() // is called when the loop runs

	changed bool        // since the last frame
	since   time.Time   // then
	due     *time.Timer // when that has waited long enough
	running int         // commands whose message has not been taken in
	queue   []byte      // to be written before the next frame
	writing bool

	answers
	leaving tea.Msg // what ends or suspends the program, when the last answer is there
	probes  []int   // that wait for the program to be at rest
	err     error   // what has ended it
}

// What the program tells itself.
type (
	done    struct{ message tea.Msg } // a command has run
	written struct{ err error }       // a frame or another text
	ended   struct{ err error }       // there are no more keys
	retry   struct{}                  // the change has waited, or the last answer has been waited for, long enough
	overdue int                       // the answer to this question has been waited for long enough
	parted  struct{}                  // so has the last one
)

// A later is a message that comes after a while.
type later struct {
	after   time.Duration
	message tea.Msg
}

// Later is a command whose message comes after a while. Unlike tea.Tick it leaves
// the program at rest meanwhile.
func Later(after time.Duration, message tea.Msg) tea.Cmd {
	return func() tea.Msg { return later{after, message} }
}

// Wipe is a message that overwrites what was typed, where it is still in memory.
type Wipe struct{}

// Run shows a model on a terminal until it quits, ctx ends or there are no more
// keys: nil. The errors are those of the terminal, or of tea.Program.Run.
func Run(ctx context.Context, model tea.Model, on Terminal) error {
	p := newProgram(model, on)
	width, height := p.terminal.size()
	loop := tea.NewProgram(p,
		tea.WithEnvironment(on.Environment), tea.WithColorProfile(on.Colours), tea.WithFilter(p.filter), tea.WithWindowSize(width, height),
		tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutRenderer(), tea.WithoutSignalHandler(), tea.WithFPS(1))
	p.send = loop.Send
	// The clock by which Bubble Tea draws ticks also where it draws nothing, and is
	// stopped only when it releases the terminal, of which it has none.
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
	p := &program{model: model, screen: newScreen(on.Colours, scrolls), terminal: newTerminal(on), send: func(tea.Msg) {}}
	p.due = time.AfterFunc(time.Hour, func() { p.send(retry{}) })
	p.due.Stop()
	p.answers.timer = time.AfterFunc(time.Hour, func() { p.send(overdue(p.asked.Load())) })
	p.answers.timer.Stop()
	return p
}

// begin has the screen set up with the next frame.
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

// View is empty: what is seen is drawn by show.
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

// guard gives the terminal back before a panic is told of.
func (p *program) guard() {
	if cause := recover(); cause != nil {
		p.terminal.close(p.screen.end())
		panic(cause)
	}
}

// run is a command that is counted until its message is taken in.
func (p *program) run(command tea.Cmd) tea.Cmd {
	if command == nil {
		return nil
	}
	p.running++
	return func() tea.Msg {
		defer p.guard()
		return done{command()}
	}
}

// filter takes in what is the program's own. The model gets the rest.
func (p *program) filter(_ tea.Model, message tea.Msg) tea.Msg {
	defer p.guard()
	if message = p.take(message); message == nil {
		p.show()
	}
	return message
}

func (p *program) take(message tea.Msg) tea.Msg {
	switch message := message.(type) {
	case done:
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
	case written:
		if p.writing = false; message.err != nil {
			return p.end(message.err)
		}
		return nil
	case ended:
		return p.end(message.err)
	case answered, tea.CursorPositionMsg:
		p.answer(time.Now())
		return p.leave()
	case overdue:
		p.giveUp(int(message))
		return p.leave()
	case parted:
		p.forget()
		return p.leave()
	case retry:
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
		if message.Code == tea.KeyF3 && p.missing {
			return nil // what an answer looks like where the cursor is in the first row
		}
	}
	if p.leaving != nil {
		return nil
	}
	return message
}

// change says that what is on the screen is out of date.
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
		p.send(written{err})
	}()
}

// idle reports whether nothing is on its way, neither to the screen nor from the library.
func (p *program) idle() bool {
	return !p.changed && !p.writing && p.running == 0 && (!p.missing || !p.heard) && p.leaving == nil
}

// frame is what must be written next to be up to date; nil while that waits. What
// empties the screen waits for no answer.
func (p *program) frame() []byte {
	if !p.changed {
		return nil
	}
	waited := time.Since(p.since)
	if wait := p.terminal.Gather - waited; p.running > 0 && wait > 0 && p.leaving == nil {
		p.due.Reset(wait)
		return nil
	}
	view := tea.View{}
	if p.leaving == nil {
		view = p.model.View()
	}
	if p.behind() && view.Content != "" {
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
