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

// A Progress shows the progress of long work: on a terminal as a bar, elsewhere as a
// line now and then. Short work shows nothing.
type Progress struct {
	w         io.Writer
	Terminal  bool
	what      string
	now       func() time.Time
	begun     time.Time
	lastShown time.Time
	drawn     bool
}

// The time between two outputs, on a terminal and elsewhere; also before the first.
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

// Show shows how many cases are done, and the part of the whole; 0: unknown.
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
