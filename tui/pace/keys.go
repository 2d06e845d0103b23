package pace

import (
	"bytes"
	"context"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"casebook/model/lazy"
)

// How long the reader waits for the rest of an answer: after its first byte, which
// the Esc key also sends, and after more bytes.
const (
	escapeWait = 200 * time.Millisecond
	partWait   = time.Second
)

// A keyReader reads keys. The terminal's answers arrive on the same stream, over a
// slow link late or in parts. The reader removes cursor positions and joins the
// parts of other answers, so that no answer is read as keys.
type keyReader struct {
	ctx      context.Context
	answers  *answers
	answered func()

	reads   chan read
	stopped chan struct{} // closed when nothing is read from the source any more
	wipes   chan struct{} // gets a value when what was typed is to be overwritten
	buffer  []byte        // the beginning of an answer
	expired bool          // whose end has not come in time
	escaped bool          // an Esc was passed on that may have been such a beginning
	pasting bool          // the end of what is pasted has not come
	pasted  time.Time     // when something was pasted that is not marked
	ready   []byte
	err     error
}

type read struct {
	text []byte
	err  error
}

// newKeyReader reads from a source until ctx ends.
func newKeyReader(ctx context.Context, source io.Reader, a *answers, heard func()) *keyReader {
	r := &keyReader{ctx: ctx, answers: a, answered: heard, reads: make(chan read), stopped: make(chan struct{}), wipes: make(chan struct{}, 1)}
	go func() {
		defer close(r.stopped)
		defer close(r.reads)
		for {
			text := make([]byte, 4096)
			n, err := source.Read(text)
			select {
			case r.reads <- read{text[:n], err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	return r
}

// Read implements io.Reader.
func (r *keyReader) Read(into []byte) (int, error) {
	for len(r.ready) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		var late <-chan time.Time
		if len(r.buffer) > 0 && !r.expired && !r.pasting {
			wait := partWait
			if len(r.buffer) <= 2 {
				wait = escapeWait
			}
			timer := time.NewTimer(wait)
			defer timer.Stop()
			late = timer.C
		}
		select {
		case read, open := <-r.reads:
			if !open {
				read.err = io.EOF
			}
			r.err = read.err
			r.take(read.text)
			clear(read.text) // what is typed is nowhere longer than it must be
		case <-late:
			r.expire()
		case <-r.wipes:
			r.pass(len(r.buffer))
			r.ready = append(r.ready, overwriting()...)
		case <-r.ctx.Done():
			return 0, io.EOF
		}
	}
	n := copy(into, r.ready)
	if at := bytes.LastIndexByte(r.ready[:n], '\x1b'); at > 0 && n < len(r.ready) && n-at < len(pasteEnd) {
		n = at // a mark is read whole
	}
	clear(r.ready[:n])
	r.ready = r.ready[n:]
	return n, nil
}

// overwriting is a sequence that means nothing, as long as what is read at once:
// whoever parses keys keeps the last of them in a buffer, which it fills.
func overwriting() string { return "\x1b_" + strings.Repeat("\x00", 4092) + "\x1b\\" }

// The terminal's answers: to where its cursor is (CPR), and of modes and colours
// (DECRPM, OSC); and all sequences that keys send.
var (
	whereItIs = lazy.Regexp{Pattern: `^\x1b\[[0-9]+;[0-9]+R`}
	another   = lazy.Regexp{Pattern: `^\x1b(\[\?[0-9]+;[0-9]+\$y|\][0-9]+;[^\x07\x1b]*(\x07|\x1b\\))`}
	sequence  = lazy.Regexp{Pattern: `^\x1b\[[0-?]*[ -/]*[@-~]`}
	begins    = lazy.Regexp{Pattern: `^\x1b(\[[0-?]*[ -/]*|\]([0-9]+(;[rgba:/0-9a-fA-F]*\x1b?)?)?)?$`}
)

// maxAnswerBytes is more than the longest answer has, which is a colour's.
const maxAnswerBytes = 64

// The marks before and after a pasted text (mode 2004). The reader joins the parts of
// a mark: otherwise the text would be read as keys, or all later keys as text.
const pasteStart, pasteEnd = "\x1b[200~", "\x1b[201~"

// part returns how many bytes at the end of a text may begin a mark.
func part(text []byte, mark string) int {
	for n := min(len(mark)-1, len(text)); n > 0; n-- {
		if string(text[len(text)-n:]) == mark[:n] {
			return n
		}
	}
	return 0
}

// paste passes on pasted text, and reports whether it has ended.
func (r *keyReader) paste() bool {
	if end := bytes.Index(r.buffer, []byte(pasteEnd)); end >= 0 {
		r.pass(end + len(pasteEnd))
		r.pasting = false
		return true
	}
	r.pass(len(r.buffer) - part(r.buffer, pasteEnd))
	return false
}

// A text of at least this many bytes and different ones, without control characters, that
// is read at once was not typed: a terminal that does not mark it has pasted it. A key
// that is held down sends many bytes too, but the same. What follows soon belongs to it.
const (
	pastedBytes     = 128
	pastedDifferent = 8
	pastedWait      = 100 * time.Millisecond
)

func (r *keyReader) isPasted(text []byte) bool {
	var seen [256]bool
	different := 0
	for _, b := range text {
		if b < ' ' && b != '\t' && b != '\r' && b != '\n' || b == '\x7f' {
			return false
		}
		if !seen[b] {
			seen[b] = true
			different++
		}
	}
	return len(text) >= pastedBytes && different >= pastedDifferent || len(text) > 0 && time.Since(r.pasted) < pastedWait
}

// cutLetter returns how many bytes at the end of a text begin a letter.
func cutLetter(text []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(text); n++ {
		if last := text[len(text)-n:]; utf8.RuneStart(last[0]) {
			if utf8.FullRune(last) {
				return 0
			}
			return n
		}
	}
	return 0
}

// passText passes on n bytes without a sequence, with marks if they were pasted. A letter
// that is cut at the end of the buffer then waits for its other bytes.
func (r *keyReader) passText(n int) {
	if !r.isPasted(r.buffer[:n]) {
		r.pass(n)
		return
	}
	r.pasted = time.Now()
	if n == len(r.buffer) {
		n -= cutLetter(r.buffer)
	}
	r.ready = append(r.ready, pasteStart...)
	r.pass(n)
	r.ready = append(r.ready, pasteEnd...)
}

// take passes on keys, and keeps the beginning of an answer.
func (r *keyReader) take(text []byte) {
	before := len(r.buffer)
	if r.escaped && len(text) > 1 && (text[0] == '[' || text[0] == ']') {
		text = append([]byte{'\x1b'}, text...)
		if !whereItIs.Get().Match(text) && !another.Get().Match(text) {
			text = text[1:]
		}
	}
	expired := r.expired
	r.buffer, r.expired, r.escaped = append(r.buffer, text...), false, false
	for len(r.buffer) > 0 {
		if r.pasting {
			if !r.paste() {
				return
			}
			before = 0
			continue
		}
		ever, lately := r.answers.mayArrive(maxAnswerWait)
		at := bytes.IndexByte(r.buffer, '\x1b')
		if at < 0 {
			r.passText(len(r.buffer))
			return
		}
		if at > 0 {
			r.passText(at)
			before = 0
		}
		switch {
		case bytes.HasPrefix(r.buffer, []byte(pasteStart)):
			r.pass(len(pasteStart))
			r.pasting = true
		case !expired && len(r.buffer) > 1 && part(r.buffer, pasteStart) == len(r.buffer):
			return
		case !ever:
			r.passSequence()
		case whereItIs.Get().Match(r.buffer):
			r.buffer = r.buffer[len(whereItIs.Get().Find(r.buffer)):]
			r.answers.replies.Add(1)
			r.answered()
		case another.Get().Match(r.buffer):
			r.pass(len(another.Get().Find(r.buffer)))
		case len(r.buffer) <= maxAnswerBytes && begins.Get().Match(r.buffer) && (len(r.buffer) > 2 || lately):
			return
		case sequence.Get().Match(r.buffer) && !(expired && before > 2):
			r.pass(len(sequence.Get().Find(r.buffer)))
		case before > 2:
			r.buffer = r.buffer[before:] // its end never came
		default:
			r.passSequence()
		}
		before = 0
	}
}

// pass passes the first n bytes on.
func (r *keyReader) pass(n int) {
	r.ready = append(r.ready, r.buffer[:n]...)
	clear(r.buffer[:n])
	r.buffer = r.buffer[n:]
}

// passSequence passes on the bytes before the next sequence.
func (r *keyReader) passSequence() {
	next := bytes.IndexByte(r.buffer[1:], '\x1b')
	if next < 0 {
		next = len(r.buffer) - 1
	}
	r.pass(next + 1)
}

// expire handles a beginning whose end did not arrive. An Esc alone, or with a
// bracket, was a key.
func (r *keyReader) expire() {
	if r.expired = len(r.buffer) > 2 && !r.pasting; !r.expired && !r.pasting {
		r.escaped = len(r.buffer) == 1
		r.pass(len(r.buffer))
	}
}
