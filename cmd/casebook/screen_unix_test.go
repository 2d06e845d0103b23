//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"casebook/tui/pace"
)

// patience is how long a test waits for what must come before it fails. It is long,
// since a machine that does much else beside the tests is slow.
const patience = 2 * time.Minute

// A screen is the real program on a pseudo terminal, whose other end an
// emulator draws and answers.
type screen struct {
	tb       testing.TB
	program  *exec.Cmd
	keyboard *os.File // the terminal's end of the line
	line     *os.File // the program's end
	before   *term.State
	after    *term.State   // when the program had ended
	exited   chan struct{} // closed when the program has ended
	drawn    chan struct{} // closed when all that it wrote is drawn
	ending   sync.Once
	sending  sync.Mutex // what a terminal sends is not mixed

	mutex    sync.Mutex
	emulator *vt.Emulator
	raw      bytes.Buffer  // all that the program has written
	answers  atomic.Int64  // to its questions where the cursor is; the emulator writes them while it is held by the mutex
	awaited  int           // the most such questions that had no answer yet
	news     chan struct{} // gets a value when something was written
	probes   int           // how often the program was asked to say when it is at rest
	escaped  time.Time     // when Esc was pressed last
}

// A terminal is what a program is started on.
type terminal struct {
	width, height int
	light         bool
	slow          bool     // it is at the other end of a slow link
	environment   []string // beside TERM and what every program has
	under         []string // the command that starts the program; empty: none
	arguments     []string
	command       []string // in the place of the program and all of these; such as one that leads to it
	home          string   // its folder for everything; empty: a new one
}

// start starts the program on a terminal of its own, in folders of its own.
func start(tb testing.TB, on terminal) *screen {
	tb.Helper()
	keyboard, line, err := pty.Open()
	if err != nil {
		tb.Fatalf("open a pseudo terminal: %v", err)
	}
	if err := pty.Setsize(line, size(on.width, on.height)); err != nil {
		tb.Fatal(err)
	}
	keyboard = closable(tb, keyboard)
	before, err := term.GetState(line.Fd())
	if err != nil {
		tb.Fatal(err)
	}
	s := &screen{tb: tb, keyboard: keyboard, line: line, before: before, exited: make(chan struct{}), drawn: make(chan struct{}), news: make(chan struct{}, 1), emulator: emulator(on)}
	home := on.home
	if home == "" {
		home = tb.TempDir()
	}
	words := on.command
	if words == nil {
		words = slices.Concat(on.under, []string{binary(tb)}, on.arguments)
	}
	s.program = exec.Command(words[0], words[1:]...)
	s.program.Dir = home
	s.program.Env = append([]string{"HOME=" + home, "TMPDIR=" + home, "PATH=" + os.Getenv("PATH"), "TERM=xterm-256color", "LANG=C.UTF-8"}, on.environment...)
	s.program.Stdin, s.program.Stdout, s.program.Stderr = line, line, line
	s.program.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.program.Start(); err != nil {
		tb.Fatal(err)
	}
	go s.draw(s.received(on.slow))
	go s.answer(on.slow)
	go func() {
		s.program.Wait()
		close(s.exited)
	}()
	tb.Cleanup(func() {
		s.program.Process.Kill()
		<-s.exited
		s.emulator.InputPipe().(interface{ Close() error }).Close()
		s.line.Close()
		s.keyboard.Close()
	})
	return s
}

// closable is a file whose Close ends a Read that waits on it, as a terminal's
// window does that is closed; the one that pty.Open returns waits for ever.
func closable(tb testing.TB, file *os.File) *os.File {
	tb.Helper()
	defer file.Close()
	descriptor, err := syscall.Dup(int(file.Fd()))
	if err == nil {
		syscall.CloseOnExec(descriptor) // the program must not hold its own terminal open
		err = syscall.SetNonblock(descriptor, true)
	}
	if err != nil {
		tb.Fatalf("make the pseudo terminal's end closable: %v", err)
	}
	return os.NewFile(uintptr(descriptor), file.Name())
}

func size(width, height int) *pty.Winsize {
	return &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}
}

// emulator is a terminal of today: it says what it is, which background it has,
// where its cursor is, and that it knows modes 2026 (synchronised output) and
// 2027 (grapheme clusters).
func emulator(on terminal) *vt.Emulator {
	e := vt.NewEmulator(on.width, on.height)
	if on.light {
		e.SetDefaultBackgroundColor(color.White)
		e.SetDefaultForegroundColor(color.Black)
	}
	e.RegisterCsiHandler(ansi.Command('?', '$', 'p'), func(parameters ansi.Params) bool {
		mode, _, _ := parameters.Param(0, 0)
		if mode != 2026 && mode != 2027 {
			return false
		}
		fmt.Fprintf(e.InputPipe(), "\x1b[?%d;2$y", mode)
		return true
	})
	return e
}

// received is what the program writes, as it comes out at the terminal's end of a
// link. A slow one has a buffer, as sshd has.
func (s *screen) received(slow bool) <-chan []byte {
	all := make(chan []byte, linkBuffer/linkPiece)
	go func() {
		defer close(all)
		size := 64 << 10
		if slow {
			size = linkPiece
		}
		for {
			text := make([]byte, size)
			n, err := s.keyboard.Read(text)
			if n > 0 {
				all <- text[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	if !slow {
		return all
	}
	slowly := make(chan []byte)
	go func() {
		defer close(slowly)
		for text := range all {
			time.Sleep(time.Duration(len(text)) * time.Second / linkBytes)
			slowly <- text
		}
	}()
	return slowly
}

// draw gives the emulator what the program writes.
func (s *screen) draw(received <-chan []byte) {
	defer close(s.drawn)
	for text := range received {
		s.mutex.Lock()
		s.raw.Write(text)
		s.awaited = max(s.awaited, bytes.Count(s.raw.Bytes(), []byte(whereIsTheCursor))-int(s.answers.Load()))
		s.emulator.Write(text)
		s.mutex.Unlock()
		select {
		case s.news <- struct{}{}:
		default:
		}
	}
}

// whereIsTheCursor is what each frame asks the terminal.
const whereIsTheCursor = "\x1b[6n"

// place is the answer to the question where the cursor is.
var place = regexp.MustCompile(`\x1b\[[0-9]+;[0-9]+R`)

// answer gives the program what the emulator answers.
func (s *screen) answer(slow bool) {
	buffer := make([]byte, 4096)
	for {
		n, err := s.emulator.Read(buffer)
		if err != nil {
			return
		}
		late := bytes.Clone(buffer[:n])
		if slow {
			time.AfterFunc(linkDelay, func() { s.reply(late) })
			continue
		}
		s.reply(late)
	}
}

func (s *screen) reply(answer []byte) {
	s.answers.Add(int64(len(place.FindAll(answer, -1))))
	s.sending.Lock()
	defer s.sending.Unlock()
	s.keyboard.Write(answer)
}

// press types keys, as the bytes that a terminal sends for them.
func (s *screen) press(keys ...string) {
	s.tb.Helper()
	for _, key := range keys {
		if _, err := s.keyboard.WriteString(key); err != nil {
			s.tb.Fatalf("press %q: %v", key, err)
		}
		if key == escape {
			s.escaped = time.Now()
		}
	}
}

const (
	enter  = "\r"
	escape = "\x1b"
	tab    = "\t"
)

// text is the screen as lines of plain text.
func (s *screen) text() string {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.emulator.String()
}

// waitFor waits until the screen is as a condition says.
func (s *screen) waitFor(what string, is func(text string) bool) {
	s.tb.Helper()
	deadline := time.After(patience)
	for !is(s.text()) {
		select {
		case <-s.news:
		case <-deadline:
			s.tb.Fatalf("%s: waited %v, the screen is\n%s", what, patience, s.text())
		case <-s.exited:
			if s.drain(); is(s.text()) {
				return
			}
			s.tb.Fatalf("%s: the program has ended (%v), the screen is\n%s", what, s.program.ProcessState, s.text())
		}
	}
}

// shows waits until a text is on the screen.
func (s *screen) shows(texts ...string) {
	s.tb.Helper()
	for _, text := range texts {
		s.waitFor(fmt.Sprintf("show %q", text), func(screen string) bool { return strings.Contains(screen, text) })
	}
}

// hides waits until a text is no longer on the screen.
func (s *screen) hides(text string) {
	s.tb.Helper()
	s.waitFor(fmt.Sprintf("hide %q", text), func(screen string) bool { return !strings.Contains(screen, text) })
}

// escapeWait is after how long the program takes a lone Esc for the key, and not
// for the beginning of what another key sends, or of an answer of the terminal.
const escapeWait = 300 * time.Millisecond

// settle waits until the program says that it is at rest.
func (s *screen) settle() {
	s.tb.Helper()
	time.Sleep(time.Until(s.escaped.Add(escapeWait)))
	s.probes++
	s.press(pace.IdleProbe(s.probes))
	mark := []byte(pace.IdleMark(s.probes))
	deadline := time.After(patience)
	for !s.has(mark) {
		select {
		case <-s.news:
		case <-deadline:
			s.tb.Fatalf("the program did not come to rest in %v, the screen is\n%s", patience, s.text())
		case <-s.exited:
			return
		}
	}
}

// has reports whether the program has written a text.
func (s *screen) has(text []byte) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return bytes.Contains(s.raw.Bytes(), text)
}

// written is how many bytes the program has written, when it is at rest.
func (s *screen) written() int {
	s.tb.Helper()
	s.settle()
	return len(s.bytes())
}

// idleMarks are what the program says of being at rest.
var idleMarks = regexp.MustCompile(strings.ReplaceAll(regexp.QuoteMeta(pace.IdleMark(0)), "0", "[0-9]+"))

// bytes are all that the program has written, but for what a test alone asks for.
func (s *screen) bytes() []byte {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return idleMarks.ReplaceAll(s.raw.Bytes(), nil)
}

// resize makes the terminal larger or smaller, as a window that is dragged.
func (s *screen) resize(width, height int) {
	s.tb.Helper()
	s.mutex.Lock()
	s.emulator.Resize(width, height)
	s.mutex.Unlock()
	if err := pty.Setsize(s.line, size(width, height)); err != nil {
		s.tb.Fatal(err)
	}
}

// ends waits for the program's end and returns its exit code; -1 for a signal.
func (s *screen) ends() int {
	s.tb.Helper()
	select {
	case <-s.exited:
	case <-time.After(patience):
		s.tb.Fatalf("the program did not end, the screen is\n%s", s.text())
	}
	s.drain()
	return s.program.ProcessState.ExitCode()
}

// drain draws all that the program wrote before it ended. It closes the
// program's end of the line, so that the terminal's end comes to an end too.
func (s *screen) drain() {
	s.ending.Do(func() {
		s.after, _ = term.GetState(s.line.Fd()) // nil where the terminal has gone away
		s.line.Close()
		select {
		case <-s.drawn:
		case <-time.After(patience):
			s.tb.Errorf("what the program wrote was not drawn in %v", patience)
		}
	})
}

// restored checks that the terminal is as the program found it: the shell's
// own screen, the cursor shown, the line's settings and every mode put back.
func (s *screen) restored() {
	s.tb.Helper()
	s.ends()
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.emulator.IsAltScreen() {
		s.tb.Error("the alternate screen is still there")
	}
	if s.emulator.CursorHidden() {
		s.tb.Error("the cursor is still hidden")
	}
	if s.after == nil || *s.after != *s.before {
		s.tb.Errorf("the line's settings are %+v, were %+v", s.after, s.before)
	}
	for _, mode := range []string{"1000", "1002", "1003", "1006", "2004", "2026", "2027", "1004"} {
		on := bytes.LastIndex(s.raw.Bytes(), []byte("\x1b[?"+mode+"h"))
		off := bytes.LastIndex(s.raw.Bytes(), []byte("\x1b[?"+mode+"l"))
		if on > off {
			s.tb.Errorf("mode %s is still on", mode)
		}
	}
}

// files are the names and sizes of all files below a folder.
func files(tb testing.TB, folder string) string {
	tb.Helper()
	var list strings.Builder
	err := filepath.Walk(folder, func(name string, info os.FileInfo, err error) error {
		if err == nil {
			fmt.Fprintf(&list, "%s %d %v\n", name, info.Size(), info.ModTime())
		} else if !errors.Is(err, os.ErrNotExist) {
			return err
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return list.String()
}
