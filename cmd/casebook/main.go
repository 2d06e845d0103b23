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
	"strings"
	"syscall"
	"time"

	"casebook/model/safe"
)

func main() {
	writeErrors()
	ctx, stop := untilSignal(context.Background())
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run carries out one command line and returns the exit code.
func run(ctx context.Context, arguments []string, in io.Reader, out, errs io.Writer) int {
	guard := safe.NewWriter(out)
	p := &program{in: in, terminal: out, out: bufio.NewWriter(guard), err: errs, now: time.Now}
	root := p.rootCommand()
	root.SetArgs(arguments)
	root.SetIn(in)
	root.SetOut(p.out)
	root.SetErr(errs)
	_, err := root.ExecuteContextC(ctx)
	if flushed := errors.Join(p.out.Flush(), guard.Flush()); err == nil && flushed != nil {
		err = fmt.Errorf("write the answer: %w", flushed)
	}
	if err == nil {
		return exitDone
	}
	var end signalError
	if errors.As(context.Cause(ctx), &end) {
		return 128 + int(end.signal)
	}
	if errors.Is(err, syscall.EPIPE) { // the reader, such as head, has seen enough
		return exitDone
	}
	f := explain(err)
	for _, line := range strings.Split(f.details, "\n") {
		if f.details != "" {
			fmt.Fprintln(errs, safe.Line(line))
		}
	}
	fmt.Fprintf(errs, "casebook: error: %s\n", safe.Line(f.message))
	if f.hint != "" {
		fmt.Fprintf(errs, "casebook: hint: %s\n", safe.Line(f.hint))
	}
	return f.code
}

// A signalError is the cause of a context that a signal ended.
type signalError struct{ signal syscall.Signal }

func (e signalError) Error() string { return e.signal.String() }

// untilSignal returns a context that ends when the person or the system asks
// the program to: so that a browse puts the terminal back and nothing is left
// half done. A second signal ends the program at once.
func untilSignal(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case s := <-signals:
			signal.Stop(signals)
			number, _ := s.(syscall.Signal)
			cancel(signalError{number})
		case <-ctx.Done():
		}
	}()
	return ctx, func() { cancel(nil) }
}
