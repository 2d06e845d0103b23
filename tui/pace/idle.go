package pace

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"
)

// probe is the first of the mode numbers that no terminal uses.
const probe = 50000

// IdleProbe is what a test types to learn when the program is at rest: the report
// of a mode that no terminal has. When all that was typed before has been taken
// in, nothing is being looked up, and the terminal has shown all of it, the
// program writes IdleMark of the same number, from 0 to 9999.
func IdleProbe(number int) string {
	return ansi.ReportMode(ansi.DECMode(probe+number), ansi.ModeNotRecognized)
}

// IdleMark is the answer to IdleProbe. A terminal that is given it shows nothing.
func IdleMark(number int) string { return fmt.Sprintf("\x1b]7399;idle %d\x07", number) }
