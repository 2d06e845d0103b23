package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"

	"casebook/model"
	"casebook/model/safe"
)

// A Progress shows how far long work is: on a terminal as a bar, elsewhere as a line
// now and then. Short work shows nothing.
type Progress struct {
	w         io.Writer
	Terminal  bool
	what      string
	now       func() time.Time
	begun     time.Time
	lastShown time.Time
	drawn     bool
}

// How long it is silent: after the beginning, and between two times.
const (
	barEvery  = 200 * time.Millisecond
	lineEvery = 5 * time.Second
)

func NewProgress(w io.Writer, what string, now func() time.Time) *Progress {
	file, ok := w.(*os.File)
	terminal := ok && term.IsTerminal(file.Fd()) && os.Getenv("TERM") != "dumb"
	begun := now()
	return &Progress{w: w, Terminal: terminal, what: what, now: now, begun: begun, lastShown: begun}
}

// Show says how many cases are done, and which part of the whole that is; 0 if that
// is not known.
func (p *Progress) Show(done int, part float64) {
	now := p.now()
	every := lineEvery
	if p.Terminal {
		every = barEvery
	}
	if now.Sub(p.lastShown) < every {
		return
	}
	p.lastShown = now
	spent := now.Sub(p.begun)
	text := fmt.Sprintf("%s: %s, %s a second", safe.Line(p.what), Counted(done, "case"), model.Number(float64(int(float64(done)/spent.Seconds()))))
	if part > 0 {
		left := time.Duration(float64(spent) * (1 - part) / part).Round(time.Second)
		text += fmt.Sprintf(", %d%%, %s left", int(part*100), left)
	}
	if !p.Terminal {
		fmt.Fprintln(p.w, text)
		return
	}
	const width = 20
	full := int(part * width)
	fmt.Fprintf(p.w, "\r\x1b[K[%s%s] %s", strings.Repeat("#", full), strings.Repeat(".", width-full), text)
	p.drawn = true
}

// End removes the bar.
func (p *Progress) End() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
