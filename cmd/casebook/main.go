// Command casebook browses the cases of human-rights reports in a terminal and
// answers questions about them on the command line. It turns flags into
// queries and answers into text: it knows the model, the library, the seed and
// the browser, and holds no rule of its own about what a case is, no SQL and
// no drawing.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"sync/atomic"
	"syscall"
	"time"

	"casebook/cmd/casebook/cli"
	"casebook/model/safe"
)

func main() {
	writeErrors()
	dontDump()
	p, guard := newProgram(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	ended := func() syscall.Signal { return 0 }
	p.untilSignal = func(ctx context.Context) context.Context {
		ctx, ended = untilSignal(ctx)
		return ctx
	}
	code := p.run(context.Background(), guard)
	if signal := ended(); signal != 0 {
		code = 128 + int(signal)
	}
	os.Exit(code)
}

// newProgram is a run of one command line, and what its answer goes through.
func newProgram(arguments []string, in io.Reader, out, errs io.Writer) (*program, *safe.Writer) {
	guard := safe.NewWriter(out)
	return &program{Program: cli.Program{Arguments: arguments, In: in, Terminal: out, Out: bufio.NewWriter(guard), Err: errs, Now: time.Now, Environment: os.Environ()}}, guard
}

// run runs a command line until ctx ends, and returns the exit code.
func run(ctx context.Context, arguments []string, in io.Reader, out, errs io.Writer) int {
	p, guard := newProgram(arguments, in, out, errs)
	return p.run(ctx, guard)
}

// run runs the command line and returns the exit code; guard is what the
// output goes through. After a signal nothing more is printed.
func (p *program) run(ctx context.Context, guard *safe.Writer) int {
	root := p.rootCommand()
	root.SetArgs(p.Arguments)
	root.SetIn(p.In)
	root.SetOut(p.Out)
	root.SetErr(p.Err)
	command, err := root.ExecuteContextC(ctx)
	ctx = command.Context()
	if flushed := errors.Join(p.Out.Flush(), guard.Flush()); err == nil && flushed != nil {
		err = fmt.Errorf("write the answer: %w", flushed)
	}
	if err == nil {
		return cli.ExitDone
	}
	if errors.As(context.Cause(ctx), new(signalError)) || isClosedPipe(err, runtime.GOOS) {
		return cli.ExitDone
	}
	if p.Remote && (ctx.Err() != nil || errors.Is(err, io.EOF)) { // the client has left, or the session was ended
		return cli.ExitData
	}
	return p.PrintFailure(err)
}

// isClosedPipe reports whether an error means that the reader, such as head, has closed
// the pipe.
func isClosedPipe(err error, system string) bool {
	const brokenPipe, noData = syscall.Errno(109), syscall.Errno(232) // of Windows
	return errors.Is(err, syscall.EPIPE) || system == "windows" && (errors.Is(err, brokenPipe) || errors.Is(err, noData))
}

// A signalError is the cause of a context that a signal ended.
type signalError struct{ signal syscall.Signal }

func (e signalError) Error() string { return e.signal.String() }

type signalsKey struct{}

// handleSignals makes a function handle signals before they end ctx, a context of
// untilSignal. If it returns true, the signal does not end ctx.
func handleSignals(ctx context.Context, take func(syscall.Signal) bool) {
	if taken, ok := ctx.Value(signalsKey{}).(*atomic.Pointer[func(syscall.Signal) bool]); ok {
		taken.Store(&take)
	}
}

// untilSignal returns a context that ends with a signal, so that the browser can restore
// the terminal and work is finished or undone. A second signal ends the program at once.
// ended stops waiting for signals and returns the one that came, or 0.
func untilSignal(parent context.Context) (ctx context.Context, ended func() syscall.Signal) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 8)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	first := make(chan syscall.Signal, 1)
	taken := &atomic.Pointer[func(syscall.Signal) bool]{}
	go func() {
		for s := range signals {
			number, _ := s.(syscall.Signal)
			if take := taken.Load(); take != nil && (*take)(number) {
				continue
			}
			signal.Stop(signals)
			first <- number
			cancel(signalError{number})
			return
		}
		first <- 0
	}()
	return context.WithValue(ctx, signalsKey{}, taken), func() syscall.Signal {
		signal.Stop(signals) // nothing is sent after this
		close(signals)
		return <-first
	}
}
