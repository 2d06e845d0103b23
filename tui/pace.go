package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// A paced is the browser at the pace of its terminal. Over a slow link what is
// written waits in buffers that the program cannot see, and every key would add
// a frame to them. So with what is shown goes a question that any terminal
// answers (where its cursor is), and until the answer is there the screen is
// held: the keys typed meanwhile are one change of it.
//
// A terminal that has never answered is not waited for. An answer that came
// when the program has ended would be taken for something typed into the shell,
// so the program ends when it has come.
type paced struct {
	app      *App
	wire     *wire
	shown    tea.View // what the terminal shows, or is to show next
	going    bool     // that is not written yet
	number   int      // of the frame that was let through last
	held     bool     // the screen has changed and waits
	missing  bool     // a question has no answer yet
	asked    int      // questions so far
	answered bool
	lost     int     // answers in a row that have not come
	leaving  tea.Msg // what ends or suspends the program, when the last answer is there
}

// The bounds of waiting.
const (
	overdue = 200 * time.Millisecond // a frame that is not written by then changes nothing
	longest = 3 * time.Second        // an answer that takes longer does not come
	parting = time.Second            // how long the last one is waited for
)

// An answerOverdue is that a question has been waited for long enough; a
// frameWritten, that a frame has been written or will not be.
type (
	answerOverdue int
	frameWritten  int
)

func newPaced(app *App) *paced { return &paced{app: app, wire: &wire{}, shown: app.View()} }

func (p *paced) Init() tea.Cmd { return p.app.Init() }

func (p *paced) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	var command tea.Cmd
	switch message := message.(type) {
	case tea.CursorPositionMsg:
		p.missing, p.answered, p.lost = false, true, 0
	case answerOverdue:
		if int(message) == p.asked && p.missing {
			p.missing = false
			p.lost++
		}
	case frameWritten:
		if int(message) != p.number {
			break
		}
		p.going = false
		if p.wire.asks.CompareAndSwap(true, false) {
			p.missing = false // nothing was written, and nothing asked
		}
	case parted:
		p.missing = false
	case held:
		p.leaving = message.message
		_, quits := p.leaving.(tea.QuitMsg)
		p.app.blank, p.held = quits, quits // it looks as if it had ended
		return p, tea.Batch(p.show(), tea.Tick(parting, func(time.Time) tea.Msg { return parted{} }))
	case tea.KeyPressMsg:
		if message.Code == tea.KeyF3 && p.missing {
			return p, nil // what the answer looks like where the cursor is in the first row
		}
		_, command = p.app.Update(message)
		p.held = true
	default:
		_, command = p.app.Update(message)
		p.held = true
	}
	if leaving := p.leaving; leaving != nil && !p.missing {
		p.leaving = nil
		return p, func() tea.Msg { return leaving }
	}
	return p, tea.Batch(command, p.show())
}

// A held is what ends or suspends the program before its last answer is there; a
// parted, that it is waited for no longer.
type (
	held   struct{ message tea.Msg }
	parted struct{}
)

// hold is the program's filter: it keeps what ends or suspends it back while an
// answer is on its way.
func (p *paced) hold(_ tea.Model, message tea.Msg) tea.Msg {
	switch message.(type) {
	case tea.QuitMsg, tea.SuspendMsg:
		if p.missing {
			return held{message}
		}
	}
	return message
}

// show lets the next frame through, unless the terminal is behind. One that is
// not written yet takes more in. What hides the screen never waits.
func (p *paced) show() tea.Cmd {
	behind := p.answered && !p.deaf() && p.missing
	if !p.held || !p.going && behind && !p.app.blank {
		return nil
	}
	next := p.app.View()
	p.held = false
	if same(next, p.shown) {
		return nil
	}
	p.shown = next
	if p.going {
		return nil
	}
	p.going, p.number = true, p.number+1
	p.wire.frame.Store(int64(p.number))
	number := frameWritten(p.number)
	return tea.Batch(p.ask(), tea.Tick(overdue, func(time.Time) tea.Msg { return number }))
}

// same says whether nothing changes from one view to another.
func same(a, b tea.View) bool {
	return a.Content == b.Content && a.MouseMode == b.MouseMode &&
		(a.Cursor == nil) == (b.Cursor == nil) && (a.Cursor == nil || a.Cursor.Position == b.Cursor.Position)
}

// deaf says whether the terminal answers no more; a single answer may get lost.
func (p *paced) deaf() bool { return p.lost > 1 }

// ask has the terminal asked where its cursor is.
func (p *paced) ask() tea.Cmd {
	if p.deaf() || p.missing || p.app.blank || p.leaving != nil {
		return nil
	}
	p.wire.asks.Store(true)
	p.missing, p.asked = true, p.asked+1
	number := answerOverdue(p.asked)
	return tea.Tick(longest, func(time.Time) tea.Msg { return number })
}

func (p *paced) View() tea.View { return p.shown }
