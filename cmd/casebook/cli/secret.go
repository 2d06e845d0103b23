package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"time"

	"github.com/charmbracelet/x/term"
)

// maxPassphrase is how long a passphrase may be, in bytes.
const maxPassphrase = 1024

// ReadSecret reads a line that a terminal does not show.
func (p *Program) ReadSecret(ctx context.Context, prompt string) ([]byte, error) {
	file, ok := p.In.(*os.File)
	if !ok || !term.IsTerminal(file.Fd()) {
		return ReadSecretLine(p.In)
	}
	state, err := term.GetState(file.Fd())
	if err != nil {
		return nil, fmt.Errorf("read the passphrase: %w", err)
	}
	type answer struct {
		text []byte
		err  error
	}
	answered := make(chan answer, 1)
	go func() {
		text, err := term.ReadPassword(file.Fd())
		answered <- answer{text, err}
	}()
	for range 100 { // nobody is asked before the terminal hides what is typed
		if now, err := term.GetState(file.Fd()); err != nil || !reflect.DeepEqual(now, state) {
			break
		}
		time.Sleep(time.Millisecond)
	}
	fmt.Fprint(p.Err, prompt)
	select {
	case a := <-answered:
		fmt.Fprintln(p.Err)
		if errors.Is(a.err, io.EOF) {
			return nil, nil
		}
		return a.text, a.err
	case <-ctx.Done():
		term.Restore(file.Fd(), state)
		fmt.Fprintln(p.Err)
		return nil, ctx.Err()
	}
}

// ReadSecretLine reads one line and not a byte more, into one piece of memory.
func ReadSecretLine(in io.Reader) ([]byte, error) {
	line, one := make([]byte, 0, maxPassphrase), make([]byte, 1)
	for len(line) < maxPassphrase {
		n, err := in.Read(one)
		if n == 1 && one[0] != '\n' {
			line = append(line, one[0])
			continue
		}
		if n == 1 || errors.Is(err, io.EOF) {
			if last := len(line) - 1; last >= 0 && line[last] == '\r' {
				line = line[:last]
			}
			return line, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read the passphrase: %w", err)
		}
	}
	return nil, Usage("a passphrase is one line", "the passphrase is longer than %d bytes", maxPassphrase)
}
