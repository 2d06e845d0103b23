package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"time"

	"github.com/charmbracelet/x/term"

	"casebook/db/private"
)

// passphraseAdvice is said where a passphrase is chosen.
const passphraseAdvice = "Choose a passphrase: use four or more random words. It cannot be\nrecovered: without it nobody can read your notes, not even you."

// maxPassphrase is how long a passphrase may be, in bytes.
const maxPassphrase = 1024

// askPassphrase asks for a passphrase that is there already: on a terminal, which
// does not show it, else it is a line of the standard input.
func (p *program) askPassphrase(ctx context.Context, prompt string) (*private.Passphrase, error) {
	text, err := p.readSecret(ctx, prompt)
	if err != nil {
		return nil, err
	}
	if len(text) == 0 {
		return nil, usage("type it, or give it as a line on standard input", "no passphrase was given")
	}
	return private.NewPassphrase(text), nil
}

// askNewPassphrase asks for a passphrase to be chosen; on a terminal twice.
func (p *program) askNewPassphrase(ctx context.Context) (*private.Passphrase, error) {
	if !isTerminal(p.in) {
		return p.askPassphrase(ctx, "")
	}
	fmt.Fprintln(p.err, passphraseAdvice)
	for {
		first, err := p.askPassphrase(ctx, "New passphrase: ")
		if err != nil {
			return nil, err
		}
		second, err := p.askPassphrase(ctx, "Repeat the passphrase: ")
		if err != nil {
			first.Wipe()
			return nil, err
		}
		if same := first.Is(second); same {
			second.Wipe()
			return first, nil
		}
		first.Wipe()
		second.Wipe()
		fmt.Fprintln(p.err, "The passphrases do not match. Try again.")
	}
}

// readSecret reads a line that a terminal does not show.
func (p *program) readSecret(ctx context.Context, prompt string) ([]byte, error) {
	file, ok := p.in.(*os.File)
	if !ok || !term.IsTerminal(file.Fd()) {
		return readSecretLine(p.in)
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
	fmt.Fprint(p.err, prompt)
	select {
	case a := <-answered:
		fmt.Fprintln(p.err)
		if errors.Is(a.err, io.EOF) {
			return nil, nil
		}
		return a.text, a.err
	case <-ctx.Done():
		term.Restore(file.Fd(), state)
		fmt.Fprintln(p.err)
		return nil, ctx.Err()
	}
}

// readSecretLine reads a line and not a byte more, into one piece of memory.
func readSecretLine(in io.Reader) ([]byte, error) {
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
	return nil, usage("a passphrase is one line", "the passphrase is longer than %d bytes", maxPassphrase)
}
