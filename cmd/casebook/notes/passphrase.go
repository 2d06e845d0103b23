package notes

import (
	"context"
	"fmt"

	"casebook/cmd/casebook/cli"
	"casebook/db/private"
)

// passphraseAdvice is printed before a passphrase is chosen.
const passphraseAdvice = "Choose a passphrase: use four or more random words. It cannot be\nrecovered: without it nobody can read your notes, not even you."

// askPassphrase asks for the existing passphrase: on a terminal without echo, else as a
// line of standard input.
func askPassphrase(ctx context.Context, p *cli.Program, prompt string) (*private.Passphrase, error) {
	return askPassphraseOr(ctx, p, prompt, cli.Usage("type it, or give it as a line on standard input", "no passphrase was given"))
}

// askPassphraseOr does the same, with its own error if no passphrase is given.
func askPassphraseOr(ctx context.Context, p *cli.Program, prompt string, missing error) (*private.Passphrase, error) {
	text, err := p.ReadSecret(ctx, prompt)
	if err != nil {
		return nil, err
	}
	if len(text) == 0 {
		return nil, missing
	}
	return private.NewPassphrase(text), nil
}

// askNewPassphrase asks for a passphrase to be chosen; on a terminal twice.
func askNewPassphrase(ctx context.Context, p *cli.Program) (*private.Passphrase, error) {
	if !cli.IsTerminal(p.In) {
		return askPassphrase(ctx, p, "")
	}
	fmt.Fprintln(p.Err, passphraseAdvice)
	for {
		first, err := askPassphrase(ctx, p, "New passphrase: ")
		if err != nil {
			return nil, err
		}
		second, err := askPassphrase(ctx, p, "Repeat the passphrase: ")
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
		fmt.Fprintln(p.Err, "The passphrases do not match. Try again.")
	}
}
