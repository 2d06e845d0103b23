package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"
)

// Open opens a file to read. Waiting for a pipe, also while reading, ends with ctx.
func Open(ctx context.Context, name string) (*os.File, error) {
	if name == "" {
		return nil, Usage("write the name of the file", "the name of a file is empty")
	}
	type opening struct {
		file *os.File
		err  error
	}
	opened := make(chan opening, 1)
	go func() {
		file, err := os.Open(name)
		opened <- opening{file, err}
	}()
	select {
	case o := <-opened:
		if o.err != nil {
			return nil, fmt.Errorf("read %s: %w", name, Reason(o.err))
		}
		context.AfterFunc(ctx, func() { o.file.SetReadDeadline(time.Now()) })
		return o.file, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// Until returns a reader that ends with ctx even while in blocks, so that an interrupt
// ends a program that waits for its standard input.
func Until(ctx context.Context, in io.Reader) io.Reader { return untilReader{ctx, in} }

type untilReader struct {
	ctx context.Context
	in  io.Reader
}

func (r untilReader) Read(into []byte) (int, error) {
	type answer struct {
		text []byte
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		text := make([]byte, min(len(into), 64<<10)) // its own buffer: after ctx the read goes on alone
		n, err := r.in.Read(text)
		answered <- answer{text[:n], err}
	}()
	select {
	case a := <-answered:
		return copy(into, a.text), a.err
	case <-r.ctx.Done():
		return 0, context.Cause(r.ctx)
	}
}
