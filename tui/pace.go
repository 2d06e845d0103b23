package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// A paced is the browser at the pace of its terminal. Over a slow link what is
// written waits in buffers that the program cannot see, and every key would add
// a frame to them. So each frame is followed by a question that any terminal
// answers (where its cursor is), and while the answers to the last ones are
// missing the screen is held: the keys typed meanwhile are one frame.
//
// A terminal that has never answered is not waited for. An answer that came
// when the program has ended would be taken for something typed into the shell,
// so the program ends when it has come.
type paced struct {
	app      *App
	shown    tea.View
	held     bool // the screen has changed and waits
	missing  int  // questions without an answer
	asked    int  // questions so far
	at       time.Time
	answered bool
	deaf     bool    // the terminal does not answer
	leaving  tea.Msg // what ends or suspends the program, when the last answer is there
}

// The bounds of waiting.
const (
	frame    = 16 * time.Millisecond // changes nearer to each other are one frame
	underway = 2                     // frames that may be on their way
	longest  = 3 * time.Second       // an answer that takes longer does not come
	parting  = time.Second           // how long the last one is waited for
)

// An answerOverdue is that a question has been waited for long enough.
type answerOverdue int

func newPaced(app *App) *paced { return &paced{app: app, shown: app.View()} }

func (p *paced) Init() tea.Cmd { return p.app.Init() }

func (p *paced) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	var command tea.Cmd
	switch message := message.(type) {
	case tea.CursorPositionMsg:
		p.missing, p.answered = max(p.missing-1, 0), true
	case answerOverdue:
		if int(message) == p.asked && p.missing > 0 {
			p.missing, p.deaf = 0, true
		}
	case parted:
		p.missing = 0
	case held:
		p.leaving = message.message
		_, quits := p.leaving.(tea.QuitMsg)
		p.app.blank, p.held = quits, quits // it looks as if it had ended
		return p, tea.Batch(p.show(), tea.Tick(parting, func(time.Time) tea.Msg { return parted{} }))
	case tea.KeyPressMsg:
		if message.Code == tea.KeyF3 && p.missing > 0 {
			return p, nil // what the answer looks like where the cursor is in the first row
		}
		_, command = p.app.Update(message)
		p.held = true
	default:
		_, command = p.app.Update(message)
		p.held = true
	}
	if leaving := p.leaving; leaving != nil && p.missing == 0 {
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
		if p.missing > 0 {
			return held{message}
		}
	}
	return message
}

// show lets the screen through as it is now, unless the terminal is behind. What
// hides the screen never waits.
func (p *paced) show() tea.Cmd {
	now := time.Now()
	same := now.Sub(p.at) < frame
	if !p.held || p.answered && !p.deaf && p.missing >= underway && !same && !p.app.blank {
		return nil
	}
	view := p.app.View()
	p.held = false
	if view.Content == p.shown.Content && view.MouseMode == p.shown.MouseMode && samePlace(view.Cursor, p.shown.Cursor) {
		return nil
	}
	p.shown = view
	if same || p.deaf || p.missing >= underway || p.app.blank || p.leaving != nil {
		return nil
	}
	p.at, p.missing, p.asked = now, p.missing+1, p.asked+1
	number := answerOverdue(p.asked)
	return tea.Batch(tea.RequestCursorPosition, tea.Tick(longest, func(time.Time) tea.Msg { return number }))
}

func samePlace(a, b *tea.Cursor) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Position == b.Position
}

func (p *paced) View() tea.View { return p.shown }
