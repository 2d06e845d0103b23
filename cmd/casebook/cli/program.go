// Package cli is what the commands of casebook share: a run with its streams and
// options, its library, the flags of a query, failures and exit codes, and text for a
// terminal. It must not know a command.
package cli

import (
	"bufio"
	"io"
	"time"

	"casebook/tui/words"
)

// A Program is one run of casebook: what it reads, where it writes, and the options
// of all commands.
type Program struct {
	Arguments     []string // of the command line; nil: any
	In            io.Reader
	Terminal      io.Writer     // the standard output, maybe a terminal
	Out           *bufio.Writer // for the answer
	Err           io.Writer     // for progress and notes
	Now           func() time.Time
	Environment   []string                       // as KEY=value
	Library       string                         // the file of the library; empty: the user's own library, else the built-in report
	Source        string                         // the reader's own copy of a report
	Remote        bool                           // it runs for a client over SSH: no files are written
	ClientFailure func(*Failure, error) *Failure // makes the failure that a client sees; nil: the failure itself
}

// Variable returns an environment variable; empty: none.
func (p *Program) Variable(name string) string { return words.Variable(p.Environment, name) }
