package pace

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"casebook/tui/width"
)

// A counter is a program that shows how many keys were pressed. It is blank after
// z, and looks something up after l.
type counter struct {
	keys   int
	blank  bool
	views  int // how many were made
	lookup chan string
	last   string
}

type found string

func (c *counter) Init() tea.Cmd { return nil }

func (c *counter) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	switch message := message.(type) {
	case found:
		c.last = string(message)
	case width.Method:
		c.last = fmt.Sprint("by method ", message)
	case tea.KeyPressMsg:
		c.keys, c.blank = c.keys+1, message.Code == 'z'
		switch message.Code {
		case 'q':
			return c, tea.Quit
		case 'c':
			return c, tea.Raw("\x1b]52;c;YQ==\a")
		case 'l':
			return c, func() tea.Msg { return found(<-c.lookup) }
		case 'p':
			panic("a fault")
		}
	}
	return c, nil
}

func (c *counter) View() tea.View {
	c.views++
	if c.blank {
		return tea.NewView("")
	}
	return tea.NewView(fmt.Sprintf("%d keys %s", c.keys, c.last))
}

// A bench is a program that is told by the test what happens, and when.
type bench struct {
	*program
	t        *testing.T
	counter  *counter
	sent     chan tea.Msg // what the program tells itself
	wrote    chan string  // what it writes
	text     strings.Builder
	emulator *vt.Emulator
	quits    bool
}

// Write records the program's output.
func (b *bench) Write(text []byte) (int, error) {
	b.wrote <- string(text)
	return len(text), nil
}

func onBench(t *testing.T) *bench {
	b := &bench{t: t, counter: &counter{lookup: make(chan string)}, sent: make(chan tea.Msg, 99), wrote: make(chan string, 99), emulator: vt.NewEmulator(40, 3)}
	go io.Copy(io.Discard, b.emulator) // its answers come when the test says so
	b.program = newProgram(b.counter, Terminal{Output: b, Input: strings.NewReader("")})
	b.send = func(message tea.Msg) { b.sent <- message }
	t.Cleanup(func() { b.due.Stop(); b.timer.Stop() })
	b.begin()
	b.happens(tea.WindowSizeMsg{Width: 40, Height: 3})
	b.written()
	return b
}

// happens filters a message and gives it to the model, as Bubble Tea does.
func (b *bench) happens(message tea.Msg) {
	switch message = b.filter(b, message); message.(type) {
	case nil:
		return
	case tea.QuitMsg:
		b.quits = true
		return
	}
	if _, command := b.Update(message); command != nil {
		go func() { b.sent <- command() }()
	}
}

func (b *bench) press(keys string) {
	for _, key := range keys {
		b.happens(tea.KeyPressMsg{Code: key, Text: string(key)})
	}
}

// arrives delivers what the program tells itself, until one is of this kind.
func (b *bench) arrives(like tea.Msg) {
	b.t.Helper()
	for {
		select {
		case message := <-b.sent:
			b.happens(message)
			if fmt.Sprintf("%T", message) == fmt.Sprintf("%T", like) {
				return
			}
		case <-time.After(time.Minute):
			b.t.Fatalf("there comes no %T", like)
		}
	}
}

// written lets the terminal have what is being written.
func (b *bench) written() {
	b.t.Helper()
	for b.writing {
		text := <-b.wrote
		b.text.WriteString(text)
		b.emulator.Write([]byte(text))
		b.arrives(frameWritten{})
	}
}

func (b *bench) shows(want string) {
	b.t.Helper()
	b.written()
	if got := strings.TrimSpace(strings.Split(b.emulator.String(), "\n")[0]); got != want {
		b.t.Fatalf("the screen is %q, want %q, after %q", got, want, &b.text)
	}
}

func (b *bench) answers() { b.happens(answerRead{}) }

func TestOneFrameIsOnItsWay(t *testing.T) {
	b := onBench(t)
	b.press("a")
	b.shows("1 keys")
	b.press("b")
	b.shows("2 keys") // it has not shown yet that it answers
	b.answers()
	b.press("x")
	b.shows("3 keys")
	b.press("xy")
	b.shows("3 keys")
	b.answers()
	b.shows("5 keys")
	if n := strings.Count(b.text.String(), ansi.RequestCursorPositionReport); n != 3 {
		t.Errorf("the terminal was asked %d times, want once in each change that waited for no answer", n)
	}
}

func TestWhatEmptiesTheScreenWaitsForNoAnswer(t *testing.T) {
	b := onBench(t)
	b.answers()
	b.press("a")
	b.shows("1 keys")
	b.press("bz")
	b.arrives(waitOver{})
	b.shows("")
	b.happens(tea.KeyPressMsg{Code: tea.KeyF3}) // as an answer may look
	b.shows("")
	b.press("x")
	b.answers()
	b.shows("4 keys")
}

// TestNoViewForEachLetter types a long text while a frame is on its way: the views
// of its letters would not be shown.
func TestNoViewForEachLetter(t *testing.T) {
	b := onBench(t)
	b.answers()
	b.terminal.Gather = time.Hour // the test takes less than this
	b.press("a")
	b.shows("1 keys")
	before := b.counter.views
	b.press(strings.Repeat("a", 1000))
	if made := b.counter.views - before; made > 0 {
		t.Errorf("%d views were made while none could be shown", made)
	}
	b.answers()
	b.shows("1001 keys")
}

// TestACopyIsNoAnswer copies while a frame is on its way: what is written for it
// says nothing of the frame.
func TestACopyIsNoAnswer(t *testing.T) {
	b := onBench(t)
	b.answers()
	b.press("a")
	b.shows("1 keys")
	b.press("c")
	b.arrives(commandDone{})
	b.shows("1 keys")
	if !strings.Contains(b.text.String(), "\x1b]52;c;YQ==\a") {
		t.Error("the copy waits for the answer")
	}
	if !b.isLagging() {
		t.Error("the copy is taken for the answer")
	}
	b.answers()
	b.shows("2 keys")
}

// TestAnswersThatDoNotCome are waited for once more where there were others, and
// not again after that; where there were none they are not waited for at all.
func TestAnswersThatDoNotCome(t *testing.T) {
	b := onBench(t)
	b.answers()
	b.press("a")
	b.shows("1 keys")
	b.press("a")
	b.shows("1 keys")
	b.happens(answerTimeout(b.questions.Load()))
	b.shows("2 keys")
	b.press("a")
	b.shows("2 keys")
	b.happens(answerTimeout(b.questions.Load()))
	b.shows("3 keys")
	asked := b.questions.Load()
	b.press("a")
	b.shows("4 keys")
	b.press("a")
	b.shows("5 keys")
	if b.questions.Load() != asked {
		t.Error("a terminal that answers no more is asked")
	}
	b.answers() // it does after all
	b.press("a")
	b.shows("6 keys")
	b.press("a")
	b.shows("6 keys")

	b = onBench(t)
	b.happens(answerTimeout(b.questions.Load()))
	b.press("aaa")
	b.shows("3 keys")
	if b.questions.Load() != 1 {
		t.Error("a terminal that never answers is asked again")
	}
}

// TestAChangeWaitsForWhatItBrings draws a key and what it looks up as one frame,
// unless that takes too long.
func TestAChangeWaitsForWhatItBrings(t *testing.T) {
	b := onBench(t)
	b.press("l")
	if b.since = b.since.Add(time.Hour); b.writing {
		t.Fatal("the key is drawn without what it looks up")
	}
	b.counter.lookup <- "soon"
	b.arrives(commandDone{})
	b.shows("1 keys soon")
	b.answers()
	b.press("l")
	b.arrives(waitOver{})
	b.shows("2 keys soon")
	b.answers()
	b.counter.lookup <- "late"
	b.arrives(commandDone{})
	b.shows("2 keys late")
}

// TestTheEndWaitsForTheLastAnswer keeps the end back while an answer is on its
// way, which the shell would take for something typed.
func TestTheEndWaitsForTheLastAnswer(t *testing.T) {
	for _, comes := range []tea.Msg{answerRead{}, leaveTimeout{}, answerTimeout(2)} {
		b := onBench(t)
		b.answers()
		b.press("a")
		b.shows("1 keys")
		b.press("q")
		b.arrives(commandDone{})
		if b.quits {
			t.Fatal("the end is not kept back")
		}
		b.shows("")
		b.press("b")
		b.happens(comes)
		if !b.quits {
			t.Errorf("%T does not bring the end", comes)
		}
		if b.counter.keys != 2 {
			t.Error("a key is taken in that was typed after the last one")
		}
	}
	b := onBench(t)
	b.answers()
	b.press("q")
	b.written()
	b.answers()
	b.arrives(commandDone{})
	if !b.quits {
		t.Error("the end is kept back for nothing")
	}
}

// TestModeOfCharacters: the program hears that the terminal takes a letter with its
// marks for one character, once that has been set.
func TestModeOfCharacters(t *testing.T) {
	b := onBench(t)
	b.answers()
	b.happens(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized})
	if b.counter.last != "" || b.screen.method != width.ByLetter {
		t.Errorf("a terminal that does not know the mode counts as %q", b.counter.last)
	}
	b.happens(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	b.written()
	b.shows("0 keys by method " + fmt.Sprint(width.ByCharacter))
	if !strings.Contains(b.text.String(), ansi.SetModeUnicodeCore) {
		t.Error("the mode is not set")
	}
}

func TestIdleMark(t *testing.T) {
	b := onBench(t)
	b.answers()
	marked := func(n int) bool { b.written(); return strings.Contains(b.text.String(), IdleMark(n)) }
	probe := func(n int) { b.happens(tea.ModeReportMsg{Mode: ansi.DECMode(probe + n)}) }
	probe(1)
	if !marked(1) {
		t.Fatal("the program at rest does not say so")
	}
	b.press("l")
	probe(2)
	b.arrives(waitOver{})
	b.answers()
	if marked(2) {
		t.Fatal("it says that it is at rest while it looks something up")
	}
	b.counter.lookup <- "it"
	b.arrives(commandDone{})
	b.shows("1 keys it")
	if marked(2) {
		t.Fatal("it says that it is at rest before the terminal has shown all")
	}
	b.answers()
	if !marked(2) {
		t.Fatal("it does not say that it is at rest again")
	}
}

func TestAPanicGivesTheTerminalBack(t *testing.T) {
	b := onBench(t)
	b.terminal.opened, b.terminal.stop = true, func() {}
	defer func() {
		if recover() == nil {
			t.Error("the panic is lost")
		}
		if text := <-b.wrote; !strings.HasSuffix(text, ansi.ResetModeAltScreenSaveCursor+ansi.SetModeTextCursorEnable) {
			t.Errorf("the terminal was given %q at last", text)
		}
	}()
	b.press("p")
}

// TestRun runs a program on a pipe from its beginning to its end.
func TestRun(t *testing.T) {
	input, keys := io.Pipe()
	b := &bench{wrote: make(chan string, 99)}
	model := &counter{}
	go func() {
		<-b.wrote
		keys.Write([]byte("a\x1b[6nbq"))
	}()
	if err := Run(context.Background(), model, Terminal{Input: input, Output: b, Environment: []string{"TERM=xterm"}, Width: 40, Height: 3}); err != nil {
		t.Fatal(err)
	}
	if model.keys != 3 {
		t.Errorf("%d keys were taken in", model.keys)
	}
}

// TestRunEndsWithItsKeys ends when there is nobody any more who could type.
func TestRunEndsWithItsKeys(t *testing.T) {
	b := &bench{wrote: make(chan string, 99)}
	if err := Run(context.Background(), &counter{}, Terminal{Input: strings.NewReader("a"), Output: b, Environment: []string{"TERM=xterm"}}); err != nil {
		t.Fatal(err)
	}
}
