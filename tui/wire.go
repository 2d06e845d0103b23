package tui

import (
	"os"
	"sync/atomic"

	"github.com/charmbracelet/x/ansi"
)

// A wire is the way to the terminal. It tells when a frame has been written, and
// asks the terminal where its cursor is in front of one that is to do so.
type wire struct {
	*os.File
	asks    atomic.Bool
	frame   atomic.Int64 // the number of the one that is to be written; 0: none
	written func(frame int)
}

func (w *wire) Write(text []byte) (int, error) {
	before := 0
	if w.asks.CompareAndSwap(true, false) {
		text = append([]byte(ansi.RequestCursorPositionReport), text...)
		before = len(ansi.RequestCursorPositionReport)
	}
	n, err := w.File.Write(text)
	if frame := w.frame.Swap(0); frame > 0 {
		go w.written(int(frame))
	}
	return max(n-before, 0), err
}
