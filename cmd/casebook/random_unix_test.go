//go:build unix

package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"casebook/model/safe/safetest"
	"casebook/tui/pace"
)

// What bash .ci/random asks for; go test without flags takes a short walk.
var (
	randomSeeds  = flag.Int("random-seeds", 1, "how many walks of random use, at each size and in plain mode")
	randomFirst  = flag.Uint64("random-first", 1, "the seed of the first")
	randomEvents = flag.Int("random-events", 120, "keys, pastes, mouse events, resizes and answers of the terminal in each")
)

// The bounds of a walk.
const (
	maxGrowth = 100 << 10 // of memory, in KB
	maxWait   = time.Minute

	maxColumns, maxRows = 230, 60
)

// TestRandomUse uses the program at random, on a terminal that sends anything: it
// answers until it is left, does not grow, and gives the terminal back.
func TestRandomUse(t *testing.T) {
	if testing.Short() {
		t.Skip("it is long, and the browser has tests of its own under the race detector")
	}
	for seed := *randomFirst; seed < *randomFirst+uint64(*randomSeeds); seed++ {
		for _, size := range [][2]int{{80, 24}, {200, 50}, {120, 36}, {40, 12}} {
			if *randomSeeds == 1 && size[0] != 80 {
				continue
			}
			t.Run(fmt.Sprintf("seed %d at %dx%d", seed, size[0], size[1]), func(t *testing.T) {
				w := &randomWalk{random: rand.New(rand.NewPCG(seed, uint64(size[0]))), width: size[0], height: size[1]}
				for w.done < *randomEvents {
					w.session(t)
				}
				t.Logf("%d events, %d sessions, at most %d MB more", w.done, w.sessions, w.growth>>10)
			})
		}
		t.Run(fmt.Sprintf("seed %d in plain mode", seed), func(t *testing.T) { plainWalk(t, rand.New(rand.NewPCG(seed, 0))) })
	}
}

// A randomWalk is random use of the browser, over one session or more.
type randomWalk struct {
	random                 *rand.Rand
	width, height          int
	done, sessions, growth int
}

// session is one run of the program, until the walk is over or a key has ended it.
func (w *randomWalk) session(t *testing.T) {
	w.sessions++
	s := start(t, terminal{width: w.width, height: w.height})
	s.resize(maxColumns, maxRows) // the emulator stays so, since it cannot be made smaller while rows are moved
	w.resize(t, s, w.width, w.height)
	if !w.rests(s) {
		t.Fatalf("it does not start:\n%s", s.text())
	}
	before := resident(s.program.Process.Pid)
	running := func() bool {
		select {
		case <-s.exited:
			return false
		default:
			return true
		}
	}
	for running() && w.done < *randomEvents {
		for range 1 + w.random.IntN(200) {
			w.event(s)
			w.done++
		}
		if !w.rests(s) {
			t.Fatalf("after %d events it does not come to rest:\n%s", w.done, s.text())
		}
		if growth := resident(s.program.Process.Pid) - before; running() && growth > w.growth {
			if w.growth = growth; growth > maxGrowth {
				t.Fatalf("after %d events it has %d MB more", w.done, growth>>10)
			}
		}
		s.forget()
	}
	for deadline := time.Now().Add(maxWait); running() && time.Now().Before(deadline); {
		s.keyboard.WriteString("\x03")
		select {
		case <-s.exited:
		case <-time.After(2 * time.Second):
		}
	}
	if running() {
		t.Fatalf("ctrl+c does not end it:\n%s", s.text())
	}
	s.restored()
	if text := string(s.bytes()); strings.Contains(text, "goroutine ") || strings.Contains(text, "panic:") {
		t.Errorf("after %d events it ended so:\n%s", w.done, text[max(len(text)-4000, 0):])
	}
	if code := s.program.ProcessState.ExitCode(); code != 0 && code != 130 {
		t.Errorf("after %d events it ended with %d", w.done, code)
	}
}

// forget keeps nothing of what has been drawn but how each mode was set last.
func (s *screen) forget() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	last := map[string][]byte{}
	for _, change := range modeChange.FindAllSubmatch(s.raw.Bytes(), -1) {
		last[string(change[1])] = bytes.Clone(change[0])
	}
	s.raw.Reset()
	s.answers.Store(0)
	for _, change := range last {
		s.raw.Write(change)
	}
}

var modeChange = regexp.MustCompile(`\x1b\[\?([0-9]+)[hl]`)

// rests waits until the program is at rest or has ended. What was sent before may
// have taken the question for a part of itself, so it is asked again.
func (w *randomWalk) rests(s *screen) bool {
	time.Sleep(escapeWait)
	for deadline := time.Now().Add(maxWait); time.Now().Before(deadline); {
		s.probes++
		s.keyboard.WriteString(pace.IdleProbe(s.probes % 9999))
		for asked := time.Now(); time.Since(asked) < 3*time.Second; {
			if s.has([]byte(pace.IdleMark(s.probes % 9999))) {
				return true
			}
			select {
			case <-s.news:
			case <-time.After(100 * time.Millisecond):
			case <-s.exited:
				return true
			}
		}
	}
	return false
}

// event is one thing that a person or a terminal does. A write may fail: the program
// has ended.
func (w *randomWalk) event(s *screen) {
	s.sending.Lock() // a terminal answers nothing in the midst of a key or a paste
	defer s.sending.Unlock()
	r := w.random
	switch n := r.IntN(100); {
	case n < 45:
		key := randomKey(r)
		if key == "q" && r.IntN(50) > 0 {
			key = "j"
		}
		s.keyboard.WriteString(key)
	case n < 60:
		s.keyboard.WriteString(pick(r, walkKeys))
	case n < 66:
		s.keyboard.WriteString("/" + pick(r, walkTexts) + enter)
	case n < 72:
		s.keyboard.WriteString("\x1b[200~" + strings.ReplaceAll(pick(r, walkTexts)+pick(r, walkTexts), "\x1b", "") + "\x1b[201~")
	case n < 84:
		fmt.Fprintf(s.keyboard, "\x1b[<%d;%d;%d%s", []int{0, 0, 0, 2, 32, 64, 65, 35}[r.IntN(8)], 1+r.IntN(w.width+9), 1+r.IntN(w.height+9), []string{"M", "M", "m"}[r.IntN(3)])
	case n < 88:
		w.resize(s.tb, s, 1+r.IntN(maxColumns), 1+r.IntN(maxRows))
	case n < 90:
		w.resize(s.tb, s, w.width, w.height)
	case n < 98:
		answer := pick(r, walkAnswers)
		at := 1 + r.IntN(len(answer))
		s.keyboard.WriteString(answer[:at])
		time.Sleep([]time.Duration{0, 0, 0, 20, 80, 250}[r.IntN(6)] * time.Millisecond)
		s.keyboard.WriteString(answer[at:])
	default:
		noise := make([]byte, 1+r.IntN(12))
		for i := range noise {
			for noise[i] = byte(r.Uint32()); noise[i] == 3 || noise[i] == 26 || noise[i] == 'q'; { // these end or suspend it
				noise[i]++
			}
		}
		s.keyboard.Write(noise)
	}
}

// resize makes the terminal of the program larger or smaller.
func (w *randomWalk) resize(tb testing.TB, s *screen, columns, rows int) {
	if err := pty.Setsize(s.line, size(columns, rows)); err != nil {
		tb.Fatal(err)
	}
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// randomKey is a letter, a sign or a control key, but for ctrl+c and ctrl+z.
func randomKey(r *rand.Rand) string {
	switch r.IntN(12) {
	case 0:
		for {
			if key := rune(1 + r.IntN(31)); key != 3 && key != 26 && key != 27 {
				return string(key)
			}
		}
	case 1:
		return pick(r, []string{"ж", "Қ", "é", "م", "漢", "😀", "\u0301", "\u200d", "ﬁ"})
	}
	return string(rune(' ' + r.IntN(95)))
}

var (
	walkKeys = []string{
		"\r", "\t", "\x1b[Z", "\x7f", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\x1b[3~", "\x1bOP", "\x1b[15~",
		"\x1b[1;5C", "\x1b[97;5u", "\x1b[27u", "\x1b[13;2u", "\x1b[27;5;106~", "\x1b", "\x1b\x1b", "\x1bq", "j", "k", "G", "g", "f", "v", "t", "T", "x", "X", "+", "-", "s", "?", ":", "m", "n", "c",
	}
	walkTexts = []string{
		"", "bokaev", "Нарымбаев", "person:ж law:419", `"exact`, "-", "date:2016-05..", "is:marked", "prison 5 years", "علی\u200cرضا", "कार्यकर्ता", strings.Repeat("long ", 300), strings.Repeat("é", 500),
		safetest.Hostile, safetest.Harmless, "a\nb\r\nc\t", "/tmp/../x.md", "~/x.csv", "\x00\x01\x02", "%s%d{}[]()*?\\",
	}
	walkAnswers = []string{
		"\x1b[12;40R", "\x1b[1;3R", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;rgb:0000/0000/0000\a", "\x1b[?62;22c", "\x1b[>0;276;0c", "\x1b[?2026;2$y", "\x1b[?2027;2$y", "\x1bP>|terminal 1.0\x1b\\",
		"\x1b[I", "\x1b[O", "\x1b[200~torn\x1b[201~", "\x1b[<0;5;5M", "\x1b[<64;9;9M", "\x1b[M !!", "\x1b_Gi=1;OK\x1b\\", "\x1b[99999999999999999999~", "\x1b[8;24;80t", "\x1b[?1u",
	}
	walkLines = []string{
		"", "1", "2", "99999999999", "-1", "next", "back", "previous", "help", "list", "filters", "people", "laws", "places", "figures", "timeline", "overview", "mark", "unmark", "marked", "note a word", "notes", "source", "more", "clear",
		"category", "outcome", "sort", "copy", "cite", "save", "width 40", "width off", "width 99999999999999999999", "language ru", "language kk", "language en", "sensitive", "open KAZ-2016-37", "show 9", "first", "last", "again", "undo", "about", "keys",
	}
)

// plainWalk types lines at random, and ends them. The program must have said all that
// it has to say, and end.
func plainWalk(t *testing.T, r *rand.Rand) {
	ctx, cancel := context.WithTimeout(context.Background(), maxWait+time.Duration(*randomEvents)*50*time.Millisecond)
	defer cancel()
	home := t.TempDir()
	c := exec.CommandContext(ctx, binary(t), "--plain")
	c.Dir, c.Env = home, []string{"HOME=" + home, "TMPDIR=" + home, "LANG=C.UTF-8"}
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	before, most := 0, 0
	for i := range *randomEvents {
		line := pick(r, walkLines)
		switch r.IntN(4) {
		case 0:
			line = "/" + pick(r, walkTexts)
		case 1:
			line += " " + pick(r, walkTexts)
		case 2:
			line = randomKey(r) + randomKey(r) + randomKey(r)
		}
		if strings.HasPrefix(line, "q") { // quits
			continue
		}
		if _, err := in.Write([]byte(strings.ReplaceAll(line, "\n", " ") + "\n")); err != nil {
			break // it has ended
		}
		if most = max(most, resident(c.Process.Pid)); i == *randomEvents/20 {
			before = most
		}
	}
	io.WriteString(in, "lock\nlock\nno passphrase\n") // at the end, since each try of a passphrase takes a second
	in.Close()
	err = c.Wait()
	if ctx.Err() != nil || strings.Contains(said.String(), "goroutine ") {
		t.Fatalf("%v, %v:\n%s", err, ctx.Err(), said.String()[max(said.Len()-4000, 0):])
	}
	if growth := most - before; before > 0 && growth > maxGrowth {
		t.Errorf("it has %d MB more", growth>>10)
	}
	if near, found := safetest.Find(said.String()); found {
		t.Errorf("it wrote %+q", near)
	}
	t.Logf("%d lines, %d bytes, at most %d MB, %v", *randomEvents, said.Len(), most>>10, err)
}

// resident is how much memory a process has, in KB; 0 where that cannot be told.
func resident(pid int) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	kilobytes := 0
	if _, after, found := strings.Cut(string(status), "VmRSS:"); found {
		fmt.Sscan(after, &kilobytes)
	}
	return kilobytes
}
