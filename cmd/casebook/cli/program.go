// Package cli is what the commands of casebook share: a run with its streams and
// options, the library it opens, the flags that make a query, failures and exit
// codes, and text for a terminal. It knows no command.
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
	Terminal      io.Writer     // where out goes; a terminal or not
	Out           *bufio.Writer // what the answer is written to
	Err           io.Writer     // where progress and doubts go
	Now           func() time.Time
	Environment   []string                       // as KEY=value
	Library       string                         // a library's file; empty: the own library, else the embedded report
	Source        string                         // the reader's own copy of a report
	Remote        bool                           // it runs for somebody over SSH, for whom no file is written
	ClientFailure func(*Failure, error) *Failure // makes the failure that the client sees; nil: the client sees the failure itself
}

// Variable is that of the environment; empty: none.
func (p *Program) Variable(name string) string { return words.Variable(p.Environment, name) }
