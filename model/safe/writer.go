package safe

import (
	"bytes"
	"io"
	"slices"
	"unicode"
	"unicode/utf8"
)

// The two escape sequences that a Writer allows: bold on and off.
const (
	Bold      = "\x1b[1m"
	BoldEnded = "\x1b[m"
)

const byteOrderMark = '\ufeff'

// A Writer makes an output of many lines safe, in case a text was not passed through
// Line. Tabs, LF, CR LF, a byte order mark at the very beginning, Bold and BoldEnded
// pass; everything else that is unsafe becomes U+FFFD.
type Writer struct {
	to      io.Writer
	pending []byte // an incomplete character or sequence, not written yet
	begun   bool
}

// NewWriter returns a Writer that writes to another one.
func NewWriter(to io.Writer) *Writer { return &Writer{to: to} }

// Write writes all of p, or returns the error of the underlying writer.
func (w *Writer) Write(p []byte) (int, error) {
	text := p
	if len(w.pending) > 0 {
		text = append(w.pending, p...)
		w.pending = nil
	}
	var safe []byte
	for len(text) > 0 {
		if end := bytes.IndexFunc(text, func(r rune) bool { return r == utf8.RuneError || r != '\n' && r != '\t' && Unsafe(r) }); end != 0 {
			if end < 0 {
				end = len(text)
			}
			safe, text, w.begun = append(safe, text[:end]...), text[end:], true
			continue
		}
		pass, whole := w.first(text)
		if !whole {
			w.pending = slices.Clone(text)
			break
		}
		if pass > 0 {
			safe, text = append(safe, text[:pass]...), text[pass:]
		} else {
			_, size := utf8.DecodeRune(text)
			safe, text = utf8.AppendRune(safe, unicode.ReplacementChar), text[size:]
		}
		w.begun = true
	}
	_, err := w.to.Write(safe)
	return len(p), err
}

// first returns how many bytes at the beginning of a text pass although they are unsafe,
// and whether there is enough text to decide.
func (w *Writer) first(text []byte) (pass int, whole bool) {
	if !utf8.FullRune(text) {
		return 0, false
	}
	for _, own := range []string{Bold, BoldEnded, "\r\n"} {
		if bytes.HasPrefix(text, []byte(own)) {
			return len(own), true
		}
		if bytes.HasPrefix([]byte(own), text) {
			return 0, false
		}
	}
	r, size := utf8.DecodeRune(text)
	if r == utf8.RuneError && size > 1 || r == byteOrderMark && !w.begun {
		return size, true
	}
	return 0, true
}

// Flush writes the incomplete rest.
func (w *Writer) Flush() error {
	if len(w.pending) == 0 {
		return nil
	}
	w.pending = nil
	_, err := io.WriteString(w.to, string(unicode.ReplacementChar))
	return err
}
