package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
)

// A paced is the browser at the pace of its terminal. Over a slow link what is
// written waits in buffers that the program cannot see, and every key would add
// a frame to them. So with what is shown goes a question that any terminal
// answers (where its cursor is), and until the answer is there the screen is
// held: the keys typed meanwhile are one change of it.
//
// A change is shown in a few frames, one pane after the other (see scene.after).
// The next begins when the one before has been written.
//
// A terminal that has never answered is not waited for. An answer that came
// when the program has ended would be taken for something typed into the shell,
// so the program ends when it has come.
type paced struct {
	app      *App
	wire     *wire
	written  scene     // what the terminal shows
	shown    scene     // what it is to show next
	going    bool      // that is not written yet
	number   int       // of the frame that was let through last
	frames   int       // of the change that is being shown
	held     bool      // the screen has changed and waits
	rests    time.Time // when the keys will have rested
	turned   bool      // most of the list is new since the last key
	filling  bool      // the last key brings the rows that were left out
	missing  bool      // a question has no answer yet
	asked    int       // questions so far
	answered bool
	lost     int     // answers in a row that have not come
	leaving  tea.Msg // what ends or suspends the program, when the last answer is there
}

// The bounds of waiting.
const (
	pause   = 60 * time.Millisecond  // after a key, before what can wait follows it: a key held down comes sooner again
	rest    = 150 * time.Millisecond // the same after a letter
	overdue = 200 * time.Millisecond // a frame that is not written by then changes nothing
	most    = 3                      // the frames of one change
	longest = 3 * time.Second        // an answer that takes longer does not come
	parting = time.Second            // how long the last one is waited for
)

// An answerOverdue is that a question has been waited for long enough; a
// frameWritten, that a frame has been written or will not be; a keysRested,
// that a key was pressed a while ago.
type (
	answerOverdue int
	frameWritten  int
	keysRested    struct{}
)

func newPaced(app *App) *paced {
	empty := app.scene()
	return &paced{app: app, wire: &wire{}, written: empty, shown: empty}
}

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
		p.written, p.going = p.shown, false
		if p.wire.asks.CompareAndSwap(true, false) {
			p.missing = false // nothing was written, and nothing asked
		}
	case keysRested:
		if !time.Now().Before(p.rests) {
			p.app.hurried, p.held = false, true
			p.app.whole()
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
		if p.app.hurried, p.filling = true, false; !p.app.typing {
			p.filling = p.app.glimpsed
			p.app.whole()
		}
		_, command = p.app.Update(message)
		after := pause
		if p.app.typing {
			after = rest
		}
		p.held, p.turned, p.rests = true, false, time.Now().Add(after)
		command = tea.Batch(command, tea.Tick(after, func(time.Time) tea.Msg { return keysRested{} }))
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
	begins := !p.going && (p.frames == 0 || p.frames >= most)
	behind := p.answered && !p.deaf() && p.missing
	if !p.held || begins && behind && !p.app.blank {
		return nil
	}
	scene, replacing := p.app.scene(), p.app.detail.pending
	if p.app.hurried && !p.turned && !p.filling && scene.turns(p.written) {
		p.turned, p.app.glimpsed = true, true
		scene = p.app.scene()
	}
	quiet := p.app.hurried && (p.app.typing || p.turned) || p.turned && !slices.Equal(scene.list(), p.written.list())
	next := scene.after(p.written, replacing, quiet)
	p.held = !next.same(scene)
	changes := !next.same(p.shown)
	p.shown = next
	var command tea.Cmd
	if changes && !p.going {
		p.going, p.number = true, p.number+1
		p.wire.frame.Store(int64(p.number))
		number := frameWritten(p.number)
		command = tea.Tick(overdue, func(time.Time) tea.Msg { return number })
		if begins {
			p.frames = 0
			command = tea.Batch(command, p.ask())
		}
		p.frames++
	}
	if quiet || !replacing && !p.held {
		p.frames = 0 // that is all of it
	}
	return command
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

func (p *paced) View() tea.View { return p.shown.frame() }
