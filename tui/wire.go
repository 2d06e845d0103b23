package tui

import (
	"os"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
)

// A wire is the way to the terminal. It tells when a frame has been written, and
// asks the terminal where its cursor is in front of the frame that is to do so.
type wire struct {
	*os.File
	asks    atomic.Bool
	written func()
}

func (w *wire) Write(text []byte) (int, error) {
	before := 0
	if w.asks.CompareAndSwap(true, false) {
		text = append([]byte(ansi.RequestCursorPositionReport), text...)
		before = len(ansi.RequestCursorPositionReport)
	}
	n, err := w.File.Write(text)
	go w.written()
	return max(n-before, 0), err
}
