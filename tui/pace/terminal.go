package pace

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/term"
)

// A Terminal is where a program is shown.
type Terminal struct {
	Input       io.Reader            // its keys; nil: os.Stdin
	Output      io.Writer            // its screen; nil: os.Stdout
	News        <-chan tea.Msg       // what is told from outside, such as its new sizes where Output is no file; nil: nothing
	Environment []string             // the session's; nil: os.Environ()
	Colours     colorprofile.Profile // those that it has
	Width       int                  // of a terminal whose Output is no file, in columns; 0: as COLUMNS says, or 80
	Height      int                  // in rows; 0: as LINES says, or 24
	Gather      time.Duration        // how long a change is held for what follows from it; 0: 5 ms
}

// terminal is a Terminal in use.
type terminal struct {
	Terminal
	writes sync.Mutex

	state   sync.Mutex
	console uv.Console // nil where it is none
	stop    func()
	opened  bool
	keys    *keyReader // nil where keys are no bytes
}

// minWait is how long a terminal is waited for that takes no more, when it is
// given back.
const minWait = time.Second

func newTerminal(on Terminal) *terminal {
	if on.Input == nil {
		on.Input = os.Stdin
	}
	if on.Output == nil {
		on.Output = os.Stdout
	}
	if on.Environment == nil {
		on.Environment = os.Environ()
	}
	if on.Gather == 0 {
		on.Gather = gatherTime
	}
	return &terminal{Terminal: on}
}

// file is the terminal's own end, where a stream is one.
func file(stream any) (uv.File, bool) {
	f, ok := stream.(uv.File)
	return f, ok && term.IsTerminal(f.Fd())
}

// size is how many columns and rows the terminal has.
func (t *terminal) size() (width, height int) {
	width, height = t.Width, t.Height
	if f, ok := file(t.Output); ok {
		width, height, _ = term.GetSize(f.Fd())
	}
	env := uv.Environ(t.Environment)
	for _, size := range []struct {
		value *int
		name  string
		usual int
	}{{&width, "COLUMNS", 80}, {&height, "LINES", 24}} {
		if *size.value <= 0 {
			*size.value, _ = strconv.Atoi(env.Getenv(size.name))
		}
		if *size.value <= 0 {
			*size.value = size.usual
		}
	}
	return width, height
}

// asksForModes reports whether the terminal may be asked which modes it has. Over SSH
// only some are known to answer well, and Apple's prints the question.
func (t *terminal) asksForModes() bool {
	env := uv.Environ(t.Environment)
	for _, name := range []string{"ghostty", "wezterm", "alacritty", "kitty", "rio"} {
		if strings.Contains(env.Getenv("TERM"), name) {
			return true
		}
	}
	_, remote := env.LookupEnv("SSH_TTY")
	_, windows := env.LookupEnv("WT_SESSION")
	return windows || !remote && !strings.Contains(env.Getenv("TERM_PROGRAM"), "Apple")
}

// open has the terminal give every key as it is typed, and reads them.
func (t *terminal) open(p *program) error {
	t.state.Lock()
	defer t.state.Unlock()
	input, isTerminal := file(t.Input)
	if output, ok := file(t.Output); ok && isTerminal {
		t.console = uv.NewConsole(input, output, t.Environment)
		if _, err := t.console.MakeRaw(); err != nil {
			return err
		}
	}
	reader, err := uv.NewCancelReader(t.Input)
	if err != nil {
		return errors.Join(err, t.restore())
	}
	ctx, cancel := context.WithCancel(context.Background())
	stopResizes := t.tellSizes(p)
	t.opened = true
	var keys io.Reader = reader
	if runtime.GOOS != "windows" || t.console == nil { // where answers come as keys of the console, whole
		t.keys = newKeyReader(ctx, reader, &p.answers, func() { go p.send(answerRead{}) })
		keys = t.keys
	}
	read := t.tellKeys(ctx, p, keys) // nothing is read from the reader any more
	if t.keys != nil {
		read = t.keys.stopped
	}
	t.stop = func() {
		cancel()
		stopResizes()
		if reader.Cancel() {
			select {
			case <-read: // to close it before is a race
				reader.Close()
			case <-time.After(minWait / 2):
			}
		}
	}
	return nil
}

// tellSizes tells the program each new size of a terminal, until stop is called.
func (t *terminal) tellSizes(p *program) (stop func()) {
	output, ok := file(t.Output)
	if !ok {
		return func() {}
	}
	return onResize(func() {
		if width, height, err := term.GetSize(output.Fd()); err == nil {
			p.send(tea.WindowSizeMsg{Width: width, Height: height})
		}
	})
}

// tellKeys tells the program the keys, and the News, until there are no more keys; then
// finished is closed.
func (t *terminal) tellKeys(ctx context.Context, p *program, keys io.Reader) (finished chan struct{}) {
	finished = make(chan struct{})
	events := make(chan uv.Event)
	go func() {
		for {
			select {
			case event := <-events:
				p.send(event)
			case news := <-t.News:
				p.send(news)
			case <-finished:
				return
			}
		}
	}()
	go func() {
		err := t.stream(ctx, keys, events)
		close(finished)
		if ctx.Err() == nil {
			p.send(inputEnded{err})
		}
	}()
	return finished
}

var errKeys = errors.New("the keys cannot be read")

// stream reads keys until ctx ends or there are no more. What cannot be read, for
// whatever reason, ends the program and no other that runs beside it.
func (t *terminal) stream(ctx context.Context, keys io.Reader, events chan<- uv.Event) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%w: %v", errKeys, cause)
		}
	}()
	return uv.NewTerminalReader(keys, uv.Environ(t.Environment).Getenv("TERM")).StreamEvents(ctx, events)
}

// close writes the last text and gives the terminal back, as it was. It may be
// closed already.
func (t *terminal) close(last string) {
	t.state.Lock()
	defer t.state.Unlock()
	if !t.opened {
		return
	}
	t.opened = false
	t.stop()
	wrote := make(chan struct{})
	go func() {
		t.write([]byte(last))
		close(wrote)
	}()
	select {
	case <-wrote:
	case <-time.After(minWait): // nobody reads it
	}
	t.restore()
}

func (t *terminal) restore() error {
	if t.console == nil {
		return nil
	}
	return t.console.Restore()
}

// wipe has what was typed overwritten.
func (t *terminal) wipe() {
	t.state.Lock()
	defer t.state.Unlock()
	if t.keys == nil {
		return
	}
	select {
	case t.keys.wipes <- struct{}{}:
	default: // it is about to be
	}
}

// write writes to the screen, one text after the other.
func (t *terminal) write(text []byte) error {
	t.writes.Lock()
	defer t.writes.Unlock()
	_, err := t.Output.Write(text)
	return err
}
