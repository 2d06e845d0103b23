package serve

import (
	"io"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// A typedReader limits the input of a client's terminal, since its reader buffers a
// paste or a key sequence until its end. Of longer ones it passes on the beginning and
// the end. Invalid UTF-8 is left out.
type typedReader struct {
	source   io.Reader
	maxPaste int // bytes of a paste

	state  func(*typedReader, rune) // handles the next character
	length int                      // of the sequence or paste so far, in bytes
	mark   string                   // the first bytes of a sequence, or of the end of a paste
	buffer [1024]byte
	unread []byte // the beginning of a character
	ready  []byte
	err    error
}

// maxSequence is the maximum length of a key sequence or a terminal's reply.
const maxSequence = 1024

// What a terminal sends before and after what is pasted (bracketed paste).
const (
	pasteBegins = "\x1b[200~"
	pasteEnds   = "\x1b[201~"
)

func newTypedReader(source io.Reader, maxPaste int) *typedReader {
	return &typedReader{source: source, maxPaste: maxPaste, state: (*typedReader).plain}
}

// Read implements io.Reader.
func (t *typedReader) Read(into []byte) (int, error) {
	for len(t.ready) == 0 {
		if t.err != nil {
			return 0, t.err
		}
		n, err := t.source.Read(t.buffer[:])
		t.take(t.buffer[:n])
		t.err = err
	}
	n := copy(into, t.ready)
	if t.ready = t.ready[n:]; len(t.ready) == 0 {
		t.ready = nil
	}
	return n, nil
}

// take handles text that was read. An incomplete character waits for the rest.
func (t *typedReader) take(text []byte) {
	text = append(t.unread, text...)
	t.unread = nil
	for len(text) > 0 {
		if !utf8.FullRune(text) {
			t.unread = append([]byte{}, text...)
			return
		}
		r, size := utf8.DecodeRune(text)
		if r != utf8.RuneError || size > 1 {
			t.state(t, r)
		}
		text = text[size:]
	}
}

func (t *typedReader) pass(r rune) { t.ready = utf8.AppendRune(t.ready, r) }

// passWithin passes a character on unless its sequence or paste is too long.
func (t *typedReader) passWithin(r rune, most int) {
	if t.length += utf8.RuneLen(r); t.length <= most {
		t.pass(r)
	}
}

// plain handles characters outside sequences and pastes.
func (t *typedReader) plain(r rune) {
	t.pass(r)
	if r == ansi.ESC {
		t.state, t.length, t.mark = (*typedReader).escape, 0, "\x1b"
	}
}

// escape handles the character after an Esc.
func (t *typedReader) escape(r rune) {
	switch r {
	case '[':
		t.pass(r)
		t.state, t.mark = (*typedReader).sequence, t.mark+"["
	case ']', 'P', '_', '^', 'X': // OSC, DCS, APC, PM, SOS
		t.pass(r)
		t.state = (*typedReader).text
	default:
		t.plainAgain(r)
	}
}

func (t *typedReader) plainAgain(r rune) {
	t.state = (*typedReader).plain
	t.plain(r)
}

// sequence handles a sequence (CSI).
func (t *typedReader) sequence(r rune) {
	if len(t.mark) < len(pasteBegins) {
		t.mark += string(r)
	}
	switch {
	case t.mark == pasteBegins && r == '~':
		t.pass(r)
		t.state, t.length, t.mark = (*typedReader).paste, 0, ""
	case r >= 0x40 || r < ' ':
		t.plainAgain(r)
	default:
		t.passWithin(r, maxSequence)
	}
}

// text handles a reply of the terminal with text, until Esc or BEL.
func (t *typedReader) text(r rune) {
	if r == ansi.ESC || r == ansi.BEL {
		t.plainAgain(r)
		return
	}
	t.passWithin(r, maxSequence)
}

// paste handles a paste.
func (t *typedReader) paste(r rune) {
	if next := t.mark + string(r); next == pasteEnds[:min(len(next), len(pasteEnds))] {
		if t.mark = next; next == pasteEnds {
			t.ready = append(t.ready, pasteEnds...)
			t.state = (*typedReader).plain
		}
		return
	}
	for _, c := range t.mark {
		t.passWithin(c, t.maxPaste)
	}
	if t.mark = ""; r == ansi.ESC {
		t.mark = "\x1b"
		return
	}
	t.passWithin(r, t.maxPaste)
}
