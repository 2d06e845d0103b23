package pace

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// The program's messages to itself.
type (
	commandDone   struct{ message tea.Msg } // a command has run
	frameWritten  struct{ err error }       // a frame or another text
	inputEnded    struct{ err error }       // there are no more keys
	waitOver      struct{}                  // a change has waited long enough to be drawn
	answerTimeout int                       // this question got no answer in time
	leaveTimeout  struct{}                  // nor did the last one before the end
)

// A later is a delayed message.
type later struct {
	after   time.Duration
	message tea.Msg
}

// Later returns a command with a delayed message. Unlike with tea.Tick the program
// counts as idle meanwhile.
func Later(after time.Duration, message tea.Msg) tea.Cmd {
	return func() tea.Msg { return later{after, message} }
}

// Wipe is a message that overwrites typed text that is still in memory.
type Wipe struct{}
