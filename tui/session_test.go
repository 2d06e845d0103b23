package tui

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"sync"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
)

// A screenful counts what the real renderer writes, and tells when it has
// written a frame that carries a given window title.
type screenful struct {
	mu      sync.Mutex
	written bytes.Buffer
	waiting string
	seen    chan struct{}
}

func (s *screenful) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.written.Write(p)
	if s.waiting != "" && bytes.Contains(s.written.Bytes(), []byte(s.waiting)) {
		s.waiting = ""
		close(s.seen)
	}
	return len(p), nil
}

// A probe is sent when the browser is idle; it changes the title, so that the
// frame with everything before it can be recognised.
type probe string

// A probed is the browser with commands counted and a title that a probe sets.
type probed struct {
	app     *App
	title   string
	running *sync.WaitGroup
	started *sync.Once // when the first size is there; Init has been called before
	shown   *shown
}

// A shown is the view as of the last probe. A key and its answers are one frame,
// as they are where the answers come within the 16 ms between two: how busy the
// machine of the test is does not change the count.
type shown struct {
	title string
	view  tea.View
}

func (p probed) Init() tea.Cmd { return p.counted(p.app.Init()) }

func (p probed) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	if title, ok := message.(probe); ok {
		p.title = string(title)
		return p, nil
	}
	if done, ok := message.(done); ok {
		defer p.running.Done()
		message = done.message
	}
	_, command := p.app.Update(message)
	counted := p.counted(command)
	switch message.(type) {
	case tea.KeyPressMsg:
		p.running.Done() // Press has counted it
	case tea.WindowSizeMsg:
		p.started.Do(p.running.Done)
	}
	return p, counted
}

// A done is what a command gave.
type done struct{ message tea.Msg }

// counted makes the end of a command known.
func (p probed) counted(command tea.Cmd) tea.Cmd {
	if command == nil {
		return nil
	}
	p.running.Add(1)
	return func() tea.Msg {
		switch message := command().(type) {
		case tea.BatchMsg:
			for i := range message {
				message[i] = p.counted(message[i])
			}
			p.running.Done()
			return message
		default:
			return done{message}
		}
	}
}

func (p probed) View() tea.View {
	if p.shown.title != p.title {
		p.shown.title, p.shown.view = p.title, p.app.View()
		p.shown.view.WindowTitle = p.title
	}
	return p.shown.view
}

// A Session is the browser with the real renderer behind it.
type Session struct {
	program *tea.Program
	screen  *screenful
	running *sync.WaitGroup
	app     *App
	probes  int
}

func StartSession(tb testing.TB, library Library, width, height int) *Session {
	tb.Helper()
	s := &Session{screen: &screenful{}, running: &sync.WaitGroup{}, app: New(library, Options{NoMouse: true})}
	input, _ := io.Pipe()
	ctx, cancel := context.WithCancel(context.Background())
	s.program = tea.NewProgram(probed{app: s.app, running: s.running, started: &sync.Once{}, shown: &shown{}}, tea.WithContext(ctx), tea.WithOutput(s.screen), tea.WithInput(input),
		tea.WithWindowSize(width, height), tea.WithFPS(120), tea.WithEnvironment([]string{"TERM=xterm-256color"}), tea.WithColorProfile(colorprofile.ANSI256), tea.WithoutSignalHandler())
	s.running.Add(1)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		s.program.Run() //nolint:errcheck // it ends by its context
	}()
	tb.Cleanup(func() { cancel(); <-ended })
	s.idle()
	return s
}

// idle waits until nothing is running and the last frame is written, and
// returns how many bytes were written since the last time.
func (s *Session) idle() int {
	s.running.Wait()
	s.probes++
	title := fmt.Sprintf("probe %06d", s.probes)
	s.screen.mu.Lock()
	s.screen.waiting, s.screen.seen = title, make(chan struct{})
	seen := s.screen.seen
	s.screen.mu.Unlock()
	s.program.Send(probe(title))
	<-seen
	s.screen.mu.Lock()
	defer s.screen.mu.Unlock()
	size := s.screen.written.Len() - len("\x1b]2;"+title+"\a")
	s.screen.written.Reset()
	return size
}

// Press presses a key and returns how many bytes it made the program write.
func (s *Session) Press(key tea.KeyPressMsg) int {
	s.running.Add(1)
	s.program.Send(key)
	return s.idle()
}

// MaxMove is the budget of a cursor move with a new detail, at 80x24.
const MaxMove = 1024
